"""The encrypted database: the only room that imports sqlite_utils and sqlcipher3."""

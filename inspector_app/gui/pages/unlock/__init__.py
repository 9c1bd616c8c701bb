"""Unlock with the passphrase or the recovery code."""

"""Schema 2: an index for search, keys of attachments, and what was disposed of. Frozen.

The index starts empty and ``meta`` says so under ``stale``: whoever opens the database fills it from the
journal, because a frozen step must not know today's rules of what is searched.
"""

from __future__ import annotations

from typing import Any

TABLES = (
    """
    CREATE TABLE search_entry(
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      record TEXT NOT NULL,
      inspection TEXT NOT NULL,
      UNIQUE (kind, record))
    """,
    "CREATE INDEX search_entry_inspection ON search_entry(inspection)",
    """
    CREATE VIRTUAL TABLE search USING fts5(
      title, body, tokenize = 'unicode61 remove_diacritics 2', detail = column, prefix = '1 2 3 4 5 6')
    """,
    "INSERT INTO search(search, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TABLE attachment(
      id TEXT PRIMARY KEY,
      inspection TEXT NOT NULL,
      key BLOB NOT NULL,
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      name TEXT NOT NULL,
      added_at TEXT NOT NULL)
    """,
    "CREATE INDEX attachment_inspection ON attachment(inspection)",
    "CREATE INDEX attachment_sha256 ON attachment(sha256)",
    """
    CREATE TABLE disposal(
      number INTEGER PRIMARY KEY,
      inspection TEXT NOT NULL,
      reference TEXT NOT NULL,
      service_number TEXT NOT NULL,
      class TEXT NOT NULL,
      due TEXT NOT NULL,
      disposed_at TEXT NOT NULL,
      author TEXT NOT NULL,
      events INTEGER NOT NULL,
      heads TEXT NOT NULL,
      receipt TEXT NOT NULL)
    """,
    "INSERT OR REPLACE INTO meta(name, value) VALUES ('stale', 'search')",
    "PRAGMA user_version = 2",
)


def apply(database: Any) -> None:
    """Make the tables; statement by statement, so that all of it stays in the one transaction."""
    for statement in TABLES:
        database.execute(statement)

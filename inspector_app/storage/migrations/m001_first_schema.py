"""Schema 1: the journal, what it says now, and what is not part of it. Frozen."""

from __future__ import annotations

from typing import Any

JOURNAL = """
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE journal(number INTEGER PRIMARY KEY, inspection TEXT NOT NULL UNIQUE);

CREATE TABLE chain(
  number INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal(number),
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  events INTEGER NOT NULL,
  UNIQUE (journal, device));

CREATE TABLE shared_text(number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

CREATE TABLE field_state(
  number INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal(number),
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  event INTEGER,
  heads INTEGER NOT NULL DEFAULT 0,
  conflict INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, record, field));
CREATE INDEX field_state_journal ON field_state(journal, kind);
CREATE INDEX field_state_conflict ON field_state(journal) WHERE conflict;

CREATE TABLE event(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  chain INTEGER NOT NULL REFERENCES chain(number),
  seq INTEGER NOT NULL,
  slot INTEGER NOT NULL REFERENCES field_state(number),
  action BLOB NOT NULL,
  value TEXT,
  salt BLOB,
  digest BLOB NOT NULL,
  prior BLOB,
  at TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES shared_text(number),
  reason TEXT NOT NULL,
  form INTEGER NOT NULL REFERENCES shared_text(number),
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  erased INTEGER NOT NULL DEFAULT 0,
  flagged INTEGER NOT NULL DEFAULT 0);
CREATE INDEX event_place ON event(chain, seq);
CREATE INDEX event_slot ON event(slot);
CREATE INDEX event_action ON event(action);

CREATE TABLE head(slot INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (slot, event)) WITHOUT ROWID;
CREATE TABLE waiting(slot INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (slot, event)) WITHOUT ROWID;
CREATE TABLE erased(journal INTEGER NOT NULL, id BLOB NOT NULL, PRIMARY KEY (journal, id)) WITHOUT ROWID;

CREATE TABLE pending(
  number INTEGER PRIMARY KEY,
  inspection TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  prior TEXT NOT NULL,
  author TEXT NOT NULL,
  form_hash TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (kind, record, field))
"""

PROJECTIONS = """
CREATE TABLE inspection(
  id TEXT PRIMARY KEY,
  reference TEXT,
  service_number TEXT,
  service_name TEXT,
  service_type TEXT,
  reporting_type TEXT,
  sector TEXT,
  status TEXT,
  realm TEXT,
  started_on TEXT,
  ended_on TEXT,
  changed_at TEXT NOT NULL,
  rest TEXT NOT NULL);
CREATE INDEX inspection_reference ON inspection(reference);
CREATE INDEX inspection_service ON inspection(service_number);

CREATE TABLE checklist(
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL,
  form_id TEXT,
  version TEXT,
  form_hash TEXT,
  title TEXT,
  frozen INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  rest TEXT NOT NULL);
CREATE INDEX checklist_inspection ON checklist(inspection);

CREATE TABLE answer(
  instance TEXT NOT NULL,
  key TEXT NOT NULL,
  inspection TEXT NOT NULL,
  value TEXT,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (instance, key)) WITHOUT ROWID;

CREATE TABLE finding(
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL,
  kind TEXT,
  state TEXT,
  number INTEGER,
  clause TEXT,
  theme TEXT,
  title TEXT,
  deadline TEXT,
  changed_at TEXT NOT NULL,
  rest TEXT NOT NULL);
CREATE INDEX finding_inspection ON finding(inspection);

CREATE TABLE evidence(
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL,
  source TEXT,
  text TEXT,
  place TEXT,
  removed INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  rest TEXT NOT NULL);
CREATE INDEX evidence_inspection ON evidence(inspection);

CREATE TABLE letter(
  id TEXT PRIMARY KEY,
  inspection TEXT NOT NULL,
  version TEXT,
  status TEXT,
  issued_at TEXT,
  blob TEXT,
  superseded TEXT,
  changed_at TEXT NOT NULL,
  rest TEXT NOT NULL);
CREATE INDEX letter_inspection ON letter(inspection);

CREATE TABLE counted_answer(
  instance TEXT NOT NULL,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  inspection TEXT NOT NULL,
  form_id TEXT NOT NULL,
  version TEXT NOT NULL,
  value TEXT NOT NULL,
  outside_base INTEGER NOT NULL,
  not_assessed INTEGER NOT NULL,
  PRIMARY KEY (instance, name, key)) WITHOUT ROWID;
CREATE INDEX counted_answer_inspection ON counted_answer(inspection)
"""

BESIDE = """
CREATE TABLE derived(
  instance TEXT NOT NULL,
  key TEXT NOT NULL,
  inspection TEXT NOT NULL,
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  relevant INTEGER NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (instance, key)) WITHOUT ROWID;
CREATE INDEX derived_inspection ON derived(inspection);

CREATE TABLE service(
  service_number TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  service_type TEXT NOT NULL,
  sector TEXT NOT NULL,
  provider_name TEXT NOT NULL,
  provider_number TEXT NOT NULL,
  address TEXT NOT NULL,
  area TEXT NOT NULL,
  manager TEXT NOT NULL,
  places INTEGER,
  extra TEXT NOT NULL,
  changed_at TEXT NOT NULL);

CREATE TABLE blob(
  sha256 TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  content BLOB NOT NULL);

CREATE TABLE secret(name TEXT PRIMARY KEY, value BLOB NOT NULL);

CREATE TABLE device(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  card TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'revoked')),
  seen_at TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  revoked_at TEXT NOT NULL);

CREATE TABLE bundle(
  number INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  device TEXT NOT NULL,
  inspection TEXT NOT NULL,
  received_at TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail TEXT NOT NULL);
CREATE INDEX bundle_sha256 ON bundle(sha256);
CREATE INDEX bundle_inspection ON bundle(inspection);

CREATE TABLE receipt(
  number INTEGER PRIMARY KEY,
  inspection TEXT NOT NULL,
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  bundle TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  content TEXT NOT NULL);
CREATE INDEX receipt_inspection ON receipt(inspection)
"""


def apply(database: Any) -> None:
    """Make every table; statement by statement, so that all of it stays in the one transaction."""
    for part in (JOURNAL, PROJECTIONS, BESIDE):
        for statement in part.split(";"):
            database.execute(statement)
    database.execute("PRAGMA user_version = 1")

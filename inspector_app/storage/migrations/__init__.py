"""The steps from one schema to the next, each frozen once released.

A step is a module ``m<number>_<what>.py`` with a function ``apply(database)``; it imports nothing of the
program, runs inside one transaction and ends by setting `user_version` to its number. Steps never change
after a release: a database that exists was made by them.
"""

from __future__ import annotations

from inspector_app.storage.sqlcipher import Connection, sqlite_utils

CURRENT = 3
"""The schema that this program writes: the number of the last step."""


def upgrade(connection: Connection) -> None:
    """Apply the steps that are missing, each in a transaction of its own; a failing one leaves no trace."""
    from inspector_app.storage.migrations import (
        m001_first_schema,
        m002_search_attachments_retention,
        m003_lists_of_inspections,
    )

    module = sqlite_utils()
    steps = module.Migrations("inspector_app")
    for step in (m001_first_schema, m002_search_attachments_retention, m003_lists_of_inspections):
        steps(name=step.__name__.rpartition(".")[2])(step.apply)
    steps.apply(module.Database(connection, execute_plugins=False))

"""What a running record refuses, in words."""

from __future__ import annotations

from inspector_app.forms.errors import FormError
from inspector_app.forms.instance.tree import TreeNode


def batch_open() -> FormError:
    """A batch inside a batch, or a revision inside one."""
    return FormError("A batch is open already.", "Close it before the next.", code="batch-open")


def refuse_fixed(row: TreeNode) -> None:
    """FormError for a series whose rows are not a person's to add or remove."""
    repeat = row.definition.repeat
    if repeat is not None and (repeat.count is not None or repeat.fixed):
        raise FormError(
            "The checklist itself sets the number of these rows.",
            "Change the answer that the number of rows comes from.",
            code="rows-fixed",
            place=row.definition.ref,
        )


def unknown(name: str) -> FormError:
    """A key or ref that leads nowhere."""
    return FormError(
        f"The checklist has no place {name}.",
        "It may come from another version of the checklist, or from a row that was removed.",
        code="unknown-node",
        place=name,
    )

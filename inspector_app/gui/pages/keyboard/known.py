"""Keys that the keyboard map tells beside the actions which are registered at the moment.

A page registers its actions when it is first made, and controls take keys that are no actions at all. Whoever
looks for a key has often not been to its page yet. A test opens every page and holds this list to what is
there.
"""

from __future__ import annotations

from dataclasses import dataclass

from inspector_app.words import mark


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key in Qt's portable form, what it does, and where; `action` is the id of its action, '' for none."""

    where: str
    text: str
    key: str
    action: str = ""


def _of(where: str, *keys: tuple[str, str, str]) -> tuple[KnownKey, ...]:
    return tuple(KnownKey(where, text, key, action) for action, text, key in keys)


OF_PAGES: tuple[KnownKey, ...] = (
    *_of(mark("Keyboard", "Checklist"), ("sample.add", mark("Keyboard", "Add row"), "Ctrl+Return")),
    *_of(
        mark("Keyboard", "Names"),
        ("names.keep", mark("Keyboard", "Keep the name"), "Ctrl+Return"),
        ("names.show", mark("Keyboard", "Show or hide names"), "Ctrl+Shift+H"),
    ),
    *_of(mark("Keyboard", "Complaint"), ("matter.new", mark("Keyboard", "New matter"), "Ctrl+Shift+M")),
    *_of(mark("Keyboard", "Evidence"), ("evidence.done", mark("Keyboard", "Done, go back"), "Ctrl+Return")),
    *_of(
        mark("Keyboard", "Findings"),
        ("finding.new", mark("Keyboard", "New finding"), "Ctrl+Shift+N"),
        ("finding.accept", mark("Keyboard", "Add the first suggestion"), "Ctrl+Shift+A"),
    ),
    *_of(
        mark("Keyboard", "Letter"),
        ("letter.save", mark("Keyboard", "Save"), "Ctrl+Shift+S"),
        ("letter.print", mark("Keyboard", "Print"), "Ctrl+P"),
        ("letter.issue", mark("Keyboard", "Issue final letter"), "Ctrl+Shift+I"),
        ("letter.check", mark("Keyboard", "Show the checks before issue"), "Ctrl+Shift+K"),
        ("letter.turn", mark("Keyboard", "Show as text or as printed"), "Ctrl+T"),
    ),
    *_of(
        mark("Keyboard", "Finalise and export"),
        ("inspection.finalise", mark("Keyboard", "Finalise"), "Ctrl+Shift+F"),
        ("export.write", mark("Keyboard", "Export"), "Ctrl+Shift+E"),
    ),
    *_of(mark("Keyboard", "History"), ("history.back", mark("Keyboard", "Back"), "Esc")),
    *_of(
        mark("Keyboard", "Register"),
        ("register.import", mark("Keyboard", "Import the register"), "Ctrl+Return"),
    ),
    *_of(
        mark("Keyboard", "Inspection"),
        ("start.begin", mark("Keyboard", "Start the inspection"), "Ctrl+Return"),
    ),
    *_of(
        mark("Keyboard", "Head office"),
        ("office.receive", mark("Keyboard", "Receive"), "Ctrl+O"),
        ("office.save_tables", mark("Keyboard", "Save the tables"), "Ctrl+Shift+T"),
    ),
    *_of(
        mark("Keyboard", "First start and unlocking"),
        ("unlock.unlock", mark("Keyboard", "Unlock"), "Ctrl+Return"),
        ("unlock.practise", mark("Keyboard", "Open the example"), "Ctrl+Shift+E"),
        ("first_start.make", mark("Keyboard", "Make my profile"), "Ctrl+Return"),
        ("first_start.practise", mark("Keyboard", "Open the example"), "Ctrl+Shift+E"),
        ("sheet.print", mark("Keyboard", "Print the sheet"), "Ctrl+P"),
        ("sheet.save", mark("Keyboard", "Save as text"), "Ctrl+Shift+S"),
        ("sheet.go_on", mark("Keyboard", "Go on"), "Ctrl+Return"),
    ),
)
"""Actions of pages."""

OF_CONTROLS: tuple[KnownKey, ...] = (
    *_of(
        mark("Keyboard", "In a question"),
        ("", mark("Keyboard", "Choose the option of that number"), "1 … 9"),
        ("", mark("Keyboard", "Move among the options, choosing nothing"), "← → ↑ ↓"),
        ("", mark("Keyboard", "Choose the option the keyboard is on"), "Space"),
        ("", mark("Keyboard", "Clear the answer"), "Delete"),
        ("", mark("Keyboard", "Next field, field before"), "Tab, Shift+Tab"),
    ),
    *_of(
        mark("Keyboard", "In a sample"),
        ("", mark("Keyboard", "Choose by the first letter of a choice"), "Y, N …"),
        ("", mark("Keyboard", "Open the list of choices"), "Space"),
        ("", mark("Keyboard", "Change what stands in a cell"), "F2"),
        ("", mark("Keyboard", "Next cell, cell before"), "Tab, Shift+Tab"),
        ("", mark("Keyboard", "First cell of the next row"), "Enter"),
        ("", mark("Keyboard", "Clear a cell"), "Backspace"),
        ("", mark("Keyboard", "Remove the row"), "Delete"),
        ("", mark("Keyboard", "Copy, paste rows of a spreadsheet"), "Ctrl+C, Ctrl+V"),
    ),
    *_of(
        mark("Keyboard", "In search or do"),
        ("", mark("Keyboard", "Move among what was found"), "↑ ↓ PgUp PgDn"),
        ("", mark("Keyboard", "Go there or do it"), "Enter"),
        ("", mark("Keyboard", "Back to where you were"), "Esc"),
    ),
)
"""Keys that controls take."""

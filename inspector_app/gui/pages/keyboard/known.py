"""Keys that the keyboard map tells beside the actions which are registered at the moment.

A page registers its actions when it is first made, and controls take keys that are no actions at all. Whoever
looks for a key has often not been to its page yet. A test opens every page and holds this list to what is
there.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key in Qt's portable form, what it does, and where; `action` is the id of its action, '' for none."""

    where: str
    text: str
    key: str
    action: str = ""


def _of(where: object, *keys: tuple[str, object, str]) -> tuple[KnownKey, ...]:
    """PySide tells no type of what it has marked for translation: it is the text."""
    return tuple(KnownKey(str(where), str(text), key, action) for action, text, key in keys)


_T = QT_TRANSLATE_NOOP
OF_PAGES: tuple[KnownKey, ...] = (
    *_of(_T("Keyboard", "Checklist"), ("sample.add", _T("Keyboard", "Add row"), "Ctrl+Return")),
    *_of(_T("Keyboard", "Evidence"), ("evidence.done", _T("Keyboard", "Done, go back"), "Ctrl+Return")),
    *_of(
        _T("Keyboard", "Findings"),
        ("finding.new", _T("Keyboard", "New finding"), "Ctrl+Shift+N"),
        ("finding.accept", _T("Keyboard", "Add the first suggestion"), "Ctrl+Shift+A"),
    ),
    *_of(
        _T("Keyboard", "Letter"),
        ("letter.save", _T("Keyboard", "Save"), "Ctrl+Shift+S"),
        ("letter.print", _T("Keyboard", "Print"), "Ctrl+P"),
        ("letter.issue", _T("Keyboard", "Issue final letter"), "Ctrl+Shift+I"),
        ("letter.check", _T("Keyboard", "Show the checks before issue"), "Ctrl+Shift+K"),
        ("letter.turn", _T("Keyboard", "Show as text or as printed"), "Ctrl+T"),
    ),
    *_of(
        _T("Keyboard", "Finalise and export"),
        ("inspection.finalise", _T("Keyboard", "Finalise"), "Ctrl+Shift+F"),
        ("export.write", _T("Keyboard", "Export"), "Ctrl+Shift+E"),
    ),
    *_of(_T("Keyboard", "History"), ("history.back", _T("Keyboard", "Back"), "Esc")),
    *_of(
        _T("Keyboard", "Register"), ("register.import", _T("Keyboard", "Import the register"), "Ctrl+Return")
    ),
    *_of(
        _T("Keyboard", "Inspection"), ("start.begin", _T("Keyboard", "Start the inspection"), "Ctrl+Return")
    ),
    *_of(
        _T("Keyboard", "Head office"),
        ("office.receive", _T("Keyboard", "Receive"), "Ctrl+O"),
        ("office.save_tables", _T("Keyboard", "Save the tables"), "Ctrl+Shift+T"),
    ),
    *_of(
        _T("Keyboard", "First start and unlocking"),
        ("unlock.unlock", _T("Keyboard", "Unlock"), "Ctrl+Return"),
        ("unlock.practise", _T("Keyboard", "Open the example"), "Ctrl+Shift+E"),
        ("first_start.make", _T("Keyboard", "Make my profile"), "Ctrl+Return"),
        ("first_start.practise", _T("Keyboard", "Open the example"), "Ctrl+Shift+E"),
        ("sheet.print", _T("Keyboard", "Print the sheet"), "Ctrl+P"),
        ("sheet.save", _T("Keyboard", "Save as text"), "Ctrl+S"),
        ("sheet.go_on", _T("Keyboard", "Go on"), "Ctrl+Return"),
    ),
)
"""Actions of pages."""

OF_CONTROLS: tuple[KnownKey, ...] = (
    *_of(
        _T("Keyboard", "In a question"),
        ("", _T("Keyboard", "Choose the option of that number"), "1 … 9"),
        ("", _T("Keyboard", "Move among the options, choosing nothing"), "← → ↑ ↓"),
        ("", _T("Keyboard", "Choose the option the keyboard is on"), "Space"),
        ("", _T("Keyboard", "Clear the answer"), "Delete"),
        ("", _T("Keyboard", "Next field, field before"), "Tab, Shift+Tab"),
    ),
    *_of(
        _T("Keyboard", "In a sample"),
        ("", _T("Keyboard", "Choose by the first letter of a choice"), "Y, N …"),
        ("", _T("Keyboard", "Open the list of choices"), "Space"),
        ("", _T("Keyboard", "Change what stands in a cell"), "F2"),
        ("", _T("Keyboard", "Next cell, cell before"), "Tab, Shift+Tab"),
        ("", _T("Keyboard", "First cell of the next row"), "Enter"),
        ("", _T("Keyboard", "Clear a cell"), "Backspace"),
        ("", _T("Keyboard", "Remove the row"), "Delete"),
        ("", _T("Keyboard", "Copy, paste rows of a spreadsheet"), "Ctrl+C, Ctrl+V"),
    ),
    *_of(
        _T("Keyboard", "In search or do"),
        ("", _T("Keyboard", "Move among what was found"), "↑ ↓ PgUp PgDn"),
        ("", _T("Keyboard", "Go there or do it"), "Enter"),
        ("", _T("Keyboard", "Back to where you were"), "Esc"),
    ),
)
"""Keys that controls take."""

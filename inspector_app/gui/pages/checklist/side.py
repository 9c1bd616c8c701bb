"""The right side of a checklist screen: the evidence that cites it, and how to capture more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from inspector_app.gui.frame.side import SideContent, SideSection
from inspector_app.gui.hands import CAPTURE, HISTORY, ensure_hands
from inspector_app.gui.pages.checklist.beside import Beside
from inspector_app.gui.widgets.labels import Label, label
from inspector_app.operations.screen_side import EvidenceView

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench

MOST = 8


class ChecklistSide(SideContent):
    """Last time's answer, evidence here (the latest first), and the changes of the field under the keyboard.
    Lines are made once and then only worded anew.
    """

    def __init__(self, workbench: Workbench, page: QWidget, locate: Callable[[], tuple[str, str]]) -> None:
        super().__init__()
        ensure_hands(workbench)
        self.beside = Beside(workbench, page, locate, self)
        section = SideSection(self.tr("Evidence here"))
        self._lines: list[tuple[Label, Label]] = []
        for _ in range(MOST):
            line, place = label(""), label("", "soft")
            self._lines.append((line, place))
            section.add(line)
            section.add(place)
        self._rest = label("", "soft")
        section.add(self._rest)
        section.add(workbench.actions.button(CAPTURE))
        more = SideSection(self.tr("Who changed what"))
        more.add(workbench.actions.button(HISTORY))
        for part in (self.beside.last, self.beside.open, section, self.beside.changes, more):
            self.add(part)
        self.show_evidence(())

    def show_evidence(self, pieces: Sequence[EvidenceView]) -> None:
        """Show what cites a question of the screen."""
        shown = [(piece.line, piece.place) for piece in pieces[:MOST]]
        shown += [("", "")] * (MOST - len(shown))
        for (line, place), words in zip(self._lines, shown, strict=True):
            for part, text in zip((line, place), words, strict=True):
                part.setText(text)
                part.setVisible(bool(text))
        rest = ""
        if not pieces:
            rest = self.tr("Nothing captured for this screen yet.")
        elif len(pieces) > MOST:
            rest = self.tr("and {count} more under Evidence").format(count=len(pieces) - MOST)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))

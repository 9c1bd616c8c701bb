"""What was let go from this laptop: the entries that stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app import words
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.operations.retention import disposals

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench
    from inspector_app.operations.care import Disposal


class GoneCard(Card):
    """Copies go from the page that exports an inspection, once head office has all of it."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.heading.setText(self.tr("Copies that were let go"))
        self.heading.show()
        self.setAccessibleName(self.heading.text())
        self._none = label(self.tr("None yet. Each one that goes leaves an entry here."), "soft")
        self.list = LineList(self.tr("Copies that were let go"), most=5)
        self.add(self._none)
        self.add(self.list)
        self.list.hide()

    def ask(self) -> None:
        """Show the entries."""
        self._workbench.run(disposals, self._show)

    def _show(self, found: Sequence[Disposal]) -> None:
        self.list.show_lines([self._line(one) for one in found])
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)

    def _line(self, one: Disposal) -> Line:
        at = datetime.fromisoformat(one.disposed_at)
        told = self.tr("{service} · {count} changes · by {author}").format(
            service=one.service_number, count=one.events, author=one.author
        )
        return Line(one.inspection, one.reference, told, words.day(at.date()), "quiet", one.retention_class)

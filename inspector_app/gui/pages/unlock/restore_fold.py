"""Folded on the pages before unlocking: bring a backup back. Its form is made when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.fold import Fold

if TYPE_CHECKING:
    from inspector_app.gui.pages.unlock.restore_form import RestoreForm
    from inspector_app.gui.workbench import Workbench


class RestoreFold(Card):
    """`form` is None until somebody opens it."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__()
        self._workbench = workbench
        self.form: RestoreForm | None = None
        self.fold = Fold(self.tr("Bring back a backup"))
        self.fold.button.clicked.connect(self._fill)
        self.add(self.fold)

    def open(self) -> RestoreForm:
        """Open it, for pictures and tests."""
        self._fill()
        self.fold.set_open(True)
        assert self.form is not None
        return self.form

    def _fill(self) -> None:
        if self.form is None:
            from inspector_app.gui.pages.unlock.restore_form import RestoreForm
            from inspector_app.gui.widgets.tab_order import order_by_layout

            self.form = RestoreForm(self._workbench)
            self.fold.add(self.form)
            order_by_layout(self)

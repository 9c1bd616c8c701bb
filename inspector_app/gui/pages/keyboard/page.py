"""The keyboard map: every action with its key, grouped, found as one types; Enter does it where it can."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page
from inspector_app.gui.hit_list import Hit, HitList
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.pages.keyboard.known import OF_CONTROLS, OF_PAGES, KnownKey
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.tab_order import order_by_layout
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench

BACK = "keyboard.back"


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return KeyboardPage(workbench)


class KeyboardPage(Page):
    """Type in the line to narrow the list; Down goes into it."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("keyboard", "")
        self._workbench = workbench
        self._back = ("home", "")
        self.set_title(self.tr("Keyboard"), self.tr("everything can be done without a mouse"))
        workbench.actions.ensure(ActionSpec(BACK, self.tr("Back"), "Esc", self.tr("Keyboard")))
        self.add_head(workbench.actions.button(BACK))
        self.line = TextLine()
        self.search = FormRow(self.tr("Find a key"), self.line, self.tr("what it does, or the key itself"))
        self.list = HitList(self.tr("Keys"), self)
        self.none = label("", "soft")
        self._body = QWidget(self)
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.none):
            self._lines.addWidget(part)
        self._lines.addWidget(self.list, 1)
        self.fill(self._body)
        order_by_layout(self._body)
        self.line.edited.connect(self._show)
        self.line.line.returnPressed.connect(self.list.setFocus)
        self.list.taken.connect(self._take)
        follow_look(self._space)

    def arrive(self) -> None:
        self._workbench.actions.bind(BACK, self.back)
        self._show(self.line.value())

    def leave(self) -> None:
        self._workbench.actions.unbind(BACK)

    def show_detail(self, detail: str) -> None:
        """``from PAGE KEY``: where to go back to."""
        words = [*detail.split(" ", 2), "", ""]
        if words[0] == "from" and words[1]:
            self._back = (words[1], words[2])

    def first_focus(self) -> QWidget:
        return self.line

    def back(self) -> None:
        """Go back to the page from which the map was asked for."""
        self._workbench.go(*self._back)

    def _show(self, text: str) -> None:
        words = text.casefold().split()
        hits = [hit for hit in self._every() if all(word in _said(hit) for word in words)]
        self.list.show_hits(hits)
        self.list.setVisible(bool(hits))
        self.none.setText("" if hits else self.tr("No key does that. Ctrl+K finds what has none."))
        self.none.setVisible(not hits)

    def _every(self) -> Iterator[Hit]:
        """Actions that are registered, those of pages not made yet, and the keys of controls; by group."""
        actions = self._workbench.actions
        groups: dict[str, list[Hit]] = {}
        registered = set()
        for spec in actions.specs:
            registered.add(spec.id)
            if spec.shortcut and spec.id != BACK:
                hit = Hit(spec.text, spec.description, self._doer(spec.id), actions.key(spec.id), spec.where)
                groups.setdefault(spec.where, []).append(hit)
        for known in (*(one for one in OF_PAGES if one.action not in registered), *OF_CONTROLS):
            hit = _hit(known)
            groups.setdefault(hit.group, []).append(hit)
        for hits in groups.values():
            yield from hits

    def _doer(self, action: str) -> Callable[[], None]:
        return self._workbench.actions.action(action).trigger

    def _take(self, hit: Hit) -> None:
        """Go back and do it there, where it can be done."""
        hit.act()

    def _space(self) -> None:
        m = look().metrics
        self._lines.setSpacing(m.space(3))
        self.list.setMinimumHeight(m.control)
        # A key at the far end of a wide window is hard to follow to its words.
        self._body.setMaximumWidth(m.columns(100))


def _hit(known: KnownKey) -> Hit:
    tr = QCoreApplication.translate
    key = (
        QKeySequence(known.key).toString(QKeySequence.SequenceFormat.NativeText)
        if known.action
        else known.key
    )
    text, where = tr("Keyboard", known.text), tr("Keyboard", known.where)
    return Hit(text, "", _nothing, key.replace("Return", "Enter"), where)


def _said(hit: Hit) -> str:
    return f"{hit.title} {hit.about} {hit.group} {hit.key}".casefold()


def _nothing() -> None:
    """This key means something only in its control."""

"""The top bar: where am I, its state, search or do, what is saved, lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from inspector_app.gui.frame.facts import Place
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.hand_line import HandLine
from inspector_app.gui.widgets.labels import label

WIDE = 110
"""In ems: from this width of the window on, the search has room for whole sentences."""
PART = " · "
GAP = 2.5
REST_MILLISECONDS = 2500
"""A rest in saving after which it is heard that all is saved: somewhat longer than a pause in typing."""


class SearchField(HandLine):
    """The field of "search or do", with its key at the end while it is empty.

    `entered(what had the keyboard before)`, `left`, and `escaped` when the person wants to be back there.
    """

    entered = Signal(object)
    escaped = Signal()
    left = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setPlaceholderText(self.tr("Search or do"))
        self.setAccessibleName(self.tr("Search or do"))
        self.setAccessibleDescription(key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = self.window().width() > WIDE * look().metrics.em
        return QSize(look().metrics.columns(44 if wide else 30), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(
            self.placeholderText() + self._key
        ) + look().metrics.space(10)
        return QSize(wide, super().minimumSizeHint().height())

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if self.text():
            return
        inset = look().metrics.space(2.5)
        painter = QPainter(self)
        painter.setPen(QColor(look().colours.soft))
        side = Qt.AlignmentFlag.AlignRight
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignLeft
        inside = QRect(inset, 0, self.width() - 2 * inset, self.height())
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, self._key)


@dataclass(frozen=True, slots=True)
class TopButtons:
    """The buttons of the top bar, made from the window's actions."""

    menu: Button
    search: Button
    side: Button
    lock: Button


class TopBar(QFrame):
    """`search_wanted(text)` follows Enter in the field, `search_typed(text)` every key in it.

    It stays on one line: beside the title stands as much of the service as there is room for. On a narrow
    window (or with large text) the field gives way to a button, and Lock to its icon.
    """

    search_wanted = Signal(str)
    search_typed = Signal(str)

    def __init__(self, buttons: TopButtons, search_key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self._buttons = buttons
        self._saved_words = self._about = ""
        self._compact = self._tiny = False
        self._bare = False
        self._ends: list[QWidget] = []
        self.title = label("", "heading")
        self.subtitle = label("", "soft")
        self.state = Badge()
        self.practice = Badge()
        self.search = SearchField(search_key, self)
        self.saved = Badge()
        self._rested = QTimer(self)
        self._rested.setSingleShot(True)
        self._rested.setInterval(REST_MILLISECONDS)
        self._rested.timeout.connect(self.say_saved)
        self._row = QHBoxLayout(self)
        self._where = FlowLayout(gap=GAP, line_gap=0.5)
        self._marks = QWidget(self)
        self._marks_row = QHBoxLayout(self._marks)
        self._marks_row.setContentsMargins(0, 0, 0, 0)
        for mark in (self.state, self.practice):
            self._marks_row.addWidget(mark)
        for part in (self.title, self.subtitle, self._marks):
            self._where.addWidget(part)
        self._row.addWidget(buttons.menu, 0, Qt.AlignmentFlag.AlignVCenter)
        add_layout(self._row, self._where, 1)
        self._row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        for end in (buttons.search, self.saved, buttons.side, buttons.lock):
            self._row.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        buttons.search.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.search.returnPressed.connect(self._search)
        self.search.written.connect(self.tell_typed)
        self.search.left.connect(self._search_left)
        follow_look(self._restyle)

    def set_compact(self, compact: bool) -> None:
        """Make do with little width."""
        if compact != self._compact:
            self._compact = compact
            for button in (self._buttons.lock, *self._ends):
                if isinstance(button, Button):
                    button.set_icon_only(compact)
            self._buttons.search.setVisible(compact and not self._bare)
            self.search.setVisible(not compact and not self._bare)
            self._fit_subtitle()

    def set_tiny(self, tiny: bool) -> None:
        """Make do with very little width: the service stands on Prepare too, and the hour is enough."""
        if tiny != self._tiny:
            self._tiny = tiny
            self.title.setProperty("role", "strong" if tiny else "heading")
            self.title.style().polish(self.title)
            self._show_marks()
            self._show_words()

    def event(self, event: QEvent, /) -> bool:
        """Where a part of the bar came, went or changed, the others have another room."""
        if event.type() == QEvent.Type.Resize:
            self.search.updateGeometry()  # a wide window gives it more room
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit_subtitle()
        return super().event(event)

    def _fit_subtitle(self) -> None:
        """As many parts of what stands beside the title as leave the bar on one line; Prepare has all."""
        said = bool(self._about) and not self._tiny and not self.title.isHidden()
        parts = self._about.split(PART) if said else []
        room = self._room_beside_title()
        metrics = self.subtitle.fontMetrics()
        while parts and metrics.horizontalAdvance(PART.join(parts)) + 2 > room:
            parts.pop()
        words = PART.join(parts)
        if words != self.subtitle.text() or self.subtitle.isHidden() == bool(words):
            self.subtitle.setText(words)
            self.subtitle.setVisible(bool(words))

    def _room_beside_title(self) -> int:
        m = look().metrics
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._buttons.menu.sizeHint().width()
        search = (self._buttons.search, self.search)
        for end in (*search, self.saved, self._buttons.side, self._buttons.lock, *self._ends):
            if not end.isHidden():
                room -= end.sizeHint().width() + self._row.spacing()
        for part in (self.title, self.state, self.practice):
            if not part.isHidden():
                room -= part.sizeHint().width() + m.space(GAP)
        return room - self._row.spacing()

    def _show_words(self) -> None:
        if self._saved_words:
            short = self._saved_words.rsplit(" ", 1)[-1].rsplit(":", 1)[0]
            self.saved.show_text(short if self._tiny else self._saved_words, "good", "saved")
            self.saved.setToolTip(self._saved_words if self._tiny else "")

    def put_beside_saved(self, widget: QWidget) -> None:
        """Put a widget after what is saved; whoever gives it shows and hides it. Tab stops there in turn."""
        self._row.insertWidget(self._row.indexOf(self.saved) + 1, widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._ends.append(widget)
        QWidget.setTabOrder(self._buttons.search, widget)
        if isinstance(widget, Button):
            widget.set_icon_only(self._compact)

    def set_bare(self, bare: bool) -> None:
        """Show neither search nor lock nor what is saved: nothing is unlocked."""
        self._bare = bare
        self._buttons.lock.setVisible(not bare)
        self._buttons.search.setVisible(self._compact and not bare)
        self.search.setVisible(not self._compact and not bare)
        if bare:
            self._saved_words = ""
            self._rested.stop()
            self.saved.show_text("")

    def focus_search(self) -> None:
        """Put the keyboard into the field, which shows itself for as long as it has it."""
        before = QApplication.focusWidget()
        self._make_room(searching=self._compact)
        self.search.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self.search.entered.emit(before)

    @property
    def saved_words(self) -> str:
        """What the chip says is saved, '' before the first save."""
        return self._saved_words

    def show_place(self, place: Place) -> None:
        """Say where the person is."""
        self._about = place.subtitle
        self.title.setText(place.title)
        self.title.setToolTip(place.subtitle)
        self.state.show_text(place.state, place.state_tone)
        self.practice.show_text(self.tr("Practice") if place.practice else "", "attention", "state-attention")
        self._show_marks()

    def show_saved(self, at: datetime) -> None:
        """The time of the last key that is safely on the disk."""
        self._saved_words = self.tr("Saved {time}").format(time=f"{at:%H:%M:%S}")
        self._show_words()
        self._rested.start()

    def say_saved(self) -> None:
        """Have it heard that all that was typed is safe, once after a while of typing, not with every key."""
        announce(self.saved, self.tr("Saved"))

    def show_saving(self) -> None:
        """Keys are on their way to the disk; shown only when that takes long enough to be noticed."""
        self.saved.show_text(self.tr("Saving"), "quiet", "state-half")

    def show_not_saved(self, why: str) -> None:
        """The disk refused; `why` is heard and seen on the page as a message too."""
        self._rested.stop()
        self.saved.show_text(self.tr("Not saved"), "bad", "stop")
        self.saved.setToolTip(why)

    def tell_typed(self, text: str) -> None:
        self.search_typed.emit(text)

    def tell_search(self, text: str) -> None:
        self.search_wanted.emit(text)

    def _make_room(self, *, searching: bool) -> None:
        """On a narrow window the field takes the place of what says where one is, while it is searched."""
        self.title.setVisible(not searching)
        self._show_marks(searching=searching)

    def _show_marks(self, *, searching: bool = False) -> None:
        """The state and whether it is practice; both go to a second line or none."""
        self.practice.setVisible(bool(self.practice.text()) and not searching)
        self.state.setVisible(bool(self.state.text()) and not searching and not self._tiny)
        self._marks.setVisible(not (self.practice.isHidden() and self.state.isHidden()))
        self._fit_subtitle()

    def _search_left(self) -> None:
        self._make_room(searching=False)
        self.search.setVisible(not self._compact and not self._bare)

    def _search(self) -> None:
        self.tell_search(self.search.text())

    def _restyle(self) -> None:
        m = look().metrics
        self._row.setContentsMargins(m.space(3), m.space(2.5), m.space(4), m.space(2.5))
        self._row.setSpacing(m.space(2.5))
        self._marks_row.setSpacing(m.space(GAP))

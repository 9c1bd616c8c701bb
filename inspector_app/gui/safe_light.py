"""The light in the top bar: is the record safe, and since when; a press opens the times and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.errors import KnownError
from inspector_app.gui import icons
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.operations.changed import Changed
from inspector_app.operations.safety_light import Light, LightLine, Tone, safety_light

if TYPE_CHECKING:
    from datetime import datetime

    from inspector_app.gui.backing_up import BackupKeeper
    from inspector_app.gui.workbench import Workbench

OPEN = "safety.show"
ICONS: dict[Tone, icons.Name] = {
    "good": "state-done",
    "attention": "state-attention",
    "bad": "stop",
    "quiet": "state-hidden",
}
_MINUTE = 60_000


class SafeLight(Button):
    """Shape, word and colour say the same; it follows what is committed, backed up and received."""

    def __init__(self, workbench: Workbench, backups: BackupKeeper, parent: QWidget) -> None:

        workbench.actions.add(ActionSpec(OPEN, parent.tr("Safe since"), "Ctrl+Shift+L", parent.tr("Window")))
        super().__init__("", kind="quiet", icon="state-hidden", parent=parent)
        self.setObjectName("safe_light")
        self.setAccessibleName(parent.tr("Safe since"))
        self._workbench, self._backups = workbench, backups
        self._light: Light | None = None
        self._tone: Tone = "quiet"
        self._panel: SafetyPanel | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE)
        self._timer.timeout.connect(self.ask)
        self.clicked.connect(self.open_panel)
        workbench.changed.connect(self._changed)
        workbench.saved.connect(self._saved)
        backups.began.connect(self._began)
        backups.ended.connect(self.ask)
        self.hide()

    @property
    def light(self) -> Light | None:
        """What is shown."""
        return self._light

    def setVisible(self, visible: bool, /) -> None:
        super().setVisible(visible)
        if visible:
            self._workbench.actions.bind(OPEN, self.open_panel)
            self._timer.start()
            self.ask()
        else:
            self._workbench.actions.unbind(OPEN)
            self._timer.stop()
            if self._panel is not None:
                self._panel.close()

    def ask(self) -> None:
        """Ask for the facts anew."""
        if self._workbench.unlocked:
            self._workbench.run(safety_light, self.show_light, _let_be)

    def show_light(self, shown: Light) -> None:
        """Show the facts; what has become worse is read out."""
        worse = shown.tone in ("bad", "attention") and shown.tone != self._tone
        known = self._light is not None
        self._light, self._tone = shown, shown.tone
        self.set_words(shown.words, ICONS[shown.tone])
        told = ". ".join(f"{line.what}: {line.when}" for line in shown.lines)
        self.setAccessibleDescription(f"{told}. {self._workbench.actions.key(OPEN)}")
        if self._panel is not None:
            self._panel.show_light(shown)
        if worse and known:
            announce(self, shown.words, urgent=shown.tone == "bad")

    def open_panel(self) -> None:
        """Show the three times and what to do, under the light."""
        if self._panel is None:
            self._panel = SafetyPanel(self._workbench, self._backups, self.window())
        if self._light is not None:
            self._panel.show_light(self._light)
        self.ask()
        self._panel.open_under(self)

    @property
    def panel(self) -> SafetyPanel | None:
        """The panel, None before it was first opened."""
        return self._panel

    def _inks(self) -> tuple[str, str]:
        ink, _ = look().colours.tone(self._tone)
        return ink, look().colours.soft

    def _changed(self, changed: Changed) -> None:
        if changed.about("backup", "receipt", "settings"):
            self.ask()

    def _saved(self, at: datetime) -> None:
        if self._panel is not None and self._panel.isVisible():
            self.ask()

    def _began(self, _: object) -> None:
        self.set_words(self.tr("Backing up"), "state-half")


class SafetyPanel(QFrame):
    """A panel of its own over the page; Escape or a press elsewhere puts it away."""

    def __init__(self, workbench: Workbench, backups: BackupKeeper, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("safety_panel")
        self.setProperty("card", True)
        self.setAccessibleName(self.tr("Safe since"))
        self._workbench, self._backups = workbench, backups
        self.lines: list[_Line] = []
        heading, self._held = label(self.tr("Safe since"), "heading", parent=self), QWidget(self)
        self.now = Button(self.tr("Back up now"), parent=self)
        self.settings = Button(self.tr("Backups in settings"), kind="quiet", parent=self)
        self._column = QVBoxLayout(self)
        self._rows = QVBoxLayout(self._held)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(heading)
        self._column.addWidget(self._held)
        row = FlowLayout(gap=2.5)
        row.addWidget(self.now)
        row.addWidget(self.settings)
        add_layout(self._column, row)
        self.now.clicked.connect(self._back_up)
        self.settings.clicked.connect(self._to_settings)
        follow_look(self._restyle)

    def show_light(self, shown: Light) -> None:
        """Show the lines."""
        while len(self.lines) < len(shown.lines):
            line = _Line(self._held)
            self.lines.append(line)
            self._rows.addWidget(line)
        for line, fact in zip(self.lines, shown.lines, strict=True):
            line.show_line(fact)
        self.now.setVisible(shown.place is not None and not shown.practice)
        self.settings.setVisible(not shown.practice)
        if self.isVisible():
            self._fit()

    def open_under(self, light: QWidget) -> None:
        """Show it under the light, within the screen."""
        self._fit()
        corner = light.mapToGlobal(QPoint(light.width() - self.width(), light.height() + 2))
        screen = light.screen().availableGeometry()
        self.move(max(screen.left(), corner.x()), corner.y())
        self.show()
        target = self.now if self.now.isVisible() else self.settings
        (target if target.isVisible() else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _back_up(self) -> None:
        self.close()
        self._backups.now()

    def _to_settings(self) -> None:
        self.close()
        self._workbench.go("settings", "backup")

    def _fit(self) -> None:
        width = min(look().metrics.columns(58), self.window().screen().availableGeometry().width())
        self.setFixedWidth(width)
        self.setFixedHeight(max(self._column.heightForWidth(width), self._column.minimumSize().height()))

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(m.space(4.5), m.space(4), m.space(4.5), m.space(4))
        self._column.setSpacing(m.space(3))
        self._rows.setSpacing(m.space(3))


class _Line(QWidget):
    """What is safe, since when, and under it what to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone: Tone = "quiet"
        self._mark = QLabel(self)
        self.what, self.when = label("", "body"), label("", "strong")
        self.advice = label("", "soft")
        head = FlowLayout(gap=2, line_gap=0.5)
        for part in (self._mark, self.what, self.when):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        add_layout(column, head)
        column.addWidget(self.advice)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_look(self._restyle)

    def show_line(self, fact: LightLine) -> None:
        self._tone = fact.tone
        self.what.setText(fact.what)
        self.when.setText(fact.when)
        self.advice.setText(fact.advice)
        self.advice.setVisible(bool(fact.advice))
        self.setAccessibleName(f"{fact.what}: {fact.when}. {fact.advice}".strip())
        self._restyle()

    def _restyle(self) -> None:
        seen = look()
        ink, _ = seen.colours.tone(self._tone)
        self._mark.setPixmap(
            icons.pixmap(ICONS[self._tone], ink, seen.metrics.icon, self.devicePixelRatioF())
        )


def _let_be(error: KnownError) -> None:
    """Locked meanwhile."""

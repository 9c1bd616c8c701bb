"""Owns the look: picks light, dark or high contrast, follows the system live, and dresses the application.

It is needed for the first paint, so the namespace `Qt` (14 ms to make its enumerations) is left to
`SystemLook`: a start that remembers what the system wanted last time asks it after the first paint.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from inspector_app import resources
from inspector_app.gui import look as looks
from inspector_app.gui.colours import DARK, LIGHT, Colours, SystemColours, high_contrast
from inspector_app.gui.look import Look
from inspector_app.gui.metrics import ZOOM_STEPS, metrics_for
from inspector_app.gui.style import style_sheet

Name = Literal["light", "dark", "contrast"]
Mode = Literal["system", "light", "dark", "contrast"]

FAMILY = "Inter"
FUSION = "inspector_fusion"
"""A property of the application that was started in Qt's own style: to set it later costs 6 ms."""
_FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")


class SystemLook(QObject):
    """What the system wants, and when it changes its mind."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self.tell_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self.tell_changed)
        screen = application.primaryScreen()
        if screen is not None:
            screen.logicalDotsPerInchChanged.connect(self.tell_changed)

    def dark(self) -> bool:
        from PySide6.QtCore import Qt

        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    def contrast(self) -> bool:
        from PySide6.QtCore import Qt

        return self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast

    def points(self) -> float:
        """The size of the system's font, in points; 0 where it is not said."""
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()

    def tell_changed(self) -> None:
        self.changed.emit()


class Theme(QObject):
    """The application's look. `changed` follows once everything is in place.

    `remembered` is what the system wanted when the program was last used: it holds until `follow_system`.
    """

    changed = Signal()
    changing = Signal()
    """Comes before: a window that must not grow with its text takes note of its size."""

    def __init__(
        self,
        application: QApplication,
        mode: Mode = "system",
        zoom: float = 1.0,
        system: SystemLook | None = None,
        remembered: Name | None = None,
        *,
        large: bool = False,
        hints: bool = True,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._mode: Mode = mode
        self._zoom = zoom
        self._large, self._hints = large, hints
        self._system_points = _system_points(application)
        if not application.property(FUSION):
            application.setStyle("Fusion")
        _load_fonts(application)
        self._system = system
        self._seen: Name = remembered or "light"
        self._sizes: tuple[float, float] | None = None
        if remembered is None:
            self._listen()
        self._apply()

    def follow_system(self) -> None:
        """Ask the system what it wants, and follow it from now on; after a start that remembered it."""
        before = self._seen
        self._listen()
        if self._mode == "system" and self._seen != before:
            self._apply()

    @property
    def seen(self) -> Name:
        """What the system wanted when it was last asked."""
        return self._seen

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def large(self) -> bool:
        """Whether everything that is pressed is as large as a fingertip."""
        return self._large

    @property
    def hints(self) -> bool:
        """Whether keys stand beside what they do."""
        return self._hints

    @property
    def current(self) -> Look:
        return looks.look()

    def set_mode(self, mode: Mode) -> None:
        """Follow the system, or hold to light, dark or high contrast whatever the system says."""
        if mode != self._mode:
            self._mode = mode
            self._apply()

    def set_zoom(self, zoom: float) -> None:
        """Size of everything, 1.0 to 3.0 of the system's."""
        wanted = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        if wanted != self._zoom:
            self._zoom = wanted
            self._apply()

    def set_large(self, large: bool) -> None:
        """Make everything that is pressed as large as a fingertip, or as usual."""
        if large != self._large:
            self._large = large
            self._apply()

    def set_hints(self, hints: bool) -> None:
        """Show keys beside what they do, or fold them away."""
        if hints != self._hints:
            self._hints = hints
            self._apply()

    def step_zoom(self, direction: int) -> None:
        """The next larger (1) or smaller (-1) of the zoom steps; 0 goes back to 100 %."""
        if direction == 0:
            self.set_zoom(1.0)
        elif direction > 0:
            self.set_zoom(next((step for step in ZOOM_STEPS if step > self._zoom + 0.01), ZOOM_STEPS[-1]))
        else:
            smaller = (step for step in reversed(ZOOM_STEPS) if step < self._zoom - 0.01)
            self.set_zoom(next(smaller, ZOOM_STEPS[0]))

    def _listen(self) -> None:
        if self._system is None:
            self._system = SystemLook(self._application)
        self._system.changed.connect(self._follow)
        self._seen = _wanted(self._system)
        self._sizes = self._system.points(), _dots(self._application)

    def system_changed(self) -> None:
        """The system has another theme: of its font only the window hears, by an event."""
        if self._sizes is not None:
            self._follow()

    def _follow(self) -> None:
        before = self._seen, self._sizes
        if self._system is not None:
            self._seen = _wanted(self._system)
            self._sizes = self._system.points(), _dots(self._application)
            if before[1] is not None and self._sizes[0] > 0 and self._sizes[0] != before[1][0]:
                self._system_points = self._sizes[0]
        switched = self._mode == "system" and self._seen != before[0]
        if switched or self._sizes != before[1] or self._name() == "contrast":
            self._apply()

    def _apply(self) -> None:
        name = self._name()
        dots = _dots(self._application)
        metrics = metrics_for(self._system_points, dots, self._zoom, large=self._large)
        self.changing.emit()
        new = Look(name, self._colours(name), metrics, self._hints)
        looks.set_look(self._application, new)
        font = QFont(FAMILY)
        font.setPointSizeF(metrics.body_points)
        self._application.setFont(font)
        self._application.setPalette(_palette(new.colours))
        self._application.setStyleSheet(style_sheet(new))
        looks.notice(self._application).tell()
        self.changed.emit()

    def _name(self) -> Name:
        return self._seen if self._mode == "system" else self._mode

    def _colours(self, name: str) -> Colours:
        if name == "contrast":
            self._application.setPalette(QPalette())
            return high_contrast(_system_colours(self._application.palette()))
        return DARK if name == "dark" else LIGHT


def _wanted(system: SystemLook) -> Name:
    if system.contrast():
        return "contrast"
    return "dark" if system.dark() else "light"


def _dots(application: QApplication) -> float:
    screen = application.primaryScreen()
    return screen.logicalDotsPerInch() if screen is not None else 96.0


def _system_points(application: QApplication) -> float:
    font = application.font()
    if font.pointSizeF() > 0:
        return font.pointSizeF()
    return font.pixelSize() * 72 / _dots(application)


def _load_fonts(application: QApplication) -> None:
    """Load our faces once an application; asking Qt which families there are reads all of the system's."""
    if application.property("inspector_fonts"):
        return
    application.setProperty("inspector_fonts", True)
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", name)))


def _system_colours(palette: QPalette) -> SystemColours:
    def role(which: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, which).name().upper()

    return SystemColours(
        window=role(QPalette.ColorRole.Window),
        window_text=role(QPalette.ColorRole.WindowText),
        base=role(QPalette.ColorRole.Base),
        text=role(QPalette.ColorRole.Text),
        highlight=role(QPalette.ColorRole.Highlight),
        highlighted_text=role(QPalette.ColorRole.HighlightedText),
    )


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.page,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.field,
        QPalette.ColorRole.AlternateBase: colours.page,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.soft,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Light: colours.surface,
        QPalette.ColorRole.Midlight: colours.hover,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.control_line,
        QPalette.ColorRole.Shadow: colours.control_line,
        QPalette.ColorRole.BrightText: colours.bad,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.soft))
    return palette

"""How a widget learns the colours and sizes of the moment.

The look belongs to the QApplication, as its palette and style do: `Theme` puts it there, widgets ask for it
when they paint, and lay themselves out again through `follow_look` when it changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from inspector_app.gui.colours import LIGHT, Colours
from inspector_app.gui.metrics import Metrics, metrics_for

_NOTICE = "inspector_look_notice"


class Look(NamedTuple):
    """Colours and sizes of the moment. `name` is light, dark or contrast; without `hints` buttons fold away
    the key that they carry.
    """

    name: str
    colours: Colours
    metrics: Metrics
    hints: bool = True


class LookNotice(QObject):
    """Holds the look, and tells widgets of another once palette, font and style sheet are in place. In a
    `tight` window the text is so large that buttons leave out their keys.
    """

    changed = Signal()
    fitted = Signal()
    look: Look | None = None
    tight = False

    def tell(self) -> None:
        self.changed.emit()

    def tell_fitted(self) -> None:
        self.fitted.emit()


_DEFAULT = Look("light", LIGHT, metrics_for(0, 96, 1))


def look() -> Look:
    """The look of the running application; the light one while no theme has been set."""
    application = QCoreApplication.instance()
    found = application.property(_NOTICE) if application is not None else None
    return found.look or _DEFAULT if isinstance(found, LookNotice) else _DEFAULT


def set_look(application: QCoreApplication, new: Look) -> None:
    """Only `Theme` calls this."""
    notice(application).look = new


def tight() -> bool:
    """Whether there is no room for anything but words."""
    application = QCoreApplication.instance()
    return application is not None and notice(application).tight


def notice(application: QCoreApplication) -> LookNotice:
    """The application's notice, made on first use and owned by it."""
    found = application.property(_NOTICE)
    if isinstance(found, LookNotice):
        return found
    made = LookNotice(application)
    application.setProperty(_NOTICE, made)
    return made


def follow_look(restyle: Callable[[], None]) -> None:
    """Call `restyle` (a method of a QObject, which then disconnects by itself) now and after each change."""
    application = QCoreApplication.instance()
    if application is not None:
        notice(application).changed.connect(restyle)
    restyle()


def follow_fit(restyle: Callable[[], None]) -> None:
    """Call `restyle` (a method of a QObject) whenever the window becomes `tight` or is so no longer: that is
    known after the look, once the window has found its size.
    """
    application = QCoreApplication.instance()
    if application is not None:
        notice(application).fitted.connect(restyle)

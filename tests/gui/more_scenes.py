"""States worth a picture that lie off the way of the tour: last time beside the checklist, a file with
evidence, the privacy screen, the menu, another language, and any checklist in a window of its own.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))

from form_window_kit import fill, make_trial, make_window, settle
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from inspector_app import words
from inspector_app.gui import language
from inspector_app.gui.pages.evidence.page import EvidenceList

if TYPE_CHECKING:
    from tests.gui.screenshots import Photographer

RIVERBANK = "CS9900000001"
PHOTO = "notice-board.png"


def beside_last_time(camera: Photographer) -> None:
    """A new inspection of a service that was inspected: last time's answers and what is still open."""
    shell, window = camera.opened.shell, camera.opened.window
    shell.go("start", RIVERBANK)
    camera.settle()
    window.registry.action("start.begin").trigger()
    camera.wait(lambda: window.page is not None and window.page.key == "prepare")
    camera.settle()
    shell.go("screen:policy")
    camera.settle()
    page = window.page
    camera.wait(lambda: bool(page.evidence.beside.last.words))  # type: ignore[union-attr]
    camera.shoot("6-split-view")


def attached_file(camera: Photographer) -> None:
    """A piece of evidence with a picture, which came in without where it was taken."""
    window = camera.opened.window
    camera.opened.shell.go("evidence", "new - evidence")
    camera.settle()
    page = window.page
    assert isinstance(page, EvidenceList)
    card = page.capture_card
    assert card is not None
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / PHOTO
        notice_board().save(str(file))
        card.file.take(file)
        camera.wait(lambda: card.file.picture.isVisible())
    camera.settle()
    camera.shoot("6-evidence-file")


def notice_board() -> QImage:
    """An invented notice board, drawn: no photograph of a place."""
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    image.fill(QColor("#B98A5A"))
    painter = QPainter(image)
    for at, colour in enumerate(("#FFFFFF", "#F6E7A1", "#CFE5F2", "#FFFFFF", "#DFF0D8", "#F6E7A1")):
        painter.fillRect(40 + at % 3 * 200, 40 + at // 3 * 185, 160, 150, QColor(colour))
    painter.end()
    return image


def privacy(camera: Photographer) -> None:
    """Everything hidden by one key, and shown again by the next."""
    window = camera.opened.window
    window.registry.action("window.privacy").trigger()
    camera.shoot("6-hidden")
    screen = QApplication.focusWidget()
    if screen is not None:
        QTest.keyClick(screen, Qt.Key.Key_Space)


def menu(camera: Photographer, name: str = "6-menu", heading: int = 2) -> None:
    """The menu with one of its headings open; they are windows of their own, set into the picture here."""
    if camera.only and camera.only not in name:
        return
    window = camera.opened.window
    for look in camera.looks:
        camera.look_like(look)
        whole = window.registry.menu(window)
        inner = whole.actions()[heading].menu()
        assert isinstance(inner, QMenu)
        below = window.top.mapTo(window, QPoint(0, window.top.height()))
        whole.popup(window.mapToGlobal(below))
        inner.popup(window.mapToGlobal(below))
        camera.settle()
        beside = below + QPoint(whole.width(), whole.actionGeometry(whole.actions()[heading]).top())
        picture = window.grab()
        painter = QPainter(picture)
        for part, spot in ((whole, below), (inner, beside)):
            painter.drawPixmap(spot, part.grab())
        painter.end()
        camera.keep(picture, name, look)
        for part in (inner, whole):
            part.close()
        whole.deleteLater()
    camera.plain()


@contextmanager
def gaelic(application: QApplication) -> Iterator[None]:
    """Windows that are made meanwhile speak Gaelic, so far as its catalogue goes."""
    before, locale = application.layoutDirection(), QLocale()
    if not language.speak(application, "gd"):
        raise LookupError("There is no Gaelic catalogue.")
    try:
        yield
    finally:
        language.silence(application)
        words.use(words.ENGLISH)
        QLocale.setDefault(locale)
        application.setLayoutDirection(before)


def in_gaelic(camera: Photographer) -> None:
    """Menus and headings in another language, which nobody has reviewed yet."""
    shell, window, bench = camera.opened.shell, camera.opened.window, camera.opened.workbench
    shell.go("home")
    camera.settle()
    camera.shoot("7-gaelic-home")
    menu(camera, "7-gaelic-menu")
    bench.open_inspection(window.page.under_way.lines[0].key)  # type: ignore[union-attr]
    for key in ("findings", "screen:policy"):
        shell.go(key)
        camera.settle()
        camera.shoot(f"7-gaelic-{key.replace(':', '-')}")


def any_checklist(camera: Photographer) -> None:
    """A checklist of another maker, with every kind of control, in the window that tries it out."""
    names = ("8-any-checklist", "8-any-checklist-rows")
    if camera.only and not any(camera.only in name for name in names):
        return
    with tempfile.TemporaryDirectory() as place:
        trial = make_trial(Path(place))
        fill(trial)
        window = make_window(trial, camera.theme)
        window.show()
        pages = {one.key.rsplit("/", 1)[-1]: one.key for one in trial.pages}
        chosen = {names[0]: pages["choices"], names[1]: pages["plans"]}
        for look in camera.looks:
            camera.theme.set_mode(look.mode)
            camera.theme.set_zoom(look.zoom)
            window.resize(look.width, look.height)
            for name, page in chosen.items():
                window.go(page)
                settle(window)
                camera.keep(window.grab(), name, look)
        camera.plain()
        _away(window)


def _away(window: QWidget) -> None:
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

"""An invented form with every control, opened in the form window, for tests and pictures.

usage: QT_QPA_PLATFORM=offscreen python tests/gui/form_window_kit.py [FOLDER]    (default build/gallery)
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from inspector_app.checklists.compile import compile_checklist
from inspector_app.gui.forms_window.window import FormWindow
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.pictures import as_png
from inspector_app.operations.try_checklist import Trial, open_trial

SOURCE = Path(__file__).with_name("every_control.md")
NOW = datetime(2026, 5, 12, 14, 3, 22, tzinfo=timezone(timedelta(hours=1)))


def now() -> datetime:
    return NOW


def picture(width: int = 120, height: int = 60) -> bytes:
    """A plain PNG."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    return as_png(image)


@cache
def every_control() -> bytes:
    """The XForm of the form with every control."""
    return compile_checklist(SOURCE).usable().xform


def make_trial(folder: Path, xform: bytes | None = None) -> Trial:
    """A trial of the form (or another) whose files lie in a folder."""
    form = folder / "every_control.xml"
    form.write_bytes(xform or every_control())
    (folder / "plan.png").write_bytes(picture())
    count = iter(range(1, 1_000_000))
    return open_trial(form, None, lambda: f"r{next(count)}")


def make_window(trial: Trial, theme: Theme) -> FormWindow:
    window = FormWindow(trial, theme, now)
    window.resize(1366, 768)
    return window


def key(trial: Trial, name: str) -> str:
    """The key of the first node of a name."""
    return next(view.key for view in trial.instance.views() if view.key.rsplit("/", 1)[-1] == name)


def page(trial: Trial, name: str) -> str:
    """The key of the page that shows a node."""
    return trial.page_of(key(trial, name))


def settle(window: FormWindow) -> None:
    """Build what is left of the page and lay it out."""
    if window.lines is not None:
        window.lines.finish()
    for _ in range(4):
        QApplication.processEvents()


def fill(trial: Trial) -> None:
    """A few answers."""
    for name, value in (
        ("name", "Riverbank House"), ("places", "75"), ("warmth", "7"), ("policy", "in_place"),
        ("columned", "developing"), ("packed", "none"), ("likert", "3"), ("reasons", "trained online"),
        ("wide", "examples"), ("more", "examples prompting"), ("calm", "4"), ("clean", "2"),
        ("day", "2026-05-12"), ("month", "2026-05-01"), ("spot", "55.9533 -3.1883 0 0"),
        ("role", "Night staff"), ("aware", "no"), ("years", "4"), ("pseudonym", "YP1"), ("money", "1250000"),
    ):  # fmt: skip
        trial.answer(key(trial, name), value)


def main(folder: Path) -> None:
    from inspector_app.gui.app import create_application

    application = create_application(["form"], {"QT_QPA_PLATFORM": "offscreen"})
    theme = Theme(application, "light")
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        trial = make_trial(Path(place))
        fill(trial)
        trial.answer(key(trial, "photo"), trial.attach("hall.png", picture(400, 200)))
        series = key(trial, "plans").partition("[")[0]
        row, _ = trial.add_row(series)
        trial.answer(f"{row}/pseudonym", "YP2")
        trial.answer(f"{row}/together", "no")
        window = make_window(trial, theme)
        window.show()

        def grab(name: str, width: int = 1366, height: int = 768) -> None:
            window.resize(width, height)
            settle(window)
            window.grab().save(str(folder / f"form-{name}.png"))

        pages = {one.key.rsplit("/", 1)[-1]: one.key for one in trial.pages}
        for name, found in pages.items():
            window.go(found)
            grab(f"{name}-tall", height=1700)
        window.go(pages["choices"])
        window.desk.look_at(key(trial, "policy_title"))
        grab("choices")
        window.check()
        grab("checked")
        window.top.hidden.click()
        window.messages.clear()
        trial_key = key(trial, "policy")
        window.desk.answer(trial_key, "none")
        window.go(pages["choices"])
        grab("hidden")
        theme.set_mode("dark")
        for name in ("numbers", "choices", "files", "plans"):
            window.go(pages[name])
            grab(f"{name}-dark", height=1100)
        theme.set_mode("light")
        theme.set_zoom(2.0)
        for name in ("choices", "scale", "asked", "numbers"):
            window.go(pages[name])
            grab(f"{name}-200")
            grab(f"{name}-200-tall", height=2600)
        window.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gallery = Path(__file__).resolve().parents[2] / "build" / "gallery"
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else gallery)

"""Every word on the screen goes through a catalogue; another language changes words, dates and direction."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import long_work
import pytest
from pseudo_language import marked, plain_words, pseudo_language
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app import resources, words
from inspector_app.errors import KnownError
from inspector_app.gui import language, pages
from inspector_app.gui.pages.settings.language_row import language_row
from inspector_app.gui.preferences import LANGUAGES, UNREVIEWED, Kept, read_preferences
from inspector_app.gui.processes import ProcessRunner
from inspector_app.gui.theme import Theme
from inspector_app.operations.help_book import help_book
from inspector_app.operations.licences import parts, versions
from tests.gui import more_scenes, screenshots

ROOT = Path(__file__).resolve().parents[2]

NAMES = frozenset(
    {
        "Inspector A", "Example head office", "(example)", "Inspector", "UTF-8", "Invented Street",
        "Exampleton", "Exampleshire Council", "privat", "many", "service_number", "sector", "places", "name",
        "The passphrase is wrong. Check Caps Lock and the keyboard layout, or use the printed recovery code.",
        "A policy of this year", "A policy of last year", more_scenes.PHOTO,
        "Invented Struan", "Invented Mhairi", "kB",
        "Daily logs of the last six weeks.", "Five members of staff, by designation.",
        "Read as UTF-8.", "Cells are divided by commas.",
        *LANGUAGES.values(),
    }
)  # fmt: skip
"""Data that the example and the picture-taking type in, words that are the same in every language, and what
the process of long work says: it speaks languages that have a catalogue only.
"""


BOOKS = ("4-help", "4-help-search", "4-about")


@pytest.mark.slow
def test_every_word_on_every_page_goes_through_a_catalogue(
    shared_theme: Theme, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    books = NAMES | _of_help_and_licences()
    plain: dict[str, set[str]] = {}
    visited: list[str] = []

    def look(camera: screenshots.Photographer, name: str, ready: Callable[[], object] = lambda: None) -> None:
        ready()
        camera.settle()
        visited.append(name)
        plain[name] = plain_words(camera.opened.window, books if name in BOOKS else NAMES)

    monkeypatch.setattr(screenshots.Photographer, "shoot", look)
    with pseudo_language(qapp):
        screenshots.of_the_tour(tmp_path)
    assert len(visited) > 25
    assert {name: found for name, found in plain.items() if found} == {}


def _of_help_and_licences() -> frozenset[str]:
    """The help is a book in English; packages and their licences are called what they are called."""
    chapters = help_book().chapters
    titles = {section.heading for chapter in chapters for section in chapter.sections}
    texts = {word for chapter in chapters for section in chapter.sections for word in section.text.split()}
    named = {text for part in parts() for text in (part.name, part.licence)}
    return frozenset({*titles, *texts, *named, *(name for name, _ in versions()), "Linux x86_64"})


@pytest.fixture
def gaelic(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    assert language.speak(qapp, "gd")
    yield
    words.use(words.ENGLISH)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    language.silence(qapp)


def test_titles_menus_and_dates_are_gaelic_when_gaelic_is_chosen(gaelic: None) -> None:
    titles = {spec.key: spec.title for spec in pages.home_specs()}
    english = {spec.key: spec.name for spec in pages.home_specs()}
    assert all(titles[key] != english[key] for key in titles)
    assert words.day(date(2026, 5, 14)) == "14 dhen Chèitean 2026"


def test_the_choice_is_kept_for_the_next_start_and_says_so(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    kept = Kept(tmp_path / "window.json")
    row = language_row(kept)
    qtbot.addWidget(row)
    assert "letters and forms" in row.hint.text()
    row.control.committed.emit("gd")
    assert "next start" in row.hint.text()
    assert read_preferences(tmp_path / "window.json").language == "gd"
    kept.change(zoom=2.0)
    assert Kept(tmp_path / "window.json").now.language == "gd"
    assert any("not reviewed" in option.text() for option in row.control.options)  # type: ignore[attr-defined]


def test_numbers_have_the_decimal_sign_of_the_language() -> None:
    assert words.decimal(1.25) == "1.2" and words.decimal(3.0, 0) == "3"
    words.use(language.tongue_of(QLocale("de")))
    try:
        assert words.decimal(1.5) == "1,5"
        assert words.day(date(2026, 5, 14), year=False) == "14 Mai"
    finally:
        words.use(words.ENGLISH)


def test_long_work_in_a_process_of_its_own_speaks_the_language_of_the_window(
    gaelic: None, qtbot: QtBot, qapp: QApplication
) -> None:
    said = "Settings"
    assert words.translate("Places", said) != said
    processes = ProcessRunner(qapp)
    try:
        job = processes.run_in_process(long_work.say, "Places", said)
        with qtbot.waitSignal(job.done) as done:
            pass
    finally:
        processes.close()
        processes.deleteLater()
    assert done.args[0] == (words.translate("Places", said), words.day(date(2026, 5, 14)))


def test_what_gaelic_does_not_have_is_said_in_english(gaelic: None) -> None:
    assert words.translate("Pages", "No such words") == "No such words"
    assert (
        str(KnownError("Nobody has translated this.", "Nor this.")) == "Nobody has translated this. Nor this."
    )


def test_an_error_is_translated_with_its_values_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    english = "“{text}” is no date."
    monkeypatch.setattr(
        language, "_translate", lambda _, said: "Kein Datum: {text}" if said == english else said
    )
    words.use(words.Tongue("xx", error=language.error_words))
    try:
        assert KnownError("“31 June” is no date.").message == "Kein Datum: 31 June"
    finally:
        words.use(words.ENGLISH)


def test_an_unknown_language_leaves_english(qapp: QApplication) -> None:
    for code in ("xx", "", "../gd", "en"):
        assert not language.speak(qapp, code)
    assert words.spoken() is words.ENGLISH


def test_every_language_offered_has_its_catalogue_and_an_unreviewed_one_says_so() -> None:
    there = {file.stem.removeprefix("inspector_") for file in resources.path("translations").glob("*.qm")}
    assert there == set(LANGUAGES) - {"en"}
    for code in there:
        text = resources.path("translations", f"inspector_{code}.ts").read_text(encoding="utf-8")
        assert (code in UNREVIEWED) == ('type="unfinished">' in text.replace('type="unfinished"></', ""))


def test_places_for_values_are_the_same_in_every_translation() -> None:
    wrong = []
    for file in resources.path("translations").glob("*.ts"):
        for message in ElementTree.parse(file).iter("message"):
            source, said = message.findtext("source", ""), message.findtext("translation", "")
            if said and sorted(language.places(source)) != sorted(language.places(said)):
                wrong.append((source, said))
    assert not wrong


def test_the_catalogues_hold_the_words_of_the_code(tmp_path: Path) -> None:
    """A word that is missing is said in English, so a catalogue may lag a little behind the code;
    ``packaging/translations.py --check`` is strict, for a release.
    """
    script = "import sys; from pathlib import Path; from translations import renew; renew(Path(sys.argv[1]))"
    run = [sys.executable, "-c", script, str(tmp_path)]
    subprocess.run(run, timeout=600, check=True, cwd=ROOT / "packaging")
    for file in resources.path("translations").glob("*.ts"):
        wanted, there = _sources(tmp_path / file.name), _sources(file)
        assert len(wanted - there) < len(wanted) / 10, sorted(wanted - there)


def _sources(catalogue: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(catalogue).iter("context")
        for message in context.iter("message")
    }


def test_english_loads_no_translation_at_the_start(tmp_path: Path) -> None:
    script = (
        "import sys, inspector_app.gui.window_run; "
        "print([name for name in sys.modules if name == 'inspector_app.gui.language'])"
    )
    environment = {**os.environ, "INSPECTOR_APP_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
        env=environment,
    )
    assert done.stdout.strip() == "[]"


def test_the_marked_language_keeps_places_and_marks_all_else() -> None:
    assert marked("Saved {time}, &More") == "Ŝâṽêď {time}, &Ṁôřê"

"""The controls that any ODK form asks for: which one a question gets, and each by keyboard."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from exif_picture import exif_jpeg
from form_window_kit import now, picture
from hypothesis import example, given
from hypothesis import strategies as st
from lint_accessibility import lint
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app import resources
from inspector_app.forms.interface import Choice, NodeView
from inspector_app.gui.look import look
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.appearance import kind_of
from inspector_app.gui.widgets.control import AnswerControl
from inspector_app.gui.widgets.draw_pad import DrawPad
from inspector_app.gui.widgets.factory import ControlFactory
from inspector_app.gui.widgets.file_line import FileLine
from inspector_app.gui.widgets.file_shelf import HeldShelf
from inspector_app.gui.widgets.geo import read_point, read_points, shown_point
from inspector_app.gui.widgets.geo_lines import PointLine, PointsBox
from inspector_app.gui.widgets.markdown import plain_text, rich_text
from inspector_app.gui.widgets.month_line import MonthLine, YearLine
from inspector_app.gui.widgets.number_lines import CounterLine, GroupedInteger, MaskedLine, ParsedLine
from inspector_app.gui.widgets.option_list import OptionList, Setting
from inspector_app.gui.widgets.pictures import as_png
from inspector_app.gui.widgets.range_line import RangeLine, steps_of
from inspector_app.gui.widgets.rich_label import RichLabel
from inspector_app.gui.widgets.search_line import SearchLine
from inspector_app.gui.widgets.search_ticks import SearchTicks
from inspector_app.operations.given_file import LARGEST
from tests.patience import PATIENCE_MILLISECONDS

CHOICES = tuple(Choice(f"c{n}", f"Choice {n}") for n in range(1, 5))
MATRIX = json.loads(resources.path("feature_matrix.json").read_text(encoding="utf-8"))
TYPED = [entry for entry in MATRIX["question_types"] if entry["control"]]
DRESSED = [(e["name"], c, k) for e in MATRIX["appearances"] for c, k in e["controls"].items()]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> QWidget:
    host = QWidget()
    host.resize(800, 500)
    QVBoxLayout(host)
    qtbot.addWidget(host)
    return host


def put(host: QWidget, control: AnswerControl) -> list[str]:
    """Show a control; the list gets every value that is committed."""
    layout = host.layout()
    assert layout is not None
    layout.addWidget(control)
    control.set_question("Invented question")
    host.show()
    host.activateWindow()
    assert QTest.qWaitForWindowActive(host, PATIENCE_MILLISECONDS)
    committed: list[str] = []
    control.committed.connect(committed.append)
    return committed


def view(control: str, data_type: str = "string", appearance: str = "", **more: object) -> NodeView:
    media = {"mediatype": f"{data_type}/*"} if control == "upload" else {}
    ranged = {"start": "1", "end": "5", "step": "1"} if control == "range" else {}
    offered = CHOICES if control in ("select1", "select", "rank") else None
    return NodeView(
        "/d/q", "/d/q", "question", control=control, data_type=data_type, appearance=appearance,
        label="Question", choices=offered, parameters={**media, **ranged}, **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(("name", "control", "kind"), DRESSED)
def test_an_appearance_gets_the_control_that_the_list_of_features_names(
    shown: QWidget, name: str, control: str, kind: str
) -> None:
    element, _, data_type = control.partition(":")
    node = view(element, data_type or ("int" if element == "range" else "string"), name)
    assert kind_of(node) == kind
    made = ControlFactory(now, shelf=HeldShelf()).make(node)
    put(shown, made)
    assert made.value() == ""


@pytest.mark.parametrize("entry", TYPED, ids=lambda entry: str(entry["name"]))
def test_every_question_type_that_is_asked_gets_a_control(shown: QWidget, entry: dict[str, str]) -> None:
    media = {"image": "image", "audio": "audio", "video": "video"}.get(entry["name"], "application")
    node = view(entry["control"], media if entry["control"] == "upload" else entry["type"])
    made = ControlFactory(now, shelf=HeldShelf()).make(node)
    put(shown, made)
    assert kind_of(node) != "note"


def test_a_grid_of_one_is_answered_by_digit_arrow_and_taken_back_by_delete(shown: QWidget) -> None:
    grid = OptionList(CHOICES, setting="columns", columns=2)
    committed = put(shown, grid)
    grid.options[0].setFocus()
    QTest.keyClick(grid.options[0], Qt.Key.Key_3)
    QTest.keyClick(grid.options[2], Qt.Key.Key_Left)
    assert committed == ["c3"]
    QTest.keyClick(grid.options[1], Qt.Key.Key_Return)
    QTest.keyClick(grid.options[1], Qt.Key.Key_Delete)
    assert committed == ["c3", "c2", ""]


@pytest.mark.parametrize("setting", ["list", "columns", "pack", "likert", "bare"])
def test_a_list_whose_options_are_all_filtered_away_is_empty_until_some_come(
    shown: QWidget, setting: Setting
) -> None:
    made = OptionList((), setting=setting)
    put(shown, made)
    assert made.heightForWidth(400) <= look().metrics.control
    made.set_choices(CHOICES)
    made.options[0].click()
    assert made.value() == "c1"


def test_what_the_record_holds_and_nobody_offers_is_kept(shown: QWidget) -> None:
    made = OptionList(CHOICES, many=True)
    committed = put(shown, made)
    made.show_value("gone c2")
    made.options[0].click()
    assert committed == ["c1 c2 gone"]
    made.options[1].setFocus()
    QTest.keyClick(made.options[1], Qt.Key.Key_Delete)
    assert committed[-1] == "c1 gone"


def test_a_grid_of_several_keeps_the_order_of_the_choices(shown: QWidget) -> None:
    grid = OptionList(CHOICES, many=True, setting="pack")
    committed = put(shown, grid)
    for at in (3, 0):
        grid.options[at].setFocus()
        QTest.keyClick(grid.options[at], Qt.Key.Key_Space)
    assert committed[-1] == "c1 c4"
    QTest.keyClick(grid.options[0], Qt.Key.Key_Delete)
    assert committed[-1] == "c4"


@pytest.mark.parametrize("setting", ["list", "columns", "pack", "likert"])
def test_a_grid_holds_its_words_at_any_width(shown: QWidget, theme: Theme, setting: str) -> None:
    theme.set_zoom(2.0)
    grid = OptionList([Choice("a", "Considerably longer than usual"), *CHOICES], setting=setting)  # type: ignore[arg-type]
    put(shown, grid)
    for width in (320, 500, 1200):
        grid.resize(width, grid.heightForWidth(width))
        for option in grid.options:
            assert option.geometry().right() < width
            assert option.height() >= option.height_at(option.width()) or option.upright


def test_a_search_finds_any_part_and_refuses_what_is_no_option(shown: QWidget) -> None:
    line = SearchLine([*CHOICES, Choice("n", "North east"), Choice("x", "North east")])
    committed = put(shown, line)
    said: list[str] = []
    line.problem.connect(said.append)
    line.line.setFocus()
    QTest.keyClicks(line.line, "north eas")
    assert committed == []
    line.leave()
    assert committed == [] and "none of the options" in said[-1]
    QTest.keyClicks(line.line, "t")
    line.leave()
    assert committed == ["n"]
    line.show_value("")
    line.line.clear()
    QTest.keyClicks(line.line, "North east (x)")
    line.leave()
    assert committed[-1] == "x"


def test_a_search_over_twelve_thousand_options_makes_no_object_for_each(shown: QWidget) -> None:
    line = SearchLine([Choice(f"w{n}", f"Ward number {n}") for n in range(12_000)])
    put(shown, line)
    assert len(line.findChildren(QWidget)) < 30
    line.show_value("w11999")
    assert line.line.text() == "Ward number 11999"


def test_ticks_are_narrowed_and_ticked_by_key(shown: QWidget) -> None:
    ticks = SearchTicks(CHOICES)
    committed = put(shown, ticks)
    ticks.search.setFocus()
    QTest.keyClicks(ticks.search, "3")
    QTest.keyClick(ticks.search, Qt.Key.Key_Down)
    QTest.keyClick(ticks.list, Qt.Key.Key_Space)
    ticks.search.clear()
    index = ticks.list.model().index(0, 0)
    spot = ticks.list.visualRect(index).center()
    QTest.mouseClick(ticks.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert committed == ["c3", "c1 c3"]


def test_a_range_is_stepped_typed_and_cleared(shown: QWidget) -> None:
    steps = steps_of({"start": "0", "end": "5", "step": "0.5"})
    assert steps is not None
    line = RangeLine(steps, whole=False)
    committed = put(shown, line)
    said: list[str] = []
    line.problem.connect(said.append)
    line.slider.setFocus()
    QTest.keyClick(line.slider, Qt.Key.Key_Left)
    assert committed == ["0"], "the first key answers, also at the end"
    QTest.keyClick(line.slider, Qt.Key.Key_Right)
    QTest.keyClick(line.slider, Qt.Key.Key_End)
    assert committed == ["0", "0.5", "5"]
    QTest.keyClick(line.slider, Qt.Key.Key_Delete)
    assert (line.value(), line.slider.empty) == ("", True)
    line.line.line.setFocus()
    QTest.keyClicks(line.line.line, "0.7")
    line.line.leave()
    assert "steps of 0.5" in said[-1]


@pytest.mark.parametrize(
    "parameters",
    [{}, {"start": "1", "end": "5", "step": "0"}, {"start": "1", "end": "1"}, {"start": "a", "end": "5"},
     {"start": "0", "end": "1e12", "step": "1"}, {"start": "NaN", "end": "5"}],
)  # fmt: skip
def test_a_range_without_sense_is_a_plain_number(parameters: dict[str, str]) -> None:
    assert steps_of(parameters) is None


def test_a_range_may_fall() -> None:
    steps = steps_of({"start": "10", "end": "0", "step": "5"})
    assert steps is not None and steps.values() == ["10", "5", "0"]


def test_numbers_keep_their_manner(shown: QWidget) -> None:
    counter = CounterLine()
    counted = put(shown, counter)
    QTest.keyClick(counter.line, Qt.Key.Key_Up)
    QTest.keyClick(counter.line, Qt.Key.Key_Up)
    QTest.keyClick(counter.line, Qt.Key.Key_Down)
    assert counted == ["1", "2", "1"]
    grouped = GroupedInteger()
    committed = put(shown, grouped)
    grouped.line.setFocus()
    QTest.keyClicks(grouped.line, "1250000")
    grouped.leave()
    counter.line.setFocus()
    assert committed == ["1250000"] and grouped.line.text() == "1 250 000"
    parsed = ParsedLine()
    digits = put(shown, parsed)
    QTest.keyClicks(parsed.line, "0131x 496")
    parsed.leave()
    assert digits == ["0131 496"]
    masked = MaskedLine()
    put(shown, masked)
    QTest.keyClicks(masked.line, "secret")
    assert masked.line.displayText() != "secret" and masked.value() == "secret"


def test_months_and_years_are_read_and_stepped(shown: QWidget) -> None:
    month, year = MonthLine(lambda: now().date()), YearLine(lambda: now().date())
    months, years = put(shown, month), put(shown, year)
    QTest.keyClicks(month.line, "feb 2025")
    month.leave()
    QTest.keyClick(month.line, Qt.Key.Key_Down)
    assert months == ["2025-02-01", "2025-01-01"] and month.line.text() == "January 2025"
    QTest.keyClicks(year.line, "2024")
    year.leave()
    QTest.keyClick(year.line, Qt.Key.Key_Up)
    assert years == ["2024-01-01", "2025-01-01"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("55.9533, -3.1883", "55.9533 -3.1883 0 0"),
        ("55.9533 -3.1883 47.5 6", "55.9533 -3.1883 47.5 6"),
        ("55.9533N 3.1883W", "55.9533 -3.1883 0 0"),
        ("55°57'11.88\"N 3°11'17.88\"W", "55.9533 -3.1883 0 0"),
        ("geo:55.9533,-3.1883", "55.9533 -3.1883 0 0"),
        ("https://maps.invalid/place/@55.9533,-3.1883,15z", "55.9533 -3.1883 0 0"),
        ("91, 0", ""), ("0, 181", ""), ("north of here", ""), ("55.9533", ""), ("55°70'N 3°W", ""),
    ],
)  # fmt: skip
def test_a_point_is_read_as_people_write_and_paste_it(text: str, value: str) -> None:
    assert read_point(text) == value


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_point_shown_is_read_again_as_the_same(latitude: float, longitude: float) -> None:
    value = read_point(f"{latitude:.7f} {longitude:.7f}")
    assert value and read_point(shown_point(value)) == value


def test_lines_and_areas_say_which_point_is_wrong() -> None:
    assert read_points("1, 1\n2, 2", closed=False) == ("1 1 0 0; 2 2 0 0", "")
    assert read_points("1,1;1,2;2,2", closed=True)[0].endswith("; 1 1 0 0")
    assert read_points("1, 1\nnowhere", closed=False)[1].startswith("Line 2")
    assert read_points("1, 1", closed=False)[1] and read_points("1,1\n2,2", closed=True)[1]


def test_places_are_recorded_when_they_are_whole(shown: QWidget) -> None:
    point, area = PointLine(), PointsBox(closed=True)
    points, areas = put(shown, point), put(shown, area)
    said: list[str] = []
    area.problem.connect(said.append)
    QTest.keyClicks(point.line, "55.95, -3.2")
    point.leave()
    assert points == ["55.95 -3.2 0 0"]
    area.box.insertPlainText("1, 1\n1, 2\n")
    area.leave()
    assert areas == [] and said[-1]
    area.box.insertPlainText("2, 2")
    area.leave()
    assert areas == ["1 1 0 0; 1 2 0 0; 2 2 0 0; 1 1 0 0"]


def test_a_file_is_kept_clean_and_shown(shown: QWidget, tmp_path: Path) -> None:
    shelf = HeldShelf()
    line = FileLine("image", "/d/q", shelf)
    put(shown, line)
    box = line.box
    (tmp_path / "Hall.jpg").write_bytes(exif_jpeg())
    (tmp_path / "plan.png").write_bytes(picture())
    (tmp_path / "old.tif").write_bytes(b"II*\x00rest")
    box.choose_path = lambda: str(tmp_path / "Hall.jpg")
    QTest.keyClick(box.add_button, Qt.Key.Key_Space)
    kept = line.value()
    assert kept.startswith("hall-") and kept.endswith(".jpg")
    assert b"Exif" not in shelf.files[kept] and "were taken out" in box.told.text()
    assert box.picture.isVisible() and kept in box.picture.accessibleName()
    assert "Invented question" in box.picture.accessibleName()
    line.take(tmp_path / "old.tif")
    assert line.value() == kept and "Save it as JPEG" in box.problem
    line.take(tmp_path / "missing.png")
    assert "There is no file" in box.problem
    line.take(tmp_path / "plan.png")
    assert line.value().startswith("plan-") and box.problem == ""


@pytest.mark.parametrize(
    ("kind", "name", "content", "said"),
    [
        ("image", "notes.txt", b"words", "no picture"),
        ("image", "empty.png", b"", "is empty"),
        ("audio", "hall.jpg", b"\xff\xd8", "damaged"),
        ("audio", "notes.txt", b"words", "no recording"),
        ("video", "notes.txt", b"words", "no film"),
    ],
)
def test_another_kind_of_file_than_is_asked_for_is_refused(
    shown: QWidget, tmp_path: Path, kind: str, name: str, content: bytes, said: str
) -> None:
    line = FileLine(kind, "/d/q", HeldShelf())
    put(shown, line)
    (tmp_path / name).write_bytes(content)
    line.take(tmp_path / name)
    assert said in line.box.problem and line.value() == ""


def test_a_file_too_large_is_refused_before_it_is_read(shown: QWidget, tmp_path: Path) -> None:
    line = FileLine("file", "/d/q", HeldShelf())
    put(shown, line)
    with (tmp_path / "large.bin").open("wb") as file:
        file.truncate(LARGEST + 1)
    line.take(tmp_path / "large.bin")
    assert "larger than 100 MB" in line.box.problem


def test_a_picture_and_a_file_are_pasted_and_words_are_not(shown: QWidget, tmp_path: Path) -> None:
    line = FileLine("image", "/d/q", HeldShelf())
    put(shown, line)
    clipboard = QApplication.clipboard()
    line.setFocus()
    clipboard.setText("only words")
    QTest.keyClick(line.box.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "no picture to paste" in line.box.problem
    clipboard.setImage(QImage.fromData(picture()))
    QTest.keyClick(line.box.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.value().startswith("pasted-") and line.box.problem == ""
    (tmp_path / "plan.png").write_bytes(picture(9, 9))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.png"))])
    clipboard.setMimeData(data)
    QTest.keyClick(line.box.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.value().startswith("plan-")
    clipboard.clear()


def test_a_file_taken_away_leaves_the_keyboard_on_the_button(shown: QWidget, tmp_path: Path) -> None:
    line = FileLine("image", "/d/q", HeldShelf())
    committed = put(shown, line)
    (tmp_path / "plan.png").write_bytes(picture())
    line.take(tmp_path / "plan.png")
    line.box.remove_button.setFocus()
    QTest.keyClick(line.box.remove_button, Qt.Key.Key_Space)
    assert committed == [""] and line.value() == ""
    assert QApplication.focusWidget() is line.box.add_button
    assert not line.box.remove_button.isVisible() and not line.box.picture.isVisible()


def test_a_picture_is_made_no_larger_than_the_form_allows(tmp_path: Path) -> None:
    shelf = HeldShelf()
    asked = replace(view("upload", "image"), parameters={"mediatype": "image/*", "max-pixels": "40"})
    line = ControlFactory(now, shelf=shelf).make(asked)
    assert isinstance(line, FileLine)
    large = QImage(80, 20, QImage.Format.Format_RGB32)
    large.fill(1)
    (tmp_path / "large.png").write_bytes(as_png(large))
    line.take(tmp_path / "large.png")
    made = QImage.fromData(shelf.files[line.value()])
    assert (made.width(), made.height()) == (40, 10)
    (tmp_path / "small.png").write_bytes(as_png(large.scaled(30, 10)))
    line.take(tmp_path / "small.png")
    assert QImage.fromData(shelf.files[line.value()]).width() == 30


def test_a_film_is_kept_as_it_is_and_the_control_says_so(shown: QWidget) -> None:
    for kind, expected in (("video", True), ("audio", True), ("file", True), ("image", False)):
        line = FileLine(kind, "/d/q", HeldShelf())
        put(shown, line)
        words = [label.text() for label in line.findChildren(QLabel) if not label.isHidden()]
        assert any("not taken out" in text for text in words) is expected, kind


def test_a_signature_is_drawn_undone_or_typed(shown: QWidget) -> None:
    shelf = HeldShelf()
    pad = DrawPad("signature", "/d/q", shelf)
    committed = put(shown, pad)
    QTest.mousePress(pad.paper, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(pad.paper, QPoint(90, 60))
    QTest.mouseRelease(pad.paper, Qt.MouseButton.LeftButton, pos=QPoint(90, 60))
    drawn = pad.value()
    assert drawn.startswith("signature-") and shelf.files[drawn].startswith(b"\x89PNG")
    pad.show_value(drawn)
    assert pad.paper.strokes, "its own drawing, told by the record, stays on the paper as strokes"
    pad.paper.setFocus()
    QTest.keyClick(pad.paper, Qt.Key.Key_Backspace)
    assert committed == [""]
    QTest.keyClicks(pad.typed.line, "A. Example")
    pad.typed.leave()
    assert pad.value() not in ("", drawn)


ALLOWED = re.compile(r"</?(?:b|i)>|<br>")


@given(st.text(alphabet="*_#[]()<>!&\\/\"'ab \n-:;=", max_size=80))
@example("<script>alert(1)</script>")
@example("[x](javascript:alert(1)) ![y](file:///etc/passwd)")
@example('<img src="http://x.invalid/a.png"><a href="file:///x">z</a>')
@example("**" * 400)
def test_markdown_gives_harmless_elements_only(text: str) -> None:
    rich = rich_text(text)
    assert "<" not in ALLOWED.sub("", rich) and ">" not in ALLOWED.sub("", rich)
    assert isinstance(plain_text(text), str)


@pytest.mark.parametrize(
    ("text", "rich", "plain"),
    [
        ("plain & simple", "", "plain & simple"),
        ("Is **this** *it*?", "Is <b>this</b> <i>it</i>?", "Is this it?"),
        ("# Title\nbody", "<b>Title</b><br>body", "Title\nbody"),
        (r"5 \* 4 \* 3", "", "5 * 4 * 3"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2<i>3</i>4", "snake_case_name and 234"),
        ('<span style="color:red">Red</span> a < b', "", "Red a < b"),
        ("see [the page](https://x.invalid/)", "", "see the page (https://x.invalid/)"),
        ("- one\n- two", "", "•  one\n•  two"),
    ],
)
def test_markdown_as_in_odk(text: str, rich: str, plain: str) -> None:
    assert (rich_text(text), plain_text(text)) == (rich, plain)


def test_a_rich_label_is_heard_as_its_words(qtbot: QtBot, theme: Theme) -> None:
    label = RichLabel("Is **this** _it_ & more?")
    qtbot.addWidget(label)
    assert label.text() == "Is this it & more?"


def test_the_controls_keep_the_rules_of_accessibility(shown: QWidget, theme: Theme) -> None:
    for control in (
        OptionList(CHOICES, setting="likert"), SearchLine(CHOICES), SearchTicks(CHOICES), CounterLine(),
        MonthLine(lambda: now().date()), PointLine(), DrawPad("signature", "/d/q", HeldShelf()),
    ):  # fmt: skip
        put(shown, control)
    assert lint(shown) == []
    theme.set_zoom(2.0)
    assert lint(shown) == []

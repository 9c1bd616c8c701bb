"""What is drawn or dressed ahead leaves no trace: an empty list stays empty, a page's side where it is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.forms.interface import Choice
from inspector_app.gui.frame.page import Page
from inspector_app.gui.main_window import MainWindow
from inspector_app.gui.theme import Theme
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.widgets.segmented import Segmented


def test_a_rehearsed_list_is_empty_and_then_shows_what_it_is_given(qtbot: QtBot, theme: Theme) -> None:
    lines = LineList("Under way")
    qtbot.addWidget(lines)
    lines.rehearse()
    assert lines.lines == () and lines.height() == 0
    lines.show_lines([Line("a", "Invented house")])
    assert lines.current_key() == "a" and lines.height() > 0


def test_the_side_of_a_page_stays_where_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    made = [Page(key, key.title()) for key in ("one", "two", "none")]
    for page in made[:2]:
        page.make_side().add(label(f"Beside {page.key}"))
    for page in made:
        window.add_page(page)
    window.resize(1366, 768)
    window.show()
    sides = [page.side for page in made]
    lodged = [side.parentWidget() for side in sides if side is not None]
    for key in ("one", "two", "none", "one"):
        window.go(key)
        QApplication.processEvents()
        shown = [page.key for page in made if page.side is not None and page.side.isVisible()]
        assert shown == ([key] if key != "none" else [])
        assert [side.parentWidget() for side in sides if side is not None] == lodged
    window.remove_page("one")
    QApplication.processEvents()
    assert window.side.content is None


def test_what_is_kept_of_widths_follows_words_size_and_look(qtbot: QtBot, theme: Theme) -> None:
    words, button = label("Short"), Button("Short", key="F8")
    for made in (words, button):
        qtbot.addWidget(made)
        made.show()
    before = words.sizeHint(), button.sizeHint()
    words.setText("Far longer words than before")
    button.set_words("Far longer words than before")
    longer = words.sizeHint(), button.sizeHint()
    assert all(new.width() > old.width() for old, new in zip(before, longer, strict=True))
    theme.set_zoom(2.0)
    assert all(
        new.width() > 1.5 * old.width()
        for old, new in zip(longer, (words.sizeHint(), button.sizeHint()), strict=True)
    )


def test_what_is_kept_of_badges_and_options_follows_words_icon_letters_and_look(
    qtbot: QtBot, theme: Theme
) -> None:
    badge = Badge("open")
    bar = Segmented([Choice("yes", "Yes"), Choice("no", "No")])
    for made in (badge, bar):
        qtbot.addWidget(made)
        made.show()
    before = badge.sizeHint(), bar.sizeHint()
    badge.show_text("two of seven are open")
    bar.set_choices([Choice("yes", "Yes, and it is known to all"), Choice("no", "No")])
    longer = badge.sizeHint(), bar.sizeHint()
    assert all(new.width() > old.width() for old, new in zip(before, longer, strict=True))
    badge.show_text("two of seven are open", "good", "saved")
    assert badge.sizeHint().width() > longer[0].width()
    badge.show_text("two of seven are open", "quiet")
    assert badge.sizeHint() == longer[0]
    theme.set_zoom(2.0)
    assert badge.sizeHint().width() > 1.5 * longer[0].width()
    assert badge.sizeHint().height() > 1.5 * longer[0].height()
    assert bar.sizeHint().width() > 1.5 * longer[1].width()
    theme.set_zoom(1.0)
    assert (badge.sizeHint(), bar.sizeHint()) == longer

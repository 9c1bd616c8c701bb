"""Filling any form outside an inspection: for authors who try a checklist, and for public XLSForms.

A `Trial` owns the filled copy and the files handed to it. Nothing is written anywhere until somebody asks for
the answers or the submission.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath

from inspector_app.errors import KnownError
from inspector_app.files import make_folder, read_whole, write_together, write_whole
from inspector_app.forms.interface import Changes, Environment, Form, Instance, NodeView, load
from inspector_app.forms.protocol import live_environment, media_folder
from inspector_app.operations.form_outline import (
    FormLine,
    FormPage,
    is_asked,
    pages_of,
    path_of,
    row_lines,
)
from inspector_app.operations.form_reasons import rules, shown_value, why

MOST_COLUMNS = 7
"""Questions of a row that still make a table; more make cards."""

_CELLS = frozenset({"string", "int", "decimal", "select1"})


@dataclass(frozen=True, slots=True)
class Step:
    """What one action did: keys to repaint, and the series whose rows are not the same any more."""

    touched: frozenset[str] = frozenset()
    series: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PageState:
    """A page as the list of pages tells it. Not `shown`: nothing on it is relevant now, not even a note."""

    key: str
    title: str
    shown: bool
    asked: int
    answered: int
    problems: int


@dataclass(slots=True)
class _Tally:
    """Which questions of each page are asked and answered; kept up by touched keys."""

    shown: dict[str, set[str]] = field(default_factory=dict)
    asked: dict[str, set[str]] = field(default_factory=dict)
    answered: dict[str, set[str]] = field(default_factory=dict)


class Trial:
    """One form being filled. `new_row` gives ids of rows; `media` the bytes of the form's own files."""

    def __init__(
        self,
        form: Form,
        environment: Environment,
        new_row: Callable[[], str],
        media: Callable[[str], bytes | None],
    ) -> None:
        self.form = form
        self.instance: Instance = form.new(environment)
        self.media = media
        self._new_row = new_row
        self._files: dict[str, bytes] = {}
        self._table: dict[str, bool] = {}
        self._tally = _Tally()
        self._titles: dict[str, str] = {}
        self._problems: dict[str, str] | None = None
        self.pages: tuple[FormPage, ...] = pages_of(self.instance)
        self._count_all()

    # Looking

    @property
    def title(self) -> str:
        """The form's title."""
        return self.form.title or self.form.form_id

    def view(self, key: str) -> NodeView:
        """One node as it stands now."""
        return self.instance.view(key)

    def problems(self) -> Mapping[str, str]:
        """What stands in the way of finishing, by key, in the order of the form."""
        if self._problems is None:
            self._problems = {problem.key: problem.message for problem in self.instance.problems()}
        return self._problems

    def page_title(self, page: FormPage) -> str:
        """The label of the page's group, or the form's title; parts are numbered."""
        known = self._titles.get(page.key)
        if known is None:
            known = self._titles[page.key] = self._title_of(page)
        return known

    def _title_of(self, page: FormPage) -> str:
        label = self.view(page.group).label or (self.title if page.group == self._root else "")
        words = " ".join((label or page.group.rsplit("/", 1)[-1]).split())
        return f"{words} ({page.part})" if page.part else words

    def page_states(self) -> tuple[PageState, ...]:
        """All pages with how much of each is answered."""
        wrong: dict[str, int] = {}
        for key in self.problems():
            page_key = self.page_of(key)
            wrong[page_key] = wrong.get(page_key, 0) + 1
        return tuple(
            PageState(
                page.key,
                self.page_title(page),
                bool(self._tally.shown.get(page.key)),
                len(self._tally.asked.get(page.key, ())),
                len(self._tally.answered.get(page.key, ())),
                wrong.get(page.key, 0),
            )
            for page in self.pages
        )

    def progress(self) -> tuple[int, int]:
        """Questions answered, and questions asked."""
        asked = sum(len(keys) for keys in self._tally.asked.values())
        return sum(len(keys) for keys in self._tally.answered.values()), asked

    def page_of(self, key: str) -> str:
        """The key of the page that a node stands on, '' where it stands on none."""
        path = path_of(key)
        while path:
            if path in self._places:
                return self._places[path]
            path = path.rpartition("/")[0]
        return ""

    def next_open(self, after: str) -> str:
        """The first question asked and not answered, on the page given or one after it; '' where none is."""
        keys = [page.key for page in self.pages]
        start = keys.index(after) if after in keys else 0
        for page in (*keys[start:], *keys[:start]):
            asked = self._tally.asked.get(page, set()) - self._tally.answered.get(page, set())
            if asked:
                return min(asked, key=self._order)
        return ""

    def _order(self, key: str) -> tuple[int, str]:
        """The place of a question on its page; rows of a series come in the order of their refs."""
        return self._line_order.get(path_of(key), 1_000_000), self.instance.ref_of(key)

    @cached_property
    def _line_order(self) -> dict[str, int]:
        keys = (key for page in self.pages for line in page.lines for key in line.keys or (line.key,))
        return {path_of(key): at for at, key in enumerate(keys)}

    def rows(self, series: str) -> tuple[str, ...]:
        """The keys of the rows of a series, in order."""
        return self.view(series).children

    def row_lines(self, row: str) -> tuple[FormLine, ...]:
        """What one row shows."""
        return row_lines(self.instance, row)

    def is_table(self, series: str) -> bool:
        """Whether a series is shown as a table: few plain questions, each asked in every row alike."""
        path = path_of(series)
        if path not in self._table:
            view = self.view(series)
            if not view.children:
                return False
            self._table[path] = view.add_allowed and self._is_plain(view.children[0])
        return self._table[path]

    def columns(self, series: str) -> tuple[NodeView, ...]:
        """The questions of the first row of a series, '' for one that has none."""
        rows = self.rows(series)
        return tuple(self.view(line.key) for line in self.row_lines(rows[0])) if rows else ()

    def _is_plain(self, row: str) -> bool:
        lines = self.row_lines(row)
        if not 0 < len(lines) <= MOST_COLUMNS or any(line.kind != "question" for line in lines):
            return False
        for line in lines:
            view = self.view(line.key)
            kind = "select1" if view.control == "select1" else view.data_type
            if view.control not in ("input", "select1") or kind not in _CELLS or view.readonly:
                return False
            if any(reason.key == line.key for reason in self.instance.explain(line.key)):
                return False
        return True

    def count_words(self, series: str) -> str:
        """How many rows there are, in words."""
        count = len(self.rows(series))
        return "1 row" if count == 1 else f"{count} rows"

    def row_words(self, row: str) -> str:
        """The first answers of a row, to tell it from others."""
        found: list[str] = []
        for line in self.row_lines(row)[:5]:
            view = self.view(line.key)
            if line.kind == "question" and view.value and view.relevant:
                found.append(shown_value(view))
        return " · ".join(found[:2])[:80]

    def why(self, key: str) -> str:
        """Why a node is asked or not, as one sentence."""
        return why(self.instance, key)

    def rules(self, key: str) -> tuple[str, ...]:
        """The expressions behind `why`."""
        return rules(self.instance, key)

    # Changing

    def answer(self, key: str, value: str) -> Step:
        """Store one answer."""
        return self._after(self.instance.set(key, value))

    def add_row(self, series: str, row_id: str = "") -> tuple[str, Step]:
        """A new row at the end of a series: its key, and what became of it."""
        wanted = row_id or self._new_row()
        step = self._after(self.instance.add_repeat(series, wanted))
        return f"{series}[{wanted}]", step

    def new_row_id(self) -> str:
        """An id for a row that a table begins by itself."""
        return self._new_row()

    def remove_row(self, row: str) -> Step:
        """Take a row away."""
        return self._after(self.instance.remove_repeat(row))

    def set_language(self, language: str) -> Step:
        """All texts in another language of the form."""
        return self._after(self.instance.set_language(language))

    def attach(self, name: str, data: bytes) -> str:
        """Keep a file in memory under a name that is free; gives the name, which is the answer."""
        plain = PurePath(name.replace("\\", "/")).name or "file"
        stem, dot, ending = plain.rpartition(".") if "." in plain else (plain, "", "")
        free, count = plain, 1
        while free in self._files and self._files[free] != data:
            count += 1
            free = f"{stem}-{count}{dot}{ending}"
        self._files[free] = data
        return free

    def file(self, name: str) -> bytes | None:
        """A file that was attached, or one of the form's own."""
        return self._files.get(name) or self.media(name)

    def _after(self, changes: Changes) -> Step:
        self._problems = None
        if not self._groups.isdisjoint(changes.touched):
            self._titles.clear()
        for key in changes.removed:
            self._forget(key)
        for key in changes.touched:
            self._count(key)
        moved = {key.rpartition("[")[0] for key in (*changes.added, *changes.removed)}
        if changes.added:
            for key in changes.added:
                self._count_under(key)
        return Step(changes.touched, frozenset(moved))

    # Counting

    @cached_property
    def _root(self) -> str:
        return next(iter(self.instance.views())).key

    @cached_property
    def _groups(self) -> frozenset[str]:
        return frozenset(page.group for page in self.pages)

    @cached_property
    def _places(self) -> dict[str, str]:
        places: dict[str, str] = {}
        for page in self.pages:
            for line in page.lines:
                for key in line.keys or (line.key,):
                    places[path_of(key)] = page.key
        return places

    def _count_all(self) -> None:
        for view in self.instance.views():
            self._count_view(view)

    def _count_under(self, key: str) -> None:
        view = self.instance.view(key)
        self._count_view(view)
        for child in view.children:
            self._count_under(child)

    def _count(self, key: str) -> None:
        try:
            self._count_view(self.instance.view(key))
        except KnownError:
            self._forget(key)

    def _count_view(self, view: NodeView) -> None:
        if not is_asked(view):
            if view.kind == "repeat":
                shown = self._tally.shown.setdefault(self.page_of(view.key), set())
                shown.add(view.key) if view.relevant else shown.discard(view.key)
            return
        page = self.page_of(view.key)
        shown = self._tally.shown.setdefault(page, set())
        shown.add(view.key) if view.relevant else shown.discard(view.key)
        asked = self._tally.asked.setdefault(page, set())
        answered = self._tally.answered.setdefault(page, set())
        heads_a_table = "label" in view.appearance.split() and view.choices is not None
        if view.relevant and not view.readonly and not heads_a_table:
            asked.add(view.key)
            answered.add(view.key) if view.value else answered.discard(view.key)
        else:
            asked.discard(view.key)
            answered.discard(view.key)

    def _forget(self, row: str) -> None:
        page = self.page_of(row)
        tally = self._tally
        for keys in (group.get(page, set()) for group in (tally.shown, tally.asked, tally.answered)):
            gone = [key for key in keys if key == row or key.startswith(row + "/")]
            keys.difference_update(gone)

    # Keeping

    def answers(self) -> dict[str, object]:
        """The answers as ``checklist run --answers`` reads them: rows first, then values, by ref."""
        state = self.instance.state()
        steps: list[dict[str, object]] = []
        for key in state.repeats:
            ref = self.instance.ref_of(key)
            steps.append({"ref": ref.rpartition("[")[0], "addRepeat": True})
        for key, value in state.values.items():
            view = self.instance.view(key)
            if value and is_asked(view):
                steps.append({"ref": view.ref, "value": value})
        return {"form": self.form.form_id, "version": self.form.version, "answers": steps}

    def save_answers(self, target: Path) -> None:
        """Write the answers as JSON; whole or not at all."""
        text = json.dumps(self.answers(), ensure_ascii=False, indent=1)
        write_whole(target, (text + "\n").encode("utf-8"))

    def save_submission(self, folder: Path) -> Path:
        """Write submission and attached files as ODK's folders hold them: NAME/NAME.xml, files beside."""
        data = self.instance.submission()
        named = {self.instance.value(key) for key in self._uploads()}
        place = folder / folder.name
        make_folder(folder)
        xml = place.with_name(f"{folder.name}.xml")
        files = {xml: data}
        files.update({folder / name: self._files[name] for name in sorted(named) if name in self._files})
        write_together(files)
        return xml

    def _uploads(self) -> list[str]:
        return [view.key for view in self.instance.views() if view.control == "upload" and view.relevant]


def open_trial(file: Path, media: Path | None, new_row: Callable[[], str]) -> Trial:
    """Open a form (XForm, or any XLSForm) for trying; KnownError with place and advice where it is refused.

    `media` is the folder of its files; without one, ``NAME-media`` beside the form is used where it is there.
    """
    if file.suffix.lower() == ".xml":
        xform = read_whole(file)
    else:
        from inspector_app.checklists.compile import compile_checklist

        xform = compile_checklist(file).usable().xform
    beside = file.with_name(f"{file.stem}-media")
    folder = media or (beside if beside.is_dir() else file.parent)
    read = media_folder(folder)
    return Trial(load(xform, read), live_environment(), new_row, read or _no_file)


def _no_file(name: str) -> bytes | None:
    return None

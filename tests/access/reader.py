"""The eyes, ears and hands of a person who works by a screen reader: AT-SPI and nothing else.

Run with the system's Python, which has `gi`. Nothing of the program is imported here: what cannot be found by
role and name, read, or pressed over the bus does not exist for this person.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 120.0
"""Seconds that anything asked for may take; under load the window may need more than a moment."""
STILL_TURNS = 3
REPLY_MILLISECONDS = 60_000
"""How long a question may wait for its answer; by itself the library gives up after 0.8 s, which a busy
machine may need for the first letter."""
_OLD_ROLES = {"push button": "button", "layered pane": "panel"}
_KEYCODES = {
    "Escape": 9, "Tab": 23, "e": 26, "Return": 36, "Control": 37, "s": 39, "k": 45, "Shift": 50, "Alt": 64,
    "space": 65, "F1": 67, "F6": 72, "F7": 73, "F8": 74, "F9": 75, "Home": 110, "Up": 111, "Prior": 112,
    "Left": 113, "Right": 114, "End": 115, "Down": 116, "Next": 117,
}  # fmt: skip
"""The numbers of keys on every display of Linux (evdev)."""
_STATES = {
    "focused": Atspi.StateType.FOCUSED,
    "checked": Atspi.StateType.CHECKED,
    "usable": Atspi.StateType.SENSITIVE,
    "selected": Atspi.StateType.SELECTED,
}
_LIVE_KINDS = ("object:announcement", "object:state-changed:focused")


class NotThere(AssertionError):
    """What was looked for by role and name is not on the bus, or does not come about."""


@dataclass(frozen=True)
class Heard:
    """One live event: `kind` is "announcement" or "focus"."""

    kind: str
    text: str
    role: str
    urgent: bool = False


def role_of(thing: Atspi.Accessible) -> str:
    """The role in the words of newer libraries."""
    name = thing.get_role_name() or ""
    return _OLD_ROLES.get(name, name)


def has(thing: Atspi.Accessible, state: Atspi.StateType) -> bool:
    return bool(thing.get_state_set().contains(state))


def is_shown(thing: Atspi.Accessible) -> bool:
    return has(thing, Atspi.StateType.SHOWING)


class Reader:
    """One program on the bus, by its name there."""

    def __init__(self, name: str) -> None:
        Atspi.init()
        Atspi.set_timeout(REPLY_MILLISECONDS, 2 * REPLY_MILLISECONDS)
        self.heard: list[Heard] = []
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in _LIVE_KINDS:
            self._listener.register(kind)
        self.program = self.wait_for(lambda: self._program(name), f"the program {name}")
        self.program.set_cache_mask(Atspi.Cache.NONE)

    def _program(self, name: str) -> Atspi.Accessible | None:
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(at)
            if child is not None and child.get_name() == name:
                return child
        return None

    def _hear(self, event: Atspi.Event) -> None:
        if event.type.startswith("object:announcement"):
            self.heard.append(Heard("announcement", str(event.any_data), "", event.detail1 == 2))
        elif event.detail1 == 1:
            try:
                self.heard.append(Heard("focus", event.source.get_name() or "", role_of(event.source)))
            except GLib.Error:
                return

    # waiting

    def turn(self) -> None:
        """Let events come in for a moment."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        time.sleep(0.03)

    def wait_for(self, so: Callable[[], object], what: str, patience: float = PATIENCE) -> Atspi.Accessible:
        """Ask until there is an answer; the answer. What goes away while it is read is asked for again."""
        until = time.monotonic() + patience
        while True:
            self.turn()
            try:
                found = so()
            except GLib.Error:
                found = None
            if found:
                return found
            if time.monotonic() > until:
                raise NotThere(f"{what} does not come about in {patience:.0f} s")

    # looking

    def everything(self, under: Atspi.Accessible | None = None) -> Iterator[Atspi.Accessible]:
        """All that is shown, in the order it is read."""
        root = self.program if under is None else under
        for at in range(root.get_child_count()):
            child = root.get_child_at_index(at)
            if child is None:
                continue
            if is_shown(child):
                yield child
                yield from self.everything(child)

    def look(
        self, role: str, name: str, within: str = "", under: Atspi.Accessible | None = None
    ) -> Atspi.Accessible | None:
        """The first that is shown with this role and name; `within` names something around it."""
        roots = [under]
        if within:
            roots = [one for one in self.everything(under) if (one.get_name() or "") == within]
        for root in roots:
            for one in self.everything(root):
                if role_of(one) == role and _fits(one.get_name() or "", name):
                    return one
        return None

    def find(self, role: str, name: str, within: str = "", patience: float = PATIENCE) -> Atspi.Accessible:
        """The same, awaited."""
        place = f" in {within!r}" if within else ""
        return self.wait_for(lambda: self.look(role, name, within), f"{role} {name!r}{place}", patience)

    def count(self, role: str, name: str) -> int:
        """How many are shown with this role and name."""
        return sum(role_of(one) == role and _fits(one.get_name() or "", name) for one in self.everything())

    def left(self, role: str, name: str) -> int:
        """The same once it stays so: what is laid out anew may be gone for a moment."""
        counts: list[int] = []

        def stays() -> bool:
            counts.append(self.count(role, name))
            return len(counts) >= STILL_TURNS and len(set(counts[-STILL_TURNS:])) == 1

        self.wait_for(stays, f"the same count of {role} {name!r}")
        return counts[-1]

    def words(self, under: Atspi.Accessible | None = None) -> str:
        """All names that are shown, one a line."""
        return "\n".join(one.get_name() or "" for one in self.everything(under))

    def tree(self, under: Atspi.Accessible | None = None, depth: int = 0) -> str:
        """All that is shown with role, name, description and what can be done, for reading a failure."""
        root = self.program if under is None else under
        lines = []
        for at in range(root.get_child_count()):
            one = root.get_child_at_index(at)
            if one is None or not is_shown(one):
                continue
            name = one.get_name() or ""
            if name or actions(one):
                said = [f"{'  ' * depth}{role_of(one)} {name!r}", one.get_description() or ""]
                if Atspi.Accessible.get_text_iface(one) is not None:
                    said.append(repr(self.read(one)[:60]))
                said += [word for word, state in _STATES.items() if has(one, state)]
                lines.append(" ".join(part for part in said if part))
            lines.append(self.tree(one, depth + bool(name)))
        return "\n".join(line for line in lines if line)

    def said(self, words: str, since: int = 0) -> Heard | None:
        """The announcement that contains these words, None while it was not heard."""
        return next(
            (one for one in self.heard[since:] if one.kind == "announcement" and words in one.text), None
        )

    def stops(self, page: str) -> list[str]:
        """The names of all that can have the keyboard on a page, in the order in which they are heard."""
        shown = self.find("panel", page)
        return [one.get_name() or "" for one in self.everything(shown) if has(one, Atspi.StateType.FOCUSABLE)]

    def focus_told(self, since: int) -> str:
        """The name that came last with the keyboard, '' when none came."""
        told = [one.text for one in self.heard[since:] if one.kind == "focus"]
        return told[-1] if told else ""

    # acting

    def take_window(self) -> None:
        """Click on the page's title: no window manager is here to give the window the keyboard."""
        title = self.find("label", "Welcome")
        place = Atspi.Component.get_extents(title, Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(place.x + 4, place.y + 4, "b1c")
        self.wait_for(
            lambda: any(
                role_of(one) == "frame" and has(one, Atspi.StateType.ACTIVE) for one in self.everything()
            ),
            "the window with the keyboard",
        )

    def press(self, role: str, name: str, within: str = "") -> None:
        """Do the first action of something that can be used now."""

        def ready() -> Atspi.Accessible | None:
            found = self.look(role, name, within)
            return found if found is not None and has(found, Atspi.StateType.SENSITIVE) else None

        self.act(self.wait_for(ready, f"{role} {name!r} that can be pressed"))

    def act(self, thing: Atspi.Accessible, wanted: tuple[str, ...] = ("Press", "Toggle", "ShowMenu")) -> None:
        """Do one of these actions, whichever it has."""
        names = actions(thing)
        chosen = next((names.index(one) for one in wanted if one in names), None)
        if chosen is None:
            raise NotThere(f"{role_of(thing)} {thing.get_name()!r} can only {names}")
        Atspi.Action.do_action(thing, chosen)
        self.turn()

    def focus(self, thing: Atspi.Accessible) -> None:
        """Give it the keyboard."""
        Atspi.Component.grab_focus(thing)
        self.wait_for(lambda: has(thing, Atspi.StateType.FOCUSED), f"the keyboard at {thing.get_name()!r}")

    def choose(self, list_name: str, item: str) -> None:
        """Select a line of a list by its name, or by how that begins."""
        line = self.find("list item", item, list_name)
        holder = self.find("list", list_name)
        Atspi.Selection.select_child(holder, line.get_index_in_parent())
        self.turn()

    def write(self, name: str, text: str, role: str = "text", within: str = "") -> None:
        """Put a text into a field, as dictation and switch programs do."""
        field = self.find(role, name, within)
        self.focus(field)
        if not Atspi.EditableText.set_text_contents(field, text):
            raise NotThere(f"{role} {name!r} takes no text")
        self.turn()

    def read(self, thing: Atspi.Accessible) -> str:
        """The text of a field or of a document."""
        return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing)) or ""

    def answer(self, option: str, question: str) -> None:
        """Press an option of a question that can be answered now, and see it taken."""
        radio = self.wait_for(lambda: self._option(option, question), f"option {option!r} of {question!r}")
        self.act(radio, ("Press", "Toggle"))
        self.wait_for(lambda: has(radio, Atspi.StateType.CHECKED), f"{option!r} taken at {question!r}")

    def _option(self, option: str, question: str) -> Atspi.Accessible | None:
        for one in self.everything():
            fits = one.get_name() == option and _fits(one.get_description() or "", question)
            if fits and role_of(one) == "radio button" and has(one, Atspi.StateType.SENSITIVE):
                return one
        return None

    def find_any(self, role: str) -> Atspi.Accessible:
        """The first of a role that is shown, awaited."""
        return self.wait_for(
            lambda: next((one for one in self.everything() if role_of(one) == role), None), f"a {role}"
        )

    def headers(self, table: Atspi.Accessible) -> list[str]:
        """What the columns of a table are called."""
        count = Atspi.Table.get_n_columns(table)
        return [Atspi.Table.get_column_header(table, at).get_name() or "" for at in range(count)]

    def rows(self, table: Atspi.Accessible) -> int:
        """How many rows a table has."""
        return int(Atspi.Table.get_n_rows(table))

    def row(self, table: Atspi.Accessible, row: int) -> list[str]:
        """What the cells of a row say."""
        return [self.at(table, row, column) for column in range(Atspi.Table.get_n_columns(table))]

    def at(self, table: Atspi.Accessible, row: int, column: int) -> str:
        """What a cell of a table says."""
        return Atspi.Table.get_accessible_at(table, row, column).get_name() or ""

    def type(self, text: str) -> None:
        """Type as a keyboard does, to whatever has it."""
        for letter in text:
            Atspi.generate_keyboard_event(0, letter, Atspi.KeySynthType.STRING)
            self.turn()

    def key(self, name: str) -> None:
        """A key with its modifiers, "Tab" or "Control+Next", made by the display as a keyboard would."""
        *held, last = name.split("+")
        codes = [_KEYCODES[one] for one in (*held, last)]
        for code in codes:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        for code in reversed(codes):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)
        self.turn()


def _fits(name: str, wanted: str) -> bool:
    """Equal, or beginning with what stands before a final "…", or holding what stands between two."""
    if wanted.startswith("…"):
        return wanted.strip("…") in name
    return name.startswith(wanted[:-1].rstrip()) if wanted.endswith("…") else name == wanted


def actions(thing: Atspi.Accessible) -> list[str]:
    """What can be done with it, by name."""
    if Atspi.Accessible.get_action_iface(thing) is None:
        return []
    return [Atspi.Action.get_action_name(thing, at) or "" for at in range(Atspi.Action.get_n_actions(thing))]

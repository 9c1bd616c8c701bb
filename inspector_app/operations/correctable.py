"""One field of a finalised record that can be corrected, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice, NodeView
from inspector_app.journal import records
from inspector_app.operations.checklist_session import ChecklistSession
from inspector_app.operations.desk import Desk
from inspector_app.operations.history import what_of

Place = tuple[str, str, str]
"""Kind, record and field."""
ADD = "add"
"""In place of a field: a row more of a sample, a matter more of a complaint."""
THERE, GONE = "there", "gone"
NONE = "none"
"""The choice that takes back what was chosen, where that can be."""
_SHORT = 40


@dataclass(frozen=True, slots=True)
class Correctable:
    """One field that can be corrected. `place` names it (kind, record, field); `node` is the question it is
    asked as, None for a text; `words` say what it holds now. `more` are by value the fields that must be
    given with it, such as the reasons of a grade where there was none; of these, those that are not `needed`
    may be left blank.
    """

    place: Place
    what: str
    value: str
    words: str
    node: NodeView | None = None
    more: Mapping[str, tuple[Correctable, ...]] = field(default_factory=dict)
    needed: bool = True
    hint: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it stands for something that was forgotten and is added whole."""
        return self.place[2] == ADD

    @property
    def is_deadline(self) -> bool:
        """Whether it is a span or a date, in the words of `finding_parts`."""
        return self.place[0] == records.FINDING and self.place[2] == records.Finding.DEADLINE

    @property
    def is_list(self) -> bool:
        """Whether it is any number of long texts to tick: cited evidence, findings that a matter led to."""
        return self.node is not None and self.node.control == "select" and self.place[0] != records.ANSWER


class Teller:
    """Says fields in words."""

    def __init__(self, desk: Desk, sessions: Sequence[ChecklistSession]) -> None:
        self.desk, self.sessions = desk, sessions

    def what(self, place: Place, of: str = "") -> str:
        """What a field is called; `of` are words of its record, where there are several of its kind."""
        said = what_of(self.desk, self.sessions, *place)
        short = " ".join(of.split())
        short = f"{short[:_SHORT].rstrip()}…" if len(short) > _SHORT else short
        return f"{said} · {short}" if short else said

    def text(self, place: Place, value: str, of: str = "", words: str = "") -> Correctable:
        """A field that is a text."""
        return Correctable(place, self.what(place, of), value, words or value)

    def choice(
        self, place: Place, value: str, choices: Mapping[str, str], of: str = "", what: str = ""
    ) -> Correctable:
        """A field that is one of several values."""
        offered = tuple(Choice(code, label) for code, label in choices.items())
        node = NodeView("", "", "question", "select1", value=value, choices=offered)
        return Correctable(place, what or self.what(place, of), value, choices.get(value, ""), node)

    def several(self, place: Place, value: str, choices: Mapping[str, str], of: str = "") -> Correctable:
        """A field that is any number of several values, blanks between."""
        offered = tuple(Choice(code, label) for code, label in choices.items())
        node = NodeView("", "", "question", "select", value=value, choices=offered)
        words = "; ".join(choices[one] for one in value.split() if one in choices)
        return Correctable(place, self.what(place, of), value, words, node)

    def day(self, place: Place, value: str) -> Correctable:
        """A field that is a date."""
        node = NodeView("", "", "question", "input", data_type="date", value=value)
        return Correctable(place, self.what(place), value, value, node)


class NotAllowed(KnownError):
    """A value that the record must not hold; `part` is the field at fault, of those given with it."""

    def __init__(self, why: str, part: str = "") -> None:
        super().__init__(why, code="not-allowed")
        self.part = part


def refused(why: str, part: str = "") -> NotAllowed:
    """What is said of a value that the record must not hold."""
    return NotAllowed(why, part)

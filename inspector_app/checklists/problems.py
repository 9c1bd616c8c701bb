"""What is wrong with a checklist, told to its author: code, sheet, row, column, message, suggestion.

pyxform says most of this in sentences of its own making; they are taken apart here, so that the rest of the
program never reads another library's prose. Codes are short and stable: scripts rely on them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from inspector_app.errors import KnownError

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a checklist.

    `row` counts as the spreadsheet does (1 is the header), 0 where unknown; `subject` is the word in
    question (a name, a type), where there is one.
    """

    code: str
    message: str
    suggestion: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    severity: Severity = "error"
    subject: str = ""

    @property
    def place(self) -> str:
        """ "sheet survey, row 11, column name", as far as known; '' where nothing is."""
        parts = [
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        ]
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.message} {self.suggestion}".strip()


class ChecklistInvalid(KnownError):
    """A checklist that cannot be used; `problems` holds everything that was found."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        errors = [problem for problem in problems if problem.severity == "error"]
        first = errors[0]
        place = f", {first.place}" if first.place else ""
        more = f" ({len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"{name}{place}: {first.message}{more}", first.suggestion, code=first.code)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How one sentence of pyxform is recognised, and what the author should do."""

    pattern: re.Pattern[str]
    code: str
    message: str
    suggestion: str
    sheet: str = ""
    column: str = ""


def _sentence(
    pattern: str, code: str, message: str, suggestion: str, sheet: str = "", column: str = ""
) -> _Pattern:
    return _Pattern(re.compile(pattern, re.DOTALL), code, message, suggestion, sheet, column)


# Named groups of the pattern can be used in message and suggestion.
_SENTENCES = (
    _sentence(
        r"Unknown question type '(?P<type>.*?)'",
        "unknown-type",
        "“{type}” is not a type of question.",
        "Check the spelling; common types are text, integer, date, select_one LIST, select_multiple LIST.",
        "survey",
        "type",
    ),
    _sentence(
        r"List name not in choices sheet: (?P<list>\S+)",
        "missing-list",
        "The list of choices “{list}” is not on the sheet choices.",
        "Add its choices there, or correct the name of the list.",
        "survey",
        "type",
    ),
    _sentence(
        r"There should be a choices sheet",
        "missing-list",
        "A question needs choices, but there is no sheet choices.",
        "Add a sheet choices with the columns list_name, name and label.",
        "choices",
    ),
    _sentence(
        r"'name' value '(?P<name>[^']*)' is invalid\. (?:Questions, groups, and repeats|Repeat names) must",
        "duplicate-name",
        "The name “{name}” is used twice.",
        "Give every question, group and repeat a name of its own.",
        "survey",
        "name",
    ),
    _sentence(
        r"Choice names must be unique",
        "duplicate-choice",
        "This choice stands twice in its list.",
        "Take one of the two away, or give it another name.",
        "choices",
        "name",
    ),
    _sentence(
        r"Could not find the name '(?P<name>[^']*)'",
        "bad-reference",
        "${{{name}}} names no question.",
        "Check the spelling of the name, or add the question.",
    ),
    _sentence(
        r"There is no survey element named '(?P<name>[^']*)'",
        "bad-reference",
        "${{{name}}} names no question.",
        "Check the spelling of the name, or add the question.",
        "survey",
    ),
    _sentence(
        r"The name '[^']*' appears more than once|multiple survey elements named",
        "ambiguous-reference",
        "A reference names a question whose name is used more than once.",
        "Give the questions different names.",
    ),
    _sentence(
        r"Reference variables must start with|Reference variable lists must",
        "bad-reference",
        "A reference is not written in full.",
        "Write ${{name}}, with both braces.",
    ),
    _sentence(
        r"Unmatched 'end_(?P<kind>\w+)'",
        "unmatched-end",
        "This end_{kind} has no begin_{kind} before it.",
        "Take it away, or add the row that begins it.",
        "survey",
        "type",
    ),
    _sentence(
        r"Unmatched 'begin_(?P<kind>\w+)'",
        "unmatched-begin",
        "This begin_{kind} has no end_{kind}.",
        "Add the row that ends it.",
        "survey",
        "type",
    ),
    _sentence(
        r"Names must begin with a letter or underscore",
        "bad-name",
        "The name cannot be used.",
        "Begin with a letter; use letters, digits, “_”, “-” and “.”, and no blanks.",
    ),
    _sentence(
        r"Choice names with spaces.*?\[(?P<name>[^\]]*)\] in \[(?P<list>[^\]]*)\]",
        "choice-blank",
        "The choice name “{name}” in the list “{list}” holds a blank.",
        "Write “_” instead of the blank.",
        "choices",
        "name",
    ),
    _sentence(
        r"Question or group with no name",
        "missing-name",
        "The question has no name.",
        "Give it a name without blanks.",
        "survey",
        "name",
    ),
    _sentence(
        r"Question with no type",
        "missing-type",
        "The question has no type.",
        "Write its type, such as text or select_one LIST.",
        "survey",
        "type",
    ),
    _sentence(
        r"Missing calculation",
        "missing-calculation",
        "The calculation is missing.",
        "Write it in the column calculation.",
        "survey",
        "calculation",
    ),
    _sentence(
        r"Choices must have a name",
        "missing-name",
        "The choice has no name.",
        "Give it a name without blanks.",
        "choices",
        "name",
    ),
    _sentence(
        r"Choices should have a label",
        "missing-label",
        "The choice has no label.",
        "Write what the inspector is to read.",
        "choices",
        "label",
    ),
    _sentence(
        r"survey element named '?(?P<name>[^']+?)'? has no label",
        "missing-label",
        "The question “{name}” has no label.",
        "Write what the inspector is to read.",
        "survey",
        "label",
    ),
    _sentence(
        r"(?:You must have a sheet named|must have a sheet).*?survey|When looking for a sheet named 'survey'",
        "missing-sheet",
        "There is no sheet named survey.",
        "Name the sheet that holds the questions survey.",
    ),
    _sentence(
        r"not recognized as a supported type|Error reading \.\w+ file|does not appear to be a valid XLSForm",
        "unreadable",
        "This is not an XLSForm that can be read.",
        "Save it again as an Excel workbook (.xlsx) with the sheets survey, choices and settings.",
    ),
)

_ROW = re.compile(r"\[row : (\d+)\]")
_SHEET = re.compile(r"On the '(\w+)' sheet")
_SHEET_OTHER = re.compile(r"for sheet: '(\w+)'")
_COLUMN = re.compile(r"the '([^']+)' value")
_PREFIX = re.compile(r"^\s*(\[row : \d+\]\s*)?(On the '\w+' sheet,\s*)?")


def from_pyxform(text: str, severity: Severity = "error") -> Problem:
    """One of pyxform's sentences as a Problem; what is not recognised keeps its words and a general code."""
    row = _ROW.search(text)
    sheet = _SHEET.search(text) or _SHEET_OTHER.search(text)
    column = _COLUMN.search(text)
    where_row = int(row.group(1)) if row else 0
    where_sheet = sheet.group(1) if sheet else ""
    where_column = column.group(1) if column else ""
    for known in _SENTENCES:
        match = known.pattern.search(text)
        if match:
            words = {key: value or "" for key, value in match.groupdict().items()}
            return Problem(
                code=known.code,
                message=known.message.format(**words),
                suggestion=known.suggestion.format(**words),
                sheet=where_sheet or known.sheet,
                row=where_row,
                column=where_column or known.column,
                severity=severity,
                subject=next(iter(words.values()), ""),
            )
    return Problem(
        code="design" if severity == "error" else "advice",
        message=" ".join(_PREFIX.sub("", text).split()),
        suggestion="",
        sheet=where_sheet or ("survey" if where_row else ""),
        row=where_row,
        column=where_column,
        severity=severity,
    )

"""Search over everything on the laptop as it is typed: services, inspections, answers, findings, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.journal.records import ANSWER, split_record
from inspector_app.operations.desk import Desk
from inspector_app.words import mark, translate

MARK_BEGIN, MARK_END = "\x02", "\x03"
"""What matched stands between these in a snippet."""
_BESIDE = ("_comment", "_not_assessed_reason", "_reason", "_reasons", "_choice")
"""How the names end of what stands beside a question."""
KINDS = {
    "service": mark("Search", "Service"),
    "inspection": mark("Search", "Inspection"),
    "answer": mark("Search", "Answer"),
    "evidence": mark("Search", "Evidence"),
    "finding": mark("Search", "Finding"),
    "claim": mark("Search", "Matter complained of"),
    "matter": mark("Search", "Matter complained of"),
    "grade": mark("Search", "Grade"),
    "follow_up": mark("Search", "Follow-up"),
    "team_member": mark("Search", "Team"),
}


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One hit in words. `key` is the question's key for an answer, the service number for a service, else the
    record; `title` says what it is, `inspection_words` where ('' for a service of the register), `question`
    to which question a comment or a reason belongs ('' for everything else).
    """

    kind: str
    kind_words: str
    inspection: str
    inspection_words: str
    record: str
    key: str
    title: str
    snippet: str
    question: str = ""


def search_all(desk: Desk, text: str, kinds: Sequence[str] = (), limit: int = 20) -> tuple[SearchResult, ...]:
    """What matches, the best first; every word must occur, the last one may be unfinished."""
    hits = desk.store.care.search(text, kinds, limit)
    names = desk.store.lists.names({hit.inspection for hit in hits if hit.inspection})
    found = []
    for hit in hits:
        instance, key = split_record(hit.record) if hit.kind == ANSWER else ("", hit.record)
        title, question = hit.title, ""
        if hit.kind == ANSWER:
            title = desk.store.question_label(instance, key) or key.rsplit("/", 1)[-1].replace("_", " ")
            question = _question_of(desk, instance, key)
        found.append(
            SearchResult(
                kind=hit.kind,
                kind_words=translate("Search", KINDS.get(hit.kind, hit.kind.replace("_", " "))),
                inspection=hit.inspection,
                inspection_words=" · ".join(part for part in names.get(hit.inspection, ()) if part),
                record=hit.record,
                key=key,
                title=title,
                snippet=hit.snippet,
                question=question,
            )
        )
    return tuple(found)


def _question_of(desk: Desk, instance: str, key: str) -> str:
    """What the question is called that a comment, a choice or a reason stands beside."""
    beside = (key.removesuffix(end) for end in _BESIDE if key.endswith(end))
    return next(filter(None, (desk.store.question_label(instance, one) for one in beside)), "")

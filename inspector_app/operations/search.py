"""Search over everything on the laptop as it is typed: services, inspections, answers, findings, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.journal.records import ANSWER, split_record
from inspector_app.operations.desk import Desk
from inspector_app.words import mark, translate

MARK_BEGIN, MARK_END = "\x02", "\x03"
"""What matched stands between these in a snippet."""
KINDS = {
    "service": mark("Search", "Service"),
    "inspection": mark("Search", "Inspection"),
    "answer": mark("Search", "Answer"),
    "evidence": mark("Search", "Evidence"),
    "finding": mark("Search", "Finding"),
    "claim": mark("Search", "Claim"),
    "grade": mark("Search", "Grade"),
    "follow_up": mark("Search", "Follow-up"),
    "team_member": mark("Search", "Team"),
}


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One hit in words. `key` is the question's key for an answer, the service number for a service, else the
    record; `title` says what it is, `inspection_words` where ('' for a service of the register).
    """

    kind: str
    kind_words: str
    inspection: str
    inspection_words: str
    record: str
    key: str
    title: str
    snippet: str


def search_all(desk: Desk, text: str, kinds: Sequence[str] = (), limit: int = 20) -> tuple[SearchResult, ...]:
    """What matches, the best first; every word must occur, the last one may be unfinished."""
    hits = desk.store.care.search(text, kinds, limit)
    names: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    found = []
    for hit in hits:
        if hit.inspection and hit.inspection not in names:
            names[hit.inspection] = _inspection_words(desk, hit.inspection)
        instance, key = split_record(hit.record) if hit.kind == ANSWER else ("", hit.record)
        title = hit.title
        if hit.kind == ANSWER:
            if instance not in labels:
                labels[instance] = {row.key: row.label for row in desk.store.derived(instance)}
            title = labels[instance].get(key) or key.rsplit("/", 1)[-1].replace("_", " ")
        found.append(
            SearchResult(
                kind=hit.kind,
                kind_words=translate("Search", KINDS.get(hit.kind, hit.kind.replace("_", " "))),
                inspection=hit.inspection,
                inspection_words=names.get(hit.inspection, ""),
                record=hit.record,
                key=key,
                title=title,
                snippet=hit.snippet,
            )
        )
    return tuple(found)


def _inspection_words(desk: Desk, inspection_id: str) -> str:
    fields = desk.store.values("inspection", inspection_id)
    service = fields.get("service")
    name = service.get("name") if isinstance(service, dict) else ""
    return " · ".join(str(part) for part in (fields.get("reference"), name) if part)

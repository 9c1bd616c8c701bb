"""What must hold of every page that we make, whatever document it belongs to."""

from __future__ import annotations

import page
from pdf_reader import ReadPdf

Box = tuple[float, float, float, float, str]


def failures(data: bytes, profile: str) -> list[str]:
    """What an independent validator finds wrong; `profile` such as "ua1" or "2a"."""
    report = page.validate_pdf_bytes(data, profile=profile)
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found if found or report.is_compliant else ["not compliant"]


def misplaced(read: ReadPdf) -> list[str]:
    """Strings that leave the margins, and pairs of strings that overlap."""
    found = []
    by_page: dict[int, list[Box]] = {}
    for one in read.placed:
        beside = one.x < 50 or one.x + one.width > 595.3 - 50
        if beside or one.y - one.size * 0.25 < 15 or one.y + one.size * 0.9 > 842 - 15:
            found.append(f"page {one.page + 1}: “{one.text}” leaves the page")
        if one.text.strip():
            width = one.width * len(one.text.rstrip()) / len(one.text)
            box = (one.x, one.y - one.size * 0.2, one.x + width, one.y + one.size * 0.72, one.text)
            by_page.setdefault(one.page, []).append(box)
    for number, boxes in by_page.items():
        found += [f"page {number + 1}: {pair}" for pair in _overlaps(sorted(boxes, key=lambda box: box[1]))]
    return found


def _overlaps(boxes: list[Box]) -> list[str]:
    found = []
    for place, (left, _bottom, right, top, text) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[1] >= top:
                break
            if other[0] < right - 0.05 and other[2] > left + 0.05 and other[3] > _bottom:
                found.append(f"“{text}” and “{other[4]}” overlap")
    return found

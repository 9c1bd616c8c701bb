"""From plain texts to runs: tidy text, with web and e-mail addresses made into links."""

from __future__ import annotations

import re
from collections.abc import Iterable

from inspector_app.documents.blocks import Block, Inline, Paragraph, Run
from inspector_app.documents.cleaning import paragraphs, tidy

# Plain addresses only: what is not sure to be one stays text.
_ADDRESS = re.compile(
    r"(?P<web>https?://[!-~]*[\w/])|(?P<mail>[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", re.ASCII
)


def plain(text: str) -> Inline:
    """One run of tidy text; none for an empty one."""
    clean = tidy(text)
    return (Run(clean),) if clean else ()


def linked(text: str) -> Inline:
    """Tidy text whose web and e-mail addresses are links."""
    clean = tidy(text)
    runs: list[Run] = []
    place = 0
    for found in _ADDRESS.finditer(clean):
        if found.start() > place:
            runs.append(Run(clean[place : found.start()]))
        target = found.group() if found["web"] else f"mailto:{found.group()}"
        runs.append(Run(found.group(), link=target))
        place = found.end()
    if place < len(clean):
        runs.append(Run(clean[place:]))
    return tuple(runs)


def body(texts: Iterable[str], language: str = "") -> list[Block]:
    """Paragraphs of body text; line feeds part them."""
    return [Paragraph(linked(part), language=language) for text in texts for part in paragraphs(text)]

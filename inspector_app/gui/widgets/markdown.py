"""Markdown in labels and hints, as far as ODK's clients have it, made harmless. No Qt here.

Labels come from strangers' forms and hold answers. Only what is listed here becomes markup: bold, italics,
headings, lists and line breaks. Everything else is shown as the characters it is; links show their address
and open nothing, pictures show their words, colours are left to the look so that every text can be read.
"""

from __future__ import annotations

import html
import re

LONGEST = 20_000
"""Characters of a text that are shown; longer ones are cut, for they are no label."""

LONGEST_ADDRESS = 40
"""Characters of an address that are shown: a word that long still fits beside a panel."""

_TAGS = re.compile(r"</?(?:span|div|p|font|center|small|big|u)\b[^<>]{0,300}>", re.IGNORECASE)
_BREAKS = re.compile(r"<br\s{0,5}/?>", re.IGNORECASE)
_BOLD_TAGS = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_ITALIC_TAGS = re.compile(r"</?(?:i|em)>", re.IGNORECASE)
_PICTURE = re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(([^()\n]{1,1000})\)")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*|(?<!\w)__(?=\S)([^_\n]{1,2000}?)(?<=\S)__(?!\w)")
_ITALIC = re.compile(r"\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*|(?<![\w])_(?=\S)([^_\n]{1,2000}?)(?<=\S)_(?![\w])")
_HEADING = re.compile(r"^#{1,6} {1,3}(.{1,2000}?) {0,3}#{0,6}$")
_BULLET = re.compile(r"^ {0,3}[-*+] (?=\S)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")
_PLACE = re.compile("\ue000(\\d+)\ue001")


def plain_text(text: str) -> str:
    """The words alone, for names that are spoken and for tables."""
    return html.unescape(re.sub(r"</?(?:b|i)>", "", _lines(text, escape=False)))


def rich_text(text: str) -> str:
    """HTML of a few harmless elements; '' where the text holds no markup and is best shown as it is."""
    made = _lines(text, escape=True)
    return made.replace("\n", "<br>") if "<" in made else ""


def _lines(text: str, *, escape: bool) -> str:
    shown = text[:LONGEST].replace("\ue000", "").replace("\ue001", "").replace("\r\n", "\n")
    shown = shown.replace("&nbsp;", "\u00a0")
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\ue000{len(kept) - 1}\ue001"

    shown = _ESCAPED.sub(keep, _BREAKS.sub("\n", shown))
    shown = _BOLD_TAGS.sub("**", _ITALIC_TAGS.sub("*", _TAGS.sub("", shown)))
    lines = [_line(line, escape) for line in shown.split("\n")]

    def put(match: re.Match[str]) -> str:
        sign = kept[int(match[1])]
        return html.escape(sign) if escape else sign

    return _PLACE.sub(put, "\n".join(lines)).strip("\n")


def _line(line: str, escape: bool) -> str:
    heading = _HEADING.match(line)
    words = heading[1] if heading else _BULLET.sub("•  ", line)
    words = _LINK.sub(_link, _PICTURE.sub(lambda match: match[1], words))
    words = html.escape(words) if escape else words.replace("&", "&amp;")
    words = _ITALIC.sub(_italic, _BOLD.sub(_bold, words))
    return f"<b>{words}</b>" if heading else words


def _link(match: re.Match[str]) -> str:
    words, address = match[1].strip(), match[2].strip()
    if len(address) > LONGEST_ADDRESS:
        address = f"{address[: LONGEST_ADDRESS - 1]}…"
    return words if words == address else f"{words} ({address})"


def _bold(match: re.Match[str]) -> str:
    return f"<b>{match[1] or match[2]}</b>"


def _italic(match: re.Match[str]) -> str:
    return f"<i>{match[1] or match[2]}</i>"

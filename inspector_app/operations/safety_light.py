"""The light in words: one word for the top bar, and three lines that say what is safe and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from inspector_app.operations.backups import backup_state
from inspector_app.operations.desk import Desk
from inspector_app.operations.overview import day_words
from inspector_app.operations.safety import safe_since
from inspector_app.words import translate

Tone = Literal["good", "attention", "bad", "quiet"]


@dataclass(frozen=True, slots=True)
class LightLine:
    """One thing that keeps the record safe: what, since when, and what to do ('' for nothing)."""

    what: str
    when: str
    advice: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Light:
    """`words` stand in the top bar; `place` is where backups go, None while none is chosen."""

    words: str
    tone: Tone
    lines: tuple[LightLine, ...]
    place: Path | None
    practice: bool


def safety_light(desk: Desk) -> Light:
    """What the light says now; it asks nothing of sticks and networks, so it is quick."""
    facts = safe_since(desk)
    state = backup_state(desk, look=False)
    practice = desk.realm == "example"
    backup = _backup(desk, state.place, facts.backed_up, facts.warning, state.trouble, practice)
    full = not desk.store.has_room()
    lines = (
        _kept(desk, facts.committed, full),
        backup,
        _received(desk, facts.received, practice),
        *_traces(desk),
    )
    if full:
        return Light(translate("Safety", "Disk full"), "bad", lines, state.place, practice)
    if practice:
        return Light(translate("Safety", "No backup"), "quiet", lines, state.place, practice)
    words = {"good": translate("Safety", "Backed up"), "bad": translate("Safety", "Backup failed")}.get(
        backup.tone, translate("Safety", "Not backed up")
    )
    if backup.tone == "attention" and facts.backed_up is not None:
        words = translate("Safety", "Backup is old")
    return Light(words, backup.tone, lines, state.place, practice)


def _kept(desk: Desk, at: datetime | None, full: bool) -> LightLine:
    when = _when(desk, at) if at else translate("Safety", "nothing yet")
    if full:
        what = translate("Safety", "Nothing can be saved; last change kept on this laptop")
        return LightLine(what, when, translate("Safety", "Free some space on its disk."), "bad")
    return LightLine(
        translate("Safety", "Last change kept on this laptop"), when, "", "good" if at else "quiet"
    )


def _backup(
    desk: Desk, place: Path | None, at: datetime | None, warning: str, trouble: str, practice: bool
) -> LightLine:
    what = translate("Safety", "Last backup")
    when = _when(desk, at) if at else translate("Safety", "never")
    if practice:
        return LightLine(
            what, when, translate("Safety", "The example can be made anew at any time."), "quiet"
        )
    if place is None:
        return LightLine(
            what,
            when,
            translate("Safety", "Choose a stick or a folder for backups in the settings."),
            "attention",
        )
    if trouble:
        advice = translate(
            "Safety", "{trouble} It is tried again each minute; nothing is lost on this laptop meanwhile."
        ).format(trouble=trouble)
        return LightLine(what, when, advice, "bad")
    if warning:
        return LightLine(
            what, when, translate("Safety", "Make one now, or look whether the place is there."), "attention"
        )
    return LightLine(
        what, when, "" if at else translate("Safety", "The first is made within an hour, or now."), "good"
    )


def _received(desk: Desk, at: datetime | None, practice: bool) -> LightLine:
    what = translate("Safety", "Last receipt by head office")
    if at is not None:
        return LightLine(what, _when(desk, at), "", "good")
    advice = (
        ""
        if practice
        else translate("Safety", "After an export, take in the receipt that head office sends back.")
    )
    return LightLine(what, translate("Safety", "none yet"), advice, "quiet")


def _traces(desk: Desk) -> tuple[LightLine, ...]:
    """What an erasure in a large database left to do, and the room that it takes."""
    care = desk.store.care
    if not care.scrub_due():
        return ()
    what, lack = translate("Safety", "Last traces of what was erased"), care.scrub_lacks()
    if not lack:
        return (LightLine(what, translate("Safety", "go when the program is closed"), "", "quiet"),)
    advice = translate(
        "Safety", "The database is written anew for it. Free {count} MB on the disk of this laptop."
    ).format(count=-(-lack // 1_000_000))
    return (LightLine(what, translate("Safety", "no room to take them away"), advice, "attention"),)


def _when(desk: Desk, at: datetime) -> str:
    """ "today, 14:03:22" in local time."""
    local = at.astimezone(desk.program.now().tzinfo)
    return f"{day_words(local.date(), desk.today())}, {local:%H:%M:%S}"

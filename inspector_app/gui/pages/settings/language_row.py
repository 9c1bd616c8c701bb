"""The choice of the language of the screen; what nobody has reviewed says so and when it comes."""

from __future__ import annotations

from inspector_app.forms.interface import Choice
from inspector_app.gui.preferences import LANGUAGES, UNREVIEWED, Kept
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.words import spoken, translate


def language_row(kept: Kept) -> FormRow:
    """The row, as it stands now; what is chosen is kept at once and spoken from the next start."""
    names = tuple(Choice(code, _name(code)) for code in LANGUAGES)
    row = FormRow(translate("LanguageRow", "Language"), Segmented(names))
    row.control.show_value(kept.now.language)

    def choose(code: str) -> None:
        kept.change(language=code or "en")
        row.set_hint(_hint(kept.now.language))

    row.control.committed.connect(choose)
    row.set_hint(_hint(kept.now.language))
    return row


def _name(code: str) -> str:
    name = LANGUAGES[code]
    if code not in UNREVIEWED:
        return name
    return translate("LanguageRow", "{language} (menus and headings, not reviewed)").format(language=name)


def _hint(chosen: str) -> str:
    if chosen == spoken().code:
        return translate("LanguageRow", "of the screen; letters and forms have their own")
    return translate("LanguageRow", "from the next start of the program")

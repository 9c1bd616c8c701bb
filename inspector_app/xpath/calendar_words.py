"""Short names of months and days in the languages of forms, as the Unicode locale data has them.

A form names a language as ``French (fr)``, ``fr`` or ``French``. Languages not listed here are written in
English, and so is a form without languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

ENGLISH = "en"
MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "cy": "Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "gd": "Faoi Gearr Màrt Gibl Cèit Ògmh Iuch Lùna Sult Dàmh Samh Dùbh",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "pt": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
}
DAYS = {
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "cy": "Llun Maw Mer Iau Gwen Sad Sul",
    "de": "Mo. Di. Mi. Do. Fr. Sa. So.",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "gd": "DiL DiM DiC Dia Dih DiS DiD",
    "it": "lun mar mer gio ven sab dom",
    "nl": "ma di wo do vr za zo",
    "pl": "pon. wt. śr. czw. pt. sob. niedz.",
    "pt": "seg. ter. qua. qui. sex. sáb. dom.",
}
"""Monday first."""

_NAMES = {
    "welsh": "cy", "cymraeg": "cy", "german": "de", "deutsch": "de", "spanish": "es", "español": "es",
    "espanol": "es", "french": "fr", "français": "fr", "francais": "fr", "gaelic": "gd", "gàidhlig": "gd",
    "scottish gaelic": "gd", "italian": "it", "italiano": "it", "dutch": "nl", "nederlands": "nl",
    "polish": "pl", "polski": "pl", "portuguese": "pt", "português": "pt", "portugues": "pt",
}  # fmt: skip
_CODE = re.compile(r"(?:^|\()\s*([A-Za-z]{2,3})(?:[-_][\w-]+)?\s*\)?\s*$")


@lru_cache(maxsize=64)
def language_code(language: str) -> str:
    """The code of a form's language that names are known for; that of English for all others."""
    found = _CODE.search(language.strip())
    code = found[1].lower() if found else _NAMES.get(language.strip().lower(), ENGLISH)
    return code if code in MONTHS else ENGLISH


@lru_cache(maxsize=64)
def months(language: str) -> tuple[str, ...]:
    """The months in a form's language, January first."""
    return tuple(MONTHS[language_code(language)].split())


@lru_cache(maxsize=64)
def days(language: str) -> tuple[str, ...]:
    """The days of the week in a form's language, Monday first."""
    return tuple(DAYS[language_code(language)].split())

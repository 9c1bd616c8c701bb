"""All pages of the window by key: where each stands, what it is called, and the module that makes it.

Nothing of a page is imported before it is first shown. A page's factory is `make(workbench) -> Page`; that of
the checklist screens also takes the name of the screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal

from inspector_app.words import mark, translate

if TYPE_CHECKING:
    from inspector_app.gui.frame.page import Page
    from inspector_app.gui.icons import Name as IconName
    from inspector_app.gui.workbench import Workbench
else:
    IconName = str

Level = Literal["start", "home", "inspection", "aside", "anytime"]
ICONS: dict[str, IconName] = {
    "home": "inspections",
    "register": "register",
    "start": "add",
    "office": "office",
    "settings": "settings",
}
"""What stands for a page that has no state."""
SCREEN = "screen:"
"""A checklist screen's key is this and the `screen` of its group."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """`level`: before unlocking, beside the list of inspections, in the open inspection's rail, reached from
    a page but not in the rail, or reached from anywhere, unlocked or not. `factory` is "module:function";
    `argument` goes to it after the workbench. `name` is the title as the code has
    it.
    """

    key: str
    name: str
    level: Level
    factory: str
    argument: str = ""

    @property
    def title(self) -> str:
        """In the language of the screen."""
        return translate("Pages", self.name)

    @property
    def there(self) -> bool:
        """Whether its module exists. Each does (a test holds it): to look at every start costs time."""
        return _exists(self.factory.partition(":")[0])

    def make(self, workbench: Workbench) -> Page:
        """Import the module and make the page."""
        module, _, function = self.factory.partition(":")
        factory = getattr(import_module(module), function)
        page: Page = factory(workbench, self.argument) if self.argument else factory(workbench)
        return page


def _spec(key: str, name: str, level: Level, module: str) -> PageSpec:
    return PageSpec(key, name, level, f"{__name__}.{module}.page:make")


BEFORE_SCREENS = (
    _spec("prepare", mark("Pages", "Prepare"), "inspection", "prepare"),
    _spec("complaint", mark("Pages", "Complaint"), "inspection", "complaint"),
    _spec("names", mark("Pages", "Names"), "inspection", "names"),
    _spec("follow_up", mark("Pages", "Earlier findings"), "inspection", "follow_up"),
)
AFTER_SCREENS = (
    _spec("evidence", mark("Pages", "Evidence"), "inspection", "evidence"),
    _spec("grades", mark("Pages", "Grades"), "inspection", "grades"),
    _spec("narrative", mark("Pages", "Area report"), "inspection", "narrative"),
    _spec("findings", mark("Pages", "Findings"), "inspection", "findings"),
    _spec("letter", mark("Pages", "Letter"), "inspection", "letter"),
    _spec("export", mark("Pages", "Finalise and export"), "inspection", "export"),
    _spec("conflicts", mark("Pages", "Two values"), "inspection", "conflicts"),
)
OTHERS = (
    _spec("first_start", mark("Pages", "Welcome"), "start", "first_start"),
    _spec("unlock", mark("Pages", "Unlock"), "start", "unlock"),
    _spec("home", mark("Pages", "Inspections"), "home", "home"),
    _spec("register", mark("Pages", "Register"), "home", "register"),
    _spec("start", mark("Pages", "Start an inspection"), "home", "start"),
    _spec("office", mark("Pages", "Head office"), "home", "office"),
    _spec("settings", mark("Pages", "Settings"), "home", "settings"),
    _spec("history", mark("Pages", "History"), "aside", "history"),
    _spec("correct", mark("Pages", "Correct"), "aside", "correct"),
    _spec("keyboard", mark("Pages", "Keyboard"), "anytime", "keyboard"),
    _spec("help", mark("Pages", "Help"), "anytime", "help"),
    _spec("about", mark("Pages", "About Inspector"), "anytime", "about"),
    _spec("trouble", mark("Pages", "What went wrong"), "anytime", "trouble"),
)


def screen_spec(screen: str, title: str) -> PageSpec:
    """The page of one screen of a checklist, by the `screen` of its group."""
    factory = f"{__name__}.checklist.page:make_screen"
    return PageSpec(f"{SCREEN}{screen}", title, "inspection", factory, screen)


def inspection_specs(screens: Iterable[tuple[str, str]]) -> tuple[PageSpec, ...]:
    """The parts of an inspection in the order of the rail; `screens` are (screen, title) of its checklist."""
    return (*BEFORE_SCREENS, *(screen_spec(*screen) for screen in screens), *AFTER_SCREENS)


def home_specs() -> tuple[PageSpec, ...]:
    """The pages beside the list of inspections."""
    return tuple(spec for spec in OTHERS if spec.level == "home")


def find(key: str) -> PageSpec | None:
    """The page with this key, None when there is none. A screen's title here is its key: ask its page."""
    if key.startswith(SCREEN):
        return screen_spec(key.removeprefix(SCREEN), key)
    named = (*BEFORE_SCREENS, *AFTER_SCREENS, *OTHERS)
    return next((spec for spec in named if spec.key == key), None)


@cache
def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False

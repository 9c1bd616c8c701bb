"""About: versions of what runs here, and the licence of every part, to be read on this laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from inspector_app.gui.frame.aside import AsidePage
from inspector_app.gui.frame.page import Page
from inspector_app.gui.look import look
from inspector_app.gui.pages.help.places import PlaceList
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.labels import label
from inspector_app.operations.licences import Part, licence_text, parts, versions

if TYPE_CHECKING:
    from inspector_app.gui.workbench import Workbench


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return AboutPage(workbench)


class AboutPage(AsidePage):
    """Parts at the left, the text of the chosen one's licence at the right."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("about", workbench)
        self.set_title(self.tr("About Inspector"), self.tr("versions and licences of all its parts"))
        self.add_head(self.back_button())
        self._parts: dict[str, Part] = {}
        self.list = PlaceList()
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.add(self._versions_card())
        self.add(self._licences_card())
        self.list.shown.connect(self._show)

    def arrive(self) -> None:
        super().arrive()
        if not self._parts:
            self._parts = {part.name: part for part in parts()}
            lines = [(part.name, self._named(part), part.licence) for part in self._parts.values()]
            self.list.show_lines(lines)
            self.list.setCurrentRow(0)

    def first_focus(self) -> QWidget:
        return self.list

    def _versions_card(self) -> Card:
        card = Card(self.tr("Versions"))
        told = " · ".join(f"{name} {version}" for name, version in versions())
        words = label(told)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add(words)
        thanks = self.tr("Inspector is free software under the Apache License 2.0. It talks to no network.")
        card.add(label(thanks, "soft"))
        return card

    def _licences_card(self) -> Card:
        card = Card(self.tr("Licences"))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().metrics.space(4))
        row.addWidget(self.list, 2)
        row.addWidget(self.text, 4)
        both.setMinimumHeight(look().metrics.columns(46))
        card.add(both)
        return card

    def _named(self, part: Part) -> str:
        kinds = {"font": self.tr("font"), "icons": self.tr("drawn for the program")}
        kind = kinds.get(part.kind, "")
        return f"{part.name} {part.version}" + (f", {kind}" if kind else "")

    def _show(self, name: str) -> None:
        part = self._parts.get(name)
        if part is not None:
            self.text.setAccessibleName(self.tr("Licence of {name}").format(name=part.name))
            self.text.setPlainText(licence_text(part))

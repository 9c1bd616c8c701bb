"""Which document is shown: one of all that can be made from the record, or a version as it was issued."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.choice_box import DropDown
from inspector_app.gui.widgets.labels import label
from inspector_app.operations.letter_status import IssuedLetter
from inspector_app.operations.paper_offers import Offer
from inspector_app.words import mark, translate

_TITLES = {
    "letter": mark("documents", "Letter"),
    "feedback": mark("documents", "Feedback of the day"),
    "action-plan": mark("documents", "Action plan form"),
    "accuracy": mark("documents", "Factual accuracy form"),
    "record": mark("documents", "Inspection record"),
    "follow-up": mark("documents", "Follow-up letter"),
    "complaint": mark("documents", "Complaint outcome letter"),
    "summary": mark("documents", "Joint inspection summary"),
}


def title_of(kind: str) -> str:
    """What a kind of document is called on the screen."""
    return translate("documents", _TITLES[kind])


def version_words(issued: IssuedLetter) -> str:
    """ "Version 2, 8 November 2026", and whether it still stands."""
    day = QDate(issued.issued_on.year, issued.issued_on.month, issued.issued_on.day)
    when = QLocale().toString(day, "d MMMM yyyy") if day.isValid() else ""
    words = translate("documents", "Version {version}, {when}")
    words = words.format(version=issued.version, when=when)
    if issued.superseded:
        return translate("documents", "{version}, superseded").format(version=words)
    return words


class DocumentChooser(QWidget):
    """`kind_chosen(kind)` and `version_chosen(IssuedLetter)`."""

    kind_chosen = Signal(str)
    version_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = DropDown(self)
        self.box.setObjectName("document")
        self.box.setSizeAdjustPolicy(DropDown.SizeAdjustPolicy.AdjustToContents)
        name = label(self.tr("Document"), "strong", wrap=False)
        name.setBuddy(self.box)
        self.box.setAccessibleName(self.tr("Document"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(name)
        self._row.addWidget(self.box)
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._shown: tuple[tuple[Offer, ...], tuple[IssuedLetter, ...]] | None = None
        self._current: str | IssuedLetter = "letter"
        self.box.activated.connect(self._activated)
        follow_look(self._restyle)

    @property
    def current(self) -> str | IssuedLetter:
        """The kind that is shown, or the version."""
        return self._current

    def show_documents(self, offers: Sequence[Offer], issued: Sequence[IssuedLetter]) -> None:
        """Offer these; what is shown stays chosen."""
        if self._shown == (tuple(offers), tuple(issued)):
            return
        self._shown = (tuple(offers), tuple(issued))
        self.box.clear()
        for offer in sorted(offers, key=lambda one: bool(one.why_not)):
            words = title_of(offer.kind)
            if offer.why_not:
                words = self.tr("{title} (nothing recorded)").format(title=words)
            self.box.addItem(words, offer.kind)
        kept = [one for one in issued if one.blob]
        if kept:
            self.box.insertSeparator(self.box.count())
        for one in reversed(kept):
            self.box.addItem(self.tr("Issued: {version}").format(version=version_words(one)), one.version)
        self._select()

    def choose(self, what: str | IssuedLetter) -> None:
        """Show this one, as if it had been chosen."""
        self._current = what
        self._select()
        if isinstance(what, IssuedLetter):
            self.tell_version(what)
        else:
            self.tell_kind(what)

    def tell_kind(self, kind: str) -> None:
        self.kind_chosen.emit(kind)

    def tell_version(self, issued: IssuedLetter) -> None:
        self.version_chosen.emit(issued)

    def _select(self) -> None:
        now = self._current
        self.box.setCurrentIndex(self.box.findData(now.version if isinstance(now, IssuedLetter) else now))

    def _activated(self, index: int) -> None:
        data = self.box.itemData(index)
        if isinstance(data, str):
            self.choose(data)
        elif self._shown is not None:
            found = [one for one in self._shown[1] if one.version == data]
            if found:
                self.choose(found[0])

    def _restyle(self) -> None:
        self._row.setSpacing(look().metrics.space(2))

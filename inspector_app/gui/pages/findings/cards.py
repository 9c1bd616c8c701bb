"""The cards of the findings page: a suggestion to decide on, a finding with its builder, the refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.pages.findings.finding_form import FindingForm
from inspector_app.gui.pages.findings.reason_row import ReasonRow
from inspector_app.gui.widgets.badge import Badge, Tone
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.labels import label
from inspector_app.inspections.finding import FindingKind
from inspector_app.operations.finding_views import FindingsView, FindingView, SuggestionView

TONES: dict[FindingKind, Tone] = {
    FindingKind.REQUIREMENT: "attention",
    FindingKind.RECOMMENDATION: "accent",
    FindingKind.STRENGTH: "good",
    FindingKind.GOOD_PRACTICE: "good",
}


class SuggestionCard(Card):
    """`accepted(clause)`, `refused(clause, reason)`."""

    accepted = Signal(str)
    refused = Signal(str, str)

    def __init__(self, suggestion: SuggestionView, *, first: bool, key: str) -> None:
        super().__init__()
        self.suggestion, self.first = suggestion, first
        self.setAccessibleName(suggestion.title)
        self.setObjectName(f"suggestion:{suggestion.clause}")
        self.accept = Button(
            self.tr("Add to findings"), key=key if first else "", kind="primary" if first else "plain"
        )
        self.refuse = Button(self.tr("Not needed"))
        self.accept.setAccessibleName(self.tr("Add to findings: {title}").format(title=suggestion.title))
        self.refuse.setAccessibleName(self.tr("Not needed: {title}").format(title=suggestion.title))
        head = FlowLayout(gap=2.5)
        head.addWidget(Badge(suggestion.kind_words, TONES[suggestion.kind]))
        head.addWidget(label(suggestion.title, "strong"))
        self.add(head)
        self.add(label(suggestion.outcome))
        self.add(label(self.tr("Answer: {answer}").format(answer=suggestion.because), "soft"))
        if suggestion.others:
            others = self.tr("The same answer also suggests: {others}. One of them is usually enough.")
            self.add(label(others.format(others="; ".join(suggestion.others)), "soft"))
        foot = FlowLayout(gap=2.5)
        foot.addWidget(self.accept)
        foot.addWidget(self.refuse)
        self.add(foot)
        self.reason = ReasonRow(self.tr("Why is it not needed here?"), self.tr("Do not add it"), self)
        self.add(self.reason)
        self.accept.clicked.connect(self._accept)
        self.refuse.clicked.connect(self.reason.open_row)
        self.reason.given.connect(self._refuse)
        self.reason.closed.connect(self._back)

    def _accept(self) -> None:
        self.accepted.emit(self.suggestion.clause)

    def _refuse(self, reason: str) -> None:
        self.refused.emit(self.suggestion.clause, reason)

    def _back(self) -> None:
        self.refuse.setFocus(Qt.FocusReason.OtherFocusReason)


class FindingCard(Card):
    """A finding: its kind, what is missing and its title, with its builder when open.

    Signals: `toggled(id)`, `refused(id, reason)`.
    """

    toggled = Signal(str)
    refused = Signal(str, str)

    def __init__(self, finding: FindingView) -> None:
        super().__init__()
        self.finding = finding
        self.form: FindingForm | None = None
        self.setObjectName(f"finding:{finding.id}")
        self.kind = Badge()
        self.title = label("", "strong")
        self.state = Badge()
        self.toggle = Button(self.tr("Edit"), icon="chevron-right")
        self._body = QVBoxLayout()
        self._line = FlowLayout(gap=2.5)
        self._line.addWidget(self.kind)
        self._line.addWidget(self.state)
        self._line.add_trailing(self.toggle)
        self.add(self._line)
        self.add(self.title)
        self.add(self._body)
        self.reason = ReasonRow(self.tr("Why is this finding not made?"), self.tr("Take it out"), self)
        self.remove = Button(self.tr("Take out of the letter"), kind="quiet", icon="remove")
        self.add(self.reason)
        self.add(self.remove)
        self.remove.hide()
        self.toggle.clicked.connect(self._toggle)
        self.remove.clicked.connect(self.reason.open_row)
        self.reason.given.connect(self._refuse)
        self.reason.closed.connect(self._back)
        self.show_line(finding, closed=False)
        follow_look(self._restyle_body)

    def show_line(self, finding: FindingView, *, closed: bool) -> None:
        """The line of the card: kind, title, and how much is missing."""
        self.finding = finding
        title = finding.title or self.tr("(no title yet)")
        number = f" {finding.number}" if finding.number else ""
        self.setAccessibleName(f"{finding.kind_words}{number}: {title}")
        self.kind.show_text(f"{finding.kind_words}{number}", TONES[finding.kind])
        self.title.setText(title)
        count = len(finding.gaps)
        if not count:
            self.state.show_text(self.tr("complete"), "good", "state-done")
        else:
            words = self.tr("1 part missing") if count == 1 else self.tr("{count} parts missing")
            self.state.show_text(words.format(count=count), "attention", "state-attention")
        words = self.tr("Fold") if self.form else self.tr("Show") if closed else self.tr("Edit")
        self.toggle.set_words(words, "chevron-down" if self.form else "chevron-right")
        self.toggle.setAccessibleName(f"{words}: {title}")
        self.remove.setVisible(self.form is not None and not closed)

    def open_form(self, all_: FindingsView, today: Callable[[], date]) -> FindingForm:
        """Show the builder under the line."""
        form = FindingForm(self.finding, all_, today, self)
        self.form = form
        self._body.addWidget(form)
        self.show_line(self.finding, closed=bool(all_.closed))
        return form

    def close_form(self, *, closed: bool) -> None:
        """Fold the builder away, with what was typed on its way to the record."""
        if self.form is not None:
            self.form.leave()
            form, self.form = self.form, None
            form.hide()
            form.deleteLater()
            self.reason.hide()
            self.show_line(self.finding, closed=closed)

    def _toggle(self) -> None:
        self.toggled.emit(self.finding.id)

    def _refuse(self, reason: str) -> None:
        self.refused.emit(self.finding.id, reason)

    def _back(self) -> None:
        self.remove.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle_body(self) -> None:
        self._body.setSpacing(look().metrics.space(3))


class RefusedCard(Card):
    """What was refused and why; `agreed_again(id)` brings it back."""

    agreed_again = Signal(str)

    def __init__(self, refused: tuple[FindingView, ...], *, closed: bool) -> None:
        super().__init__(self.tr("Refused"), self.tr("kept in the record, not in the letter"))
        for finding in refused:
            self.add(_RefusedLine(finding, self, closed=closed))

    def tell_agreed(self, finding_id: str) -> None:
        self.agreed_again.emit(finding_id)


class _RefusedLine(QWidget):
    def __init__(self, finding: FindingView, owner: RefusedCard, *, closed: bool) -> None:
        super().__init__(owner)
        self._id, self._owner = finding.id, owner
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(gap=2.5)
        row.addWidget(Badge(finding.kind_words, "quiet"))
        row.addWidget(label(finding.title))
        if not closed:
            back = Button(self.tr("Agree after all"))
            back.setAccessibleName(self.tr("Agree after all: {title}").format(title=finding.title))
            back.clicked.connect(self._pressed)
            row.add_trailing(back)
        add_layout(column, row)
        reason = self.tr("Reason: {reason}").format(reason=finding.refusal_reason)
        column.addWidget(label(reason, "soft"))

    def _pressed(self) -> None:
        self._owner.tell_agreed(self._id)


class NothingYet(Card):
    """What to do first on a page without findings."""

    def __init__(self) -> None:
        super().__init__(self.tr("No findings yet"))
        words = self.tr(
            "Answers that call for a finding bring up suggestions here. Answer the checklist first, or begin "
            "a finding of your own: a requirement, a recommendation or a strength."
        )
        self.add(label(words))

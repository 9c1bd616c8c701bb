"""What can be done with the document, beside it: where it stands, issue, save, print, earlier versions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths, Qt, Signal

from inspector_app.forms.interface import Choice
from inspector_app.gui.actions import Actions
from inspector_app.gui.frame.side import SideContent, SideSection
from inspector_app.gui.pages.letter.print_section import PrintSection
from inspector_app.gui.pages.letter.versions_section import VersionsSection
from inspector_app.gui.widgets.badge import Badge
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.operations.letter_status import LetterStatus
from inspector_app.operations.paper_offers import Language

SAVE, ISSUE = "letter.save", "letter.issue"
STANDARD, LARGE = "standard", "large"
PDF, WORD = "pdf", "docx"


class LetterSide(SideContent):
    """`look_wanted()` when another size or language of the print is chosen."""

    look_wanted = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__(columns=44)
        self.state = Badge()
        self.why = label("", "soft")
        self.held = label("", "problem")
        self.warning = label("", "attention")
        self.print_size = self._choice(
            self.tr("Size of the print"),
            (Choice(STANDARD, self.tr("Standard")), Choice(LARGE, self.tr("Large print"))),
        )
        self.language = self._choice(self.tr("Language of the fixed words"), ())
        self.language_row = FormRow(self.tr("Language of the fixed words"), self.language)
        self.format = self._choice(
            self.tr("Kind of file"), (Choice(PDF, self.tr("PDF")), Choice(WORD, self.tr("Word")))
        )
        self.format.committed.connect(self._format_chosen)
        self.print_size.committed.connect(self._look_chosen)
        self.language.committed.connect(self._look_chosen)
        self.target = PathLine("new", self.tr("Documents (*.pdf *.docx)"))
        self.save_row = FormRow(self.tr("Save as"), self.target)
        self.word_words = label(
            self.tr("For those who must edit. What is changed there does not come back into the record."),
            "soft",
        )
        self._own_target = ""
        self._name = ""
        self.printing = PrintSection(actions)
        self.versions = VersionsSection()
        self._build(actions)

    @property
    def large_print(self) -> bool:
        return self.print_size.value() == LARGE

    @property
    def as_word(self) -> bool:
        """Whether the file is to be one for a word processor."""
        return self.format.value() == WORD

    def show_status(self, status: LetterStatus, *, practice: bool) -> None:
        """What has become of the letter, and whether it can be issued."""
        current = status.current
        if current is not None:
            words = self.tr("Version {version} issued").format(version=current.version)
            self.state.show_text(words, "good", "state-done")
        elif status.issued:
            words = self.tr("Version {version} superseded").format(version=status.issued[-1].version)
            self.state.show_text(words, "attention", "state-attention")
        else:
            self.state.show_text(self.tr("Draft"), "attention", "state-half")
        superseded = current is None and bool(status.issued) and status.may_issue
        again = self.tr("The record was corrected since: issue the next version.") if superseded else ""
        practice_words = self.tr("It says on every page that it is an example.") if practice else ""
        self.why.setText(" ".join(part for part in (status.why_not, again, practice_words) if part))
        self.why.setVisible(bool(self.why.text()))
        self.versions.show_versions(status.issued)

    def show_held(self, count: int) -> None:
        """How much in the letter may name a person."""
        one, many = self.tr("1 place may name a person"), self.tr("{count} places may name a person")
        words = one if count == 1 else many
        more = self.tr("Mend or dismiss it under Checks; until then no final letter is issued.")
        self.held.setText(f"{words.format(count=count)}. {more}" if count else "")
        self.held.setVisible(bool(count))

    def show_languages(self, languages: Sequence[Language]) -> None:
        """The languages that the pack has fixed words in; one alone is no choice."""
        choices = []
        for one in languages:
            name = QLocale(one.code).nativeLanguageName() or one.code
            name = name[:1].upper() + name[1:]
            if one.code == "en":
                name = self.tr("English")
            words = name if one.reviewed else self.tr("{language} (proof)").format(language=name)
            choices.append(Choice(one.code, words))
        self.language.set_choices(choices)
        self.language.show_value(self.language.value() or "en")
        self.language_row.setVisible(len(choices) > 1)

    def show_unprintable(self, stretches: tuple[str, ...]) -> None:
        """Signs that the typeface lacks."""
        self.warning.setVisible(bool(stretches))
        words = self.tr("These signs cannot be printed and are named in words: {signs}")
        self.warning.setText(words.format(signs=" ".join(stretches)))

    def name_file(self, name: str) -> None:
        """Propose where to save, unless a place was typed."""
        self._name = name
        if self.target.value() in ("", self._own_target):
            suffix = WORD if self.as_word else PDF
            folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            clean = "".join(c if c.isalnum() or c in "-_." else "-" for c in name)
            self._own_target = str(Path(folder or Path.home()) / f"{clean}.{suffix}")
            self.target.line.setText(self._own_target)
            return
        path = self.target.path
        if path is not None and path.suffix.lower() in (".pdf", ".docx"):
            self.target.line.setText(str(path.with_suffix(f".{WORD if self.as_word else PDF}")))

    def focus_target(self) -> None:
        """Where the file goes is to be said."""
        self.target.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.target.line.selectAll()

    def _choice(self, question: str, choices: Sequence[Choice]) -> Segmented:
        made = Segmented(choices)
        made.set_question(question)
        made.show_value(choices[0].value if choices else "en")
        return made

    def _build(self, actions: Actions) -> None:
        state = SideSection(self.tr("The letter"))
        for part in (
            self.state,
            self.why,
            self.held,
            self.warning,
            self.print_size,
            self.language_row,
            actions.button(ISSUE),
        ):
            state.add(part)
        for hidden in (self.warning, self.held, self.word_words, self.language_row):
            hidden.hide()
        keep = SideSection(self.tr("Save"))
        for part in (self.format, self.word_words, self.save_row, actions.button(SAVE)):
            keep.add(part)
        for section in (state, keep, self.printing, self.versions):
            self.add(section)

    def tell_look(self) -> None:
        self.look_wanted.emit()

    def _look_chosen(self, _: str) -> None:
        for choice, own in ((self.print_size, STANDARD), (self.language, "en")):
            if not choice.value():
                choice.show_value(own)
        self.tell_look()

    def _format_chosen(self, _: str) -> None:
        if not self.format.value():
            self.format.show_value(PDF)
        self.word_words.setVisible(self.as_word)
        self.name_file(self._name)


def file_name(reference: str, what: str, *, large_print: bool) -> str:
    """ "EX-1-letter", "EX-1-action-plan-large-print"."""
    large = QCoreApplication.translate("documents", "large print").replace(" ", "-") if large_print else ""
    return "-".join(part for part in (reference, what, large) if part)

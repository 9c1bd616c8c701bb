"""Settings: size and colours, another passphrase, a backup now, and this laptop's card for head office."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from inspector_app.errors import KnownError
from inspector_app.forms.interface import Choice
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.settings.backup_card import BackupCard
from inspector_app.gui.pages.settings.check_card import CheckCard
from inspector_app.gui.pages.settings.gone_card import GoneCard
from inspector_app.gui.pages.settings.hands_card import HandsCard
from inspector_app.gui.pages.settings.keys_card import KeysCard
from inspector_app.gui.pages.settings.language_row import language_row
from inspector_app.gui.pages.settings.lock_card import LockCard
from inspector_app.gui.pages.settings.passphrase_card import PassphraseCard
from inspector_app.gui.theme import Mode
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.flow import FlowLayout
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.segmented import Segmented
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.safety import look_at_folder
from inspector_app.operations.settings import LaptopFacts, laptop_facts, save_device_card

SIZES = (1.0, 1.25, 1.5, 2.0, 3.0)


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return SettingsPage(workbench)


class SettingsPage(Page):
    """Size and colours hold at once and for the next start."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("settings", "")
        self._workbench = workbench
        self.set_title(self.tr("Settings"), self.tr("of this laptop"))
        self.mode = FormRow(
            self.tr("Colours"),
            Segmented(
                (
                    Choice("system", self.tr("As the system")),
                    Choice("light", self.tr("Light")),
                    Choice("dark", self.tr("Dark")),
                    Choice("contrast", self.tr("High contrast")),
                )
            ),
        )
        sizes = tuple(Choice(f"{size:g}", f"{round(size * 100)} %") for size in SIZES)
        self.text_size = FormRow(self.tr("Size of text"), Segmented(sizes), self._size_keys())
        self.passphrase = PassphraseCard(workbench)
        self.lock = LockCard(workbench)
        self.backups = BackupCard(workbench)
        self.card_folder = FormRow(self.tr("Folder for the card"), PathLine("folder"))
        self.save_card = Button(self.tr("Save the device card"))
        self._office, self._device = label(""), label("")
        self._place = FormRow(self.tr("Where the inspections lie"), TextLine())
        self._place.control.set_read_only(True)
        self._warning = label("", "attention")
        self._warning.hide()
        self.keys, self.check, self.gone = KeysCard(workbench), CheckCard(workbench), GoneCard(workbench)
        self.hands = HandsCard(workbench)
        for card in (
            self._look_card(),
            self.hands,
            self.lock,
            self.backups,
            self.passphrase,
            self.keys,
            self.check,
            self.gone,
            self._device_card(),
        ):
            self.add(card)
        self._connect()

    def arrive(self) -> None:
        self._show_look()
        self.lock.ask()
        self.backups.ask()
        self.keys.ask()
        self.gone.ask()
        self._workbench.run(laptop_facts, self.show_facts)

    def leave(self) -> None:
        self.passphrase.forget()
        self.lock.forget()
        self.backups.forget()
        self.keys.forget()
        self.messages.clear()

    def show_detail(self, detail: str) -> None:
        """``backup``: where backups go."""
        if detail == "backup":
            self.reveal(self.backups.first_control())

    def show_facts(self, facts: LaptopFacts) -> None:
        """Whose laptop this is, and how to prove it."""
        self._office.setText(
            self.tr("Head office: {name}, fingerprint {mark}").format(
                name=facts.office, mark=facts.office_fingerprint
            )
        )
        self._device.setText(
            self.tr("This laptop of {author}: fingerprint {mark}").format(
                author=facts.author, mark=facts.device_fingerprint
            )
        )
        self._place.control.show_value(str(facts.database))
        self.passphrase.setVisible(not facts.practice)
        job = self._workbench.processes.run_in_process(look_at_folder, facts.database.parent)
        job.done.connect(self._warn)

    def _warn(self, words: str) -> None:
        """Say where the database should not lie."""
        self._warning.setText(words)
        self._warning.setVisible(bool(words))

    def _size_keys(self) -> str:
        keys = [self._workbench.actions.key(f"view.{name}") for name in ("larger", "smaller", "normal")]
        return self.tr("{larger} larger, {smaller} smaller, {normal} normal").format(
            larger=keys[0], smaller=keys[1], normal=keys[2]
        )

    def _look_card(self) -> Card:
        card = Card(self.tr("How it looks"))
        card.add(self.mode)
        card.add(self.text_size)
        self.language = language_row(self._workbench.kept)
        card.add(self.language)
        return card

    def _device_card(self) -> Card:
        card = Card(self.tr("Head office and this laptop"))
        text = self.tr(
            "Head office accepts this laptop by its card. Read the fingerprint out over the telephone: the "
            "same numbers on both sides prove that the card is yours."
        )
        for part in (
            self._place,
            self._warning,
            self._office,
            self._device,
            label(text, "soft"),
            self.card_folder,
        ):
            card.add(part)
        row = FlowLayout(gap=2.5)
        row.addWidget(self.save_card)
        card.add(row)
        return card

    def _connect(self) -> None:
        self.mode.control.committed.connect(self._set_mode)
        self.text_size.control.committed.connect(self._set_size)
        self.save_card.clicked.connect(self._save_card)
        self.passphrase.said.connect(self._say)
        self.keys.said.connect(self._say)
        self._workbench.theme.changed.connect(self._show_look)

    def _show_look(self) -> None:
        self.mode.control.show_value(self._workbench.theme.mode)
        self.text_size.control.show_value(f"{self._workbench.theme.zoom:g}")

    def _set_mode(self, value: str) -> None:
        self._workbench.theme.set_mode(cast(Mode, value or "system"))

    def _set_size(self, value: str) -> None:
        self._workbench.theme.set_zoom(float(value or 1))

    def _save_card(self) -> None:
        folder = self._folder(self.card_folder)
        if folder is not None:
            self._workbench.run(
                lambda desk: save_device_card(desk, folder), self._card_saved, self._card_refused
            )

    def _card_saved(self, file: Path) -> None:
        told = self.tr("The card {name} is written.").format(name=file.name)
        self._say(Message(told, self.tr("Give it to head office. It holds no secret."), "good"))

    def _card_refused(self, error: KnownError) -> None:
        self.card_folder.show_problem(str(error))

    def _folder(self, row: FormRow) -> Path | None:
        """The folder given, or None with what is missing said in place."""
        folder = cast(PathLine, row.control).path
        row.show_problem("" if folder else self.tr("Choose a folder."))
        if folder is None:
            self.reveal(row.control)
        return folder

    def _say(self, message: Message) -> None:
        self.messages.clear()
        self.show_message(message)

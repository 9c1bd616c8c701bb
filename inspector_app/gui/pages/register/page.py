"""The register: take in head office's file after a look at what is wrong in it, and search as you type."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector_app.errors import KnownError
from inspector_app.gui.actions import ActionSpec
from inspector_app.gui.frame.page import Page
from inspector_app.gui.pages.register.preview import PreviewView
from inspector_app.gui.processes import LongJob
from inspector_app.gui.widgets.card import Card
from inspector_app.gui.widgets.form_row import FormRow
from inspector_app.gui.widgets.labels import label
from inspector_app.gui.widgets.line_list import Line, LineList
from inspector_app.gui.widgets.message_bar import Message
from inspector_app.gui.widgets.path_line import PathLine
from inspector_app.gui.widgets.text_line import TextLine
from inspector_app.gui.workbench import Workbench
from inspector_app.operations.changed import Changed
from inspector_app.operations.find import ServiceLine, ServiceList, services
from inspector_app.operations.register import RegisterPreview, read_register_file, take_register

IMPORT = "register.import"


def make(workbench: Workbench) -> Page:
    """The page, by the registry."""
    return RegisterPage(workbench)


class RegisterPage(Page):
    """Enter in the list starts an inspection of the service, or opens the one under way there."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__("register", "")
        self._workbench = workbench
        self._under_way: dict[str, str] = {}
        self._reading: LongJob | None = None
        self._found: RegisterPreview | None = None
        self._seen = False
        self.set_title(self.tr("Register"))
        spec = ActionSpec(IMPORT, self.tr("Import the register"), "Ctrl+Return", self.tr("Register"))
        workbench.actions.ensure(spec)
        self.file = PathLine("file", self.tr("Register (*.csv *.xlsx);;All files (*)"))
        self.row = FormRow(
            self.tr("File from head office"),
            self.file,
            self.tr("CSV or Excel, one service a row. A service number that is known already is updated."),
        )
        self.preview = PreviewView()
        self.search = FormRow(
            self.tr("Find a service"), TextLine(), self.tr("name, number, provider or area")
        )
        self.list = LineList(self.tr("Services"), most=6)
        self._count = label("", "soft")
        self._services_card = Card(self.tr("Services"))
        for part in (self.search, self.list, self._count):
            self._services_card.add(part)
        self._import_card = Card(self.tr("Import"))
        self._import_card.add(self.row)
        self._import_card.add(self.preview)
        self._import_card.add(workbench.actions.button(IMPORT, "primary"))
        self.add(self._services_card)
        self.add(self._import_card)
        self.take_dropped(self.file.set_path)
        self._connect()

    def arrive(self) -> None:
        self._find(self.search.control.value())
        if self.preview.ready:
            self._workbench.actions.bind(IMPORT, self._import)

    def leave(self) -> None:
        self._workbench.actions.unbind(IMPORT)
        self.messages.clear()

    @property
    def at_rest(self) -> bool:
        return self._seen

    @property
    def drawn(self) -> bool:
        """Whether no file is being read, for pictures."""
        return self._seen and self._reading is None

    def first_focus(self) -> QWidget:
        return self.search.control if self.list.lines else self.file

    def show_services(self, found: ServiceList) -> None:
        """Show what matches."""
        self._under_way = {line.number: line.inspection for line in found.lines if line.inspection}
        self.list.show_lines([self._line(line) for line in found.lines])
        self._services_card.setVisible(found.total > 0)
        self._count.setText(self._count_words(found))
        count = self.tr("{count} services on this laptop").format(count=found.total)
        self.set_title(self.tr("Register"), count if found.total else self.tr("none yet: import it first"))
        if not self._seen:
            self._seen = True
            # Before the services are known the keyboard is where the first of them come from.
            if self.isVisible() and self.file.line.hasFocus() and not self.file.value():
                self.first_focus().setFocus()
            self.tell_rest()

    def _connect(self) -> None:
        self.file.committed.connect(self._look)
        self.search.control.edited.connect(self._find)
        if isinstance(self.search.control, TextLine):
            self.search.control.line.returnPressed.connect(self._to_list)
        self.list.chosen.connect(self._choose)
        self._workbench.changed.connect(self._changed)

    def _find(self, text: str) -> None:
        self._workbench.run(lambda desk: services(desk, text), self.show_services)

    def _to_list(self) -> None:
        """Enter means the list of what is typed, which may still be looked for: answers come in order."""
        with self._workbench.moving():
            self._workbench.run(lambda desk: None, self._into_list)

    def _into_list(self, _: None) -> None:
        self.list.setFocus()

    def _choose(self, number: str) -> None:
        inspection = self._under_way.get(number)
        if inspection:
            self._workbench.open_inspection(inspection)
            self._workbench.go("prepare")
        else:
            self._workbench.go("start", number)

    def _changed(self, changed: Changed) -> None:
        if changed.about("register", "inspection") and self.isVisible():
            self._find(self.search.control.value())

    def _look(self, _: str = "") -> None:
        """Read the file and say what is in it and what is wrong, before anything is taken."""
        self._workbench.actions.unbind(IMPORT)
        self.messages.clear()
        self.row.show_problem("")
        path = self.file.path
        if path is None:
            self.preview.show_nothing()
            return
        self.preview.show_reading()
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._workbench.processes.run_in_process(read_register_file, path)
        self._reading.done.connect(self._looked)
        self._reading.failed.connect(self._not_read)

    def _looked(self, found: RegisterPreview) -> None:
        self._reading, self._found = None, found
        self.preview.show_preview(found)
        if self.preview.ready and self.isVisible():
            self._workbench.actions.bind(IMPORT, self._import)

    def _not_read(self, error: BaseException) -> None:
        self._reading = None
        if not isinstance(error, KnownError):
            raise error
        self._unreadable(error)

    def _unreadable(self, error: KnownError) -> None:
        self.preview.show_nothing()
        self.row.show_problem(str(error))

    def _import(self) -> None:
        found, self._found = self._found, None
        if found is not None:
            self._workbench.actions.unbind(IMPORT)
            self._workbench.run(lambda desk: take_register(desk, found), self._imported, self._unreadable)

    def _imported(self, count: int) -> None:
        self.preview.show_nothing()
        self.file.show_value("")
        told = self.tr("{count} services are in the register.").format(count=count)
        self.show_message(Message(told, self.tr("Choose one to start an inspection."), "good"))
        self.search.control.setFocus()

    def _line(self, line: ServiceLine) -> Line:
        where = " · ".join(part for part in (line.number, line.provider, line.area) if part)
        state = self.tr("Under way") if line.inspection else ""
        return Line(line.number, line.name, where, state, "accent", line.words)

    def _count_words(self, found: ServiceList) -> str:
        shown = len(found.lines)
        if not shown:
            return self.tr("No service matches. Check the spelling, or clear the field to see all.")
        if found.more:
            return self.tr("The first {shown} are shown; type more to narrow it down.").format(shown=shown)
        enter = self.tr("Enter starts an inspection.")
        return f"{shown}: {enter}" if shown < found.total else enter

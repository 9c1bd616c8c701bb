"""What the form thinks while it is filled: every node with its value, whether it is asked, and why."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from inspector_app.gui.forms_window.desk import FormDesk
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.widgets.labels import label
from inspector_app.operations.form_reasons import short_name
from inspector_app.operations.try_checklist import Step

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
REBUILD_AFTER = 150
"""Milliseconds after which rows that came or went are shown."""


class NodesModel(QAbstractTableModel):
    """Name, value and state of every node; worked out for the rows that are seen."""

    def __init__(self, desk: FormDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.keys: list[str] = []
        self._rows: dict[str, int] = {}
        self.rebuild()

    def rebuild(self) -> None:
        """Read the list of nodes again."""
        self.beginResetModel()
        self.keys = [view.key for view in self._desk.trial.instance.views() if view.kind != "repeat"][1:]
        self._rows = {key: row for row, key in enumerate(self.keys)}
        self.endResetModel()

    def row_of(self, key: str) -> int:
        return self._rows.get(key, -1)

    def refresh(self, touched: frozenset[str]) -> None:
        """Paint the rows of these nodes again."""
        rows = [self._rows[key] for key in touched if key in self._rows]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 1))

    def rowCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = _ROOT, /) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> str | QBrush | None:
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ForegroundRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.UserRole,
        ):
            return None
        key = self.keys[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return key
        view = self._desk.trial.view(key)
        if role == Qt.ItemDataRole.ForegroundRole:
            return None if view.relevant else QBrush(QColor(look().colours.soft))
        if role == Qt.ItemDataRole.ToolTipRole:
            return view.ref
        if index.column() == 0:
            depth = key.count("/") - 2
            row = key.rpartition("[")[2].removesuffix("]") if view.kind == "instance" else ""
            place = view.ref.rpartition("[")[2].removesuffix("]") if row else ""
            return "   " * depth + short_name(view) + (f" [{place}]" if place else "")
        value = view.value.replace("\n", " ")[:200]
        if view.relevant:
            return value
        return self.tr("not asked · {value}").format(value=value) if value else self.tr("not asked")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole, /
    ) -> str | Qt.AlignmentFlag | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Name"), self.tr("Value"))[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None


class LivePanel(QFrame):
    """Follows the question in focus; a line chosen here says why it is asked or not."""

    def __init__(self, desk: FormDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key = ""
        self.setObjectName("side")
        self.setAccessibleName(self.tr("Values and reasons"))
        self.nodes = NodesModel(desk, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self.nodes)
        self._shown.setFilterKeyColumn(0)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("Find a name"))
        self._find.setAccessibleName(self.tr("Find a name"))
        self._find.textChanged.connect(self._narrow)
        self.table = QTableView(self)
        self.table.setModel(self._shown)
        self.table.setAccessibleName(self.tr("Values of the form"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        across = self.table.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self._heading = label("", "strong", parent=self)
        self._why = label("", "body", parent=self)
        self._rules = label("", "small", parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(label(self.tr("Values and reasons"), "heading"))
        self._column.addWidget(self._find)
        self._column.addWidget(self.table, 1)
        for part in (self._heading, self._why, self._rules):
            self._column.addWidget(part)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REBUILD_AFTER)
        self._later.timeout.connect(self.rebuild)
        desk.changed.connect(self._changed)
        desk.looked_at.connect(self.show_key)
        follow_look(self._restyle)

    @property
    def why_text(self) -> str:
        return self._why.text()

    def show_key(self, key: str) -> None:
        """Choose the line of a node and say why it is asked or not."""
        row = self.nodes.row_of(key)
        if row < 0:
            return
        self._explain(key)
        index = self._shown.mapFromSource(self.nodes.index(row, 0))
        if index.isValid() and self.isVisible():
            model = self.table.selectionModel()
            model.blockSignals(True)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            model.setCurrentIndex(index, flags)
            model.blockSignals(False)
            self.table.scrollTo(index)
            self.table.viewport().update()

    def rebuild(self) -> None:
        """Take rows in that came, and out that went."""
        self.nodes.rebuild()
        if self.nodes.row_of(self._key) >= 0:
            self.show_key(self._key)

    def _changed(self, step: object) -> None:
        if not isinstance(step, Step) or self.isHidden():
            return
        if step.series:
            self._later.start()
            return
        self.nodes.refresh(step.touched)
        if self._key:
            self._explain(self._key)

    def _narrow(self, text: str) -> None:
        self._shown.setFilterFixedString(text.strip())

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._explain(str(index.siblingAtColumn(0).data(Qt.ItemDataRole.UserRole)))

    def _explain(self, key: str) -> None:
        self._key = key
        trial = self._desk.trial
        self._heading.setText(short_name(trial.view(key)))
        self._why.setText(trial.why(key))
        rules = "\n".join(trial.rules(key))
        self._rules.setText(rules[:600])
        self._rules.setVisible(bool(rules))

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setContentsMargins(m.space(4), m.space(4), m.space(4), m.space(4))
        self._column.setSpacing(m.space(2))
        self.table.verticalHeader().setDefaultSectionSize(m.target + m.space(0.5))

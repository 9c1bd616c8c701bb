"""Long work in progress: what is being done, how far it is, and a way to cancel it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.gui.inner_layout import add_layout
from inspector_app.gui.look import follow_look, look
from inspector_app.gui.processes import LongJob
from inspector_app.gui.widgets.announce import announce
from inspector_app.gui.widgets.buttons import Button
from inspector_app.gui.widgets.labels import label


class Working(QWidget):
    """Hidden while nothing is being done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: LongJob | None = None
        self.words = label("")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = Button(self.tr("Cancel"), parent=self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self.cancel)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.words)
        add_layout(self._column, self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.cancel.clicked.connect(self.stop)
        self.hide()
        follow_look(self._restyle)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._job is not None

    def follow(self, job: LongJob, words: str) -> None:
        """Show this job until it is over."""
        self._job = job
        self.say(words, 0, 0)
        job.progress.connect(self._progress)
        for over in (job.done, job.failed, job.cancelled):
            over.connect(self._over)

    def say(self, words: str, done: int, total: int) -> None:
        """What is being done, and how far it is; a total of 0 says that nobody knows."""
        if words != self.words.text():
            announce(self, words)
        self.words.setText(words)
        self._progress(done, total)
        self.show()

    def stop(self) -> None:
        """Cancel what is being done."""
        if self._job is not None:
            self._job.cancel()

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _over(self) -> None:
        self._job = None
        self.hide()

    def _restyle(self) -> None:
        m = look().metrics
        self._column.setSpacing(m.space(1))
        self._row.setSpacing(m.space(3))

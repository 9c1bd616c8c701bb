"""The one error of this room: a form that cannot be run, or a call that names what the form does not have."""

from __future__ import annotations

from inspector_app.errors import KnownError


class FormError(KnownError):
    """A form is refused, or a node named that is not there; `place` says where in the form."""

    def __init__(self, message: str, advice: str = "", *, code: str, place: str = "") -> None:
        super().__init__(message, advice, code=code)
        self.place = place

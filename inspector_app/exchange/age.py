"""Seals data for named recipients in the age format, so that stock `age` reads what we write.

Only X25519 keys. A file locked with a passphrase is refused before it is tried: its header may ask for
any amount of work. Nothing decrypted stands under a final name before its last byte was verified.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from inspector_app.errors import KnownError
from inspector_app.files import TargetFile, replacing, source_refused

_FIRST_LINE = b"age-encryption.org/v1\n"
_HEADER_LIMIT = 64 * 1024
_CHUNK = 64 * 1024
_TAG = 16
_NONCE = 16
_NO_MATCH = "No matching keys"


class Reader(Protocol):
    """Anything with bytes to read."""

    def read(self, size: int = -1, /) -> bytes: ...


class Writer(Protocol):
    """Anything that takes bytes."""

    def write(self, data: bytes, /) -> int: ...

    def flush(self) -> None: ...


@dataclass(frozen=True, slots=True)
class AgeIdentity:
    """A key pair: `secret` (``AGE-SECRET-KEY-1…``, never shown) opens what `recipient` (``age1…``) seals."""

    secret: str = field(repr=False)
    recipient: str


def new_identity() -> AgeIdentity:
    """A fresh key pair from the system's randomness."""
    from pyrage import x25519

    identity = x25519.Identity.generate()
    return AgeIdentity(str(identity), str(identity.to_public()))


def recipient_of(secret: str) -> str:
    """The public half of a secret key; KnownError `bad-identity`."""
    return str(_identity(secret).to_public())


def check_recipient(recipient: str) -> None:
    """Refuse a text that is no X25519 recipient; KnownError `bad-recipient`."""
    _recipient(recipient)


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """`data` readable by the holders of `recipients` and nobody else."""
    sealed = io.BytesIO()
    seal_stream(io.BytesIO(data), sealed, recipients)
    return sealed.getvalue()


def unseal(data: bytes, identities: Sequence[str], *, subject: str = "The sealed text") -> bytes:
    """What was sealed; KnownError `sealed-…` as `unseal_stream`."""
    plain = io.BytesIO()
    unseal_stream(io.BytesIO(data), plain, identities, subject=subject)
    return plain.getvalue()


def seal_file(source: Path, target: Path, recipients: Sequence[str]) -> None:
    """Seal `source` as `target`, whole or not at all."""
    try:
        reader = source.open("rb")
    except OSError as error:
        raise source_refused(source, error) from error
    with reader, replacing(target) as writer:
        seal_stream(reader, writer, recipients)


def unseal_file(source: Path, target: Path, identities: Sequence[str]) -> None:
    """Open `source` as the private file `target`, which appears only once every byte is verified."""
    try:
        reader = source.open("rb")
    except OSError as error:
        raise source_refused(source, error) from error
    with reader, replacing(target, private=True) as writer:
        unseal_stream(reader, writer, identities, subject=source.name)


def seal_stream(reader: Reader | BinaryIO, writer: Writer | TargetFile, recipients: Sequence[str]) -> None:
    """Seal all that `reader` gives into `writer`; other threads run meanwhile."""
    import pyrage

    if not recipients:
        raise ValueError("sealing needs at least one recipient")
    keys = [_recipient(recipient) for recipient in recipients]
    source, target = _Ear(reader), _Mouth(writer)
    try:
        pyrage.encrypt_io(source, target, keys)
    except Exception as error:
        raise (source.failure or target.failure or error) from None
    target.flush()


def unseal_stream(
    reader: BinaryIO,
    writer: Writer | TargetFile,
    identities: Sequence[str],
    *,
    subject: str,
    kind: str = "sealed",
    watch: Callable[[bytes], object] | None = None,
) -> None:
    """Open the seekable `reader` into `writer`, which may hold unverified bytes after a failure.

    `subject` names the file in messages, `kind` starts the codes: KnownError `<kind>-foreign` (no age
    file), `-passphrase`, `-truncated`, `-not-ours` (for other recipients), `-altered`. `watch` is shown the
    sealed bytes as they are read, each once.
    """
    import pyrage

    start = reader.tell()
    read_header(reader, subject=subject, kind=kind)
    reader.seek(start)
    keys = [_identity(secret) for secret in identities]
    source, target = _Ear(reader, watch), _Mouth(writer)
    try:
        pyrage.decrypt_io(source, target, keys)
    except Exception as error:
        failure = source.failure or target.failure
        if failure is not None:
            raise failure from None
        raise _refusal(str(error), subject, kind) from error
    target.flush()


def read_header(reader: BinaryIO, *, subject: str, kind: str = "sealed") -> int:
    """The length in bytes of the age header where `reader` stands; KnownErrors as `unseal_stream`."""
    first = reader.readline(len(_FIRST_LINE))
    if first != _FIRST_LINE:
        if _FIRST_LINE.startswith(first):
            raise truncated(subject, kind)
        raise KnownError(
            f"{subject} is not a sealed file, or its first bytes were changed.",
            "Check that it is the right file; if it is, ask for it to be sent again.",
            code=f"{kind}-foreign",
        )
    length = len(first)
    while length <= _HEADER_LIMIT:
        line = reader.readline(_HEADER_LIMIT)
        length += len(line)
        if not line.endswith(b"\n"):
            raise truncated(subject, kind) if length <= _HEADER_LIMIT else altered(subject, kind)
        if line.startswith(b"-> scrypt"):
            raise KnownError(
                f"{subject} is locked with a passphrase, which this program does not accept from outside.",
                "Ask the sender to make the file with Inspector, for your office's key.",
                code=f"{kind}-passphrase",
            )
        if line.startswith(b"---"):
            return length
    raise altered(subject, kind)


def plain_size(header: int, sealed: int) -> int:
    """How many bytes lie in an age file of `sealed` bytes with that header; below 0 when it is cut short."""
    body = sealed - header - _NONCE
    chunks = max(1, -(-body // (_CHUNK + _TAG)))
    return body - chunks * _TAG


class _Ear:
    """A source for pyrage that keeps what went wrong in it, which pyrage would turn into text."""

    def __init__(self, reader: Reader | BinaryIO, watch: Callable[[bytes], object] | None = None) -> None:
        self._reader = reader
        self._watch = watch
        self.failure: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._reader.read(size)
            if self._watch is not None:
                self._watch(data)
            return data
        except BaseException as error:
            self.failure = error
            raise


class _Mouth:
    """A target for pyrage that keeps what went wrong in it."""

    def __init__(self, writer: Writer | TargetFile) -> None:
        self._writer = writer
        self.failure: BaseException | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._writer.write(data)
        except BaseException as error:
            self.failure = error
            raise

    def flush(self) -> None:
        try:
            self._writer.flush()
        except BaseException as error:
            self.failure = error
            raise


def _identity(secret: str) -> Any:
    from pyrage import IdentityError, x25519

    try:
        return x25519.Identity.from_str(secret)
    except IdentityError as error:
        raise KnownError(
            "The secret key is not one of this program's keys.",
            "It should start with AGE-SECRET-KEY-1 and stand on one line, without blanks.",
            code="bad-identity",
        ) from error


def _recipient(recipient: str) -> Any:
    from pyrage import RecipientError, x25519

    try:
        return x25519.Recipient.from_str(recipient)
    except RecipientError as error:
        raise KnownError(
            f"“{recipient[:80]}” is not a recipient that files can be sealed for.",
            "It should start with age1; get the office's card again.",
            code="bad-recipient",
        ) from error


def _refusal(reason: str, subject: str, kind: str) -> KnownError:
    if _NO_MATCH in reason:
        return KnownError(
            f"{subject} is not sealed for this key.",
            "Only the recipients named when it was made can open it. Check that it was meant for you; if so, "
            "ask the sender for a new file.",
            code=f"{kind}-not-ours",
        )
    if "fill whole buffer" in reason:
        return truncated(subject, kind)
    return altered(subject, kind)


def truncated(subject: str, kind: str) -> KnownError:
    """What to tell the user of a file whose end is missing."""
    return KnownError(
        f"{subject} is cut short: its end is missing.",
        "Nothing was taken from it. Copy it again from the sender, and wait until the copy is complete.",
        code=f"{kind}-truncated",
    )


def altered(subject: str, kind: str) -> KnownError:
    """What to tell the user of a file that is not as it was sealed."""
    return KnownError(
        f"{subject} was changed or damaged on its way.",
        "Nothing was taken from it. Copy it again from the sender.",
        code=f"{kind}-altered",
    )

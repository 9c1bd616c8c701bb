"""What stands where inside an export file, and how large it may be.

One folder in the zip: `data/` with the journal and everything readable; beside it the tag files of BagIt,
the signer's device card, the chain heads, and the signature over `tagmanifest-sha256.txt`, which through
the manifests covers every byte of all the others. Without this program it is read by::

    age -d -i office.key -o opened.zip CS…_….inspection && unzip -q opened.zip && cd CS…_…
    minisign -V -P <signing_key of device.json> -m tagmanifest-sha256.txt
    sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app import __version__
from inspector_app.exchange.bagit import TAG_MANIFEST
from inspector_app.exchange.heads import ChainHead, head_from_json, head_to_json
from inspector_app.exchange.spool import MEMORY
from inspector_app.exchange.strict_json import load_object, only, rows, text
from inspector_app.inspections.inspection import Realm

VERSION = 1
"""The newest version of the export format that this program writes and reads."""

SUFFIX = ".inspection"
JOURNAL = "journal.jsonl"
INSPECTION = "inspection.json"
ANSWERS_JSON = "answers.json"
ANSWERS_CSV = "answers.csv"
DERIVED_CSV = "derived.csv"
CHECKLISTS = "checklists/"
SUBMISSIONS = "submissions/"
ATTACHMENTS = "attachments/"
LETTERS = "letters/"

CARD = "device.json"
HEADS = "heads.json"
SIGNATURE = TAG_MANIFEST + ".minisig"

FORMAT = "Inspector-Export-Format"
REFERENCE = "External-Identifier"
INSPECTION_ID = "Inspector-Inspection"
SERVICE_NUMBER = "Inspector-Service-Number"
REALM = "Inspector-Realm"
MADE_AT = "Inspector-Made-At"
BAGGING_DATE = "Bagging-Date"
OXUM = "Payload-Oxum"
AGENT = "Bag-Software-Agent"

SEAL_ROOM = 2 * 1024 * 1024
"""What the age format adds at most to an archive of the largest size."""

_UNSAFE = re.compile(r"[^A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds in bytes: the file as sent, all it unpacks to, its journal, a tag file, what stays in memory.

    `entries` is a number of files.
    """

    sealed: int = 2_000_000_000
    unpacked: int = 2_000_000_000
    journal: int = 64 * 1024 * 1024
    tag: int = 16 * 1024 * 1024
    entries: int = 50_000
    memory: int = MEMORY


def folder_name(service_number: str, reference: str) -> str:
    """The one folder in the zip, and the file's name without its ending: ``<service number>_<reference>``.

    Characters that not every system takes in a file name become a hyphen.
    """
    parts = [_UNSAFE.sub("-", part).strip("-.") for part in (service_number, reference)]
    if not all(parts):
        raise ValueError("an export is named by a service number and a reference")
    return "_".join(parts)[:120]


def file_name(service_number: str, reference: str) -> str:
    """The name of an export file."""
    return folder_name(service_number, reference) + SUFFIX


def info(inspection: str, reference: str, service_number: str, realm: Realm) -> dict[str, str]:
    """The first part of `bag-info.txt`: what is the same in every export of one inspection."""
    return {
        AGENT: f"inspector-app {__version__}",
        FORMAT: str(VERSION),
        REFERENCE: reference,
        INSPECTION_ID: inspection,
        SERVICE_NUMBER: service_number,
        REALM: realm.value,
    }


def write_heads(inspection: str, heads: Sequence[ChainHead]) -> bytes:
    """`heads.json`."""
    body = {"inspection": inspection, "heads": [head_to_json(head) for head in heads]}
    return (json.dumps(body, indent=1, sort_keys=True) + "\n").encode("ascii")


def read_heads(data: bytes) -> tuple[str, tuple[ChainHead, ...]]:
    """The inspection and the heads in `heads.json`; ValueError when it is not as written."""
    body = load_object(data)
    only(body, "inspection", "heads")
    heads = tuple(head_from_json(row) for row in rows(body, "heads"))
    inspection = text(body, "inspection")
    if write_heads(inspection, heads) != data:
        raise ValueError("heads.json is not spelled as it should be")
    return inspection, heads

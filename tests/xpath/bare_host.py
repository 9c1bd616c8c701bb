"""A host without a form, for expressions that need no tree."""

from __future__ import annotations

from datetime import datetime

from inspector_app.xpath.model import Element, Index, Node, Value


class BareHost:
    """Fixed clock and chance; remembers author warnings."""

    def __init__(self) -> None:
        self.document: Node = Element("", None)
        self.language = ""
        self.purse = None
        self.indexes: dict[tuple[int, str], Index] = {}
        self.instances: dict[str, Node] = {}
        self.stamps: dict[tuple[str, ...], int] = {}
        self.memo: dict[tuple[int, int], tuple[int, Value]] = {}
        self.warnings: list[str] = []

    def track(self, reader: Node, target: Node | None) -> None:
        pass

    def instance(self, name: str) -> Node | None:
        return self.instances.get(name)

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 12, 0).astimezone()

    def random(self) -> float:
        return 0.25

    def new_uuid(self) -> str:
        return "00000000-0000-4000-8000-000000000000"

    def stored(self, node: Node) -> str:
        return node.text

    def choice_label(self, value: str, path: str, node: Node) -> str:
        return ""

    def itext(self, text_id: str, node: Node) -> str:
        return ""

    def property(self, name: str) -> str:
        return ""

    def form_version(self) -> str:
        return ""

    def shuffle_seed(self, node: Node) -> int:
        return 42

    def warn(self, code: str, message: str, node: Node) -> None:
        self.warnings.append(code)

"""Lists the units of a form: one for each expression that has to run again when something changes."""

from __future__ import annotations

from collections.abc import Iterator

from inspector_app.forms.definition.expressions import ExpressionBook
from inspector_app.forms.definition.model import (
    Control,
    Expression,
    Itemset,
    NodeDefinition,
    Output,
    Text,
    Translations,
)
from inspector_app.forms.engine.graph import Aspect, Unit, merged_references
from inspector_app.xpath.references import Reference


class Units:
    """Collects the units of all definitions."""

    def __init__(
        self,
        root: NodeDefinition,
        book: ExpressionBook,
        translations: Translations,
        changing: frozenset[str] = frozenset(),
    ) -> None:
        """`changing` are the secondary instances that differ from record to record."""
        self.root = root
        self.book = book
        self.translations = translations
        self.changing = changing

    def all(self) -> list[Unit]:
        """In document order."""
        return [unit for definition in self.root.walk() for unit in self._of(definition)]

    def _of(self, definition: NodeDefinition) -> Iterator[Unit]:
        bind = definition.bind
        if definition.repeat is not None and definition.repeat.count is not None:
            yield self._unit(definition, "count", definition.repeat.count)
        for aspect, expression in (
            ("relevant", bind.relevant),
            ("readonly", bind.readonly),
            ("required", bind.required),
            ("calculate", bind.calculate),
        ):
            if expression is not None:
                yield self._unit(definition, aspect, expression)  # type: ignore[arg-type]
        control = definition.control
        if control is not None and control.itemset is not None:
            yield from self._choices(definition, control)
        if control is not None and control.offers_choices:
            control.constant = self._is_constant(control)
            control.steady_items = control.itemset is not None and self._is_steady(control.itemset)
        texts = tuple(self._text_expressions(definition))
        if texts:
            yield self._unit(definition, "texts", *texts)

    def _unit(self, definition: NodeDefinition, aspect: Aspect, *expressions: Expression) -> Unit:
        found = set(merged_references(expressions))
        for expression in expressions:
            for path in expression.references.choice_names:
                found |= self._choice_name_references(path, expression, definition)
        own = Reference(definition.path, len(definition.path))
        if aspect == "calculate" and all("once(" in expression.source for expression in expressions):
            found.discard(own)
        return Unit(
            definition,
            aspect,
            expressions,
            translated=any(expression.references.translated for expression in expressions),
            volatile=any(expression.references.volatile for expression in expressions),
            references=frozenset(found),
            repeated=bool(definition.repeats()),
        )

    def _choices(self, definition: NodeDefinition, control: Control) -> Iterator[Unit]:
        itemset = control.itemset
        if itemset is None:
            return
        expressions = [itemset.nodes, itemset.value]
        if itemset.label is not None:
            expressions.append(itemset.label)
        if merged_references(expressions):
            yield self._unit(definition, "choices", *expressions)

    def _is_constant(self, control: Control) -> bool:
        """Whether no record can change what is on offer or how it reads."""
        for item in control.items:
            if any(True for _ in item.label.expressions()):
                return False
            if item.label.text_id in self.translations.with_outputs:
                return False
        itemset = control.itemset
        if itemset is None:
            return True
        expressions = [itemset.nodes, itemset.value, *([] if itemset.label is None else [itemset.label])]
        if merged_references(expressions) or any(one.references.volatile for one in expressions):
            return False
        if any(self.changing & one.references.instances for one in expressions):
            return False
        return not (self.translations.with_outputs and any(one.references.translated for one in expressions))

    def _is_steady(self, itemset: Itemset) -> bool:
        """Whether value and label of an item rest on the item alone."""
        expressions = [itemset.value, *([] if itemset.label is None else [itemset.label])]
        if merged_references(expressions) or any(one.references.volatile for one in expressions):
            return False
        if any(self.changing & one.references.instances for one in (*expressions, itemset.nodes)):
            return False
        return not (self.translations.with_outputs and any(one.references.translated for one in expressions))

    def _choice_name_references(
        self, path: str, expression: Expression, definition: NodeDefinition
    ) -> set[Reference]:
        """What the choices of the question named depend on."""
        question = find_question(self.root, self.book, path, expression.compiled.context, definition.ref)
        if question is None or question.control is None or question.control.itemset is None:
            return set()
        found: set[Reference] = set()
        for reference in merged_references([question.control.itemset.nodes]):
            shared = 0
            for mine, theirs in zip(expression.compiled.context, reference.path, strict=False):
                if mine != theirs or shared >= reference.anchor:
                    break
                shared += 1
            found.add(Reference(reference.path, shared))
        return found

    def _text_expressions(self, definition: NodeDefinition) -> Iterator[Expression]:
        bind, control = definition.bind, definition.control
        texts: list[Text] = [bind.constraint_message, bind.required_message]
        if control is not None:
            texts += [control.label, control.hint, *(item.label for item in control.items)]
        for text in texts:
            yield from text.expressions()
            if text.text_id in self.translations.with_outputs:
                yield from self._translated(text.text_id, definition)

    def _translated(self, text_id: str, definition: NodeDefinition) -> Iterator[Expression]:
        for language in self.translations.languages:
            found = self.translations.texts[language].get(text_id)
            for pieces in found.forms.values() if found is not None else ():
                for piece in pieces:
                    if isinstance(piece, Output):
                        place = f"the text {text_id} ({language})"
                        yield self.book.compile(piece.expression, definition.path, place)


def find_question(
    root: NodeDefinition, book: ExpressionBook, path: str, context: tuple[str, ...], place: str
) -> NodeDefinition | None:
    """The definition that a path quoted in `jr:choice-name` means, seen from a context; None if there is
    none.
    """
    from inspector_app.xpath.functions.nodesets import absolute_names

    names = absolute_names(book.compile(path, context, place).compiled.tree, context)
    if not names or names[0] != root.name:
        return None
    node: NodeDefinition | None = root
    for name in names[1:]:
        node = node.children.get(name) if node is not None else None
    return node

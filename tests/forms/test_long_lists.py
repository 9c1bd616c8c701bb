"""Choices of long lists are kept by their items, and never show one record what belongs to another."""

from __future__ import annotations

from dataclasses import replace

from forms_kit import environment, loaded

ITEMS = "".join(
    f"<item><name>n{number}</name><label>Item {number}</label><group>g{number % 3}</group>"
    f"<text>t{number}</text></item>"
    for number in range(30)
)
LIST = f'<instance id="l"><root>{ITEMS}</root></instance>'


def labels(instance, key: str = "/data/pick") -> list[str]:  # type: ignore[no-untyped-def]
    return [choice.label for choice in instance.view(key).choices or ()]


def select(label: str, nodes: str = "instance('l')/root/item[group != /data/group]") -> str:
    return f"""<input ref="/data/group"/><input ref="/data/word"/><select1 ref="/data/pick">
    <itemset nodeset="{nodes}"><value ref="name"/><label ref="{label}"/></itemset></select1>"""


def test_labels_that_read_the_record_follow_it() -> None:
    form = loaded("<group/><word/><pick/>", body=select("concat(label, ' ', /data/word)"), head=LIST)
    instance = form.new(environment())
    instance.set("/data/word", "one")
    assert labels(instance)[0] == "Item 0 one"
    instance.set("/data/word", "two")
    assert labels(instance)[0] == "Item 0 two"
    assert labels(form.new(environment()))[0] == "Item 0"


def test_labels_follow_the_language_and_what_is_said_in_them() -> None:
    texts = "".join(f'<text id="t{number}"><value>Said {number}</value></text>' for number in range(30))
    other = texts.replace("Said", "Thuirt")
    itext = f"""<itext><translation lang="English">{texts}</translation><translation lang="Gàidhlig">{other}
    <text id="o"><value>Word <output value="/data/word"/></value></text></translation></itext>"""
    for more in (itext, itext.replace('<text id="o">', '<text id="t0">', 1).replace("</text>", "</text>", 1)):
        form = loaded("<group/><word/><pick/>", body=select("jr:itext(text)"), head=LIST + more)
        instance = form.new(environment())
        assert labels(instance)[1] == "Said 1"
        instance.set_language("Gàidhlig")
        assert labels(instance)[1] == "Thuirt 1"
        instance.set_language("English")
        assert labels(instance)[1] == "Said 1"


def test_a_filter_that_leaves_out_answers_as_it_did_item_by_item() -> None:
    form = loaded("<group/><word/><pick/>", body=select("label"), head=LIST)
    instance = form.new(environment())
    assert len(labels(instance)) == 30
    for group in range(3):
        instance.set("/data/group", f"g{group}")
        assert labels(instance) == [f"Item {number}" for number in range(30) if number % 3 != group]


def test_the_record_saved_last_belongs_to_one_record_only() -> None:
    body = select("concat(x, '!')", "instance('saved')/data/row").replace('ref="name"', 'ref="x"')
    head = '<instance id="saved" src="jr://instance/last-saved"/>'
    form = loaded("<group/><word/><pick/>", body=body, head=head)
    for word in ("first", "second"):
        rows = "".join(f"<row><x>{word}{number}</x></row>" for number in range(12))
        world = replace(environment(), last_saved=f"<data id='test'>{rows}</data>".encode())
        assert labels(form.new(world))[:2] == [f"{word}0!", f"{word}1!"]

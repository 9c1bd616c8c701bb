"""Large forms made up for measuring: nothing in them is from life."""

from __future__ import annotations

LISTS, REPEATS, QUESTIONS, ITEMS = 44, 20, 370, 60
_HEAD = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Made up</h:title><model>"""


def many_lists() -> bytes:
    """44 secondary instances of 60 items, 370 questions, 20 repeats: cascades, totals, conditions.

    Every third question is a select filtered by the one before, every third a number with a constraint and a
    condition, every third a calculate over both; the last 100 stand in 20 repeats of 5.
    """
    binds: list[str] = []
    body: list[str] = []
    nodes: list[str] = []
    for number in range(QUESTIONS - REPEATS * 5):
        node, bind, control = _question(f"q{number}", f"/data/q{number}", number, f"/data/q{number - 3}")
        nodes.append(node)
        binds.append(bind)
        body.append(control)
    for repeat in range(REPEATS):
        inside = [
            _question(
                f"r{repeat}_{place}",
                f"/data/rep{repeat}/r{repeat}_{place}",
                place,
                f"../r{repeat}_{place - 3}",
            )
            for place in range(5)
        ]
        nodes.append(f'<rep{repeat} jr:template="">{"".join(one[0] for one in inside)}</rep{repeat}>')
        binds += [one[1] for one in inside]
        controls = "".join(one[2] for one in inside)
        body.append(
            f'<group ref="/data/rep{repeat}"><repeat nodeset="/data/rep{repeat}">{controls}</repeat></group>'
        )
    lists = "".join(_list(number) for number in range(LISTS))
    total = "".join(f"<total{repeat}/>" for repeat in range(REPEATS))
    binds += [
        f'<bind nodeset="/data/total{repeat}" calculate="sum(/data/rep{repeat}/r{repeat}_1)"/>'
        for repeat in range(REPEATS)
    ]
    instance = (
        f'<instance><data id="lists">{"".join(nodes)}{total}<meta><instanceID/></meta></data></instance>'
    )
    end = f"</model></h:head><h:body>{''.join(body)}</h:body></h:html>"
    return f"{_HEAD}{instance}{lists}{''.join(binds)}{end}".encode()


def _question(name: str, path: str, number: int, before: str) -> tuple[str, str, str]:
    label = f"<label>Question {name}: what was seen, told or read about it?</label>"
    if number % 3 == 0:
        condition = "" if number < 3 else f"[group = {before} or {before} = '']"
        itemset = f"""<itemset nodeset="instance('l{number % LISTS}')/root/item{condition}">
        <value ref="name"/><label ref="label"/></itemset>"""
        return f"<{name}/>", f'<bind nodeset="{path}"/>', f'<select1 ref="{path}">{label}{itemset}</select1>'
    if number % 3 == 1:
        back = name[: -len(str(number))] + str(number - 1)
        bind = f"""<bind nodeset="{path}" type="int" constraint=". &gt;= 0 and . &lt; 1000"
        relevant="../{back} != 'none'"/>"""
        return f"<{name}/>", bind, f'<input ref="{path}">{label}</input>'
    first, second = (name[: -len(str(number))] + str(number - back) for back in (2, 1))
    value = f"if(../{second} &gt; 10, concat(../{first}, '-', ../{second}), '')"
    return f"<{name}/>", f'<bind nodeset="{path}" calculate="{value}"/>', ""


def _list(number: int) -> str:
    items = "".join(
        f"<item><name>n{item}</name><label>Item {item} of list {number}</label>"
        f"<group>n{item % 6}</group></item>"
        for item in range(ITEMS)
    )
    return f'<instance id="l{number}"><root>{items}</root></instance>'


def long_list(condition: str, items: int = 12_000) -> bytes:
    """One list of so many items with a filter over it, which reads `/data/pick`."""
    rows = "".join(
        f"<item><name>w{item}</name><label>Ward {item}</label><area>a{item % 300}</area>"
        f"<tags>t{item % 7} t{item % 11} x</tags></item>"
        for item in range(items)
    )
    nodes = f"instance('wards')/root/item[{condition}]"
    return f"""{_HEAD}<instance><data id="long"><pick/><ward/><meta><instanceID/></meta></data></instance>
    <instance id="wards"><root>{rows}</root></instance></model></h:head><h:body><input ref="/data/pick"/>
    <select1 ref="/data/ward"><itemset nodeset="{nodes}"><value ref="name"/><label ref="label"/></itemset>
    </select1></h:body></h:html>""".encode()

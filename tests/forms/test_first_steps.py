"""A checklist like the CSE one runs: groups, repeats, selects, relevant, required, constraint, calculates."""

from __future__ import annotations

from forms_kit import started

INSTANCE = """<policy/><framework/><staff><row jr:template=""><aware/></row><row><aware/></row></staff>
<asked/><aware_class/><reason/><checked/>"""
BINDS = """
<bind nodeset="/data/policy" required="true()" inspector:screen="policy" inspector:finding="no=r1"/>
<bind nodeset="/data/framework" relevant="/data/policy = 'in_place'" required="true()"/>
<bind nodeset="/data/asked" calculate="count-non-empty(/data/staff/row/aware)" type="int"/>
<bind nodeset="/data/aware_class" calculate="if(/data/asked = 0, '',
  if(count(/data/staff/row[aware = 'yes']) * 2 &gt; /data/asked, 'majority', 'minority'))"/>
<bind nodeset="/data/reason" constraint="string-length(.) &gt; 3" jr:constraintMsg="Say more."/>
<bind nodeset="/data/checked" calculate="once(today())"/>"""
CHOICES = "".join(
    f"<item><label>{value.title()}</label><value>{value}</value></item>"
    for value in ("in_place", "developing", "no")
)
YES_NO = "".join(f"<item><label>{value}</label><value>{value}</value></item>" for value in ("yes", "no"))
BODY = f"""<select1 ref="/data/policy"><label>Policy?</label>{CHOICES}</select1>
<select1 ref="/data/framework"><label>Framework?</label>{YES_NO}</select1>
<group ref="/data/staff/row"><label>Staff</label><repeat nodeset="/data/staff/row">
<select1 ref="/data/staff/row/aware"><label>Aware?</label>{YES_NO}</select1></repeat></group>
<input ref="/data/reason"><label>Reason</label></input>"""


def test_a_question_is_asked_only_where_its_condition_holds() -> None:
    instance = started(INSTANCE, BINDS, BODY)
    assert not instance.view("/data/framework").relevant
    changes = instance.set("/data/policy", "in_place")
    assert instance.view("/data/framework").relevant
    assert "/data/framework" in changes.touched


def test_a_class_is_derived_from_the_sample() -> None:
    instance = started(INSTANCE, BINDS, BODY)
    instance.set("/data/staff/row[f1]/aware", "yes")
    instance.add_repeat("/data/staff/row", "0192")
    changes = instance.set("/data/staff/row[0192]/aware", "no")
    assert instance.value("/data/aware_class") == "minority"
    assert [(change.key, change.origin) for change in changes.values] == [
        ("/data/staff/row[0192]/aware", "answer"),
        ("/data/asked", "calculate"),
        ("/data/aware_class", "calculate"),
    ]
    instance.remove_repeat("/data/staff/row[0192]")
    assert instance.value("/data/aware_class") == "majority"


def test_problems_name_required_and_constraint() -> None:
    instance = started(INSTANCE, BINDS, BODY)
    instance.set("/data/reason", "no")
    found = [(problem.kind, problem.ref, problem.message) for problem in instance.problems()]
    assert found == [
        ("required", "/data/policy", "This question needs an answer."),
        ("constraint", "/data/reason", "Say more."),
    ]


def test_own_bind_attributes_are_handed_on() -> None:
    instance = started(INSTANCE, BINDS, BODY)
    assert dict(instance.view("/data/policy").attributes) == {"screen": "policy", "finding": "no=r1"}


def test_a_volatile_calculate_is_told_once_when_it_is_made() -> None:
    instance = started(INSTANCE, BINDS, BODY)
    made = {change.key: change for change in instance.opening.values}
    assert made["/data/checked"].value == "2026-11-22"
    assert made["/data/checked"].origin == "volatile"

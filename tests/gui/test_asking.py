"""A page asks the record once at a time, and once more when it was asked in between."""

from __future__ import annotations

from inspector_app.gui.frame.asking import Asking


def test_while_an_answer_is_on_its_way_nothing_else_is_asked() -> None:
    asking = Asking()
    assert asking.begin()
    assert not asking.begin()
    assert asking.under_way


def test_asked_twice_in_between_it_is_asked_once_more() -> None:
    asking = Asking()
    asking.begin()
    asking.begin()
    asking.begin()
    assert asking.stale
    asking.end()
    assert asking.again()
    assert not asking.again()


def test_an_answer_that_nobody_asked_again_for_is_enough() -> None:
    asking = Asking()
    asking.begin()
    asking.end()
    assert not asking.stale
    assert not asking.again()
    assert asking.begin()

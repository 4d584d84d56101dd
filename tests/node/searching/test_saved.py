"""Searches that somebody keeps."""

import pytest

from headwater.model import WrongUse
from headwater.node import erase
from headwater.node.looking import House
from headwater.node.searching import Question, forget_search, save_search, saved_searches
from headwater.safeguard import Role, Viewer
from tests.node.searching.conftest import put_in


def test_a_search_is_kept_once_and_forgotten(node):
    first = save_search(node, Question("Goran", kind="people"))
    assert save_search(node, Question("Goran", kind="people")) == first
    assert [one.question for one in saved_searches(node)] == [Question("Goran", kind="people")]
    forget_search(node, first)
    assert saved_searches(node) == []


def test_a_search_that_is_kept_is_kept_once_where_no_other_may_be(node, monkeypatch):
    monkeypatch.setattr("headwater.node.searching.saved.MOST_SAVED", 1)
    first = save_search(node, Question("Goran"))
    assert save_search(node, Question("Goran")) == first
    with pytest.raises(WrongUse, match="saved already"):
        save_search(node, Question("Vesna"))


def test_what_one_keeps_nobody_else_sees_or_forgets(node):
    kept = save_search(node, Question("Goran"))
    other = Viewer("ivo", "Drava Hub", frozenset({Role.ANALYST}))
    theirs = House(node.store, node.settings).enter(other, "test")
    assert saved_searches(theirs) == []
    forget_search(theirs, kept)
    assert len(saved_searches(node)) == 1


def test_a_search_for_nothing_is_not_kept(node):
    with pytest.raises(WrongUse):
        save_search(node, Question("  "))


def test_after_an_erasure_no_kept_search_names_what_was_erased(node, tmp_path):
    put_in(node, tmp_path, {"IR 9": "1. Goran Izmišljeni was seen at Horgos. [2D-P]"})
    save_search(node, Question("Izmišljeni"))
    erase(node, "IR 9", "asked for")
    assert saved_searches(node) == []

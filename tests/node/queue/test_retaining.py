"""A supervisor who says why a report is still needed is not asked again before its time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import Settings, add_user, categorise, erase, make_node, see_picture
from headwater.node.looking import Shelf
from headwater.node.queue import retain, retained, reviews_of
from headwater.node.things import index_of, see_thing, shield_of
from headwater.safeguard import Category
from headwater.store import AccessRecord
from tests.node.watching.telling import person, tell

TODAY = datetime.now(UTC).date()
LONG_AGO = (TODAY - timedelta(2300)).isoformat()


@pytest.fixture
def node(tmp_path):
    made = make_node(tmp_path / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    add_user(made, "mira", ("supervisor", "admin", "analyst"), (), 1)
    made = replace(made, viewer=made.store.user("mira"))
    for urn in ("S1", "S2"):
        name = f"Goran Petri{urn.lower()}"
        tell(made, urn, f"{name} drove.", *person(name), day=LONG_AGO)
        categorise(made, f"{urn}#1@m1", Category.SUSPECT, "Drava", "test")
    yield made
    made.close()


def due(node):
    return [one.urn for one in reviews_of(node, see_picture(node)).rows()]


def test_what_is_still_needed_is_asked_about_again_when_its_time_has_come(node):
    assert {"S1", "S2"} <= set(due(node))
    retain(node, "S1", "the case of the boats is open")
    assert "S1" not in due(node)
    assert "S2" in due(node)
    before = {"urn": "S1", "day": (TODAY - timedelta(1900)).isoformat()}
    for one in node.store.access.of("retained"):
        node.store.access.change(
            "retained", one.id, lambda was: replace(was, content=before) if was else None
        )
    assert "S1" in due(node)  # five years after a review, of a suspect


def test_of_two_reviews_the_later_one_counts(node):
    retain(node, "S1", "first")
    old = {"urn": "S1", "day": "2001-01-01"}
    node.store.access.keep(AccessRecord("retained", "older", "", old))
    assert retained(node)["S1"] == TODAY


def test_the_page_of_whoever_it_speaks_of_says_so_too(node):
    def kept():
        held = Shelf().look(node)
        index = index_of(node, held)
        shield = shield_of(node, held)
        return see_thing(node, index, "S1#1@m1", shield, retained(node)).retention

    assert kept().due
    retain(node, "S1", "the case is open")
    assert not kept().due
    assert kept().on > TODAY.isoformat()


def test_the_reason_stands_in_the_log(node):
    retain(node, "S1", "the case  of the boats\nis open")
    last = list(node.store.audit())[-1]
    assert (last["what"], last["reason"]) == (
        ("S1",),
        "still needed: the case of the boats is open",
    )


@pytest.mark.parametrize(("urn", "reason"), [("S1", "  "), ("nowhere", "needed")])
def test_a_review_of_nothing_or_without_a_reason_is_refused(node, urn, reason):
    with pytest.raises(WrongUse):
        retain(node, urn, reason)
    assert retained(node) == {}


def test_what_one_may_not_see_is_as_if_it_were_not_here(node):
    tell(node, "H1", "A van.", day=LONG_AGO, compartment="Sava")
    with pytest.raises(WrongUse) as hidden:
        retain(node, "H1", "needed")
    with pytest.raises(WrongUse) as absent:
        retain(node, "H9", "needed")
    assert str(hidden.value).replace("H1", "H9") == str(absent.value)


def test_an_officer_decides_on_no_retention(node):
    officer = replace(node, viewer=replace(node.viewer, roles=frozenset({"officer"})))
    with pytest.raises(NotPermitted):
        retain(officer, "S1", "needed")


def test_an_erased_report_leaves_no_review(node):
    retain(node, "S1", "needed")
    retain(node, "S2", "needed")
    erase(node, "S1", "over")
    assert set(retained(node)) == {"S2"}

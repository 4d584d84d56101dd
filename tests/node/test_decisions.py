"""Decisions carry a name, a time and a reason, and only those who may take them."""

import dataclasses

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import add_reports, add_user, categorise, decide
from headwater.node.review import correct, review_queue
from headwater.safeguard import Role, Viewer


@pytest.fixture
def filled(node, tmp_path):
    path = tmp_path / "r.txt"
    path.write_text(
        "URN: IR 1\nOriginator: Drava Unit\n\n"
        "1. The fee from Subotica to Horgos is EUR 500 per person. [2D-P]\n",
        encoding="utf-8",
    )
    add_reports(node, [path])
    return node


def seen_by(node, *roles):
    return dataclasses.replace(node, viewer=Viewer("x", "Drava Hub", frozenset(roles)))


def test_what_was_decided_leaves_the_queue(filled):
    entry = review_queue(filled, 50).entries[0]
    before = len(review_queue(filled, 50).entries)
    assert decide(filled, "reject", [entry.id], "misread")
    assert len(review_queue(filled, 50).entries) == before - 1


def test_an_auditor_decides_nothing(filled):
    with pytest.raises(NotPermitted):
        decide(seen_by(filled, Role.AUDITOR), "accept", ["IR 1#1.1"], "r")
    with pytest.raises(NotPermitted):
        categorise(seen_by(filled, Role.AUDITOR), "e", "suspect", "c", "r")


def test_what_a_viewer_cannot_see_cannot_be_told_from_what_is_not_there(filled):
    with pytest.raises(WrongUse, match="no entity"):
        categorise(filled, "no such entity", "suspect", "c", "r")
    with pytest.raises(WrongUse, match="no statement"):
        decide(filled, "accept", ["IR 9#1.1"], "r")


def test_the_first_auditor_takes_the_audit_over(node):
    notes = add_user(node, "ana", ["auditor"], [], 1)
    assert any("ana" in note for note in notes)
    maker = node.store.user("mira")
    assert Role.AUDITOR not in maker.roles
    assert Role.ADMIN in maker.roles


def test_nobody_is_auditor_and_something_else(node):
    with pytest.raises(WrongUse):
        add_user(node, "ana", ["auditor", "analyst"], [], 1)


@pytest.mark.parametrize("name", ["ana\nlog: nothing", "\udcff", "a" * 201])
def test_a_name_that_nobody_could_sign_in_by_is_refused(node, name):
    with pytest.raises(WrongUse, match="no name to sign in"):
        add_user(node, name, ["analyst"], [], 1)
    assert [user.name for user in node.store.users()] == [node.viewer.name]


def test_a_name_may_hold_what_joins_letters(node):
    name = "\u0645\u06cc\u200c\u0646\u0627"
    add_user(node, name, ["analyst"], [], 1)
    assert node.store.user(name)


def test_nobody_gives_themselves_more_rights(node):
    add_user(node, "vera", ["admin"], [], 1)
    vera = dataclasses.replace(node, viewer=node.store.user("vera"))
    for more in ((["admin", "analyst"], [], 1), (["admin"], ["k1"], 1), (["admin"], [], 2)):
        with pytest.raises(NotPermitted):
            add_user(vera, "vera", *more)
    add_user(vera, "vera", ["admin"], [], 0)


def test_an_administrator_sees_no_intelligence(filled):
    reader = filled.allowed()
    admin = seen_by(filled, Role.ADMIN)
    assert reader
    assert admin.allowed() == frozenset()
    assert admin.store.counts(admin.allowed())["reports"] == 0
    assert admin.allowed("IR 1") == frozenset()


def test_a_corrected_modality_is_in_force_until_it_is_undone(filled):
    (low, *_) = (e for one in review_queue(filled, 50).entries for e in one.evidence)
    made = correct(filled, low, "", "", "the text denies it", "denied")
    assert (made.was.modality, made.now.modality) == ("done", "denied")
    assert made.was.value == made.now.value
    assert "[denied]" in review_queue(filled, 5, kind="decided").entries[0].what
    decide(filled, "undo", [made.decision], "misheard")
    allowed = filled.allowed()
    assert filled.store.statement(low, allowed).status == "proposed"
    assert filled.store.statement(made.now.id, allowed).status == "rejected"


def test_a_correction_says_when_it_makes_something_go_from_a_place_to_the_same_place(
    node, tmp_path
):
    path = tmp_path / "r.txt"
    path.write_text(
        "URN: IR 1\nOriginator: Drava Unit\n\n"
        "1. He drove six people from Subotica to Horgos. [2D-P]\n",
        encoding="utf-8",
    )
    add_reports(node, [path])
    meant = [e for one in review_queue(node, 50).entries for e in one.evidence]
    said = [node.store.statement(one, node.allowed()) for one in meant]
    ends = {one.property: one for one in said if one.schema == "Leg"}
    made = correct(node, ends["from"].id, ends["to"].value, "", "r")
    assert "the same" in made.note
    assert ends["to"].id in made.note

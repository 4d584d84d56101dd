"""What the reader missed, put down by somebody who read it."""

import shutil
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.model import NotPermitted, Status, WrongUse, schemata
from headwater.node import add_reports, categorise, decide, open_node
from headwater.node.looking import Shelf
from headwater.node.reading import Wish, adding, read_report, settle
from headwater.node.watching import alerts, watch_for
from tests.node.reading.conftest import PURPOSE, SETTINGS

PAPER = (
    "URN: IR 6\nOriginator: Drava Unit\nTitle: The yard\nDate: 2026-10-08\n\n"
    "1. The keeper of the yard, known as Beli, is Petrit Shembulli. He hands boats to "
    "Goran Izmišljeni. Call 060 123 4599; the trailer has NS 123-AB. [2D-P]\n\n"
    "2. The victim Amina Nepoznata was beaten by Petrit Shembulli at Apatin. [2D-P]\n"
)
GIVEN = {
    "alias": {"who": "Petrit Shembulli", "alias": "Beli"},
    "birth": {"who": "Petrit Shembulli", "birthDate": "1980"},
    "contact": {"source": "Petrit Shembulli", "target": "Goran Izmišljeni", "kind": "meeting"},
    "document": {"who": "Petrit Shembulli", "idNumber": "NS 123-AB"},
    "family": {"person": "Petrit Shembulli", "relative": "Goran Izmišljeni"},
    "group": {"name": "The keeper"},
    "leg": {"from": "Apatin", "to": "Horgos", "mode": "boat"},
    "organisation": {"name": "the yard"},
    "passport": {"who": "Petrit Shembulli", "passportNumber": "123-AB"},
    "payment": {
        "payer": "Petrit Shembulli",
        "beneficiary": "Goran Izmišljeni",
        "amount": "500",
        "currency": "€",
    },
    "person": {"name": "Beli"},
    "phone": {"who": "Petrit Shembulli", "phone": "+381 60 1234599"},
    "role": {"member": "Petrit Shembulli", "role": "safe_house_keeper"},
    "tie": {"source": "Petrit Shembulli", "target": "Goran Izmišljeni", "kind": "hands him boats"},
    "vehicle": {"registrationNumber": "NS 123-AB", "operator": "Petrit Shembulli"},
}
"""Of each form, something that the first item says."""

SAYING = {
    "document": "NS 123-AB",
    "passport": "123-AB",
    "phone": "060 123 4599",
    "vehicle": "the trailer has NS 123-AB",
}


@pytest.fixture(scope="module")
def with_yard(made, tmp_path_factory):
    """The node with the paper, of which each test has a copy."""
    folder = tmp_path_factory.mktemp("yard")
    (folder / "yard.txt").write_text(PAPER, encoding="utf-8")
    shutil.copytree(made, folder / "node")
    with closing(open_node(folder / "node", SETTINGS, "ana", PURPOSE)) as node:
        add_reports(node, [folder / "yard.txt"])
    return folder / "node"


@pytest.fixture
def folder(with_yard, tmp_path):
    shutil.copytree(with_yard, tmp_path / "node")
    return tmp_path / "node"


@pytest.fixture
def yard(node):
    return node


def missed(says, given=None, item="IR 6#1", words=None, **more):
    words = SAYING.get(says, "The keeper of the yard, known as Beli,") if words is None else words
    return adding.Missed(item, says, given or GIVEN[says], "read it there", words, **more)


def add(node, *about, look=None, **more):
    return adding.add_missed(node, missed(*about, **more), look)


def holding(node, urn="IR 6"):
    """What holds of a report: all that is not rejected, whoever says so."""
    numbers = node.store.parts.items(urn, node.allowed())
    said = node.store.parts.said_in(urn, node.allowed(), numbers)
    return [one for one in said if one.status != Status.REJECTED]


@pytest.mark.parametrize("says", sorted(GIVEN))
def test_it_stands_accepted_under_the_name_of_whoever_added_it_and_rests_on_words(yard, says):
    done = add(yard, says)
    (item,) = yard.store.parts.report("IR 6", yard.allowed(), [1]).items
    for one in done.said:
        assert (one.status, one.author, one.extractor) == ("accepted", "ana", "person/1")
        assert one.text == item.text[one.start : one.end] != ""
        assert one.property in schemata()[one.schema].properties
    lines = [line for thing in read_report(yard, "IR 6").items[0].things for line in thing.lines]
    own = [line for line in lines if line.id in {one.id for one in done.said}]
    assert [(line.decided.author, line.decided.reason) for line in own] == (
        [("ana", "read it there")] * len(done.said)
    )


def test_every_form_is_tried_here():
    assert set(adding.forms()) == set(GIVEN)


@pytest.mark.parametrize("says", sorted(GIVEN))
def test_what_was_added_in_one_go_is_taken_back_in_one_go_and_comes_back_so(yard, says):
    before = holding(yard)
    done = add(yard, says, words="The keeper of the yard" if says == "group" else None)
    after = holding(yard)
    assert len(after) == len(before) + len(done.said)
    decide(yard, "undo", [done.said[-1].id], "not said there")
    assert holding(yard) == before
    decide(yard, "undo", [done.said[0].id], "it is, after all")
    assert holding(yard) == after


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(sorted(GIVEN)), min_size=1, max_size=4, unique=True))
def test_whatever_is_added_and_taken_back_in_whatever_order_nothing_is_left_of_it(yard, chosen):
    before = holding(yard)
    done = [add(yard, says) for says in chosen]
    for one in sorted(done, key=lambda each: each.made):
        decide(yard, "undo", [one.made[0]], "not said there")
    assert holding(yard) == before


def test_two_things_added_in_the_same_second_for_the_same_reason_are_taken_back_one_by_one(yard):
    first, second = add(yard, "tie"), add(yard, "payment")
    decide(yard, "undo", [first.made[0]], "not said there")
    standing = {one.id for one in holding(yard)}
    assert standing.isdisjoint(one.id for one in first.said)
    assert standing.issuperset(one.id for one in second.said)


def test_the_page_takes_it_back_like_any_other_decision(yard):
    done = add(yard, "tie")
    wish = Wish("undo", done.said[0].id, "not said there", "accepted")
    assert len(settle(yard, wish, None).made) == len(done.said)


def test_somebody_new_is_named_by_words_of_the_item(yard):
    tie = {"source": "Beli", "target": "Goran Izmišljeni", "kind": "hands him boats"}
    done = add(yard, "tie", tie)
    (name,) = [one for one in done.said if one.property == "name"]
    assert (name.schema, name.value, name.text) == ("Person", "Beli", "Beli")
    group = add(yard, "tie", tie | {"source": "The keeper"}, new="group")
    assert [one.schema for one in group.said if one.property == "name"] == ["Network"]
    with pytest.raises(WrongUse, match="does not stand in the item"):
        add(yard, "tie", tie | {"source": "Vuk Nepostojeći"})


def test_a_name_in_other_letters_rests_on_the_words_that_were_marked(yard):
    done = add(yard, "person", {"name": "Бели"}, words="Beli")
    assert [(one.value, one.text) for one in done.said] == [("Бели", "Beli")]


def test_a_number_that_was_not_marked_does_not_take_a_whole_sentence_along(yard):
    with pytest.raises(WrongUse, match="does not stand in these words"):
        add(yard, "phone", {"who": "Petrit Shembulli", "phone": "+381607777777"}, words="", at=0)


def test_without_words_a_sentence_is_chosen(yard):
    (item,) = yard.store.parts.report("IR 6", yard.allowed(), [1]).items
    second = adding.sentences_of(item.text)[1]
    done = add(yard, "tie", words="", at=second[0])
    assert {one.text for one in done.said if one.property == "kind"} == {second[1]}


WRONG = {
    "another field": ("phone", {"who": "Beli", "mode": "van"}, {}),
    "no day of the calendar": ("birth", {"who": "Petrit Shembulli", "birthDate": "1980-31-01"}, {}),
    "no form": ("category", {"who": "Petrit Shembulli"}, {}),
    "no item": ("person", {"name": "Beli"}, {"item": "IR 6#9"}),
    "no item at all": ("person", {"name": "Beli"}, {"item": "IR 6"}),
    "no modality": ("alias", GIVEN["alias"], {"modality": "maybe"}),
    "no new kind": ("alias", {"who": "The keeper", "alias": "Beli"}, {"new": "boat"}),
    "no place": ("leg", {"from": "Nigdegrad", "to": "Horgos"}, {}),
    "no report": ("person", {"name": "Beli"}, {"item": "IR 99#1"}),
    "no such id": ("alias", {"who": "IR 99#1@m1", "alias": "Beli"}, {}),
    "no such word": ("role", {"member": "Petrit Shembulli", "role": "king"}, {}),
    "no words": ("alias", GIVEN["alias"], {"words": "the keeper of a yard"}),
    "nothing": ("alias", {"who": "", "alias": "Beli"}, {}),
    "one twice": ("tie", {"source": "Beli", "target": "Beli"}, {}),
    "somebody where a place is wanted": ("leg", {"from": "Petrit Shembulli", "to": "Horgos"}, {}),
    "strange letters": ("person", {"name": "Be\x00li"}, {}),
    "too long": ("tie", GIVEN["tie"] | {"kind": "x" * 201}, {}),
    "which sentence": ("tie", GIVEN["tie"], {"words": ""}),
}


@pytest.mark.parametrize("why", sorted(WRONG))
def test_what_cannot_be_put_down_is_refused_and_leaves_no_trace(yard, why):
    says, given_, more = WRONG[why]
    before = len(holding(yard))
    with pytest.raises(WrongUse) as refused:
        add(yard, says, given_, **more)
    assert refused.value.what
    assert len(holding(yard)) == before


def test_what_the_item_says_already_is_not_put_down_twice(yard):
    for says in ("alias", "person", "tie"):
        add(yard, says)
        with pytest.raises(WrongUse, match="already"):
            add(yard, says)


def test_a_reason_is_needed_and_so_is_the_role(yard, as_user):
    with pytest.raises(WrongUse, match="reason"):
        adding.add_missed(yard, replace(missed("person"), reason=" "), None)
    with pytest.raises(NotPermitted):
        add(as_user("leo"), "person")


def test_nothing_is_added_where_somebody_is_left_out_and_nobody_left_out_is_meant(yard, as_user):
    victim = next(one.entity for one in holding(yard) if one.value == "Petrit Shembulli")
    categorise(yard, victim, "victim", "Drava", "was made to")
    mira = replace(as_user("mira"), stated="what is new")
    shelf = Shelf()

    def look():
        return shelf.look(mira)

    with pytest.raises(WrongUse, match="left out for your purpose"):
        add(mira, "person", look=look)
    told = []
    for who in (victim, "IR 99#1@m1"):  # one answer for who is left out and who is not here
        given_ = {"who": who, "alias": "Горан"}
        with pytest.raises(WrongUse) as refused:
            add(mira, "alias", given_, item="IR 2#1", words="Горан", look=look)
        told.append(refused.value.what.replace(who, "ID"))
    assert len(set(told)) == 1
    assert add(yard, "person").said  # for a case everything is read, and may be added to


def test_who_is_counted_only_is_named_for_a_case_and_for_nothing_else(yard, as_user):
    mira = replace(as_user("mira"), stated="what is new")
    given_, more = {"name": "Amina Nepoznata"}, {"item": "IR 6#2", "words": "Amina Nepoznata"}
    with pytest.raises(WrongUse, match="counted here, not named"):
        add(mira, "person", given_, look=lambda: Shelf().look(mira), **more)
    assert add(yard, "person", given_, **more).said


def test_a_watch_is_asked_about_what_was_added_and_about_what_was_corrected(yard):
    watch_for(yard, "leg", {"place": "Apatin"})
    watch_for(yard, "leg", {"place": "Ilok"})
    add(yard, "leg")
    assert [one.report for one in alerts(yard)] == ["IR 6"]
    lines = [line for thing in read_report(yard, "IR 1").items[0].things for line in thing.lines]
    end = next(line for line in lines if line.says == "to")
    assert settle(yard, Wish("correct", end.id, "misread", end.status, "Ilok"), None).made
    assert {one.report for one in alerts(yard)} == {"IR 6", "IR 1"}


def test_it_is_on_record_who_added_what_and_why(yard):
    done = add(yard, "alias")
    entry = [e for e in yard.store.audit(about=done.said[0].id) if e["operation"] == "alteration"]
    assert [(one["who"], one["reason"]) for one in entry] == [("ana", "read it there")]

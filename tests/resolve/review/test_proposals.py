"""Proposals as entries: one for what an item says of one thing, with the reason for its place."""

from headwater.resolve.review.people import People
from headwater.resolve.review.proposals import Proposals
from headwater.resolve.review.wording import Names
from tests.resolve.scans import scan_of


def proposals(*lines):
    scan = scan_of(*lines)
    return Proposals(scan, Names(scan, lambda _: ""), People(scan, []))


def test_there_are_as_many_as_are_listed():
    one = {"item": 1}
    held = proposals(
        ("f", "Fee", "amountLow", "1", one | {"n": 1}),
        ("g", "Fee", "amountLow", "2", one | {"n": 2}),
        ("f", "Fee", "currency", "EUR", one | {"n": 3}),
        ("f", "Fee", "amountLow", "3", {"item": 2}),
        ("f", "Fee", "amountLow", "4", {"item": 2, "n": 2, "status": "accepted"}),
        ("f", "Fee", "amountLow", "5", {"item": 1, "urn": "R2"}),
    )
    entries = list(held)
    assert len(held) == len(entries) == 4
    assert entries[0].evidence == ("R1#1.1", "R1#1.3")
    assert len(proposals()) == len(list(proposals())) == 0


def test_an_entry_says_why_it_stands_where_it_does_and_on_how_many_sources_it_rests():
    leg = [("l", "Leg", "from", "a"), ("l", "Leg", "to", "b")]
    accepted = [(*one, {"status": "accepted", "originator": "Other"}) for one in leg]
    entry = next(iter(proposals(*leg, *[("m", *one[1:]) for one in accepted])))
    assert entry.why.startswith("Here because it would be a second source of what rests on one. ")
    assert "Accepted from 1 source." in entry.why


def test_the_question_says_how_the_text_puts_it_and_by_whom():
    denied = {"item": 1, "urn": "R1", "modality": "denied"}
    (entry,) = proposals(
        ("r", "NetworkRole", "member", "x", denied | {"n": 1}),
        ("r", "NetworkRole", "role", "organiser", denied | {"n": 2}),
    )
    assert entry.what == "Does it say [denied] a network role: member x, role organiser?"
    for modality, mark in (
        ("projected", "[projected, not a fact]"),
        ("planned", "[planned]"),
        ("alleged", "[alleged]"),
        ("attempted", "[attempted]"),
    ):
        (entry,) = proposals(("f", "Fee", "amountLow", "900", {"modality": modality}))
        assert entry.what == f"Does it say {mark} a fee: 900?"


def test_what_one_sentence_says_and_denies_of_one_thing_stays_apart():
    (entry,) = proposals(
        ("f", "Fee", "amountLow", "900", {"item": 1, "n": 1}),
        ("f", "Fee", "amountLow", "300", {"item": 1, "n": 2, "modality": "denied"}),
    )
    assert entry.what == "Does it say a fee: 900; [denied] a fee: 300?"

"""Entries of the queue as they are shown."""

from headwater.node import review
from headwater.node.queue import parts, shown
from headwater.node.queue.showing import _weighed


def test_a_person_to_categorise_is_shown_with_sentences_that_lead_to_their_statements(node):
    entries = review.review_queue(node, 3, kind="people").entries
    first = shown(node, entries, None)[0]
    (side,) = first.sides
    assert ("name", "Goran Izmišljeni") in side.facts or ("name", "Горан Измишљени") in side.facts
    quoted = side.quoted[0]
    assert quoted.statement.startswith("IR ")
    assert any(marked for _, marked in quoted.parts)


def test_what_speaks_against_two_being_one_is_told_apart():
    against = _weighed("birth date: another year, -4.2 bits")
    assert (against.what, against.bits, against.speaks) == (
        "birth date: another year",
        "-4.2",
        "against",
    )
    assert _weighed("phone: same, +12.5 bits").speaks == "for"
    assert not _weighed("prior: among 100000 records, -16.4 bits").speaks
    assert _weighed("  Ivan against Иван    +7.0  the same name").aligned


def test_a_sentence_is_cut_at_its_marks():
    assert parts("a >>b<< c") == (("a ", False), ("b", True), (" c", False))

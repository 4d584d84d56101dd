"""Entries of the queue as they are shown."""

from headwater.node import add_reports, review
from headwater.node.queue import parts, shown
from headwater.node.queue.showing import _by_whom, _weighed


def test_a_person_to_categorise_is_shown_with_sentences_that_lead_to_their_statements(node):
    entries = review.review_queue(node, 3, kind="people").entries
    first = shown(node, entries, None)[0]
    (side,) = first.sides
    assert ("name", "Goran Izmišljeni") in side.facts or ("name", "Горан Измишљени") in side.facts
    quoted = side.quoted[0]
    assert quoted.statement.startswith("IR ")
    assert any(marked for _, marked in quoted.parts)


def test_an_address_is_a_fact_of_somebody_and_an_id_is_none(node, tmp_path):
    path = tmp_path / "c.txt"
    path.write_text(
        "URN: IR 3\nOriginator: Drava Unit\nDate: 2026-10-06\n\n"
        "1. Darko Izmišljeni, e-mail darko@example.org, drove from Subotica to Horgos. [2D-P]\n",
        encoding="utf-8",
    )
    add_reports(node, [path])
    entries = review.review_queue(node, 20, find="Darko", kind="people").entries
    (side,) = shown(node, entries, None)[0].sides
    assert ("email", "darko@example.org") in side.facts
    assert not any(value.startswith("place:") or "@IR" in value for _, value in side.facts)


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


def test_a_rule_that_decided_is_named_in_words_and_the_time_to_the_minute():
    same = "Both are said to hold the same phone number."
    assert _by_whom(f"{same} By resolve/phone/1, 2026-11-22T20:39:40+00:00.") == (
        f"{same} By the rule phone, version 1, 2026-11-22 20:39."
    )
    assert _by_whom("Read. By ana, 2026-11-22T20:39:40+00:00.") == "Read. By ana, 2026-11-22 20:39."
    assert _by_whom("By nobody yet.") == "By nobody yet."


def test_a_sentence_is_cut_at_its_marks():
    assert parts("a >>b<< c") == (("a ", False), ("b", True), (" c", False))

"""Plain text: what a report becomes, and what is said of it where something is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.plain import cited, decode, visible
from headwater.intake.taken import Original
from headwater.model import Grading, Item, Refused

REPORT = """\
title: Van at the border
ORIGINATOR: Border Police
urn: IR 100200
Date of information: 1.3.2025.
Date of record: 2025-03-02
Grading: 2D-P
Derived from: IR 100199, IR 100198

1. A van was seen at Horgos. [1B-C/A1/S2]
Provenance: seen by an officer [1A-P]
2. It left. See IR 100197.
3. Nobody knows. [9Z-P]
"""


def test_a_report_is_taken_with_its_header_items_and_claims(take):
    taken = take({"r.txt": REPORT})
    (report,) = taken.reports
    assert (report.urn, report.originator, report.title, report.origin_known) == (
        *("IR 100200", "Border Police", "Van at the border", True),
    )
    assert report.information_date.text == "2025-03-01"
    assert (report.record_date.text, report.dates_assumed) == ("2025-03-02", False)
    assert report.cites == ("IR 100199", "IR 100198", "IR 100197")
    first, second = report.items
    assert (first.grade.text, first.handling.text, first.language) == ("1B", "C/A1/S2", "en")
    assert (first.provenance, first.provenance_grade) == ("seen by an officer", Grading("1", "A"))
    assert (second.grade.text, second.graded_by_default) == ("2D", False)
    assert taken.originals == {report.sha256: REPORT.encode()}


def test_a_grading_that_does_not_exist_refuses_its_item_and_nothing_else(take):
    taken = take({"r.txt": REPORT})
    (refusal,) = taken.refusals
    assert (refusal.file, refusal.position, refusal.urn) == ("r.txt", "item 3", "IR 100200")
    assert "9Z" in refusal.what
    assert [item.number for item in taken.reports[0].items] == [1, 2]


def test_claims_become_proposed_statements_with_their_exact_words(take):
    taken = take({"r.txt": REPORT})
    item = taken.reports[0].items[0]
    place, sighting, subject, account = taken.statements
    assert (place.entity, place.value, place.status) == ("place:hw-horgos", "Horgos", "proposed")
    assert item.text[place.start : place.end] == place.text == "Horgos"
    assert (sighting.entity, sighting.value) == ("IR 100200#1@m1", "place:hw-horgos")
    assert subject.value == account.entity == "IR 100200#1@m2"
    assert account.value == "@handle"
    assert [s.n for s in taken.statements] == [1, 2, 3, 4]
    assert {s.extractor for s in taken.statements} == {"text/1"}


def test_text_without_header_is_one_item_assumed_at_the_door(take):
    taken = take({"a.txt": "Officers go to the Balkans.\n- share\n- identify\n"})
    (report,) = taken.reports
    assert (report.originator, report.origin_known) == ("open source", False)
    assert report.urn == f"F-{report.sha256[:12]}"
    (item,) = report.items
    assert (item.number, item.grade.text, item.graded_by_default) == (1, "2D", True)


def test_a_marking_that_somebody_chose_is_not_assumed(take):
    taken = take({"a.txt": "Words."}, marking_assumed=False)
    assert taken.reports[0].items[0].graded_by_default is False


def test_a_day_that_does_not_exist_leaves_the_date_unknown_and_takes_the_report(take):
    taken = take({"r.txt": "Originator: X\nDate of information: 31.11.2025.\n\n1. Seen. [2D-P]"})
    (report,) = taken.reports
    assert report.information_date is None
    assert taken.refusals[0].position == "line 2"


def test_one_date_stands_for_both_and_is_marked_assumed(take):
    (report,) = take({"r.txt": "Originator: X\nDate: 3.2.2025\n\nSeen."}).reports
    assert report.information_date == report.record_date
    assert report.dates_assumed


def test_a_record_date_that_has_not_come_yet_is_told(take):
    taken = take({"r.txt": "Originator: X\nDate of record: 2030-01-01\n\nSeen."})
    assert "future" in taken.refusals[0].what
    assert taken.reports


def test_a_header_grading_that_does_not_exist_refuses_the_items_that_rest_on_it(take):
    taken = take({"r.txt": "Originator: X\nGrading: 7Q-P\n\n1. a [2D-P]\n2. b\n"})
    assert [item.number for item in taken.reports[0].items] == [1]
    assert [r.position for r in taken.refusals] == ["line 2", "item 2"]


def test_a_reference_beyond_measure_is_replaced_and_told(take):
    taken = take({"r.txt": f"URN: {'9' * 500}\nOriginator: X\n\nSeen."})
    assert taken.reports[0].urn.startswith("F-")
    assert taken.refusals[0].position == "line 1"


def test_a_handling_that_is_not_understood_is_the_strictest(take):
    taken = take({"r.txt": "Originator: X\nHandling: C/A9/S2\n\n1. a [2D-P]\n"})
    assert taken.reports[0].items[0].handling.text.startswith("C/A1/S2")
    assert taken.refusals[0].position == "line 2"


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        *(("utf-8-sig", 0), ("utf-16", 0), ("cp1250", 1), ("windows-1251", 1)),
        *(("utf-16-le", 1), ("utf-16-be", 1)),
    ],
)
def test_other_encodings_are_read_and_a_guess_is_declared(encoding, notes):
    words = (
        "Полиција је видела возило на граничном прелазу и зауставила га. " * 5
        if "1251" in encoding
        else "Policija je videla vozilo na graničnom prelazu Horgoš, šest ljudi, žuti kombi. " * 5
    )
    text, refusals = decode(Original("a.txt", words.encode(encoding)))
    assert text == words
    assert len(refusals) == notes
    assert all(encoding.split("-")[0] in r.why or "read as" in r.why for r in refusals)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Refused):
        decode(Original("a.txt", bytes(range(128, 256)) * 8 + b"\xff\xfe\x00" * 50))


@given(st.text())
def test_no_control_character_survives_unseen(text):
    shown, count = visible(text)
    assert not set(shown) & {"\x00", "\u202e", "\u2066", "\u200b", "\r"}
    assert shown.encode("utf-8").decode("utf-8") == shown  # no lone surrogates
    assert visible(shown) == (shown, 0)
    assert shown.count("⟦U+") == text.count("⟦U+") + count


def test_persian_joiners_and_arabic_marks_are_left_alone():
    assert visible("می‌روم \u200fسلام") == ("می‌روم \u200fسلام", 0)


@pytest.mark.parametrize("words", ["see IR 123456", "Further to IR-2024-0012 they", "vidi IR 12"])
def test_reports_named_in_the_text_are_cited(words):
    assert cited("", [Item(1, words)])


def test_a_report_that_names_none_cites_none():
    assert cited("", [Item(1, "They will see Paris in 2025 and A1 roads.")]) == ()


def test_the_refusal_of_an_unknown_header_key_names_the_keys_of_the_form(take):
    taken = take({"r.txt": "URN: A1\nShoe size: 44\n\n1. Seen at Horgos. [2D-P]\n"})
    (refusal,) = [r for r in taken.refusals if r.position == "line 2"]
    for key in ("Originator", "URN", "Title", "Date of record", "Grading", "Handling"):
        assert key in refusal.do

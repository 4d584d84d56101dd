"""What a page hands in."""

from functools import cache
from io import BytesIO

import pytest

from headwater.intake.reading.names import places
from headwater.model import NotPermitted, WrongUse
from headwater.node.entering import blank, enter, hand_in, make_ready, may_enter, read_draft
from headwater.node.entering.receiving import MOST_OF_PLAIN
from headwater.node.reading import read_report

FORM = {
    "originator": "Drava Unit",
    "information": "2026-03-02",
    "record": "2026-03-04",
    "count": "2",
    **{f"source-{n}": "2" for n in (1, 2)},
    **{f"assessment-{n}": "D" for n in (1, 2)},
    "text-1": "First line.\n2. This belongs to the first. [1A-P]\n3. This too.",
    "text-2": "Његов телефон је +381 60 7654321.",
}


def test_a_written_report_comes_in_with_the_items_that_were_written(node):
    received = enter(node, read_draft(FORM))
    ((urn, _),) = received.reports
    read = read_report(node, urn)
    assert [one.grade for one in read.items] == ["2D-P", "2D-P"]
    assert "3. This too." in read.items[0].item.text
    assert received.receipt.statements


def test_what_reading_takes_is_loaded_before_the_first_report_comes(monkeypatch):
    monkeypatch.setattr(places, "_gazetteer", cache(places._gazetteer.__wrapped__))
    make_ready()
    assert places._gazetteer.cache_info().currsize == 1


def test_files_come_in_with_their_refusals_and_two_of_one_name_are_two(node):
    files = [
        ("../../x.txt", BytesIO(b"URN: X 1\n\n1. A van at Horgos. [9Z-P]\n2. Two vans. [2D-P]\n")),
        ("x.txt", BytesIO(b"URN: X 2\n\nThree vans at Horgos.\n")),
        ("x.exe", BytesIO(b"MZ")),
    ]
    received = hand_in(node, files)
    assert {urn for urn, _ in received.reports} == {"X 1", "X 2"}
    told = {(one.file, one.position) for one in received.receipt.refusals}
    assert {("x.txt", "item 1"), ("x.exe", "whole file")} <= told


def test_a_file_whose_name_is_a_number_stands_in_nobodys_way(node):
    files = [
        ("2", BytesIO(b"URN: X 3\n\nA van.\n")),
        ("y.txt", BytesIO(b"URN: X 4\n\nTwo vans.\n")),
        ("y.txt", BytesIO(b"URN: X 5\n\nThree vans.\n")),
    ]
    received = hand_in(node, files)
    assert {"X 4", "X 5"} <= {urn for urn, _ in received.reports}


def test_a_report_that_is_here_already_is_told_and_not_doubled(node):
    enter(node, read_draft(FORM))
    assert enter(node, read_draft(FORM)).receipt.already_here == 1


def test_a_text_too_long_for_a_page_is_refused_by_name_and_the_others_come_in(node):
    long = BytesIO(b"x" * (MOST_OF_PLAIN + 1))
    received = hand_in(node, [("day.TXT", long), ("x.txt", BytesIO(b"URN: X 9\n\nA van.\n"))])
    assert [urn for urn, _ in received.reports] == ["X 9"]
    (told,) = [one for one in received.receipt.refusals if one.file == "day.TXT"]
    assert "headwater add" in told.do
    assert told in node.store.refusals(node.allowed())


def test_no_file_and_too_many_are_refused(node):
    with pytest.raises(WrongUse, match="no file"):
        hand_in(node, [("", BytesIO(b""))])
    with pytest.raises(WrongUse, match="too many"):
        hand_in(node, [(f"{n}.txt", BytesIO(b"x")) for n in range(501)])


def test_who_may_bring_nothing_in_is_told(as_user):
    leo = as_user("leo")
    assert not may_enter(leo)
    with pytest.raises(NotPermitted):
        enter(leo, read_draft(FORM))


def test_a_new_form_names_the_agency_and_the_day(node):
    draft = blank(node)
    assert draft.originator == "Drava Unit"
    assert len(draft.record) == len("2026-03-02")

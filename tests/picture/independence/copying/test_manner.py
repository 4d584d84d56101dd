import numpy as np
import pyarrow as pa

from headwater.picture.independence.candidates import Pairs
from headwater.picture.independence.copying.manner import MANNER, Manner
from headwater.picture.independence.texts import read_texts
from headwater.picture.independence.wording import Wording
from tests.picture.independence.telling import tables_of

TEXT = "Two boats were seized at the pier of Wissant this morning."


def seized(urn):
    said = {"entity": "s", "property": "article", "value": "boat", "status": "proposed"}
    return said | {"urn": urn, "schema": "Seizure", "item": 1, "start": 0}


def manner(one=None, other=None, notes=("", ""), texts=(TEXT, TEXT), said=()):
    reports = [{"urn": "r0"} | (one or {}), {"urn": "r1"} | (other or {})]
    tables = tables_of(reports, list(zip(("r0", "r1"), texts, strict=True)), said)
    items = tables[1].append_column("provenance", pa.array(notes))
    items = items.append_column("grade", pa.array(["2D", "2D"]))
    read = read_texts(tables[0], items)
    pair = Pairs(np.array([0]), np.array([1]), np.zeros(1), np.zeros(1))
    row = Manner(read, items, tables[2], Wording(read)).table(pair)[0]
    return dict(zip(MANNER, row.tolist(), strict=True))


def test_an_item_taken_over_word_for_word_keeps_its_grading_and_its_note():
    row = manner(notes=("Told by a relative.", "Told by a relative."))
    assert row["items word for word"] == row["with one grading"] == 1
    assert row["with one provenance"] == row["notes later"] == row["notes earlier"] == 1


def test_two_notes_of_their_own_are_no_note_in_common():
    row = manner(notes=("Told by a relative.", "Observed by an officer on duty."))
    assert row["items word for word"] == 1
    assert row["with one provenance"] == 0


def test_an_office_that_reports_twice_is_seen_to_be_one():
    assert manner({"originator": "Unit A"}, {"originator": "unit a "})["one originator"] == 1
    assert manner({"originator": "Unit A"}, {"originator": "Unit B"})["one originator"] == 0
    unknown = {"originator": "open source", "origin_known": False}
    assert manner(unknown, unknown)["one originator"] == 0


def test_how_long_a_record_took_is_told_and_where_it_is_not_known_too():
    days = {"record_date": "2025-05-04", "information_from": "2025-05-01"}
    row = manner(days)
    assert row["delay earlier"] == np.log1p(3)
    assert row["delay later"] == -1


def test_what_several_offices_may_see_for_themselves_is_marked():
    assert manner(said=[seized("r0"), seized("r1")])["both seizure"] == 1
    row = manner(said=[seized("r0")])
    assert row["both seizure"] == 0
    assert row["statements only earlier"] == 1


def test_items_without_grades_and_provenance_are_compared_by_their_words():
    tables = tables_of([{"urn": "r0"}, {"urn": "r1"}], [("r0", TEXT), ("r1", "Nothing seen.")])
    read = read_texts(*tables[:2])
    pair = Pairs(np.array([0]), np.array([1]), np.zeros(1), np.zeros(1))
    table = Manner(read, tables[1], tables[2], Wording(read)).table(pair)
    assert table[0, MANNER.index("items word for word")] == 0

"""Rows: each is an item with statements, or a refusal; nothing is lost on the way."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.tables import TableSource, read_csv, take_table
from headwater.intake.tables.mapping import parse_mapping
from headwater.intake.taken import Original
from tests.intake.conftest import OPTIONS

MAPPING = parse_mapping(
    {
        "entities": {
            "place": {"schema": "Place", "keys": ["where", "day"],
                      "properties": {"name": {"column": "where"}}},
            "seen": {
                "schema": "Observation",
                "properties": {"date": {"column": "day"}, "count": {"column": "n"},
                               "place": {"entity": "place"}},
            },
        }
    },
    "m",
)  # fmt: skip

ROW = st.tuples(
    st.sampled_from(["2025-01-02", "31.11.2025", "soon", "", "1.2.2025."]),
    st.sampled_from(["5", "many", "", "1.250,00", "NaN"]),
    st.sampled_from(["", "Somewhere", "x\ny", "a; b: c", "Ниш"]),
)


def taken_of(rows):
    written = io.StringIO()
    csv.writer(written).writerows([["day", "n", "where"], *rows])
    text = written.getvalue()
    table = read_csv(text)
    original = Original("t.csv", text.encode())
    source = TableSource(original, table, original.urn)
    return table, take_table(source, MAPPING.queries, OPTIONS)


@given(st.lists(ROW, min_size=1, max_size=12))
def test_rows_in_are_rows_with_statements_and_refused_rows(rows):
    table, taken = taken_of(rows)
    items = [item.number for report in taken.reports for item in report.items]
    refused = [r.position for r in taken.refusals if "," not in r.position and "row" in r.position]
    rows_in = len(table.rows) + len(table.faults)
    assert sorted([f"row {n}" for n in items] + refused) == sorted(
        f"row {n}" for n in range(1, rows_in + 1)
    )
    assert {s.item for s in taken.statements} == set(items)


@given(st.lists(ROW, min_size=1, max_size=12))
def test_every_span_is_verbatim_and_statements_are_counted_from_one(rows):
    _, taken = taken_of(rows)
    texts = {item.number: item.text for report in taken.reports for item in report.items}
    by_item: dict[int, list[int]] = {}
    for statement in taken.statements:
        by_item.setdefault(statement.item, []).append(statement.n)
        if statement.start >= 0:
            words = texts[statement.item][statement.start : statement.end]
            assert words == statement.text
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_item.values())


def test_rows_stand_behind_the_name_of_who_brought_them_in():
    _, taken = taken_of([("2025-01-02", "5", "Here")])
    assert {(s.author, s.status, s.extractor) for s in taken.statements} == {
        ("officer 7", "accepted", "mapping/1")
    }
    assert taken.reports[0].originator == "Hub One"


def test_rows_that_a_filter_leaves_out_are_told(take):
    mapping = """
    filters: {kind: keep}
    filters_not: {n: ["0", ""]}
    entities: {o: {schema: Observation, properties: {count: {column: n}}}}
    """
    taken = take({"t.csv": "kind,n\nkeep,1\ndrop,2\nkeep,0\n"}, mapping=mapping)
    assert [item.number for item in taken.reports[0].items] == [1]
    (refusal,) = taken.refusals
    assert (refusal.position, refusal.what) == ("rows 2, 3", "2 rows were left out")


def test_the_report_says_what_the_mapping_says_of_it(take):
    mapping = """
    report: {originator: Office, urn: T-1, title: Counts, marking: 1B-P,
             information_date: {column: day}, record_date: 2025-05-05}
    entities: {o: {schema: Observation, properties: {count: {column: n}, date: {column: day}}}}
    """
    (report,) = take({"t.csv": "day,n\n2025-02-01,1\n2025-01,2\n"}, mapping=mapping).reports
    assert (report.urn, report.originator, report.title) == ("T-1", "Office", "Counts")
    assert report.information_date.text == "2025-01-01/2025-02-01"
    assert (report.record_date.text, report.dates_assumed) == ("2025-05-05", False)
    assert (report.items[0].grade.text, report.items[0].graded_by_default) == ("1B", False)


def test_columns_that_the_mapping_does_not_name_stay_in_the_original(take):
    mapping = "entities: {o: {schema: Observation, properties: {count: {column: n}}}}"
    taken = take({"t.csv": "n,secret\n1,do not keep\n"}, mapping=mapping)
    assert taken.reports[0].items[0].text == "n: 1"
    assert b"do not keep" in next(iter(taken.originals.values()))


def test_a_category_is_a_decision_with_author_and_reason(take):
    mapping = """
    entities:
      p:
        schema: Person
        key: id
        properties: {name: {column: id}}
        category: {column: c, case: X, author: {column: by}, reason: {column: why},
                   words: {verdächtig: suspect}}
    """
    table = (
        "id,c,by,why\nA,Verdächtig,officer 1,two reports\nB,,,\nC,suspect,officer 1,\nD,bad,o,r\n"
    )
    taken = take({"t.csv": table}, mapping=mapping)
    decisions = [s for s in taken.statements if s.schema == "CategoryDecision"]
    assert {s.property: s.value for s in decisions} == {
        "subject": taken.statements[0].entity,
        "category": "suspect",
        "case": "X",
        "decidedBy": "officer 1",
        "reason": "two reports",
    }
    assert [r.position for r in taken.refusals] == ["row 3, why", "row 4, c", "row 4, c"]


@pytest.mark.parametrize("content", ["n\n", "n\n\n\n"])
def test_a_header_alone_is_refused(take, content):
    mapping = "entities: {o: {schema: Observation, properties: {count: {column: n}}}}"
    taken = take({"t.csv": content}, mapping=mapping)
    assert not taken.reports
    assert taken.refusals


@pytest.mark.parametrize(
    ("name", "folder", "rows"),
    [
        ("press_facts", "text", 27),
        ("uk_small_boats_daily", "flows", 2557),
        ("uk_small_boats_weekly", "flows", 365),
        ("frontex_monthly", "flows", 29_940),
        ("iom_missing_migrants", "flows", 16_219),
        ("uk_irregular_detections", "flows", 2_282),
        ("schengen_border_controls", "flows", 122),
    ],
)
def test_the_shared_tables_load_with_no_silent_loss(take, shared, request, name, folder, rows):
    mapping = request.config.rootpath / "examples" / "mappings" / f"{name}.yml"
    taken = take(shared / "data" / folder / f"{name}.csv", mapping=mapping)
    refused = [r for r in taken.refusals if "," not in r.position]
    (report,) = taken.reports
    assert len(report.items) + len(refused) == rows
    assert len(report.items) > 0.99 * rows


def test_the_small_boat_counts_add_up_to_what_was_published(take, shared, request):
    mapping = request.config.rootpath / "examples" / "mappings" / "uk_small_boats_daily.yml"
    taken = take(shared / "data" / "flows" / "uk_small_boats_daily.csv", mapping=mapping)
    people = sum(
        int(s.value)
        for s in taken.statements
        if s.property == "count" and s.entity.endswith("@people")
    )
    assert people == 299 + 1843 + 8462 + 28526 + 45755 + 29437 + 36816


def test_caviar_has_its_people_and_ties_and_no_role(take, shared, request):
    mapping = request.config.rootpath / "examples" / "mappings" / "caviar.yml"
    folder = shared / "data" / "networks" / "caviar"
    people = take(folder / "people.csv", mapping=mapping)
    links = take(folder / "links.csv", mapping=mapping)
    persons = {s.entity for s in people.statements if s.schema == "Person"}
    ends = {s.value for s in links.statements if s.property in ("source", "target")}
    assert (len(persons), ends <= persons) == (110, True)
    assert len({s.entity for s in links.statements if s.schema == "Contact"}) == 295
    assert not people.refusals + links.refusals
    assert "mastermind" not in str(people.reports) + str(people.statements)


def test_press_fees_come_with_their_basis(take, shared, request):
    mapping = request.config.rootpath / "examples" / "mappings" / "press_facts.yml"
    taken = take(shared / "data" / "text" / "press_facts.csv", mapping=mapping)
    fees = {s.entity for s in taken.statements if s.schema == "Fee"}
    based = {s.entity for s in taken.statements if s.schema == "Fee" and s.property == "basis"}
    assert (len(fees), based) == (18, fees)
    assert taken.reports[0].origin_known is False

"""Tables: headers of each language, dates of each office, phones that survive."""

import csv
import io
import re

import pytest

from headwater.exercise.tables import agencies, table_headers


@pytest.fixture(scope="module")
def tables(world):
    found = []
    for row in world.rows("tables"):
        if row["file"].endswith(".csv"):
            text = (world.reports / row["file"]).read_text("utf-8")
            found.append((row, list(csv.reader(io.StringIO(text)))))
    return found


def test_every_kind_of_table_is_there_with_rows(world):
    rows: dict[str, int] = {}
    for row in world.rows("tables"):
        rows[row["kind"]] = rows.get(row["kind"], 0) + int(row["rows"])
    kinds = {kind for kind, _ in table_headers()}
    assert set(rows) == kinds
    assert min(rows.values()) > 0
    assert rows["calls"] > 1000


def test_headers_are_those_of_the_office_language(tables):
    for row, lines in tables:
        assert lines[0] == list(table_headers()[row["kind"], row["language"]].values())
        assert len(lines) - 1 == int(row["rows"])


def test_tables_come_in_local_languages_too(tables):
    assert len({row["language"] for row, _ in tables}) >= 5


def test_phones_are_written_in_international_form(tables):
    columns = {"calls": (0, 1), "subscribers": (0,)}
    for row, lines in tables:
        for column in columns.get(row["kind"], ()):
            assert all(re.fullmatch(r"\+\d{9,13}", line[column]) for line in lines[1:])


def test_some_offices_write_dates_with_dots(tables):
    forms = {agency.code: agency.date_form for agency in agencies()}
    assert set(forms.values()) == {"iso", "dotted"}
    checked = set()
    for row, lines in tables:
        if row["kind"] in {"seizures", "crossings"}:
            form = r"\d\d\.\d\d\.\d{4}" if forms[row["office"]] == "dotted" else r"\d{4}-\d\d-\d\d"
            assert all(re.fullmatch(form, line[0]) for line in lines[1:])
            checked.add(forms[row["office"]])
    assert checked == {"iso", "dotted"}


def test_some_decisions_are_missing(world, tables):
    people = len(world.rows("people"))
    decided = sum(len(lines) - 1 for row, lines in tables if row["kind"] == "category_decisions")
    assert 0 < decided < people


def test_a_workbook_is_among_the_tables_and_opens(world):
    import openpyxl

    books = [row for row in world.rows("tables") if row["file"].endswith(".xlsx")]
    assert books
    for row in books:
        book = openpyxl.load_workbook(world.reports / row["file"])
        lines = list(book.active.iter_rows(values_only=True))
        assert lines[0] == tuple(table_headers()[row["kind"], row["language"]].values())
        assert len(lines) - 1 == int(row["rows"])


def test_people_in_crossing_logs_stand_nowhere_in_the_truth(world, tables):
    known = {f"{row['family']}, {row['given']}".upper() for row in world.rows("people")}
    travellers = {
        line[3] for row, lines in tables if row["kind"] == "crossings" for line in lines[1:]
    }
    assert len(travellers) > 20
    assert len({name for name in travellers if name.upper() in known}) <= 2


def test_no_table_is_sent_empty(world, other):
    assert all(int(row["rows"]) > 0 for row in [*world.rows("tables"), *other.rows("tables")])

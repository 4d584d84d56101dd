"""Sheets: rows as text, and the rows that cannot be read."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.tables import read_csv
from headwater.intake.tables.sheet import FORMULA, LONGEST_CELL, as_table
from headwater.model import Refused

CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3).filter(any), max_size=6))
def test_what_was_written_is_read(rows):
    written = io.StringIO()
    csv.writer(written).writerows([["a", "b", "c"], *rows])
    table = read_csv(written.getvalue())
    assert [cells for _, cells in table.rows] == rows
    assert [number for number, _ in table.rows] == list(range(1, len(rows) + 1))


@given(st.text('ab,"\n;', max_size=60))
def test_no_row_of_a_broken_file_is_lost(text):
    try:
        table = read_csv("h1,h2\n" + text)
    except Refused:
        return
    numbers = [number for number, _ in table.rows]
    refused = [int(where.split()[1]) for where, _, _ in table.faults]
    assert sorted(numbers + refused) == list(range(1, len(numbers + refused) + 1))


@pytest.mark.parametrize(("mark", "ending"), [(";", ".csv"), ("\t", ".tsv"), ("|", ".csv")])
def test_other_delimiters_are_seen(mark, ending):
    table = read_csv(f"a{mark}b\n1,5{mark}2\n", ending)
    assert (table.columns, table.rows) == (("a", "b"), [(1, ["1,5", "2"])])


def test_the_line_in_which_excel_states_the_delimiter_is_no_header():
    assert read_csv("sep=;\na;b\n1;2\n").columns == ("a", "b")


def test_a_row_of_another_width_is_refused_by_its_number():
    table = read_csv("a,b\n1,2\n1,2,3\n1\n3,4\n")
    assert [number for number, _ in table.rows] == [1, 4]
    assert [where for where, _, _ in table.faults] == ["row 2", "row 3"]


def test_a_cut_off_quotation_is_a_refused_row():
    table = read_csv('a,b\n1,2\n3,"cut off')
    assert [where for where, _, _ in table.faults] == ["row 2"]


def test_a_giant_cell_refuses_its_row_alone():
    table = read_csv(f"a,b\n1,{'x' * (LONGEST_CELL + 1)}\n3,4\n")
    assert [number for number, _ in table.rows] == [2]
    assert "longer" in table.faults[0][2]


@pytest.mark.parametrize("text", ["", "\n\n", "a,a\n1,2\n"])
def test_a_table_without_a_usable_header_is_refused(text):
    with pytest.raises(Refused):
        read_csv(text)


def test_a_formula_without_a_value_refuses_its_cell():
    table = as_table([["a", "b"], ["1", FORMULA]])
    assert table.rows == [(1, ["1", ""])]
    assert table.faults[0][0] == "row 1, b"

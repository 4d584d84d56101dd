"""A statement's id leads a reader back to its report and item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Statement, WrongUse, parse_statement_id, statement_id


@given(st.text(min_size=1, max_size=20), st.integers(1, 10**6), st.integers(1, 10**4))
def test_an_id_comes_apart_into_what_it_was_made_of(urn, item, n):
    assert parse_statement_id(statement_id(urn, item, n)) == (urn, item, n)


def test_two_reports_that_say_the_same_make_two_statements():
    first = Statement("IR-1", 1, 1, "e", "Person", "name", "A")
    second = first._replace(urn="IR-2")
    assert first.id != second.id


@pytest.mark.parametrize(
    "text",
    ["", "IR-1", "IR-1#2", "IR-1#a.b", "#1.2x", f"IR-1#1.{'9' * 30}", f"IR-1#{'9' * 5000}.1"],
)
def test_text_that_is_no_id_is_refused(text):
    with pytest.raises(WrongUse):
        parse_statement_id(text)

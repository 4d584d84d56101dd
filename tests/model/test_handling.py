"""On what conditions a piece may be passed on."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import (
    TLP_COLOURS,
    BadGrading,
    Grade5x5x5,
    Grading,
    Handling,
    parse_marking,
    strictest,
)

HANDLINGS = st.one_of(
    st.builds(Handling, tlp=st.sampled_from(["", *TLP_COLOURS])),
    st.builds(
        Handling,
        code=st.just("C"),
        action_code=st.sampled_from(["A1", "A2", "A3"]),
        sanitisation_code=st.sampled_from(["S1", "S2"]),
        tlp=st.sampled_from(["", *TLP_COLOURS]),
        europol=st.sampled_from(["", "H1", "H1 H2", "H3"]),
    ),
)


def test_the_two_forms_of_the_project_are_read():
    assert parse_marking("2D-P") == (Grading("2", "D"), Handling())
    grade, handling = parse_marking("[1B-C/A1/S2]")
    assert (grade.text, handling.text) == ("1B", "C/A1/S2")


@pytest.mark.parametrize(
    "text", ["1B-C", "1B-C/A1", "1B-C/S1", "2D-P/A1", "2D-P/S2", "2D-Q", "2D", "1B-C/A9/S1"]
)
def test_codes_that_may_not_stand_together_are_refused(text):
    with pytest.raises(BadGrading):
        parse_marking(text)


def test_foreign_handling_keeps_its_words_and_never_turns_into_p():
    _, handling = parse_marking("4x4 B2 H1 H3 not before the hearing")
    assert handling.code == "C"
    assert handling.europol == "H1 H3"
    assert "not before the hearing" in handling.conditions
    _, numbered = parse_marking("5x5x5 B25")
    assert numbered.code == "C"
    assert "5x5x5 handling 5" in numbered.conditions


def test_only_ordinary_foreign_use_reads_as_p():
    assert parse_marking("5x5x5 B21") == (Grade5x5x5("B", "2"), Handling())
    assert parse_marking("4x4 A1 H0")[1].code == "P"
    assert parse_marking("admiralty C3 TLP:AMBER")[1].code == "C"


def test_only_a2_and_a3_let_the_recipient_act_under_c():
    assert Handling().may_act
    assert not parse_marking("1A-C/A1/S1")[1].may_act
    assert parse_marking("1A-C/A3/S1")[1].may_act


def test_the_strictest_item_governs_the_whole():
    whole = strictest([Handling(), parse_marking("1A-C/A3/S2")[1], parse_marking("1A-C/A1/S1")[1]])
    assert whole.text == "C/A1/S2"


@given(st.lists(HANDLINGS, max_size=5))
def test_a_whole_is_never_freer_than_any_of_its_parts(parts):
    whole = strictest(parts)
    for part in parts:
        assert part.code == "P" or whole.code == "C"
        assert part.may_act or not whole.may_act
        assert set(part.europol.split()) <= set(whole.europol.split())
        if part.tlp:
            assert TLP_COLOURS.index(whole.tlp) <= TLP_COLOURS.index(part.tlp)
    assert strictest([whole]) == whole


@given(st.text(max_size=30))
def test_any_text_is_a_marking_or_a_clear_refusal(text):
    with suppress(BadGrading):
        assert parse_marking(text)[0].meaning

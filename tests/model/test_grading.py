"""What an officer relies on when reading a grade."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import (
    BadGrading,
    Grade4x4,
    Grade5x5x5,
    GradeAdmiralty,
    Grading,
    parse_grade,
    possible_3x5x2,
)

EVERY_GRADE = [
    kind(source, information)
    for kind in (Grading, Grade5x5x5, Grade4x4, GradeAdmiralty)
    for source in kind.sources
    for information in kind.informations
]


@pytest.mark.parametrize("grade", EVERY_GRADE, ids=lambda grade: grade.text)
def test_a_grade_reads_back_as_it_was_written(grade):
    assert parse_grade(grade.text) == grade


@pytest.mark.parametrize("grade", EVERY_GRADE, ids=lambda grade: grade.text)
def test_every_grade_says_in_words_what_it_means(grade):
    assert grade.sources[grade.source] in grade.meaning


@pytest.mark.parametrize("text", ["B2", "b2", "X4", "F6"])
def test_a_letter_first_code_without_its_system_is_refused(text):
    with pytest.raises(BadGrading, match="three systems"):
        parse_grade(text)


@pytest.mark.parametrize(
    "text", ["4D", "2F", "0A", "2", "", "5x5x5 F1", "4x4 D1", "admiralty A7", "85%"]
)
def test_a_grade_that_does_not_exist_is_refused(text):
    with pytest.raises(BadGrading):
        parse_grade(text)


def test_letters_mean_the_source_in_5x5x5_and_the_assessment_in_3x5x2():
    assert Grade5x5x5.parse("E1").meaning.startswith("untested")
    assert Grading.parse("1E").meaning.endswith("suspected to be false")


def test_a_conversion_that_would_lose_something_gives_a_set():
    assert possible_3x5x2(Grade4x4("A", "1")) == {Grading("1", "A")}
    assert possible_3x5x2(Grade5x5x5("C", "4")) == {Grading(s, i) for s in "13" for i in "CD"}
    assert len(possible_3x5x2(GradeAdmiralty("A", "1"))) == 3


def test_no_4x4_code_is_ever_read_as_suspected_false():
    for source in Grade4x4.sources:
        for information in Grade4x4.informations:
            assert all(g.information != "E" for g in possible_3x5x2(Grade4x4(source, information)))


@given(st.text(max_size=12))
def test_any_text_is_a_grade_or_a_clear_refusal(text):
    with suppress(BadGrading):
        assert parse_grade(text) in EVERY_GRADE

"""Grades in words."""

from headwater.model import parse_marking
from headwater.node.reading.grades import grade_means, handling_means


def test_every_code_of_a_grading_is_told_in_words():
    grade, handling = parse_marking("1B-C/A1/S2")
    assert grade_means(grade) == (
        "source: reliable; information: known indirectly to the source but corroborated"
    )
    assert "take no action" in handling_means(handling)
    assert "not to be sanitised" in handling_means(handling)


def test_a_grade_of_another_system_says_which():
    grade, handling = parse_marking("admiralty C3 TLP:AMBER")
    assert grade_means(grade).startswith("admiralty, source: fairly reliable")
    assert "TLP:AMBER" in handling_means(handling)

"""Numbered items, their gradings and provenance lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.items import read_handling, read_marking, split_items
from headwater.model import BadGrading, Grading, Handling


def items(text):
    return split_items(text.split("\n"))


def test_an_item_runs_over_lines_and_its_grading_is_cut_off():
    first, second = items("1. A van\nat Horgos. [1B-C/A1/S2]\n\n2) A boat [5x5x5 B21]")
    assert (first.number, first.text, first.marking) == (1, "A van\nat Horgos.", "1B-C/A1/S2")
    assert (second.number, second.text, second.marking) == (2, "A boat", "5x5x5 B21")


def test_the_provenance_line_has_its_own_grade():
    (item,) = items("1. A van [2D-P]\nProvenance: seen from the bridge [1A-P]")
    assert (item.text, item.marking) == ("A van", "2D-P")
    assert (item.provenance, item.provenance_marking) == ("seen from the bridge", "1A-P")


def test_bullets_and_dates_at_the_start_of_a_line_are_no_items():
    article = "Officers will:\n- share\n- identify\n12. March was the day.\n3. April too."
    (item,) = items(article)
    assert item.text == article


def test_a_number_inside_an_item_does_not_begin_another():
    (first, second) = items("1. They left on\n12. May with a van [2D-P]\n2. It came back [2D-P]")
    assert first.text == "They left on\n12. May with a van"
    assert second.number == 2


def test_footnotes_in_brackets_are_words_and_not_gradings():
    (item,) = items("It is known [1] and said [sic]")
    assert (item.text, item.marking) == ("It is known [1] and said [sic]", "")


def test_words_before_the_first_number_are_kept_as_an_item():
    one, preamble = items("Summary of the week\n1. A van [2D-P]")
    assert (one.number, preamble.number, preamble.text) == (1, 2, "Summary of the week")


def test_a_number_that_stands_twice_loses_nothing():
    numbers = [(b.number, b.renumbered) for b in items("1. a [2D-P]\n1. b [2D-P]\n2. c [2D-P]")]
    assert numbers[0] == (1, False)
    assert sorted(n for n, _ in numbers) == [1, 2, 3]
    assert sum(renumbered for _, renumbered in numbers) >= 1


WORDS = st.text("abcdefgh čшشž .,", min_size=1, max_size=40).filter(str.strip)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_numbered_graded_items_come_back_as_they_were_written(texts):
    written = "\n".join(f"{n}. {text} [2D-P]" for n, text in enumerate(texts, 1))
    assert [(b.number, b.text) for b in items(written)] == [
        (n, text.strip()) for n, text in enumerate(texts, 1)
    ]


def test_a_grade_alone_takes_the_handling_of_the_report():
    assert read_marking("2D", Handling()) == (Grading("2", "D"), Handling())
    with pytest.raises(BadGrading):
        read_marking("2D", None)


def test_the_stricter_handling_governs():
    strict = read_handling("C/A1/S2")
    assert read_marking("2D-P", strict)[1].code == "C"


@pytest.mark.parametrize(
    ("line", "code", "text"),
    [
        ("P", "P", "P"),
        ("c/a1/s2", "C", "C/A1/S2"),
        ("TLP:AMBER", "C", "C/A1/S2 TLP:AMBER"),
        ("OFFICIAL-SENSITIVE", "P", "P OFFICIAL-SENSITIVE"),
        ("not to be shown to the press", "C", "C/A1/S2"),
    ],
)
def test_a_handling_line_is_never_read_as_freer_than_it_is(line, code, text):
    handling = read_handling(line)
    assert (handling.code, handling.text) == (code, text)

"""Spans and labels are two writings of one thing."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.tagging.schemes import bilou, follows, iob2, spans

LABELS = ("O", *(f"{place}-{kind}" for place in "BILU" for kind in ("PER", "LOC", "ORG")))


def test_bilou_marks_the_last_and_the_only_word_of_a_name() -> None:
    given_labels = ["B-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-LOC", "I-LOC"]
    assert bilou(given_labels) == ["B-PER", "L-PER", "O", "U-LOC", "B-LOC", "I-LOC", "L-LOC"]


def test_only_names_that_have_begun_go_on() -> None:
    assert follows("B-PER", "L-PER")
    assert follows("O", "U-LOC")
    assert not follows("O", "I-PER")
    assert not follows("B-PER", "L-LOC")
    assert not follows("I-ORG", "O")


@given(st.lists(st.sampled_from(LABELS)))
def test_any_sequence_gives_spans_that_do_not_overlap(labels: list[str]) -> None:
    found = list(spans(labels))
    assert all(a < b <= len(labels) for a, b, _ in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(st.lists(st.sampled_from(LABELS)))
def test_spans_come_back_from_either_scheme(labels: list[str]) -> None:
    found = list(spans(labels))
    written = iob2(found, len(labels))
    assert list(spans(written)) == found
    assert list(spans(bilou(written))) == found

"""Judgements and reviews are records: nobody changes one, a new one takes it back."""

import dataclasses

import pytest

from headwater.model import Judgement, Review, Verdict

JUDGED = Judgement("j1", "a", "b", Verdict.SAME, "mira", "2025-03-02T10:00:00+00:00", "one phone")


@pytest.mark.parametrize("record", [JUDGED, Review("r1", "U#1.1", "accepted", "m", "t", "seen")])
def test_a_decision_cannot_be_changed_afterwards(record):
    with pytest.raises(dataclasses.FrozenInstanceError):
        record.reason = "another"


def test_the_three_verdicts_are_the_words_of_the_field():
    assert [verdict.value for verdict in Verdict] == ["same", "different", "unknown"]

"""Slips change one word a little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.exercise.identities.slips import slip
from headwater.exercise.streams import Stream

NAMES = {"latn": "Mohammad Ahmadi", "cyrl": "Милош Јовановић", "arab": "محمد الاحمدي"}


@pytest.mark.parametrize("script", list(NAMES))
def test_a_slip_changes_one_word_by_at_most_two_letters(script: str) -> None:
    name = NAMES[script]
    for turn in range(200):
        slipped = slip(Stream(turn, script), name, script)
        changed = [(a, b) for a, b in zip(name.split(), slipped.split(), strict=True) if a != b]
        assert len(changed) <= 1
        assert abs(len(slipped) - len(name)) <= 1


@given(
    st.text(alphabet="abcš жмАل ي", max_size=12), st.sampled_from(list(NAMES)), st.integers(0, 99)
)
def test_any_text_can_be_slipped(text: str, script: str, seed: int) -> None:
    assert abs(len(slip(Stream(seed, "any"), text, script)) - len(text)) <= 1


def test_short_words_stay() -> None:
    assert slip(Stream(1, "x"), "Ali Gül", "latn") == "Ali Gül"

"""What extractors may suggest at all."""

from headwater.intake.extractors.suggestion import KINDS, Suggestion
from headwater.model import schema


def test_each_kind_becomes_a_name_that_the_schema_knows() -> None:
    for name, prop in KINDS.values():
        assert prop in schema(name).properties


def test_a_suggestion_without_position_says_so() -> None:
    assert Suggestion("Sombor", "place").start == -1

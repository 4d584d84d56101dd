"""Identifier."""

from headwater.intake.reading.grammar.identifiers.identifier import ascii_digits


def test_digits_of_any_script_become_0_to_9() -> None:
    assert ascii_digits("٠٦٤-۱۲۳") == "064-123"
    assert ascii_digits("A1") == "A1"

"""Fees as entities."""

from headwater.intake.reading import propose


def fee(text: str) -> dict[str, str]:
    return {c.property: c.value for c in propose(text).claims if c.schema == "Fee"}


def test_a_fee_names_its_stretch() -> None:
    found = fee("The fee from Calais to Dover is GBP 3,000 per person.")
    assert (found["from"], found["to"]) == ("=place:hw-calais", "=place:hw-dover")


def test_a_fee_without_a_basis_is_told_without_one() -> None:
    found = fee("The smugglers charge EUR 3,000.")
    assert found["amountLow"] == "3000"
    assert "basis" not in found


def test_the_upper_end_alone_leaves_the_lower_open() -> None:
    found = fee("They charge up to GBP 7,000 per person.")
    assert "amountLow" not in found
    assert found["amountHigh"] == "7000"

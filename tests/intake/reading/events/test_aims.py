"""Announced measures and their aims."""

from headwater.intake.reading import Claim, propose

TEXT = """The Home Office announced that officers will be deployed to Kosovo.
By doing so, authorities aim to:
- Find the boats
- Follow the money
The weather was good.
"""


def measure(text: str) -> list[Claim]:
    return [c for c in propose(text).claims if c.schema == "Measure"]


def test_each_aim_is_kept_in_its_words_as_planned() -> None:
    claims = measure(TEXT)
    assert [c.value for c in claims if c.property == "aim"] == [
        "Find the boats",
        "Follow the money",
    ]
    assert {c.modality for c in claims} == {"planned"}
    assert ("body", "=body:home-office") in {(c.property, c.value) for c in claims}
    assert ("place", "=place:hw-kosovo") in {(c.property, c.value) for c in claims}


def test_a_list_without_a_lead_in_is_no_list_of_aims() -> None:
    assert measure("Things seen\n- a boat\n- a van\n") == []


def test_numbered_aims_are_read() -> None:
    text = "The operation aims to:\n1. Find boats\n2. Find engines\n"
    assert [c.value for c in measure(text)] == ["Find boats", "Find engines"]

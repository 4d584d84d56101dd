"""One sentence with everything in it."""

from headwater.intake.reading import propose


def test_two_dates_in_a_sentence_date_nothing() -> None:
    text = "On 1 May 2026 and on 3 May 2026 police in Niš arrested two men."
    claims = propose(text).claims
    assert not [c for c in claims if c.schema == "Arrest" and c.property == "date"]


def test_a_date_that_cannot_be_read_stays_in_its_words() -> None:
    claims = propose("On 31.11.2026 police in Niš arrested two men.").claims
    assert [c.value for c in claims if c.property == "date"] == ["31.11.2026"]

"""Claims as they are gathered."""

from headwater.intake.reading.claim import PLAIN, Draft, Reading
from headwater.intake.reading.language import Stretch


def test_each_claim_is_kept_once_and_counts_from_the_beginning_of_the_text() -> None:
    draft = Draft()
    draft.offset = 100
    mention = draft.fresh()
    for _ in range(2):
        draft.say((mention, "Person"), "name", "Besnik Tarova", (3, 16), PLAIN)
    assert [(c.start, c.end) for c in draft.claims] == [(103, 116)]


def test_a_claim_without_words_or_value_is_not_made() -> None:
    draft = Draft()
    draft.say(("m1", "Person"), "name", "", (0, 4))
    draft.say(("m1", "Person"), "name", "Besnik", (4, 4))
    assert draft.claims == []


THREE = (Stretch(0, 10, "en"), Stretch(10, 20, "ar"), Stretch(20, 30, ""))


def test_each_claim_is_in_the_language_of_its_stretch() -> None:
    reading = Reading("en", (), 0, THREE)
    assert [reading.language_at(at) for at in (3, 12, 25, 99)] == ["en", "ar", "en", "en"]


def test_a_reading_says_that_names_in_arabic_script_were_left_out() -> None:
    assert Reading("en", (), 0, THREE).left_out == [
        "names of people in Arabic script were not read"
    ]
    assert Reading("en", (), 0, THREE[:1]).left_out == []

"""Claims as they are gathered."""

from headwater.intake.reading.claim import PLAIN, Draft


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

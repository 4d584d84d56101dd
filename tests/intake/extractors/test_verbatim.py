"""Only what stands in the text is taken."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.extractors.suggestion import KINDS, Suggestion
from headwater.intake.extractors.verbatim import MOST, checked

TEXT = "Dragan Izmišljeni met Besnik Shembulli in Sombor. Later Dragan Izmišljeni left."


def test_a_name_that_stands_there_is_proposed_as_an_assessment_with_its_words() -> None:
    result = checked(TEXT, "en", [Suggestion("Besnik Shembulli", "person")])
    (claim,) = result.claims
    assert TEXT[claim.start : claim.end] == "Besnik Shembulli"
    assert (claim.schema, claim.property, claim.value) == ("Person", "name", "Besnik Shembulli")
    assert claim.basis == "assessment"


def test_a_name_that_does_not_stand_there_is_rejected_and_counted() -> None:
    result = checked(TEXT, "en", [Suggestion("Zoran Izmišljeni", "person")])
    assert (result.claims, result.rejected) == ((), 1)


def test_a_wrong_position_is_mended_by_looking_for_the_words_once() -> None:
    (claim,) = checked(TEXT, "en", [Suggestion("Sombor", "place", 3)]).claims
    assert TEXT[claim.start : claim.end] == "Sombor"


def test_part_of_a_word_is_no_name() -> None:
    assert checked(TEXT, "en", [Suggestion("Bes", "person"), Suggestion("ombor", "place")]) == (
        checked(TEXT, "en", [Suggestion("xx", "person"), Suggestion("yy", "place")])
    )


def test_what_our_own_reading_has_found_is_not_claimed_again() -> None:
    start = TEXT.index("Sombor")
    result = checked(TEXT, "en", [Suggestion("Sombor", "place")], [(start, start + 6)])
    assert (result.claims, result.rejected) == ((), 0)


def test_one_name_is_one_mention_wherever_it_stands() -> None:
    second = TEXT.rindex("Dragan")
    found = [Suggestion("Dragan Izmišljeni", "person", at) for at in (0, second)]
    first, again = checked(TEXT, "en", found).claims
    assert first.mention == again.mention
    assert (first.start, again.start) == (0, second)


def test_nobody_is_named_in_a_sentence_about_people_being_moved() -> None:
    text = "The migrant Amir Izmišljeni was found in Sombor."
    result = checked(text, "en", [Suggestion("Amir Izmišljeni", "person")])
    assert (result.claims, result.withheld) == ((), 1)


def test_kinds_that_we_do_not_know_are_rejected() -> None:
    asked = [Suggestion("Sombor", kind) for kind in ("victim", "category", "", "nationality")]
    assert checked(TEXT, "en", asked).rejected == 4


def test_a_flood_of_suggestions_is_cut_off() -> None:
    asked = [Suggestion("Sombor", "place")] * (MOST + 5)
    assert checked(TEXT, "en", asked).rejected == 5


@given(
    st.text(max_size=60),
    st.lists(
        st.tuples(st.text(max_size=8), st.sampled_from([*KINDS, "x"]), st.integers(-5, 80)),
        max_size=6,
    ),
)
def test_whatever_is_suggested_the_words_stand_in_the_text(
    text: str, asked: list[tuple[str, str, int]]
) -> None:
    result = checked(text, "", [Suggestion(*one) for one in asked])
    for claim in result.claims:
        assert " ".join(text[claim.start : claim.end].split()) == claim.value

"""What a person puts in the place of a reading rests on words of the item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Statement, WrongUse
from headwater.resolve.review import BY_A_PERSON, added_mention, added_with, corrected, standing

WHOLE = "The fee is EUR 3,500 per person, 4500 as Marko Testić says; call 14500 or Marko."


def fee(**changes):
    at = WHOLE.index("3,500")
    made = Statement("R", 1, 1, "R#1@f", "Fee", "amountLow", "3500", "3,500", "en", at, at + 5,
                     "text/1")  # fmt: skip
    return made._replace(**changes)


def put(value, words="", statement=None):
    return corrected(statement or fee(), WHOLE, value, words, "amy")


def test_the_value_itself_is_looked_for_where_no_words_are_given():
    made = put("4500")
    assert (made.value, made.text, WHOLE[made.start : made.end]) == ("4500", "4500", "4500")
    assert WHOLE[made.start - 1] == " "
    assert (made.extractor, made.author, made.status) == (BY_A_PERSON, "amy", "accepted")
    assert made.entity == fee().entity


def test_a_value_that_no_word_of_the_item_spells_keeps_the_words_that_were_read():
    made = put("35000")
    assert (made.value, made.text) == ("35000", "3,500")


def test_words_that_do_not_stand_in_the_item_are_refused():
    for words in ("four thousand", "450", "marko testić", "  "):
        with pytest.raises(WrongUse, match="do not stand"):
            put("4500", words)
    with pytest.raises(WrongUse, match="do not stand"):
        put("7", statement=fee(start=-1, end=-1))


def test_of_several_places_the_one_nearest_to_what_was_read_counts():
    name = fee(schema="Person", property="name", value="x", start=60, end=61)
    assert put("Marko", "Marko", name).start == WHOLE.rindex("Marko")
    assert put("Marko", "Marko", name._replace(start=0, end=3)).start == WHOLE.index("Marko")


@pytest.mark.parametrize(
    ("schema", "property_name", "value"),
    [
        ("Fee", "amountLow", "4.500 EUR"),
        ("Fee", "amountLow", ""),
        ("Fee", "basis", "per head"),
        ("Person", "birthDate", "31.12.1980"),
        ("Person", "birthDate", "1980-02-31"),
        ("Person", "phone", "064 555"),
    ],
)
def test_a_value_that_does_not_fit_the_property_is_refused(schema, property_name, value):
    with pytest.raises(WrongUse, match="no value of"):
        put(value, "4500", fee(schema=schema, property=property_name))


def test_what_fits_is_taken():
    assert put("per", "per", fee(schema="Person", property="name")).value == "per"
    assert put("person", "per person", fee(schema="Fee", property="basis")).value == "person"
    assert put("1980-02", "4500", fee(schema="Person", property="birthDate")).value == "1980-02"


def test_nothing_is_corrected_that_says_so_already_is_settled_or_is_a_decision():
    with pytest.raises(WrongUse, match="already"):
        put("3500", "3,500")
    with pytest.raises(WrongUse, match="rejected"):
        put("4500", statement=fee(status="rejected"))
    with pytest.raises(WrongUse, match="decided, not read"):
        put("suspect", statement=fee(schema="CategoryDecision", property="category"))


@given(st.text(max_size=60), st.text(min_size=1, max_size=8), st.integers(-1, 60))
def test_the_words_always_stand_in_the_item(whole, words, start):
    proposal = fee(schema="Person", property="name", value="read", start=start, end=start + 3)
    try:
        made = corrected(proposal, whole, "meant", words, "amy")
    except WrongUse:
        return
    assert whole[made.start : made.end] == made.text
    assert made.text.split() == words.split() != []


def test_the_modality_is_corrected_with_the_value_and_the_words_as_they_were_read():
    made = corrected(fee(), WHOLE, "", "", "amy", "denied")
    assert made.modality == "denied"
    assert made._replace(modality="done", author="", extractor="text/1") == fee(status="accepted")
    back = corrected(made, WHOLE, "4500", "4500", "amy", "done")
    assert (back.value, back.modality) == ("4500", "done")
    assert put("4500", statement=fee(modality="alleged")).modality == "alleged"


def test_a_modality_that_it_has_already_or_that_nobody_knows_is_refused():
    with pytest.raises(WrongUse, match="already"):
        corrected(fee(), WHOLE, "", "", "amy", "done")
    with pytest.raises(WrongUse, match="no modality"):
        corrected(fee(), WHOLE, "", "", "amy", "maybe")


TOLD = "Call 060 123 4599 or\n060 123 4598. He\nwas there; he was there."


def test_words_are_found_over_the_end_of_a_line_as_near_as_they_stand():
    assert standing(TOLD, "He was there") == (TOLD.index("He\n"), TOLD.index(";"))
    assert standing(TOLD, "was there", near=len(TOLD)) == (len(TOLD) - 10, len(TOLD) - 1)
    assert standing(TOLD, "was there", within=(0, 20)) is None
    assert standing(TOLD, "as there") is None
    assert standing(TOLD, "x" * 20_000) is None


def test_a_phone_is_found_in_whatever_form_its_figures_stand():
    start, end = standing(TOLD, "+381601234598")
    assert TOLD[start:end] == "060 123 4598"
    assert standing(TOLD, "+381601234597") is None


@given(st.text("ab \n.", max_size=30), st.text("ab ", min_size=1, max_size=4))
def test_what_is_found_is_what_was_looked_for(whole, words):
    found = standing(whole, words)
    if found:
        assert whole[found[0] : found[1]].split() == words.split() != []


def test_what_is_added_in_one_go_shares_its_mention_and_corrections_do_not():
    one, other = (
        fee(entity=added_mention("R#1", "0123abcd", n), extractor=BY_A_PERSON) for n in (0, 2)
    )
    assert added_with(one) == added_with(other) != ""
    assert added_with(fee(extractor=BY_A_PERSON)) == ""
    assert added_with(one._replace(extractor="text/1")) == ""

"""What is withheld cannot be read."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.brief.masking import WITHHELD, Mask, blacked_out

NAMES = st.lists(
    st.text(alphabet="abcčdđilmnorsšzАБВилмна", min_size=3, max_size=9), min_size=1, max_size=3
).map(" ".join)


@given(NAMES, st.text(max_size=30), st.text(max_size=30))
def test_a_whole_name_never_survives_in_any_case(name: str, before: str, after: str):
    text = f"{before} {name.upper()} {after}"
    hidden = Mask([name]).hide(text)
    assert name.casefold() not in hidden.casefold().replace(WITHHELD, "")


def test_a_surname_alone_and_its_grammatical_forms_are_hidden_too():
    mask = Mask(["Milica Skrivena"])
    assert mask.hide("Videli su Skrivenu i Milicu.") == f"Videli su {WITHHELD} i {WITHHELD}."


def test_a_phone_is_hidden_however_it_is_spaced():
    mask = Mask(["+381 64 555 0199"])
    assert "0199" not in mask.hide("call +381-64-555-0199 now")


def test_a_place_that_shares_a_word_with_a_withheld_name_can_still_be_read():
    mask = Mask(["Milan Izmišljen"], open_names=["Milan"])
    assert mask.hide("He went to Milan.") == "He went to Milan."
    assert mask.hide("Milan Izmišljen went.") == f"{WITHHELD} went."


def test_without_withheld_names_nothing_changes():
    assert Mask([]).hide("Anything at all.") == "Anything at all."
    assert blacked_out("abc", [(1, 2)]) == f"a{WITHHELD}c"


def test_a_common_word_that_only_looks_like_a_form_of_a_name_can_be_read():
    mask = Mask(["Engin Fictiv", "Phong Fictiv"])
    assert mask.hide("phone: 12; article: engine") == "phone: 12; article: engine"
    assert mask.hide("Engina i Phonga") == f"{WITHHELD} i {WITHHELD}"

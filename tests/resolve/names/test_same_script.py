"""Spellings of one name score high, other names low, whatever the order of the two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names.same_script import (
    APART,
    OTHER_NAME,
    WORTH,
    different_names,
    one_given_name,
    pieces,
    related,
    spelling_bits,
    worth,
)

word = st.text(alphabet="abcdeghijklmnorstuvz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (("stefan", "stephan"), ("stefan", "stelian")),
        (("tajribi", "tajriby"), ("tajribi", "tajrani")),
        (("proefmann", "proefman"), ("proefmann", "proefling")),
        (("testovic", "testovich"), ("testovic", "testanic")),
        (("mikhail", "mihail"), ("mikhail", "michela")),
        (("deneme", "denmee"), ("deneme", "dilemma")),
        (("андрей", "андреи"), ("андрей", "антон")),
    ],
)
def test_a_slip_of_hand_or_ear_is_nearer_than_another_name(nearer, farther):
    assert spelling_bits(*nearer) > 3
    assert spelling_bits(*nearer) > spelling_bits(*farther) + 2


def test_a_long_word_is_worth_more_than_a_short_one():
    assert worth(2) < worth(5) < worth(12) < WORTH


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hasan", "hussein"),
        ("محمد", "محمود"),
        ("dragan", "dragana"),
        ("testov", "testova"),
        ("testov", "testovic"),
        ("mario", "maria"),
        ("proba", "probo"),
    ],
)
def test_names_known_to_be_two_stay_two_however_alike(left, right):
    assert different_names(left, right)
    assert spelling_bits(left, right) <= OTHER_NAME


def test_known_spellings_of_one_given_name_are_near_however_far_their_letters():
    assert one_given_name("yusuf", "joseph")
    assert spelling_bits("yusuf", "joseph") > 8


def test_pet_forms_count_for_less_than_the_name_itself():
    assert related("bob", "robert")
    assert 3 < spelling_bits("bob", "robert") < spelling_bits("robert", "robert")
    assert spelling_bits("bob", "walter") == APART


@given(word, word)
def test_the_order_of_two_words_changes_nothing(left, right):
    assert spelling_bits(left, right) == pytest.approx(spelling_bits(right, left))


@given(word, word)
def test_no_spelling_scores_higher_than_the_word_itself(left, right):
    assert APART <= spelling_bits(left, right) <= spelling_bits(left, left)


@given(word, word)
def test_the_shares_of_the_letters_add_up_to_the_bits_of_the_words(left, right):
    found = pieces(left, right)
    assert "".join(a for a, _, _ in found) == left
    assert "".join(b for _, b, _ in found) == right
    assert sum(bits for *_, bits in found) == pytest.approx(spelling_bits(left, right))


@pytest.mark.parametrize(
    ("left", "right"),
    [("jaffari", "dschafari"), ("hodza", "hodscha"), ("hoxha", "hodscha"), ("rexhep", "recep")],
)
def test_one_name_by_the_ear_of_several_languages(left, right):
    assert spelling_bits(left, right) > 5


def test_an_ending_makes_another_name_of_a_long_word_only():
    assert spelling_bits("milan", "milana") < 0 < spelling_bits("irm", "irma")


def test_a_last_letter_left_out_of_a_word_that_nobody_knows_makes_no_other_name():
    assert spelling_bits("matild", "matilda") > 3

from hypothesis import given
from hypothesis import strategies as st

from headwater.model import words
from headwater.safeguard import PROTECTED, RANKABLE, Category, governing, may_be_ranked

CATEGORIES = st.lists(st.sampled_from([*Category, "nonsense"]))


def test_categories_are_the_words_of_the_model():
    assert set(Category) == set(words("category"))


def test_only_suspects_and_convicted_can_be_ranked():
    assert {c for c in Category if may_be_ranked([c])} == RANKABLE


def test_a_person_nobody_decided_on_is_undecided_and_not_ranked():
    assert governing([]) is Category.UNDECIDED
    assert not may_be_ranked([])


def test_one_protective_decision_in_any_case_is_enough():
    assert not may_be_ranked(["suspect", "victim"])
    assert governing(["suspect", "victim"]) is Category.VICTIM
    assert not may_be_ranked(["convicted", "other"])


def test_a_suspect_presumed_coerced_or_under_a_stop_is_not_ranked():
    assert may_be_ranked(["suspect"], roles=["driver"])
    assert not may_be_ranked(["suspect"], roles=["driver", "small_hand"])
    assert not may_be_ranked(["suspect"], coerced=True)
    assert not may_be_ranked(["suspect"], stopped=True)


def test_a_word_that_is_no_category_protects():
    assert governing(["suspect", "kingpin"]) is Category.UNDECIDED
    assert not may_be_ranked(["suspect", "kingpin"])


@given(CATEGORIES, CATEGORIES)
def test_more_decisions_never_make_a_person_rankable(held, more):
    if held and not may_be_ranked(held):
        assert not may_be_ranked(held + more)
    if governing(held) in PROTECTED and held:
        assert governing(held + more) in PROTECTED

from headwater.analysis.organisers.functions import FUNCTIONS
from headwater.analysis.organisers.roles.reading import (
    PHRASES,
    ROLES,
    SETTLES,
    SIGNS,
    STATED,
)
from headwater.model import words


def test_every_function_that_a_statement_can_show_is_read():
    assert set(FUNCTIONS) <= set(SIGNS)


def test_every_sign_has_words_and_every_role_says_what_would_settle_it():
    assert set(PHRASES) == set(SIGNS)
    assert set(SETTLES) == set(ROLES)
    assert {role for logits in SIGNS.values() for role in logits} <= set(ROLES)


def test_role_words_are_those_of_the_vocabulary_and_nobody_is_made_a_small_hand():
    assert set(STATED) - {"enabler"} <= set(words("role"))
    assert "small_hand" not in STATED
    assert set(STATED.values()) <= set(ROLES)

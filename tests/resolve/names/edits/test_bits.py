import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names.edits.bits import joint, sounded_bits, token_bits
from headwater.resolve.names.edits.edit_table import EditTable, bounded
from headwater.resolve.names.letters import normal
from headwater.resolve.names.name import Token
from headwater.resolve.names.scripts import script_of

TINY = EditTable(
    ("arab", "latn"),
    {
        ("^", "^"): 0.2,
        ("$", "$"): 0.2,
        ("x", "a"): 0.2,
        ("x", "ab"): 0.1,
        ("xx", "b"): 0.1,
        ("", "a"): 0.1,
        ("x", ""): 0.1,
    },
)


def token(word: str) -> Token:
    script = script_of(word)
    return Token(normal(word, script), script, "name", word)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("محمد", "Mohammad"),
        ("حسين", "Hussein"),
        ("کاروان", "Karwan"),
        ("جمال", "Gamal"),
        ("پرویز", "Parviz"),
        ("Хоџа", "Hodža"),
        ("Ђорђе", "Djordje"),
        ("Šćepanović", "Шћепановић"),
        ("محمد", "Мохаммад"),
    ],
)
def test_spellings_of_one_name_are_found(left: str, right: str) -> None:
    assert token_bits(token(left), token(right)) > 3


@pytest.mark.parametrize(("left", "right"), [("خالد", "Saleh"), ("Марко", "Stefan")])
def test_unrelated_names_speak_against(left: str, right: str) -> None:
    assert token_bits(token(left), token(right)) < -3


words = st.text(alphabet="абвгђжшчالمحسيپگabcdmnorsšđ0", max_size=12)


@given(words, words)
def test_the_order_of_two_words_does_not_matter(left: str, right: str) -> None:
    one, other = token(left), token(right)
    if {one.script, other.script} in ({"arab", "latn"}, {"cyrl", "latn"}, {"arab", "cyrl"}):
        assert token_bits(one, other) == token_bits(other, one)


@pytest.mark.parametrize("word", ["", "\ud800", "م" * 300, "я1q", "ۿۿ", "0"])
@pytest.mark.parametrize("other", ["", "\udfff", "m" * 300, "ξ", "x1"])
def test_no_word_however_odd_fails(word: str, other: str) -> None:
    one = Token(word, "arab", "name", word)
    assert math.isfinite(token_bits(one, Token(other, "latn", "name", other)))


def test_the_joint_probability_sums_over_all_ways_to_cut_two_words() -> None:
    by_hand = 0.2 * 0.2 * (0.2 * 1e-7 + 0.1 + 0.1 * 0 + 0.1 * 0.1 * 1e-7 * 2)
    assert joint(TINY, bounded("x"), bounded("ab")) == pytest.approx(by_hand, rel=1e-5)


def test_likelihood_ratios_of_unrelated_words_are_one_on_average() -> None:
    """What makes zero bits mean no evidence: the sum of P(x) P(y) 2^bits is that of P(x, y)."""
    lefts = ["x" * n for n in range(9)]
    rights = ["".join(w) for n in range(11) for w in product("ab", repeat=n)]
    total = sum(joint(TINY, bounded(x), bounded(y)) for x in lefts for y in rights)
    assert total == pytest.approx(2**TINY.bounds, rel=0.02)


def test_bits_of_sounded_words_need_no_token() -> None:
    assert sounded_bits(TINY, "x", "a") > sounded_bits(TINY, "x", "bb")

import pytest

from headwater.resolve.names.edits.alignment import align
from headwater.resolve.names.edits.bits import token_bits
from headwater.resolve.names.letters import normal, sounded_latin
from headwater.resolve.names.name import Token
from headwater.resolve.names.scripts import script_of


def token(word: str) -> Token:
    script = script_of(word)
    return Token(normal(word, script), script, "name", word)


def letters(word: str) -> str:
    script = script_of(word)
    return sounded_latin(word) if script == "latn" else normal(word, script)


PAIRS = [("محمد", "Mohammad"), ("Hussein", "حسين"), ("Ђорђе", "Đorđe"), ("خالد", "Saleh")]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_pieces_make_up_both_words(left: str, right: str) -> None:
    units = align(token(left), token(right))
    assert "".join(unit.left for unit in units) == letters(left)
    assert "".join(unit.right for unit in units) == letters(right)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_shares_add_up_to_the_bits_of_the_words(left: str, right: str) -> None:
    one, other = token(left), token(right)
    total = sum(unit.bits for unit in align(one, other))
    assert total == pytest.approx(token_bits(one, other))


def test_letters_that_do_not_agree_speak_against() -> None:
    bits = {u.left: u.bits for u in align(token("خالد"), token("Saleh"))}
    assert min(bits.values()) < 0


def test_nothing_is_explained_where_there_is_nothing() -> None:
    assert align(token(""), Token("", "cyrl", "name", "")) == ()

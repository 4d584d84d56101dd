import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names.name import Name, Token
from headwater.resolve.names.skeleton import MOST_KEYS, name_keys, token_keys


def keys(word: str) -> set[str]:
    return set(token_keys(Token(word, "", "name", word)))


@pytest.mark.parametrize(
    "spellings",
    [
        ("karwan", "کاروان"),
        ("wahid", "vahid", "ouahid", "وحید"),
        ("mohammad", "muhammed", "محمد", "мухаммед"),
        ("hodža", "hodza", "hoxha", "хоџа"),
        ("đorđe", "djordje", "dorde", "ђорђе"),
        ("šćepanović", "scepanovic", "шћепановић"),
        ("kovačević", "kovacevic", "kovatschewitsch", "ковачевић"),
        ("jamal", "gamal", "djamal", "جمال"),
        ("abdulrahman", "abderrahmane", "عبدالرحمن"),
        ("ali", "علي", "али"),
        ("yusuf", "jusuf", "يوسف", "юсуф"),
        ("çelik", "celik", "челик"),
        ("hussein", "huseyin", "حسين", "хусеин", "гусейн"),
    ],
)
def test_spellings_of_one_name_meet_in_every_script(spellings: tuple[str, ...]) -> None:
    first, *others = spellings
    for other in others:
        assert keys(first) & keys(other), (first, other)


@pytest.mark.parametrize("word", ["ua", "eea", "اي", "é", "5", "", "\ud800", "x" * 300, "w"])
def test_a_word_without_consonants_or_sense_still_has_keys(word: str) -> None:
    assert 1 <= len(keys(word)) <= MOST_KEYS


def test_unrelated_names_do_not_meet() -> None:
    assert not keys("karwan") & keys("petrović")
    assert not keys("محمد") & keys("حسين")


def test_an_accent_does_not_matter() -> None:
    assert keys("rené") == keys("rene")


@given(st.text(max_size=40))
def test_any_text_has_few_keys_and_the_same_ones_again(word: str) -> None:
    found = token_keys(Token(word, "", "name", word))
    assert 1 <= len(found) <= MOST_KEYS
    assert found == token_keys(Token(word, "", "name", word))


def test_keys_of_a_name_do_not_depend_on_the_order_of_its_words() -> None:
    words = [Token(w, "latn", "name", w) for w in ("ali", "karimi", "reza")]
    assert name_keys(Name("", tuple(words))) == name_keys(Name("", tuple(reversed(words))))

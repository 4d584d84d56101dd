"""The lists find what was put into them, and next to nothing else."""

import pytest

from headwater.intake.reading.tagging.known import Lists, Sign, compile_known, read_known, roles
from headwater.intake.reading.tagging.letters import folded, latin

ORDINARY = [f"rec{number}x" for number in range(2000)]


def test_a_name_is_found_with_all_that_is_said_of_it() -> None:
    known = compile_known({"petrovo": Sign.TOWN | Sign.FAMILY, "ana": Sign.GIVEN}, ["kuca"])
    assert known.signs_of("petrovo") == Sign.TOWN | Sign.FAMILY
    assert known.signs_of("ana") == Sign.GIVEN
    assert known.signs_of("zvornik") == Sign.NONE


def test_every_ordinary_word_is_found_and_few_others() -> None:
    known = compile_known({}, ORDINARY)
    wrong = sum(known.ordinary(f"drugo{number}y") for number in range(2000))
    assert all(known.ordinary(word) for word in ORDINARY)
    assert wrong < 60


def test_the_arrays_of_a_file_hold_it_all() -> None:
    known = compile_known({"ana": Sign.GIVEN}, ORDINARY)
    again = read_known(known.arrays("k"), "k")
    assert again.signs_of("ana") == Sign.GIVEN
    assert again.ordinary(ORDINARY[7])


def test_a_word_has_a_rank_in_its_own_language_only() -> None:
    more = compile_known({"en to": Sign.FREQUENT, "en boat": Sign.COMMON}, [])
    lists = Lists(compile_known({}, []), more)
    assert [lists.rank(word, "en") for word in ("to", "boat", "xyzzy")] == ["f3", "f2", "f0"]
    assert lists.rank("to", "bg") == "f0"


@pytest.mark.parametrize(
    ("language", "word", "role"),
    [
        ("sh", "ministra", "title"),
        ("sh", "Министарство", "body"),
        ("bg", "Министерството", "body"),
        ("mk", "градот", "site"),
        ("sq", "kryeministri", "title"),
        ("en", "Agency", "body"),
        ("en", "boat", ""),
        ("tr", "bakan", ""),
    ],
)
def test_a_word_has_its_role(language: str, word: str, role: str) -> None:
    assert roles(language).of(folded(latin(word))) == role

import numpy as np
import pytest

from headwater.resolve.candidates.attributes import attributes
from headwater.resolve.candidates.likeness import names_bits, words_of
from tests.resolve.candidates.people import person

CROWD = ["Petar Jovanović", "Agim Krasniqi", "Ali Ahmadi", "Ivan Petrov"] * 20


def bits(left: str, right: str, crowd: list[str] = CROWD) -> float:
    known = attributes([person(str(i), name) for i, name in enumerate([left, right, *crowd])])
    of = (np.array([0]), np.array([1]))
    return float(names_bits(known.words, known.start, known.word, *of)[0])


@pytest.mark.parametrize(
    ("alike", "other"),
    [
        (("Karwan Hoshyar", "کاروان هوشیار"), ("Karwan Hoshyar", "کاروان موصلي")),
        (("Đorđe Hodžić", "Ђорђе Хоџић"), ("Đorđe Hodžić", "Ђорђе Петров")),
        (("Mensur Bešić", "Mensur Besic"), ("Mensur Bešić", "Mirsad Besic")),
        (("Mensur Bešić", "Bešić Mensur"), ("Mensur Bešić", "Bešić Senad")),
    ],
)
def test_a_name_is_nearer_to_its_other_spelling_than_to_another_name(
    alike: tuple[str, str], other: tuple[str, str]
) -> None:
    assert bits(*alike) > max(0, bits(*other))


def test_both_orders_of_a_pair_say_the_same() -> None:
    pair = ("Karwan Hoshyar Ali", "کاروان علي")
    assert bits(*pair) == pytest.approx(bits(*reversed(pair)))


def test_a_rare_name_says_more_than_a_common_one() -> None:
    assert bits("Karwan Hoshyar", "Karwan Hoshyar") > bits("Ali Ahmadi", "Ali Ahmadi")


def test_a_record_without_a_name_says_nothing() -> None:
    assert bits("N.N.", "Ali Ahmadi") == 0


def test_no_words_make_no_columns() -> None:
    assert len(words_of([], np.empty(0, np.int64)).likely) == 0

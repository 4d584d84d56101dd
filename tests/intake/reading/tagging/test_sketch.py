"""A sketch holds no words, only what is the same in every language."""

from headwater.intake.reading.tagging.known import Lists, Sign, compile_known
from headwater.intake.reading.tagging.sketch import sketch

LISTS = Lists(compile_known({"tirana": Sign.TOWN}, []), compile_known({}, []))


def test_two_unknown_names_of_one_shape_look_alike() -> None:
    assert sketch("Xhevdet", False, "sq", LISTS) == sketch("Gjergj", False, "sq", LISTS)


def test_words_of_one_role_look_alike_across_languages() -> None:
    left, right = (sketch(w, False, c, LISTS) for w, c in (("ministri", "sq"), ("министър", "bg")))
    assert left == right


def test_lists_of_names_are_seen() -> None:
    assert sketch("Tirana", False, "sq", LISTS) != sketch("Xhevdet", False, "sq", LISTS)

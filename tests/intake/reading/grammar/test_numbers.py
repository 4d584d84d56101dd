"""Numbers as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.intake.reading.grammar.numbers import bound, numbers, parse, plain
from headwater.intake.reading.grammar.vocabulary import terms
from headwater.intake.reading.passage import Passage


def read(text: str, language: str = "en") -> list[float]:
    return [number.value for number in numbers(Passage(text, language, None))]


@pytest.mark.parametrize(
    "written", ["3.500", "3,500", "3 500", "3\u00a0500", "3’500", "3500", "٣٥٠٠", "۳۵۰۰", "٣٬٥٠٠"]
)
def test_one_number_in_many_writings(written: str) -> None:
    assert parse(written) == 3500
    assert read(f"x {written} x") == [3500]


@pytest.mark.parametrize(
    ("written", "value"),
    [("2.5", 2.5), ("2,50", 2.5), ("1.250,50", 1250.5), ("1,250.50", 1250.5), ("0.500", 0.5)],
)
def test_decimals(written: str, value: float) -> None:
    assert parse(written) == value


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "two thousand five hundred", [2500]),
        ("en", "twenty-five and three", [25, 3]),
        ("en", "one hundred and twenty people", [120]),
        ("en", "3.5k and 2 thousand", [3500, 2000]),
        ("en", "five six", [5, 6]),
        ("sr", "Uhapšene su tri osobe i 12 migranata.", [3, 12]),
        ("sr", "tri hiljade petsto", [3500]),
        ("sr", "dve i po hiljade", [2500]),
        ("sr", "što je sto", [100]),
        ("sr", "што је сто", [100]),
        ("sr", "двадесет и пет лица", [25]),
        ("sr", "pet i šest", [5, 6]),
        ("sr", "3,5 hiljade", [3500]),
        ("hr", "dvije tisuće", [2000]),
        ("sr", "desetak lica", [10]),
        ("mk", "две илјади и петстотини", [2500]),
        ("mk", "дваесет и пет", [25]),
        ("bg", "две хиляди и петстотин", [2500]),
        ("bg", "двайсет и петима", [25]),
        ("sq", "njëzet e pesë mijë", [25000]),
        ("sq", "dy mijë e pesëqind", [2500]),
        ("sq", "dy mije", [2000]),
        ("tr", "beş bin", [5000]),
        ("tr", "iki bin beş yüz", [2500]),
        ("tr", "3 bin 500", [3500]),
        ("el", "δύο χιλιάδες", [2000]),
        ("ar", "ثلاثة آلاف", [3000]),
        ("ar", "ألفين", [2000]),
        ("fa", "سه هزار و پانصد", [3500]),
        ("ku", "du hezar", [2000]),
        ("ps", "دوه زره", [2000]),
        ("fr", "deux mille", [2000]),
        ("de", "dreitausend", [3000]),
    ],
)
def test_numbers_as_words_count_in_their_language(
    language: str, text: str, values: list[float]
) -> None:
    assert read(text, language) == values


@pytest.mark.parametrize(
    "text", ["A12 and B-7x", "thousands came", "1.2.3.4", "12345678901234567", "x5y"]
)
def test_letters_with_figures_and_chains_of_figures_are_no_numbers(text: str) -> None:
    assert [value for value in read(text) if value > 12] == []


def test_what_is_used_up_is_no_number() -> None:
    passage = Passage("12.03.2026", "en", None)
    passage.take((0, 10))
    assert numbers(passage) == []


@pytest.mark.parametrize(
    ("language", "text", "limit"),
    [
        ("en", "about 30", "about"),
        ("en", "up to 30", "most"),
        ("en", "at least 30", "least"),
        ("en", "30 or more", "least"),
        ("en", "30+", "least"),
        ("sr", "oko 30", "about"),
        ("sr", "најмање 30", "least"),
        ("mk", "околу 30", "about"),
        ("bg", "най-малко 30", "least"),
        ("sq", "deri në 30", "most"),
        ("tr", "30 kadar", "most"),
        ("ar", "أكثر من 30", "least"),
        ("en", "of 30", ""),
    ],
)
def test_a_word_beside_a_number_bounds_it(language: str, text: str, limit: str) -> None:
    passage = Passage(text, language, None)
    (number,) = numbers(passage)
    assert bound(terms(passage), number.start, number.end) == limit


def test_plain_decimals() -> None:
    assert (plain(3500.0), plain(2.5)) == ("3500", "2.5")


@given(st.integers(0, 999_999_999), st.sampled_from(".,  ’"))
def test_a_number_grouped_by_any_mark_is_read_back(value: int, mark: str) -> None:
    assert parse(f"{value:,}".replace(",", mark)) == value


@settings(deadline=None)
@given(st.text("0123456789٣۵.,٫٬ ’\u00a0-+kKm%", max_size=40))
def test_any_run_of_figures_and_marks_gives_numbers_that_stand_there(text: str) -> None:
    for number in numbers(Passage(text, "en", None)):
        assert any(character.isdecimal() for character in text[number.start : number.end])
        assert number.value >= 0

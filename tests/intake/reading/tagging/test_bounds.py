"""Where names begin and end in Bulgarian and Macedonian."""

import pytest

from headwater.intake.reading.tagging.bounds import Bounds, given_abroad
from headwater.intake.reading.tagging.schemes import Span

SURE = {"ЕС": "ORG", "Лондон": "LOC", "Брюксел": "LOC", "НАТО": "ORG"}
BODIES = ("Комисия", "Съвет")


def bounds(language: str = "bg") -> Bounds:
    return Bounds(
        language,
        lambda word: "body" if word in BODIES else "",
        lambda word: SURE.get(word, ""),
    )


def pieces(text: str, kind: str, language: str = "bg") -> list[tuple[str, str]]:
    words = text.split()
    span: Span = (0, len(words), kind)
    found = bounds(language).pieces(words, span)
    return [(" ".join(words[start:end]), given) for start, end, given in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ЕС Мишел Перие", [("ЕС", "ORG"), ("Мишел Перие", "PER")]),
        ("Брекзит Дейвид Найтън", [("Брекзит", "ORG"), ("Дейвид Найтън", "PER")]),
        ("Лондон и Брюксел", [("Лондон", "LOC"), ("Брюксел", "LOC")]),
        ("ЕС и НАТО", [("ЕС", "ORG"), ("НАТО", "ORG")]),
        ("Лондон обмисля предложение", [("Лондон", "LOC")]),
        ("ЕС бе отхвърлена в Брюксел", [("ЕС", "ORG"), ("Брюксел", "LOC")]),
        ("Лондон Садик Тан", [("Лондон", "LOC"), ("Садик Тан", "PER")]),
    ],
)
def test_what_stands_beside_an_organisation_is_no_part_of_it(
    text: str, names: list[tuple[str, str]]
) -> None:
    assert pieces(text, "ORG") == names


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("Франс прес", "ORG", "bg"),
        ("Комисия за защита и Дейвид Найтън", "ORG", "bg"),
        ("Пиер Дейвид Найтън", "PER", "bg"),
        ("ЕС", "ORG", "bg"),
        ("НЯКОЕ НАРУШЕНИЕ", "ORG", "bg"),
        ("ЕС Мишел Перие", "ORG", "sq"),
    ],
)
def test_other_names_stay_whole(text: str, kind: str, language: str) -> None:
    assert pieces(text, kind, language) == [(text, kind)]


def test_a_given_name_of_the_west_begins_a_full_name() -> None:
    words = ["Вчера", "Найджъл", "Фарел", "и", "Дейвид", "говориха", "с", "Мајкл", "Норт"]
    found = list(bounds().full_names(words, set()))
    assert [words[start:end] for start, end in found] == [["Найджъл", "Фарел"], ["Мајкл", "Норт"]]
    assert list(bounds().full_names(words, {1, 2, 7})) == []
    assert list(bounds("en").full_names(words, set())) == []


def test_given_names_of_the_west_are_known_as_they_sound() -> None:
    assert given_abroad("Мишел")
    assert given_abroad("Најџел")
    assert not given_abroad("мишел")
    assert not given_abroad("Брекзит")

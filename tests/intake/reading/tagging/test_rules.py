"""Rules mend what a language does otherwise than those the sketches were learned from."""

from headwater.intake.reading.tagging.known import Lists, Sign, compile_known
from headwater.intake.reading.tagging.rules import Rules

LISTS = Lists(
    compile_known({"france": Sign.COUNTRY, "tirana": Sign.METROPOLIS}, []), compile_known({}, [])
)


def _named(language: str, sentence: str, *found: tuple[int, int, str]) -> list[tuple[str, str]]:
    words = sentence.split()
    (spans,) = Rules(language, LISTS).mended([words], [found])
    return [(" ".join(words[a:b]), kind) for a, b, kind in spans]


def test_an_english_name_ends_before_a_word_in_small_letters() -> None:
    assert _named("en", "the Security Council complies", (1, 4, "ORG")) == [
        ("Security Council", "ORG")
    ]
    assert _named("en", "Bank of Albania said", (0, 4, "ORG")) == [("Bank of Albania", "ORG")]


def test_a_month_or_a_nationality_is_no_name() -> None:
    assert _named("en", "in May the French left", (1, 2, "LOC"), (3, 4, "PER")) == []


def test_two_places_are_two() -> None:
    assert _named("bg", "x Лондон и Париж", (1, 4, "LOC")) == [("Лондон", "LOC"), ("Париж", "LOC")]


def test_a_title_is_no_part_of_the_name() -> None:
    assert _named("en", "x Minister Ana Hoxha", (1, 4, "PER")) == [("Ana Hoxha", "PER")]


def test_a_country_is_a_place_whatever_stands_beside_it() -> None:
    assert _named("en", "they left France yesterday") == [("France", "LOC")]
    assert _named("en", "they left Tirana yesterday", (2, 3, "PER")) == [("Tirana", "LOC")]


def test_an_acronym_within_a_sentence_is_an_organisation() -> None:
    assert _named("en", "officers of XYZQ said") == [("XYZQ", "ORG")]


def test_who_is_a_person_in_full_is_one_by_surname() -> None:
    assert _named("en", "x Ana Hoxha left ; then Hoxha returned", (1, 3, "PER")) == [
        ("Ana Hoxha", "PER"),
        ("Hoxha", "PER"),
    ]


def test_what_an_office_is_for_belongs_to_its_name() -> None:
    assert _named("bg", "x Министерството на отбраната каза", (1, 2, "ORG")) == [
        ("Министерството на отбраната", "ORG")
    ]
    assert _named("bg", 'x Агенция " Фокус " пише', (1, 2, "ORG")) == [('Агенция " Фокус "', "ORG")]


def test_a_kingdom_is_a_place_and_a_given_name_begins_a_person() -> None:
    lists = Lists(compile_known({"goran": Sign.GIVEN}, []), compile_known({}, []))
    words = ["x", "Обединеното", "кралство", "и", "Горан", "Петров"]
    (found,) = Rules("bg", lists).mended([words], [[(1, 3, "ORG"), (4, 6, "LOC")]])
    assert found == [(1, 3, "LOC"), (4, 6, "PER")]


def test_an_office_named_by_an_adjective_is_an_organisation() -> None:
    assert _named("bg", "каза Върховният съд вчера") == [("Върховният съд", "ORG")]
    assert _named("bg", "каза новият съд вчера") == []


def test_a_word_everybody_uses_is_no_place_even_if_a_town_is_called_so() -> None:
    lists = Lists(
        compile_known({"po": Sign.METROPOLIS}, []), compile_known({"bg po": Sign.FREQUENT}, [])
    )
    assert Rules("bg", lists).mended([["По", "пътя"]], [[]]) == [[]]


def test_a_town_of_the_region_is_a_place_in_every_form() -> None:
    assert _named("en", "they left Durrës by lorry", (2, 3, "PER")) == [("Durrës", "LOC")]

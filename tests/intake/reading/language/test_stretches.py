"""Which language a text, or each stretch of it, is in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.language.stretches import Stretch, identify, most_of, stretches
from headwater.intake.reading.passage import sentences
from tests.intake.reading.development_set import EXAMPLES
from tests.intake.reading.language.probes import NOT_READ, PROBES

LINES = {
    "fr": "Les passeurs ont été arrêtés dans le nord de la France par les gendarmes.",
    "de": "Die Schleuser wurden an der Grenze von der Polizei gestellt und nicht verletzt.",
}


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def by_stretch(text: str) -> list[tuple[str, str]]:
    found = stretches(text, list(sentences(text)))
    return [(each.language, text[each.start : each.end].strip()) for each in found]


@pytest.mark.parametrize(("language", "line"), LINES.items())
def test_a_line_in_another_language_is_known(language: str, line: str) -> None:
    assert identify(line) == language


@pytest.mark.parametrize("name", PROBES)
def test_nearly_every_sentence_is_known_alone(name: str) -> None:
    probes = lines(PROBES[name])
    language = name.split()[0]
    assert len(probes) >= 15
    wrong = [probe for probe in probes if identify(probe) != language]
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize("name", PROBES)
def test_every_text_of_several_sentences_is_known(name: str) -> None:
    probes = lines(PROBES[name])
    for at in range(0, len(probes), 5):
        assert by_stretch(" ".join(probes[at : at + 5])) == [
            (name.split()[0], " ".join(probes[at : at + 5]))
        ]


@pytest.mark.parametrize("line", lines(NOT_READ))
def test_a_language_that_is_not_read_is_not_taken_for_another(line: str) -> None:
    assert identify(line) == ""


def test_nearly_every_sentence_of_the_development_set_is_known() -> None:
    family = {"hr": "sh", "bs": "sh"}
    wrong = [
        e.text
        for e in EXAMPLES
        if family.get(identify(e.text), identify(e.text)) != family.get(e.language, e.language)
    ]
    assert len(wrong) <= 6, wrong  # single short sentences; Latin Serbian and Bosnian overlap


def test_bosnian_and_croatian_are_told_from_serbian_by_their_words() -> None:
    assert identify("Prije dva dana je na tom mjestu viđeno vozilo.") == "bs"
    assert identify("Policija je tijekom travnja uhitila tisuću ljudi.") == "hr"
    assert identify("Pre dva dana je na tom mestu viđeno vozilo.") == "sr"


@pytest.mark.parametrize("text", ["", "12345", "…", "+381 64 123 4567", "Zxq vbn mrl."])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert identify(text) == ""


THREE = (
    "Two men were arrested near the port on Tuesday.\n\n"
    "Vozač je uhapšen na naplatnoj rampi. Novac se predaje u menjačnici.\n\n"
    "Shoferi u arrestua te pika e pagesës. Nuk ka të lënduar."
)


def test_a_report_of_three_languages_is_read_in_three() -> None:
    assert [language for language, _ in by_stretch(THREE)] == ["en", "sr", "sq"]


def test_a_short_sentence_is_in_the_language_of_its_neighbours() -> None:
    text = "Two men were arrested near the port. Calais, 14:00. He paid half of the money."
    assert [language for language, _ in by_stretch(text)] == ["en"]


def test_a_sentence_in_cyrillic_is_in_none_of_the_languages_in_latin_letters_beside_it() -> None:
    text = "Shoferi u arrestua te pika. Боро Петров, Берово. Nuk ka të lënduar nga policia."
    assert [language for language, _ in by_stretch(text)] == ["sq", "", "sq"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("bg", "Тодор Тодоров взема по 300 евро от човек."),
        ("bg", "Лодката отплава край плажа, водена от Явор Ямболиев."),
        ("mk", "Ѓорги Ќосев зема 300 евра за патот."),
        ("mk", "Профилот го води Љупчо Ѓошев."),
        ("sr", "Ђорђе Вујић, телефон 064 123 4567."),
    ],
)
def test_short_sentences_in_cyrillic_are_known_by_letters_and_words(
    language: str, line: str
) -> None:
    assert identify(line) == language


def test_croatian_and_serbian_paragraphs_are_told_apart() -> None:
    text = "\n\n".join([lines(PROBES["hr"])[1], lines(PROBES["sr Latin"])[1]])
    assert [language for language, _ in by_stretch(text)] == ["hr", "sr"]


@given(st.lists(st.sampled_from([*lines(THREE), "…", "42", "", "؟"]), max_size=12))
def test_stretches_lie_side_by_side_and_cover_the_text(parts: list[str]) -> None:
    text = "\n".join(parts)
    found = stretches(text, list(sentences(text)))
    assert found[0].start == 0
    assert all(one.end == two.start for one, two in pairwise(found))
    assert not text[found[-1].end :].strip()


def test_the_language_of_a_text_is_that_of_most_of_it() -> None:
    assert most_of([Stretch(0, 9, "en"), Stretch(9, 90, "sq"), Stretch(90, 900, "")]) == "sq"
    assert most_of([]) == ""

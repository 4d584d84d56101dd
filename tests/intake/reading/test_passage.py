"""Sentences, and what is used up."""

import pytest

from headwater.intake.reading.passage import Passage, sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "Uhapšen je 15. mart 2026. godine u Nišu.",
        "Vozilo br. 7 stoji.",
        "Mr. Tarova came.",
        "B. Tarova came.",
        "Вози га М. Вукић.",
        "On 4. March it rained.",
        "Дана 11.05.2026. Возило стоји.",
        "Dana 11. 5. 2026. Vozilo stoji.",
        "Dana 11. maja 2026. Vozilo stoji.",
        "U noći 11/12.05.2026. Vozilo stoji.",
        "У петак, 15.05.2026. Возило стоји.",
        "На ден 11.05.2026. Возилото стои.",
        "Më datë 11.05.2026. Automjeti u ndal.",
    ],
)
def test_a_full_stop_that_ends_no_sentence_splits_nothing(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize("first", ["Sreli su se 11.05.2026.", "Seen on 11.05.2026."])
def test_a_day_at_the_end_of_a_sentence_ends_it(first: str) -> None:
    assert split(f"{first} Vozilo stoji.") == [first, "Vozilo stoji."]


def test_a_day_that_leads_belongs_to_what_follows_behind_another_sentence_too() -> None:
    assert split("It rained. Dana 11.05.2026. Vozilo stoji.") == [
        "It rained.",
        "Dana 11.05.2026. Vozilo stoji.",
    ]


def test_sentences_and_lines_are_split() -> None:
    text = "First one. Second one!\nA heading\n- an aim"
    assert split(text) == ["First one.", "Second one!", "A heading", "- an aim"]


def test_a_clause_ends_at_a_comma() -> None:
    passage = Passage("He was seen, but he was not caught.", "en", None)
    start, end = passage.clause_at(25)
    assert passage.text[start:end].strip() == "he was not caught."


def test_what_is_taken_is_no_longer_free() -> None:
    passage = Passage("12.03.2026", "en", None)
    passage.take((0, 10))
    assert not passage.free(3, 5)

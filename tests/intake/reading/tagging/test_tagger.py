"""The shipped models find names, whatever the case and the alphabet, and are small enough."""

from pathlib import Path

import numpy as np
import pytest

from headwater.intake.reading.tagging import tagger as module
from headwater.intake.reading.tagging.tagger import (
    MODEL,
    Tagger,
    read_tagger,
    shipped_tagger,
    write_models,
)

REPORT = "Ministar Dragan Petrović izjavio je u Beogradu da Crveni krst pomaže . Petrović putuje ."


@pytest.fixture(scope="module")
def shipped() -> Tagger:
    found = shipped_tagger()
    assert found
    return found


def _named(shipped: Tagger, text: str, language: str = "sh") -> set[tuple[str, str]]:
    sentences = [line.split() for line in text.split("\n")]
    return {
        (" ".join(words[a:b]), kind)
        for words, spans in zip(sentences, shipped.spans(sentences, language), strict=True)
        for a, b, kind in spans
    }


def test_people_and_places_are_found_in_either_alphabet(shipped: Tagger) -> None:
    cyrillic = "Министар Драган Петровић изјавио је у Београду да помаже ."
    assert {("Dragan Petrović", "PER"), ("Beogradu", "LOC")} <= _named(shipped, REPORT)
    assert {("Драган Петровић", "PER"), ("Београду", "LOC")} <= _named(shipped, cyrillic)


def test_names_are_found_without_marks_and_without_capitals(shipped: Tagger) -> None:
    bare = REPORT.replace("ć", "c").replace("ž", "z")
    assert ("Dragan Petrovic", "PER") in _named(shipped, bare)
    assert ("beogradu", "LOC") in _named(shipped, REPORT.lower())
    assert ("BEOGRADU", "LOC") in _named(shipped, REPORT.upper())


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Officers met the minister Arben Hoxha in London .", ("London", "LOC")),
        ("bg", "Министърът Георги Петров пристигна в Лондон .", ("Георги Петров", "PER")),
        ("mk", "Министерот Горан Петровски беше во Лондон .", ("Лондон", "LOC")),
        ("sq", "Ministri Arben Hoxha ishte në Londra .", ("Londra", "LOC")),
    ],
)
def test_languages_that_nobody_annotated_are_read(
    shipped: Tagger, language: str, text: str, name: tuple[str, str]
) -> None:
    assert name in _named(shipped, text, language)


def test_a_document_without_sentences_or_words_has_no_names(shipped: Tagger) -> None:
    assert shipped.spans([], "sh") == []
    assert shipped.spans([[], []], "en") == [[], []]


def test_each_document_is_read_as_if_it_were_the_first(shipped: Tagger) -> None:
    before = _named(shipped, REPORT)
    _named(shipped, "Petrović je grad . Dragan je selo .")
    assert _named(shipped, REPORT) == before


def test_the_models_stay_within_five_megabytes() -> None:
    file = Path(module.__file__).parents[5] / "models" / MODEL
    assert file.stat().st_size <= 5_000_000


def test_a_file_of_models_can_be_written_and_read(shipped: Tagger, tmp_path: Path) -> None:
    file = Path(module.__file__).parents[5] / "models" / MODEL
    with np.load(file, allow_pickle=False) as arrays:
        write_models(tmp_path / MODEL, {name: arrays[name] for name in arrays.files})
    again = read_tagger(tmp_path / MODEL)
    assert again.languages == shipped.languages
    assert _named(again, REPORT) == _named(shipped, REPORT)

"""Texts are read by our own reader, and by other programs only where somebody asked for them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from headwater.intake import DoorOptions, ExtractorChoice, Taken, read_paths
from headwater.intake.extractors import Extractor, Suggestion
from headwater.model import Refused
from tests.intake.extractors.listening import listening, names
from tests.intake.extractors.orders import ORDERS, REPORT


class Finds:
    """An extractor that suggests what it was told."""

    name = "fake/1"

    def __init__(self, *found: Suggestion) -> None:
        self.found = found

    def find(self, text: str) -> Sequence[Suggestion]:
        return self.found


class Silent:
    """An extractor that does not answer."""

    name = "silent/1"

    def find(self, text: str) -> Sequence[Suggestion]:
        raise Refused("no names found here", why="it does not answer")


def taken(folder: Path, text: str, *extractors: Extractor) -> Taken:
    file = folder / "report.txt"
    file.write_text(text, encoding="utf-8")
    options = DoorOptions("ana", "Hub", date(2026, 6, 1), extractors=extractors)
    return next(iter(read_paths([file], options)))


def test_by_default_nothing_but_our_own_reader_reads(tmp_path: Path) -> None:
    assert {s.extractor for s in taken(tmp_path, REPORT).statements} == {"text/1"}


def test_what_another_program_finds_is_a_proposal_under_its_name(tmp_path: Path) -> None:
    both = taken(tmp_path, "1. We saw Qemal near the quay.", Finds(Suggestion("Qemal", "person")))
    (found,) = (s for s in both.statements if s.extractor == "fake/1")
    assert (found.status, found.basis, found.author) == ("proposed", "assessment", "")
    assert (found.text, found.value) == ("Qemal", "Qemal")
    assert len({s.id for s in both.statements}) == len(both.statements)


def test_one_that_does_not_answer_costs_nothing_but_a_note(tmp_path: Path) -> None:
    alone, with_it = taken(tmp_path, REPORT), taken(tmp_path, REPORT, Silent())
    assert with_it.statements == alone.statements
    assert any("silent/1" in note.what for note in with_it.refusals)


def test_invented_names_are_counted_in_a_note(tmp_path: Path) -> None:
    result = taken(tmp_path, REPORT, Finds(Suggestion("Zoran Nowhere", "person")))
    assert any("1 suggestions were not taken" in note.what for note in result.refusals)


@pytest.mark.parametrize("language", ORDERS)
def test_orders_in_a_report_change_nothing_that_the_report_says(
    tmp_path: Path, language: str
) -> None:
    alone = taken(tmp_path, f"1. {REPORT}\n")
    ordered = taken(tmp_path, f"1. {REPORT}\n2. {ORDERS[language]}\n")

    def first(result: Taken) -> set[tuple[str, ...]]:
        return {
            (s.schema, s.property, s.text, s.modality) for s in result.statements if s.item == 1
        }

    assert first(alone) == first(ordered)
    assert {s.status for s in ordered.statements} == {"proposed"}


@pytest.mark.parametrize("language", ORDERS)
def test_a_model_that_obeys_a_report_can_only_list_words_of_it(
    tmp_path: Path, language: str
) -> None:
    obeys = names(
        ("Marko Nowhere", "person"), ("Sombor", "victim"), ("all earlier reports", "delete")
    )
    with listening(obeys) as (address, _):
        choice = ExtractorChoice((f"endpoint:{address}",))
        result = taken(tmp_path, f"{REPORT} {ORDERS[language]}", *choice.load())
    own = taken(tmp_path, f"{REPORT} {ORDERS[language]}")
    assert result.statements == own.statements
    assert any("3 suggestions were not taken" in note.what for note in result.refusals)


THREE = (
    "Two men were arrested in Calais on Tuesday. The driver fled.\n\n"
    "Vozač je uhapšen u Suboticu i čeka na granici.\n\n"
    "تم توقيف السائق عند نقطة التفتيش في بلغراد."
)


def test_each_statement_is_in_the_language_of_its_own_words(tmp_path: Path) -> None:
    read = taken(tmp_path, THREE)
    places = {s.text: s.language for s in read.statements if s.schema == "Place"}
    assert (places["Calais"], places["بلغراد"]) == ("en", "ar")
    assert "sr" in {s.language for s in read.statements}


def test_names_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    assert any("Arabic script" in note.what for note in taken(tmp_path, THREE).refusals)
    assert not taken(tmp_path, THREE.split("\n")[0]).refusals

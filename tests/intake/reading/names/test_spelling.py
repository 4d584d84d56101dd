"""The tables of names."""

import pytest

from headwater.intake.reading.names.spelling import forms, rows, word_set
from headwater.model import PLACE_KINDS


def test_a_marked_spelling_stands_for_its_forms_in_both_alphabets() -> None:
    assert {"Niš", "Nišu", "Nis", "Ниш", "Ниша"} <= forms("Niš~")
    assert forms("Dover") == {"Dover"}


@pytest.mark.parametrize("file", ["places.csv", "trade_places.csv"])
def test_every_place_has_a_kind_and_lies_on_the_globe(file: str) -> None:
    for row in rows(file):
        assert row["kind"] in PLACE_KINDS
        assert row["id"] == "gn" or -90 <= float(row["lat"]) <= 90


def test_every_place_of_ours_names_its_source_once() -> None:
    ours = [row for row in rows("trade_places.csv") if row["id"] != "gn"]
    assert len({row["id"] for row in ours}) == len(ours)
    assert all(row["source"] for row in ours)
    assert sum(row["kind"] in ("crossing_point", "launch_site") for row in ours) >= 80


def test_word_sets_are_small_letters() -> None:
    assert all(word == word.lower() for word in word_set("not_in_names"))

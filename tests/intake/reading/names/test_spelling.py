"""The tables of names."""

import re

import pytest

from headwater.intake.reading.names.spelling import forms, rows, word_set
from headwater.model import PLACE_KINDS


def test_a_marked_spelling_stands_for_its_forms_in_both_alphabets() -> None:
    assert {"Niš", "Nišu", "Nis", "Ниш", "Ниша"} <= forms("Niš~")
    assert forms("Dover") == {"Dover"}


@pytest.mark.parametrize("file", ["places.csv", "trade_places.csv", "crossings.csv"])
def test_every_place_has_a_kind_and_lies_on_the_globe(file: str) -> None:
    for row in rows(file):
        assert row["kind"] in PLACE_KINDS
        assert row["id"] == "gn" or -90 <= float(row["lat"]) <= 90


def test_every_place_of_ours_names_its_source_once() -> None:
    ours = [*rows("crossings.csv"), *(r for r in rows("trade_places.csv") if r["id"] != "gn")]
    assert len({row["id"] for row in ours}) == len(ours)
    assert all(row["source"] for row in ours)


def test_a_crossing_point_lies_between_two_countries_and_says_how_it_is_crossed() -> None:
    crossings = list(rows("crossings.csv"))
    assert len(crossings) >= 80
    for row in crossings:
        assert row["country"] != row["other_country"]
        assert len(row["country"]) == len(row["other_country"]) == 2
        assert row["way"] in {"road", "rail", "port", "sea", "beach", "green_border"}


def test_no_spelling_mixes_two_alphabets_in_one_word() -> None:
    for file in ("crossings.csv", "trade_places.csv", "bodies.csv"):
        for row in rows(file):
            for word in re.findall(r"[^\W\d_]+", row["spellings"]):
                latin = re.search("[A-Za-zÀ-ɏ]", word)
                assert not (latin and re.search("[Ѐ-ӿͰ-Ͽ]", word)), word


def test_word_sets_are_small_letters() -> None:
    assert all(word == word.lower() for word in word_set("not_in_names"))

"""What an officer types, and what comes back."""

import pytest

from headwater.model import WrongUse


def names(found, kind="people"):
    return [hit.name for hit in found.hits.get(kind, ())]


@pytest.mark.parametrize("words", ["Goran Izmisljeni", "Горан Измишљени", "Izmislјeni", "goran"])
def test_a_name_is_found_in_any_script_with_the_sentence(ask, words):
    found = ask(words)
    assert {"Goran Izmišljeni", "Горан Измишљени"} & set(names(found))
    hit = found.hits["people"][0]
    assert any(marked for _, marked in hit.sentence)
    assert hit.statement


def test_a_misspelt_name_and_a_half_typed_one_are_found(ask):
    assert names(ask("Goran Izmisleni"))
    assert names(ask("Izmi"))
    assert not names(ask("Petrovski"))


def test_every_word_of_the_name_is_needed(ask):
    assert not names(ask("Goran Petrovski"))


@pytest.mark.parametrize("words", ["+381 60 123 45 67", "00381601234567", "060/123-4567"])
def test_a_phone_is_found_however_it_is_written(ask, words):
    (hit,) = ask(words).hits["people"]
    assert (hit.name, hit.as_written) == ("Goran Izmišljeni", "+381601234567")


def test_a_place_is_found_by_any_of_its_names(ask):
    assert names(ask("Суботица"), "places") == ["Subotica"]


def test_words_are_found_in_other_forms_and_scripts(ask):
    found = ask("Horgos")
    assert {(hit.id, hit.item) for hit in found.hits["reports"]} >= {("IR 1", 1), ("IR 2", 1)}
    assert [hit.id for hit in ask("organiser").hits["reports"]] == ["IR 1"]


def test_a_victim_is_found_by_nothing_for_a_general_purpose_and_counted_nowhere(ask):
    for words in ("Amina Nepostojeca", "Nepostojeca", "+4915112345678"):
        found = ask(words)
        assert (found.whole, found.hits) == (0, {}), words
    assert names(ask("Amina Nepostojeca", "case: Drava")) == ["Amina Nepostojeca"]


def test_filters_narrow_what_is_found(ask):
    assert ask("Horgos", kind="reports").hits.keys() == {"reports"}
    assert [hit.id for hit in ask("Horgos", kind="reports", begin="2026-10-02").hits["reports"]]
    assert not ask("Goran", end="2026-09").whole
    assert {hit.grade for hit in ask("Horgos", kind="reports", grade="3C").hits["reports"]} == {
        "3C"
    }


def test_a_question_that_cannot_be_is_refused(ask):
    for narrowed in ({"kind": "ships"}, {"begin": "yesterday"}):
        with pytest.raises(WrongUse):
            ask("Goran", **narrowed)
    with pytest.raises(WrongUse):
        ask("x" * 201)


@pytest.mark.parametrize("words", ["%%%", "'; DROP", "\u202e", "a" * 200, "()", "ابراهيم", "1"])
def test_odd_words_find_nothing_and_break_nothing(ask, words):
    assert ask(words).whole == 0

"""Names by their words."""

import pyarrow as pa

from headwater.node.searching.names import NameIndex
from headwater.picture import Picture, make_table

ROWS = {
    "entity": ["a", "a", "b", "c", "d", "d"],
    "name": [
        "Halim Demirović",
        "Халим Демировић",
        "Halim Kostić",
        "Slate line 7",
        "Jana Nikolić",
        "Jana Nikolova",
    ],
    "statement": ["U#1.1", "U#1.2", "U#1.3", "U#1.4", "U#1.5", "U#1.6"],
}
PICTURE = Picture.of({"names": make_table("names", ROWS)})
INDEX = NameIndex(PICTURE, pa.array(list("abcd")))


def found(*words):
    return {"abcd"[entity] for entity in INDEX.bearing(words).entity}


def test_a_word_finds_all_who_bear_it_and_two_words_those_who_bear_both():
    assert found("Halim") == {"a", "b"}
    assert found("Demirovic", "Халим") == {"a"}
    assert found("Halim", "Petrov") == set()


def test_who_bears_several_names_answers_once_and_by_the_name_that_fits_best():
    (answer,) = INDEX.bearing(["Nikolič"]).name
    assert PICTURE.names["name"][int(answer)].as_py() == "Jana Nikolić"


def test_the_beginning_of_a_word_is_enough_and_two_letters_are_not():
    assert found("Sla") == {"c"}
    assert found("Sl") == set()


def test_the_same_word_is_worth_more_than_one_that_is_like_it():
    (exact,), (like,) = (INDEX.bearing([word]).score for word in ("Kostić", "Kosstić"))
    assert exact > like

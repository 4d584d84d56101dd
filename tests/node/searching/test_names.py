"""Names by their words."""

import pyarrow as pa

from headwater.node.searching.names import NameIndex
from headwater.picture import Picture, make_table

ROWS = {
    "entity": ["a", "a", "b", "c"],
    "name": ["Halim Demirović", "Халим Демировић", "Halim Kostić", "Slate line 7"],
    "statement": ["U#1.1", "U#1.2", "U#1.3", "U#1.4"],
}
PICTURE = Picture.of({"names": make_table("names", ROWS)})
INDEX = NameIndex(PICTURE, pa.array(["a", "b", "c"]))


def found(*words):
    scores = INDEX.scores(words)
    return {PICTURE.names["name"][n].as_py() for n in scores.nonzero()[0]}


def test_a_word_finds_all_who_bear_it_and_two_words_those_who_bear_both():
    assert found("Halim") == {"Halim Demirović", "Халим Демировић", "Halim Kostić"}
    assert found("Demirovic", "Халим") == {"Halim Demirović", "Халим Демировић"}


def test_the_beginning_of_a_word_is_enough_and_two_letters_are_not():
    assert found("Sla") == {"Slate line 7"}
    assert found("Sl") == set()


def test_the_same_word_is_worth_more_than_one_that_is_like_it():
    exact, like = INDEX.scores(["Kostić"]).max(), INDEX.scores(["Kostch"]).max()
    assert exact > like

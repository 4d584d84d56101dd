import math

from headwater.resolve.names.train.em import Settings, learn, twice, weighted

WORDS = ["xy", "yx", "xxy", "yyx", "xyx", "yxy"] * 3
PAIRS = [(word, word.replace("x", "a").replace("y", "bb")) for word in WORDS]


LETTERS = Settings(shapes=((1, 0), (0, 1), (1, 1), (1, 2)))


def test_letters_that_stand_for_each_other_are_learned() -> None:
    units = learn(weighted(PAIRS), LETTERS)
    assert units["x", "a"] > 20 * units.get(("x", "b"), 0.0)
    assert units["y", "bb"] > 20 * units.get(("y", "a"), 0.0)


def test_probabilities_sum_to_one() -> None:
    assert math.isclose(sum(learn(weighted(PAIRS)).values()), 1.0)


def test_a_word_begins_where_the_other_begins() -> None:
    for a, b in learn(weighted(PAIRS)):
        assert a.startswith("^") == b.startswith("^")
        assert a.endswith("$") == b.endswith("$")


def test_pairs_of_two_names_are_not_learned_from() -> None:
    units, used = twice(("cyrl", "latn"), PAIRS, [("yyy", "qq")], Settings())
    assert used == len(PAIRS)
    assert not any("q" in b for _, b in units)


def test_marked_spellings_are_learned_without_marks_too() -> None:
    assert weighted([("ш", "š")]) == [("ш", "š", 0.5), ("ш", "s", 0.5)]


def test_a_unit_of_a_standard_is_known_though_no_pair_had_it() -> None:
    units = learn(weighted(PAIRS), Settings(known={("x", "tsch"): 30.0}))
    assert units["x", "tsch"] > 0

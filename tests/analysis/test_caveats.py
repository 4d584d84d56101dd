"""What a reader is told of what could not be used."""

from headwater.analysis.caveats import count_some, name_some


def test_nothing_is_said_where_nothing_was_found():
    caveats = []
    count_some(caveats, 0, "counts are missing.")
    name_some(caveats, [], "counts are missing")
    assert caveats == []


def test_the_first_are_named_and_the_rest_counted():
    caveats = []
    count_some(caveats, 1200, "counts are missing.")
    name_some(caveats, list("abcdefg"), "counts are bad")
    assert caveats == ["1,200 counts are missing.", "7 counts are bad: a, b, c, d, e and 2 more."]

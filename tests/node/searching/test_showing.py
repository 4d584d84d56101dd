"""What stands around the words that were looked for."""

from headwater.node.searching.showing import around


def test_a_short_text_is_shown_whole_with_its_marks():
    assert around("The van left.", [(4, 7)]) == (("The ", False), ("van", True), (" left.", False))


def test_of_a_long_text_what_stands_around_the_first_mark_is_shown():
    text = "word " * 200 + "van " + "word " * 200
    pieces = around(text, [(1000, 1003)])
    assert pieces[0] == ("… ", False)
    assert ("van", True) in pieces
    assert pieces[-1] == (" …", False)
    assert sum(len(piece) for piece, _ in pieces) < 500


def test_without_a_mark_the_beginning_is_shown():
    assert around("The van left.", []) == (("The van left.", False),)


def test_overlapping_marks_lose_no_letter():
    pieces = around("abcdef", [(0, 4), (2, 6)])
    assert "".join(piece for piece, _ in pieces) == "abcdef"

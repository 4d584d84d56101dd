"""Page one on a terminal."""

from headwater.brief import compose, terminal
from tests.brief.fixtures import SECRET, occasion, picture, ranking, tables


def test_it_begins_and_ends_with_the_marking_and_holds_no_control_codes():
    rows = tables()["places"] + [tables()["places"][0] | {"id": "x2", "name": "\x1b[31mred"}]
    lines = terminal(compose(picture(places=rows), [ranking()], occasion()))
    assert lines[0] == lines[-1]
    assert not [line for line in lines if "\x1b" in line]
    assert any("[U+001B][31mred" in line for line in lines)


def test_lines_carry_their_numbers_and_no_protected_name():
    lines = terminal(compose(picture(), [ranking()], occasion()))
    assert any("Petra Imaginova, Minister (public office). [6]" in line for line in lines)
    assert not [piece for piece in SECRET if any(piece in line for line in lines)]

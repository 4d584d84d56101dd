"""One report as it is read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Statement
from headwater.node.reading import read_report
from headwater.node.reading.report import pieces


def test_a_report_is_shown_with_the_words_marked_that_something_was_taken_from(node):
    read = read_report(node, "IR 1")
    assert read
    first = read.items[0]
    assert "".join(piece.text for piece in first.pieces) == first.item.text
    assert "Goran Izmišljeni" in [piece.text for piece in first.pieces if piece.statements]
    assert (first.grade, first.item.provenance) == ("2D-P", "told by a driver")
    assert first.waiting == sum(len(thing.lines) for thing in first.things) > 0


def test_values_that_are_entities_are_told_by_name(node):
    read = read_report(node, "IR 1")
    assert read
    lines = [line for item in read.items for thing in item.things for line in thing.lines]
    assert "Subotica" in [line.value for line in lines if line.leads]


def test_no_such_report_and_one_that_is_not_for_the_viewer_look_the_same(node, as_user):
    assert read_report(node, "IR 9") is None
    assert read_report(as_user("ivo"), "IR 1") is None


def test_what_was_refused_of_it_is_told_with_the_report(node):
    read = read_report(node, "IR 2")
    assert read
    assert [one.position for one in read.refusals] == ["item 2"]


def test_after_a_statement_comes_the_next_that_waits(node):
    read = read_report(node, "IR 1")
    assert read
    lines = [line.id for item in read.items for thing in item.things for line in thing.lines]
    assert read.next_after("") == lines[0]
    assert read.next_after(lines[0]) == lines[1]
    assert not read.next_after(lines[-1])


@settings(max_examples=60)
@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(-1, 35), st.integers(-1, 35)), max_size=6),
)
def test_the_pieces_of_a_text_are_the_text(text, spans):
    said = [
        Statement("U", 1, n, "e", "Person", "name", "", start=a, end=b)
        for n, (a, b) in enumerate(spans, 1)
    ]
    assert "".join(piece.text for piece in pieces(text, said)) == text

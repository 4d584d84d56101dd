"""The evidence list."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.brief.evidence import exhibits_of, sentence_bounds
from headwater.brief.view import View
from tests.brief.fixtures import NOTE, PRESS, SECRET, picture, tables


def test_the_sentence_around_a_span_is_found_in_three_scripts():
    text = "Прва реч. Друга реченица! جملة أولى؟ Третата дума е тук."
    assert text[slice(*sentence_bounds(text, 10, 15))] == "Друга реченица!"
    start = text.index("جملة")
    assert text[slice(*sentence_bounds(text, start, start + 4))] == "جملة أولى؟"


@given(st.text(max_size=80), st.data())
def test_the_span_always_lies_in_its_sentence(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, close = sentence_bounds(text, start, end)
    assert begin <= start
    assert close >= end
    assert 0 <= begin <= close <= len(text)


def test_a_cited_sentence_stands_verbatim_with_its_span_marked():
    exhibits, numbers = exhibits_of(View(picture()), ["P-1#1.2", "P-1#1.3"])
    assert numbers == {"P-1#1.2": 1, "P-1#1.3": 1}
    assert exhibits[0].text == "Minister Petra Imaginova announced it."
    assert exhibits[0].text in PRESS
    assert [text for text, marked in exhibits[0].parts if marked] == ["Minister", "Petra Imaginova"]
    assert (exhibits[0].grade, exhibits[0].handling, exhibits[0].status) == ("2D", "P", "proposed")


def test_protected_names_are_blacked_out_of_the_quote():
    rows = [row["id"] for row in tables()["statements"] if row["urn"] == "N-1"]
    exhibits, _ = exhibits_of(View(picture()), rows)
    quoted = " ".join(exhibit.text for exhibit in exhibits)
    assert all(piece in NOTE for piece in SECRET[:3])
    assert not [piece for piece in SECRET if piece in quoted]
    assert "Dragan Izmišljen" in quoted


def test_a_projection_is_marked_in_the_list_with_who_makes_it():
    exhibits, _ = exhibits_of(View(picture()), ["P-1#1.10"])
    assert exhibits[0].modality == "projected, not a fact (according to “some projections”)"


def test_an_unknown_statement_gets_no_number():
    assert exhibits_of(View(picture()), ["X#1.1"]) == ((), {})

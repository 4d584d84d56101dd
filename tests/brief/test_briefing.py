"""The content model of a briefing."""

from headwater.brief import Occasion
from headwater.brief.briefing import Briefing, Exhibit, Line, Row, Table, Topic


def test_a_topic_cites_in_the_order_of_reading():
    table = Table("t", ("a",), (Row(("x",), ("s3",)),))
    topic = Topic("who", "Who", (Line("a", ("s1",)),), (Line("b", ("s2",)),), (table,))
    assert list(topic.citations()) == ["s1", "s2", "s3"]
    assert topic.has_detail
    assert not Topic("who", "Who", (Line("a"),)).has_detail


def test_two_statements_of_one_sentence_are_cited_once():
    made = Briefing(
        *("t", Occasion("2026-01-01", "A"), "v", "p", "f", "P", (), (), (), (), ()),
        numbers={"s1": 2, "s2": 2, "s3": 1},
    )
    assert made.cited(["s1", "s2", "s3", "unknown"]) == (1, 2)


def test_an_exhibit_reads_as_one_sentence():
    parts = (("Boats ", False), ("leave", True), (" at night.", False))
    exhibit = Exhibit(1, ("s",), parts, "2D", "P", "u", 1, "o", "", "proposed")
    assert exhibit.text == "Boats leave at night."

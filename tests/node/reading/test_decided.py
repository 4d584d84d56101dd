"""A list of decisions says what was decided on, in the words of the report."""

from dataclasses import replace

from headwater.node import Settings, categorise, make_node
from headwater.node.looking import Shelf
from headwater.node.reading import Wish, news, settle
from tests.node.watching.telling import person, tell


def test_a_decision_is_told_by_whom_it_is_about_and_what_it_says(node):
    settle(node, Wish("accept", "IR 1#2", "read"), None)
    (one,) = (one for one in news(node, None).mine if one.says == "phone")
    assert (one.kind, one.value) == ("person or organisation", "+381601234567")


def test_a_decision_names_nobody_whom_its_report_leaves_out_for_the_purpose(tmp_path):
    node = make_node(tmp_path / "node", "Drava Hub", Settings("mira", None, 1), purpose="case: D")
    tell(
        node,
        "R 1",
        "Ermal Pashaj, +355692223334, was found.",
        *person("Ermal Pashaj", "+355692223334"),
    )
    settle(node, Wish("accept", "R 1#1", "read"), None)
    categorise(node, "R 1#1@m1", "victim", "Drava", "was found")
    asks, shelf = replace(node, stated="what is new"), Shelf()
    told = news(asks, lambda: shelf.look(asks)).mine
    assert told
    assert [name for name in ("Ermal", "355692223334") if name in repr(told)] == []
    assert "Ermal Pashaj" in repr(news(node, None).mine)
    node.close()

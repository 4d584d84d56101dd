"""An entry shows a reader and a script the same things."""

from headwater.resolve.review import QueueEntry, Source

ENTRY = QueueEntry("s1", "statement", ("e",), "Does it say so?", "Rank: other.", ("s1",))
FIRST = Source("A >>van<<.", "2D-P", "IR 1: Van")


def test_a_script_finds_every_key_even_without_a_source():
    keys = {"id", "kind", "about", "what", "why", "evidence", "sentence", "grade", "report"}
    keys |= {"orders", "gist"}
    assert keys | {"sources", "explanation"} == set(ENTRY.as_dict())
    assert ENTRY.as_dict()["sentence"] == ""


def test_each_source_is_shown_with_its_grade_and_report():
    second = Source("Another.", "1B-C", "IR 2")
    entry = QueueEntry("s1", "pair", (), "Same?", "Why.", ("s1", "s2"), (FIRST, second))
    assert entry.as_dict()["grade"] == "2D-P"
    assert [one["report"] for one in entry.as_dict()["sources"]] == ["IR 1: Van", "IR 2"]
    printed = "\n".join(entry.lines())
    assert all(word in printed for word in (">>van<<", "[2D-P] IR 1: Van", "[1B-C] IR 2", "s1"))

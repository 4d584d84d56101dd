"""Lines between things, seen from either end."""

import pyarrow as pa

from headwater.node.things.index import ThingIndex
from headwater.picture import Picture, make_table

IDS = ["boss", "courier", "horgos", "leg"]
SAID = {
    "urn": ["A", "A", "B"],
    "item": [1, 1, 1],
    "n": [1, 2, 1],
    "id": ["A#1.1", "A#1.2", "B#1.1"],
    "entity": ["leg", "boss", "leg"],
    "schema": ["Leg", "Person", "Leg"],
    "property": ["to", "name", "to"],
    "value": ["horgos", "Goran", "horgos"],
    "grade": ["2D", "1B", "3C"],
    "status": ["proposed", "proposed", "accepted"],
}
LINKS = {
    "id": ["l", "m"],
    "source": ["boss", "boss"],
    "target": ["courier", "boss"],
    "layer": ["role", "role"],
    "kind": ["pays", "role"],
    "date": ["2026-10-02T05:00", "2026"],
    "report": ["A", "A"],
    "grade": ["2D", "2D"],
    "statement": ["A#1.2", "A#1.2"],
}
INDEX = ThingIndex(
    Picture.of(
        {
            "entities": make_table("entities", {"id": IDS}),
            "statements": make_table("statements", SAID),
            "links": make_table("links", LINKS),
            "reports": make_table("reports", {"urn": ["A", "B"]}),
        }
    )
)


def lines(entity):
    tied = INDEX.tied
    found = tied.of(IDS.index(entity))
    return [
        (IDS[other], tied.words[how], tied.days[day] if day >= 0 else "", tied.grades[grade])
        for other, how, day, grade in zip(
            found.other, found.how, found.day, found.grade, strict=True
        )
    ]


def test_a_link_is_seen_from_both_ends_and_one_to_itself_from_none():
    assert lines("boss") == [("courier", "role: pays", "2026-10-02", "2D")]
    assert lines("courier") == [("boss", "role: pays", "2026-10-02", "2D")]


def test_a_statement_that_names_another_is_seen_from_the_other():
    assert lines("horgos") == [("leg", "to", "", "2D"), ("leg", "to", "", "3C")]
    assert lines("leg") == []
    assert INDEX.tied.of(IDS.index("horgos")).accepted.tolist() == [0, 1]


def test_a_picture_without_anything_has_no_lines():
    empty = ThingIndex(Picture.of({}))
    assert empty.row("boss") == -1
    assert isinstance(empty.ids, pa.Array)


def test_a_tie_of_which_one_end_is_told_is_a_line_and_one_with_both_is_a_link_alone():
    ids = ["asked", "boss", "denied", "group", "open", "whole"]
    said = {
        "entity": ["open", "open", "whole", "whole", "denied"],
        "property": ["member", "role", "member", "network", "member"],
        "value": ["boss", "organiser", "boss", "group", "boss"],
        "modality": ["done", "done", "done", "done", "denied"],
    }
    same = {"urn": ["A"] * 5, "item": [1] * 5, "n": [1, 2, 3, 4, 5], "schema": ["NetworkRole"] * 5}
    tables = {"entities": {"id": ids}, "statements": said | same, "reports": {"urn": ["A"]}}
    picture = Picture.of({name: make_table(name, rows) for name, rows in tables.items()})
    found = ThingIndex(picture).tied.of(ids.index("boss"))
    assert [ids[other] for other in found.other] == ["open"]

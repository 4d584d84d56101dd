"""FollowTheMoney entities, one a line."""

import json

import pytest

from headwater.intake.ftm import parse_json
from headwater.model import Refused

ADA = {"id": "p1", "schema": "Person", "properties": {"name": ["Ada"], "birthDate": ["1990-01"]}}


def lines(*entities: object) -> str:
    return "\n".join(e if isinstance(e, str) else json.dumps(e) for e in entities)


def test_each_entity_is_an_item_with_accepted_statements(take):
    taken = take({"e.json": lines(ADA, ADA | {"id": "p2"})})
    (report,) = taken.reports
    assert (report.format, [item.number for item in report.items]) == ("ftm", [1, 2])
    name, birth = taken.statements[:2]
    assert (name.entity, name.property, name.value, name.status) == (
        "p1",
        "name",
        "Ada",
        "accepted",
    )
    assert (birth.value, birth.author) == ("1990-01", "officer 7")
    assert report.items[0].text[name.start : name.end] == name.text == "Ada"


@pytest.mark.parametrize(
    ("entity", "position", "word"),
    [
        (ADA | {"schema": "Wizard"}, "line 2", "Wizard"),
        (ADA | {"schema": "Thing"}, "line 2", "Thing"),
        (ADA | {"id": "x#1@m1"}, "line 2", "id"),
        (ADA | {"id": 7}, "line 2", "id"),
        ({"id": "p", "schema": "Person"}, "line 2", "properties"),
        ("[1, 2]", "line 2", "not an entity"),
        ('{"id": ', "line 2", "JSON"),
        (ADA | {"properties": {"name": ["B"], "wand": ["x"]}}, "line 2, wand", "wand"),
        (ADA | {"properties": {"name": ["B"], "religion": ["x"]}}, "line 2, religion", "sensitive"),
        (
            ADA | {"properties": {"name": ["B"], "country": ["Narnia"]}},
            "line 2, country",
            "country",
        ),
        (ADA | {"properties": {"name": ["B", {"x": 1}]}}, "line 2, name", "text"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_itself(take, entity, position, word):
    taken = take({"e.jsonl": lines(ADA, entity)})
    (refusal,) = taken.refusals
    assert (refusal.position, word in refusal.what) == (position, True)
    assert taken.statements[0].value == "Ada"


def test_weight_is_sensitive_for_a_person_and_a_figure_for_a_tie(take):
    tie = {"id": "t", "schema": "Contact", "properties": {"weight": ["3"], "kind": ["call"]}}
    person = {"id": "p", "schema": "Person", "properties": {"weight": ["80"], "name": ["A"]}}
    taken = take({"e.json": lines(tie, person)})
    assert [r.position for r in taken.refusals] == ["line 2, weight"]


@pytest.mark.parametrize(
    "line",
    [
        '{"a": 1, "a": 2}',
        '{"a": NaN}',
        '{"a": ' + "9" * 5000 + "}",
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000,
        '"' + '\\"' * 50_000 + "[" * 100,
    ],
)
def test_json_that_a_parser_stumbles_over_is_refused(line):
    with pytest.raises(Refused):
        parse_json(line)


def test_brackets_inside_of_words_do_not_count_as_depth():
    assert parse_json('{"a": "' + "[" * 1000 + '"}') == {"a": "[" * 1000}


@pytest.mark.parametrize("name", ["donations", "parteispenden", "zala"])
def test_every_line_of_a_real_stream_is_taken_or_refused(take, shared, name):
    path = shared / "data" / "entities" / "ftm" / f"{name}.ftm.json"
    taken = take(path)
    given = len(path.read_text(encoding="utf-8").strip().split("\n"))
    lost = [r for r in taken.refusals if "," not in r.position]
    assert len(taken.reports[0].items) + len(lost) == given
    assert len(taken.refusals) < 0.02 * len(taken.statements)

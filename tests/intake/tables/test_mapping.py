"""Mapping files: read, checked, and matched to the files they speak of."""

import pytest
import yaml

from headwater.intake.tables.mapping import load_mapping, parse_mapping, read_mapping
from headwater.model import WrongUse

PERSON = {"schema": "Person", "key": "id", "properties": {"name": {"column": "name"}}}


def mapping(**changes):
    return {"entities": {"person": PERSON | changes}}


def prop(**entry):
    return mapping(properties=entry)


def test_a_bare_mapping_and_one_under_the_name_of_its_data_set_are_the_same():
    bare = parse_mapping(mapping(), "m")
    named = parse_mapping({"people": {"queries": [mapping()]}}, "m")
    assert bare.queries == named.queries


def test_a_query_is_chosen_by_the_name_of_the_file_then_by_its_columns():
    two = {
        "queries": [
            {"csv_url": "https://x.org/a/people.csv?v=1", **mapping()},
            {"csv_url": "links.csv", "entities": {"t": {"schema": "Person", "key": "target"}}},
        ]
    }
    parsed = parse_mapping(two, "m")
    people, links = parsed.queries
    assert parsed.for_file("people.csv", ("id", "name")) == (people,)
    assert parsed.for_file("renamed.csv", ("source", "target")) == (links,)
    with pytest.raises(WrongUse, match="target"):
        parsed.for_file("links.csv", ("source",))


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        (mapping(schema="Wizard"), "Wizard"),
        (mapping(schema="Thing"), "Thing"),
        (prop(wand={"column": "x"}), "wand"),
        (prop(religion={"column": "x"}), "sensitive"),
        (prop(name={"colum": "x"}), "colum"),
        (prop(name={}), "needs a column"),
        (prop(parent={"column": "x"}), "needs entity"),
        (prop(parent={"entity": "nobody"}), "nobody"),
        (prop(name={"entity": "person"}), "words, not an entity"),
        (prop(proof={"entity": "person"}), "must be a Document"),
        (prop(name={"column": "x", "only": "("}), "pattern"),
        (mapping(keyz="id"), "keyz"),
        (mapping(category={"literal": "suspect", "reason": "r"}), "author"),
        (mapping(category={"literal": "suspect", "author": "a"}), "reason"),
        (mapping(category={"literal": "villain", "author": "a", "reason": "r"}), "villain"),
        (mapping(category={"author": "a", "reason": "r"}), "column: or literal:"),
        ({"entities": {}}, "needs entities"),
        ({"entities": {"x": {"properties": {}}}}, "schema"),
        ({"a": {}, "b": {}}, "queries or entities"),
        ([1], "mapping of names"),
        (mapping() | {"count_only": True}, "count_only"),
        (mapping() | {"decimal": ";"}, "decimal"),
        (mapping() | {"report": {"marking": "9Z-P"}}, "9Z"),
        (mapping() | {"report": {"information_date": "31.11.2025"}}, "date"),
        (mapping() | {"report": {"owner": "x"}}, "owner"),
        (
            {"entities": {"l": {"schema": "Leg", "properties": {"mode": {"column": "m",
             "words": {"x": "broom"}}}}}},
            "broom",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_mapping_is_said_before_a_row_is_read(wrong, word):
    with pytest.raises(WrongUse) as told:
        parse_mapping(wrong, "m.yml")
    assert word in str(told.value)
    assert "m.yml" in told.value.where


def test_a_sensitive_property_with_its_necessity_is_taken():
    parse_mapping(prop(religion={"column": "x", "necessity": "threat to a place of worship"}), "m")


def test_a_file_that_is_no_yaml_or_not_there_is_wrong_use(tmp_path):
    with pytest.raises(WrongUse, match="not YAML"):
        read_mapping(b"a: [1, 2", "m.yml")
    with pytest.raises(WrongUse, match="not YAML"):
        read_mapping(b"\xff\xfe\x00", "m.yml")
    with pytest.raises(WrongUse, match="no such"):
        load_mapping(tmp_path / "none.yml")


def test_every_example_mapping_is_right(request):
    folder = request.config.rootpath / "examples" / "mappings"
    found = sorted(folder.glob("*.yml"))
    assert len(found) >= 8
    for path in found:
        assert load_mapping(path).queries, yaml.dump(path.name)

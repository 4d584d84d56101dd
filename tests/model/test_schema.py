"""The kinds of entity: FollowTheMoney's as a format, and ours beside them."""

import pytest

from headwater.model import WrongUse, schema, schemata, words


def test_every_schema_and_property_of_followthemoney_is_there_with_its_type(reference):
    official = reference("followthemoney").model

    for name, theirs in official.schemata.items():
        ours = schema(name)
        assert ours.abstract == theirs.abstract
        assert ours.ancestors == {parent.name for parent in theirs.schemata}
        for key, prop in theirs.properties.items():
            if not prop.stub:
                assert ours.properties[key].type == prop.type.name, f"{name}.{key}"


def test_every_line_of_the_network_joins_two_properties_that_exist():
    for kind in schemata().values():
        if kind.edge is not None:
            assert kind.properties[kind.edge.source].type == "entity"
            assert kind.properties[kind.edge.target].type == "entity"


def test_every_range_of_an_entity_property_is_a_schema():
    for kind in schemata().values():
        for prop in kind.properties.values():
            assert not prop.range or prop.range in schemata(), f"{kind.name}.{prop.name}"


def test_a_kind_inherits_the_line_of_its_parent():
    assert schema("Payment").edge is not None
    assert schema("Payment").edge.layer == "money"
    assert schema("PriceAdvert").is_a("Fee")


def test_traits_that_the_law_protects_are_marked():
    person = schema("Person").properties
    assert person["ethnicity"].sensitive
    assert person["religion"].sensitive
    assert person["weight"].sensitive
    assert not person["birthDate"].sensitive
    assert not schema("Contact").properties["weight"].sensitive


def test_words_of_an_enumeration_are_known():
    assert "organiser" in words("role")
    assert "organiser" in schema("NetworkRole").properties["role"].words


def test_an_unknown_schema_is_refused():
    with pytest.raises(WrongUse):
        schema("Migrant")

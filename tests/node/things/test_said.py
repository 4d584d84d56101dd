"""Values by property, each with what stands behind it."""

from headwater.node.things import ThingIndex, shield_for
from headwater.node.things.said import said_of
from tests.node.things.conftest import look


def said(node, entity):
    picture = look(node).picture
    index = ThingIndex(picture)
    return said_of(index, index.row(entity), shield_for(node, picture))


def test_independent_groups_count_and_never_reports(told):
    found = said(told, "place:hw-horgos")
    (named,) = [one for one in found if one.name == "name"]
    (value,) = named.values
    reports = {one.partition("#")[0] for one in value.statements}
    assert (value.text, value.groups) == ("Horgoš", value.reports)
    assert len(reports) == value.reports >= 2
    assert value.grades == ("2D", "3C")
    assert value.status == "proposed"


def test_a_value_that_is_a_thing_leads_to_it(told):
    found = said(told, "IR 1#1@m2")
    (ends,) = [one.values for one in found if one.name == "from"]
    assert (ends[0].text, ends[0].leads) == ("Subotica", "place:gn-3189595")


def test_a_phone_can_be_searched_for(told):
    owner = look(told).picture.statements.to_pylist()
    entity = next(row["entity"] for row in owner if row["value"] == "+381601234567")
    found = said(told, entity)
    (phone,) = [one.values[0] for one in found if one.name == "phone"]
    assert phone.seek == "+381601234567"

from headwater.analysis import run
from tests.analysis.business.fixtures import fee, trade

HOP = {"leg": "Horgos > Szeged"}
COSTS = "lorry.driver_person=20-50; lorry.vehicle=50; lorry.vehicle_lost=2000"
GROUP = "; group.houses=200; group.staff=500"
DOVER = [{"id": "place:dover", "name": "Dover", "country": "GB"}]


def hop(**given):
    picture = trade(fee(500.0, 700.0), fee(600.0, 800.0))
    return run(picture, "business.economics", HOP | given)


def test_costs_of_ways_to_the_united_kingdom_are_not_put_on_a_short_leg():
    finding = hop()
    assert finding.rows == ()
    assert finding.caveats[0].startswith("No lorry is reckoned")
    assert "lorry.driver_person=...; lorry.vehicle=..." in finding.caveats[0]


def test_a_unit_whose_costs_are_given_is_reckoned_with_a_caution_first():
    finding = hop(values=COSTS)
    assert {row["unit"] for row in finding.rows} == {"lorry"}
    assert finding.caveats[0].startswith("No group is reckoned")
    assert finding.caveats[1].startswith("CAUTION")
    assert "lorry.persons" in finding.caveats[1]
    assert "lorry.vehicle," not in finding.caveats[1]


def test_a_group_is_reckoned_when_its_own_costs_are_given_too():
    finding = hop(values=COSTS + GROUP)
    assert {row["unit"] for row in finding.rows} == {"lorry", "group"}
    assert finding.caveats[0].startswith("CAUTION")


def test_a_leg_to_the_united_kingdom_needs_no_costs_of_its_own():
    way = {"mode": "boat", "to": "place:dover", "to_name": "Dover"}
    picture = trade(fee(2000.0, 2500.0, **way), fee(2200.0, 2600.0, **way), places=DOVER)
    finding = run(picture, "business.economics", {"leg": "Dover"})
    assert {row["unit"] for row in finding.rows} == {"launch", "group"}
    assert not any(said.startswith("CAUTION") for said in finding.caveats)


def test_a_landing_place_of_a_plain_file_without_countries_is_known_by_its_name():
    way = {"mode": "boat", "to": "Dover", "to_name": "Dover"}
    picture = trade(fee(2000.0, 2500.0, **way), fee(2200.0, 2600.0, **way))
    finding = run(picture, "business.economics", {"leg": "Dover"})
    assert {row["unit"] for row in finding.rows} == {"launch", "group"}

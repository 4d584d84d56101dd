from headwater.analysis.business.economics.own import told_of
from headwater.picture import Picture
from tests.analysis.business.fixtures import fee, trade

SETTINGS = {
    "leg": "",
    "groups": 2,
    "accepted_only": False,
    "drop_weak": False,
    "political": True,
}
DOVER = [{"id": "place:dover", "name": "Dover", "country": "GB"}]
CHANNEL = {"to": "place:dover", "to_name": "Dover", "mode": "boat"}


def test_boats_and_lorries_are_told_only_where_the_picture_tells_of_them():
    assert told_of(Picture.of({}), SETTINGS).units == {}
    told = told_of(trade({"mode": "van"}, {"mode": "foot"}), SETTINGS)
    assert told.units == {"lorry": ("R0#1.1",), "group": ("R0#1.1",)}


def test_fees_of_other_ways_are_not_those_of_the_channel():
    there = [fee(2000.0, 2500.0, **CHANNEL), fee(2200.0, 2600.0, **CHANNEL)]
    river = [fee(100.0, 300.0, mode="boat"), fee(120.0, 200.0, mode="boat")]
    told = told_of(trade(*there, *river, places=DOVER), SETTINGS)
    assert [(f.parameter, f.low, f.high, f.kind) for f in told.figures] == [
        ("fee", 2050.0, 2560.0, "reports")
    ]


def test_a_fee_that_names_no_means_is_that_of_the_only_means_told_of_its_stretch():
    unsaid = [fee(2000.0, 2500.0, **CHANNEL | {"mode": ""}) for _ in range(2)]
    assert told_of(trade(*unsaid, CHANNEL, places=DOVER), SETTINGS).figures
    lorry = CHANNEL | {"mode": "lorry"}
    assert not told_of(trade(*unsaid, CHANNEL, lorry, places=DOVER), SETTINGS).figures
    assert not told_of(trade(*unsaid, {"mode": "boat"}, places=DOVER), SETTINGS).figures


def test_a_figure_of_our_own_needs_so_many_independent_groups():
    one = [fee(2000.0, 2500.0, group="G", **CHANNEL) for _ in range(3)]
    assert told_of(trade(*one, places=DOVER), SETTINGS).figures == ()


def test_people_aboard_are_read_from_the_legs_once_a_group():
    rows = [CHANNEL | {"persons": n, "group": g} for n, g in ((40.0, "a"), (60.0, "b"))]
    rows += [CHANNEL | {"persons": 60.0, "group": "b"} for _ in range(5)]
    (figure,) = told_of(trade(*rows, places=DOVER), SETTINGS).figures
    assert (figure.parameter, figure.low, figure.likely, figure.high) == ("persons", 45, 50, 55)


def test_another_leg_is_reckoned_by_its_own_fees_or_not_at_all():
    asked = SETTINGS | {"leg": "horgos > szeged"}
    told = told_of(trade(fee(500.0, 700.0), fee(600.0, 800.0)), asked)
    assert [figure.unit for figure in told.figures] == ["lorry"]
    assert told_of(trade({}, {}), asked).units == {}


def test_a_boat_that_is_kept_tells_of_launches_and_a_vest_does_not():
    def said(article):
        row = {"id": "R9#1.1", "urn": "R9", "item": 1, "n": 1, "schema": "EquipmentSupply"}
        return [row | {"entity": "E", "property": "article", "value": article}]

    boats = told_of(trade(statements=said("inflatable boat")), SETTINGS)
    assert boats.units["launch"] == ("R9#1.1",)
    assert told_of(trade(statements=said("life jacket")), SETTINGS).units == {}

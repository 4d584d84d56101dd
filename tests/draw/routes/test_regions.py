"""Several maps instead of one crowded one."""

from headwater.draw import Stop, Stretch, route_regions

BALKANS = [Stop("p", "Presevo", 42.3, 21.6), Stop("b", "Belgrade", 44.8, 20.5)]
CHANNEL = [Stop("d", "Dunkirk", 51.0, 2.4), Stop("k", "Dover", 51.1, 1.3)]


def test_far_ends_of_a_route_are_drawn_apart_and_the_busier_comes_first():
    legs = [
        Stretch("d", "k"),
        Stretch("p", "b", "van"),
        Stretch("p", "b", "car"),
        Stretch("b", "d"),
    ]
    first, second = route_regions([*CHANNEL, *BALKANS], legs)
    assert {stop.id for stop in first.stops} == {"p", "b"}
    assert [leg.mode for leg in first.stretches] == ["van", "car"]
    assert second.stretches == (Stretch("d", "k"),)


def test_places_that_no_leg_uses_or_that_nobody_can_locate_are_in_no_region():
    stops = [*BALKANS, Stop("x", "the yard"), Stop("u", "Unused", 43.0, 21.0)]
    regions = route_regions(stops, [Stretch("p", "b"), Stretch("x", "b")])
    assert [stop.id for stop in regions[0].stops] == ["p", "b"]
    assert route_regions([], []) == []

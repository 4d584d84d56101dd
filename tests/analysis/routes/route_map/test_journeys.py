"""Journeys: legs one after the other, often enough."""

from headwater.analysis import run
from tests.analysis.routes.route_map.fixtures import leg, legs, place

RIVER = ("Loznica", "the river")
NIGHT = ("the river", "Bijeljina")
MOTORWAY = ("Bijeljina", "Zagreb")


def journeys(*rows, places=(), **given):
    finding = run(legs(*rows, places=places), "routes.map", given)
    return [row for row in finding.rows if row["kind"] == "journey"], finding


def told(ends, mode, report, **rest):
    return leg(*ends, mode=mode, report=report, group=f"G{report}", **rest)


def whole(report):
    return (
        told(RIVER, "van", report),
        told(NIGHT, "foot", report),
        told(MOTORWAY, "lorry", report),
    )


def test_legs_told_by_one_report_one_after_the_other_are_a_journey_with_its_support():
    (row,), finding = journeys(*whole("A"), *whole("B"))
    assert (row["mode"], row["from"], row["to"]) == ("van, foot, lorry", "Loznica", "Zagreb")
    assert (row["groups"], row["times_seen"], row["reports"]) == (2, 2, 2)
    assert row["examples"] == [["R0#1.1", "R1#1.1", "R2#1.1"], ["R3#1.1", "R4#1.1", "R5#1.1"]]
    assert finding.evidence[row["id"]] == tuple(f"R{n}#1.1" for n in range(6))


def test_two_reports_of_one_story_are_one_support():
    again = [row | {"group": "GA"} for row in whole("B")]
    assert journeys(*whole("A"), *again)[0] == []
    assert journeys(*whole("A"), *again, support=1)[0][0]["groups"] == 1


def of_one_network(later):
    """Two vans to the river, and two nights on foot so many days later, each from one report."""
    vans = [told(RIVER, "van", f"A{n}", network="K", date=f"2025-03-0{n}") for n in (1, 5)]
    return vans + [
        told(NIGHT, "foot", f"B{n}", network="k", date=f"2025-03-{n + later:02}") for n in (1, 5)
    ]


def test_legs_of_one_network_on_following_days_are_a_journey_and_weeks_apart_are_not():
    (row,), _ = journeys(*of_one_network(later=3))
    assert (row["networks"], row["first"], row["last"]) == (["K"], "2025-03-01", "2025-03-08")
    assert [(m["month"], m["times_seen"], m["groups"]) for m in row["months"]] == [
        ("2025-03", 2, 2)
    ]
    assert journeys(*of_one_network(later=3), days=2)[0] == []


def test_a_leg_of_the_day_before_does_not_follow():
    assert journeys(*of_one_network(later=-1), days=3)[0] == []


def test_where_a_date_is_missing_legs_of_one_network_may_follow_each_other():
    rows = [row | {"date": ""} for row in of_one_network(later=9)[2:]]
    assert len(journeys(*of_one_network(later=9)[:2], *rows)[0]) == 1


def test_a_part_of_a_journey_stands_alone_only_where_it_has_more_support():
    more = told(RIVER, "van", "C"), told(NIGHT, "foot", "C")
    found, _ = journeys(*whole("A"), *whole("B"), *more)
    assert [(row["mode"], row["groups"]) for row in found] == [
        ("van, foot", 3),
        ("van, foot, lorry", 2),
    ]


def test_a_journey_does_not_come_back_to_where_it_was():
    back = told(NIGHT[::-1], "foot", "A"), told(NIGHT[::-1], "foot", "B")
    found, _ = journeys(*whole("A"), *whole("B"), *back)
    assert all(len(set(row["legs"])) == len(row["legs"]) for row in found)
    assert not [row for row in found if row["from"] == row["to"]]


def test_what_was_only_planned_or_lacks_an_end_is_part_of_no_journey():
    planned = [row | {"modality": "planned"} for row in (*whole("A"), *whole("B"))]
    assert journeys(*planned)[0] == []
    assert journeys(*[row | {"to": ""} for row in planned])[0] == []


def test_a_leg_to_one_side_of_a_crossing_goes_on_from_its_other_side():
    sides = place("Gradina", 43.0, 22.84), place("Kalotina", 42.994, 22.86)
    far = [one | {"lat": one["lat"] + 2 * n} for n, one in enumerate(sides)]
    rows = [
        told(ends, "foot", report)
        for report in "AB"
        for ends in (("Sofia", "place:Kalotina"), ("place:Gradina", "Nis"))
    ]
    kinds = [one | {"kind": "crossing_point"} for one in sides]
    (row,), _ = journeys(*rows, places=kinds)
    assert (row["from_name"], row["to_name"]) == ("Sofia", "Nis")
    assert journeys(*rows, places=far)[0] == []


def test_no_more_legs_than_asked_for_and_none_where_none_are():
    assert len(journeys(*whole("A"), *whole("B"), longest=2)[0]) == 2
    assert journeys(*whole("A"), *whole("B"), support=0)[0] == []

"""What stands behind each leg."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.analysis import METHODS
from headwater.analysis.routes.route_map.places import NEAR_KM, WITHIN_KM
from headwater.analysis.routes.route_map.sightings import sightings
from headwater.analysis.routes.route_map.tallies import evidence_of, tallies
from tests.analysis.routes.route_map.fixtures import leg, legs, place

SETTLED = METHODS["routes.map"].method.settle({})


def counted(*rows, **tables):
    found = sightings(legs(*rows, **tables), SETTLED)
    return tallies(found), found


def test_a_month_counts_each_day_with_its_largest_number_of_people():
    told = (("2025-03-01", 10.0), ("2025-03-01", 12.0), ("2025-03-09", 5.0), ("2025-04", None))
    (row,), _ = counted(*({"date": date, "persons": persons} for date, persons in told), {})
    assert row["months"] == [
        {"month": "2025-03", "times_seen": 3, "groups": 3, "persons": 17.0},
        {"month": "2025-04", "times_seen": 1, "groups": 1, "persons": None},
    ]
    assert row["undated"] == 1


def test_shares_say_how_much_is_proposed_and_how_much_weak():
    (row,), _ = counted({}, {"status": "proposed"}, {"grade": "3E"}, {"grade": "2D"})
    assert (row["proposed_share"], row["weak_share"]) == (0.25, 0.5)


def test_reports_are_counted_apart_from_groups():
    (row,), _ = counted({"report": "A", "group": "G"}, {"report": "B", "group": "G"})
    assert (row["reports"], row["groups"]) == (2, 1)


def test_an_end_that_is_only_ever_near_a_place_lies_farther_from_it():
    known = place("Horgos", 46.0, 20.0) | {"id": "Horgos", "kind": "crossing_point"}
    (exact,), _ = counted({}, leg("near Horgos", "Szeged"), places=[known])
    (vague,), _ = counted(leg("near Horgos", "Szeged"), places=[known])
    assert exact["from_within_km"] == WITHIN_KM["crossing_point"]
    assert vague["from_within_km"] == WITHIN_KM["crossing_point"] + NEAR_KM
    assert (vague["from"], vague["to_within_km"]) == ("Horgos", None)


def test_the_evidence_of_a_leg_holds_its_tellings_and_its_fees():
    rows = ({"fee_min": 5.0, "fee_statement": "F1"}, {"mode": "foot"})
    _, found = counted(*rows)
    assert evidence_of(found, range(2)) == {0: ("R1#1.1",), 1: ("F1", "R0#1.1")}


MODALITIES = st.sampled_from(("done", "attempted", "planned", "projected", "alleged", "denied"))
TOLD = st.tuples(st.sampled_from("ab"), st.sampled_from("gh"), MODALITIES)


@given(st.lists(TOLD, max_size=12))
@settings(max_examples=40)
def test_every_telling_is_counted_once_and_groups_only_where_it_was_done(told):
    rows, _ = counted(*({"mode": m, "group": g, "modality": how} for m, g, how in told))
    ways = ("times_seen", "attempted", "planned", "alleged", "denied")
    assert sum(row[way] for row in rows for way in ways) == len(told)
    groups = defaultdict(set)
    for mode, group, how in told:
        groups[mode] |= {group} if how == "done" else set()
    assert {row["mode"]: row["groups"] for row in rows} == {m: len(g) for m, g in groups.items()}

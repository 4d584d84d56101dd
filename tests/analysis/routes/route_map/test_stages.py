"""Journeys as rows."""

from headwater.analysis import METHODS, run
from tests.analysis.routes.route_map.fixtures import leg, legs


def rows(*given):
    told = [
        leg(*ends, mode=mode, report=report, group=report, date=date, **rest)
        for report, date, rest in given
        for ends, mode in ((("A", "B"), "van"), (("B", "C"), ""))
    ]
    return run(legs(*told), "routes.map").rows


GIVEN = (
    ("R1", "2025-03-01", {"persons": 4.0, "status": "proposed"}),
    ("R2", "2025-04-01", {"persons": 9.0, "grade": "3E"}),
)


def test_a_journey_has_the_columns_of_a_leg_in_their_order():
    found = rows(*GIVEN)
    named = [output.name for output in METHODS["routes.map"].method.outputs]
    assert [row["kind"] for row in found] == ["leg", "leg", "journey"]
    assert all(list(row) == named for row in found)


def test_a_journey_names_its_legs_and_says_where_a_means_is_not_known():
    *_, journey = rows(*GIVEN)
    assert (journey["legs"], journey["mode"]) == (["A|B|van", "B|C|"], "van, ?")
    assert journey["id"] == "A|B|van > B|C|"


def test_a_journey_has_no_fee_of_its_own_and_spans_what_was_seen():
    *_, journey = rows(*GIVEN)
    assert journey["fees"] == []
    assert (journey["persons_min"], journey["persons_max"]) == (4, 9)
    assert (journey["first"], journey["last"]) == ("2025-03-01", "2025-04-01")
    assert [month["month"] for month in journey["months"]] == ["2025-03", "2025-04"]
    assert (journey["proposed_share"], journey["weak_share"]) == (0.5, 0.5)


def test_a_leg_with_several_fees_does_not_shift_what_a_journey_rests_on():
    fees = [{"fee_min": n, "fee_statement": f"F{n}"} for n in (100.0, 200.0, 300.0)]
    priced = {"id": "L", "report": "R0", "statement": "R0#1.1", "mode": "boat"}
    told = [leg("X", "Y", **priced, **fee) for fee in fees]
    told += [
        leg(*ends, report=report, group=report, statement=f"{report}#{ends[0]}")
        for report in ("R1", "R2")
        for ends in (("A", "B"), ("B", "C"))
    ]
    *_, journey = run(legs(*told), "routes.map").rows
    assert journey["examples"] == [["R1#A", "R1#B"], ["R2#A", "R2#B"]]

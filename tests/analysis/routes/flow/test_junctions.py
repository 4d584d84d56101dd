from headwater.analysis import METHODS
from headwater.analysis.routes.flow.counts import counted
from headwater.analysis.routes.flow.junctions import junctions
from tests.analysis.routes.flow.fixtures import chain, monthly, picture_of


def of(legs, open=""):
    settled = METHODS["routes.flow"].method.settle({"open": open})
    known = counted(picture_of(legs, monthly("A > B", [1])), settled)
    names = [leg.name for leg in known.legs]
    return [
        (one.place, [names[at] for at in one.into], [names[at] for at in one.out])
        for one in junctions(known, settled)
    ]


def test_people_pass_where_legs_end_and_others_begin():
    assert of([*chain("A", "B", "C"), ("X", "B", None)]) == [("B", ["A > B", "X > B"], ["B > C"])]


def test_an_open_place_balances_nothing():
    assert of(chain("A", "B", "C"), open="b") == []


def test_legs_that_journeys_join_balance_among_themselves():
    def run_by(a, b, network):
        return (a, b, {"network": network, "date": "2025-01-01"})

    apart = [run_by("A", "B", "N"), run_by("B", "C", "N"), run_by("X", "B", "M")]
    legs = [*apart, run_by("B", "Y", "M")]
    assert sorted(of(legs)) == [("B", ["A > B"], ["B > C"]), ("B", ["X > B"], ["B > Y"])]
    assert len(of([*legs, ("Z", "B", None)])) == 1


def test_the_ends_of_a_leg_are_not_one_place():
    assert of([("A", "A", None)]) == []

import numpy as np

from headwater.analysis import METHODS
from headwater.analysis.routes.flow.counts import counted, direct
from tests.analysis.routes.flow.fixtures import chain, monthly, picture_of


def known(legs, counts=(), **given):
    return counted(picture_of(legs, counts), METHODS["routes.flow"].method.settle(given))


def test_a_series_may_name_a_leg_a_stretch_an_end_or_a_place():
    legs = [("A", "B", {"mode": "van"}), ("A", "B", {"mode": "foot"}), ("B", "C", None)]
    names = ("A > B (van)", "A > B", "from A", "to C", "b", "elsewhere")
    counts = [one for name in names for one in monthly(name, [5])]
    found = known(legs, counts)
    van = found.legs.index(next(leg for leg in found.legs if leg.mode == "van"))
    by_name = {count.name: count.legs for count in found.counts}
    assert by_name["A > B (van)"] == (van,)
    assert by_name["A > B"] == by_name["from A"]
    assert len(by_name["A > B"]) == 2
    assert by_name["to C"] == by_name["b"]
    assert "elsewhere" not in by_name
    assert any("elsewhere" in caveat for caveat in found.caveats)


def test_people_told_in_reports_count_each_day_with_the_largest_number():
    days = [("2025-01-03", 10.0), ("2025-01-03", 30.0), ("2025-01-09", 5.0), ("2025", 7.0)]
    legs = [("A", "B", {"date": day, "persons": people}) for day, people in days]
    (count,) = known(legs).counts
    assert count.values.tolist() == [35.0]
    assert any("no date exact enough" in one for one in known(legs).caveats)


def test_reports_of_a_leg_that_a_series_counts_are_not_added_to_it():
    legs = [("A", "B", {"date": "2025-01-03", "persons": 10.0})]
    counts = monthly("A > B", [100])
    assert [c.values.tolist() for c in known(legs, counts).counts] == [[100.0]]
    told = known(legs, counts, told_share="0.1")
    assert [c.values.tolist() for c in told.counts] == [[100.0]]
    assert any("nothing is added" in one for one in told.caveats)


def test_a_month_without_a_count_is_no_zero():
    found = known(chain("A", "B"), [*monthly("A > B", [7, None, 9])])
    assert found.periods == ["2025-01", "2025-02", "2025-03"]
    assert np.isnan(found.counts[0].values[1])


def test_only_the_last_periods_are_kept():
    found = known(chain("A", "B"), monthly("A > B", range(1, 13)), periods="3")
    assert found.periods == ["2025-10", "2025-11", "2025-12"]
    assert found.counts[0].values.tolist() == [10, 11, 12]


def test_where_nothing_is_dated_all_is_one_period():
    found = known([("A", "B", {"persons": 12.0}), ("A", "B", {"persons": 9.0})])
    assert found.periods == [""]
    assert found.counts[0].values.tolist() == [12.0]


def test_the_longest_count_of_a_leg_is_its_own():
    counts = [*monthly("A > B", [1, 2]), *monthly("A > B (van)", [3])]
    found = known([("A", "B", {"mode": "van"})], counts)
    assert direct(found.counts)[0].name == "A > B"


def test_what_is_only_planned_or_denied_is_no_leg():
    legs = [("A", "B", {"modality": "planned"}), ("B", "C", {"modality": "denied"})]
    assert known(legs).legs == []

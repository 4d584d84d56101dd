import numpy as np
import pytest

from headwater.resolve.linkage.company import MET, UNKNOWN, Company, contacts, habits
from headwater.resolve.linkage.reliability import CAP, EDGES, constants, estimate
from headwater.resolve.records import Tie
from tests.resolve.linkage.worlds import every_pair, groups, linked, person


def company(ties, number=8, read=contacts, **values):
    records = [person(f"p{n}", **values.get(f"p{n}", {})) for n in range(number)]
    return Company(read(records, sorted(ties)), constants())


def test_two_who_were_in_touch_with_the_same_rare_number_share_company():
    held = company([Tie("p0", "contact", "+100"), Tie("p1", "contact", "+100")])
    assert held.shared(0, 1) == pytest.approx(2.0)  # log2 of 8 records to 2
    assert held.bits(0, 1) > 0


def test_a_number_that_many_know_weighs_less():
    rare = company([Tie(f"p{n}", "contact", "+100") for n in range(2)])
    common = company([Tie(f"p{n}", "contact", "+100") for n in range(8)])
    assert common.shared(0, 1) == 0 < rare.shared(0, 1)


def test_ties_far_apart_in_time_weigh_less():
    near = [Tie("p0", "contact", "+1", "2030-01-01"), Tie("p1", "contact", "+1", "2030-01-01")]
    far = [near[0], Tie("p1", "contact", "+1", "2031-01-02")]
    assert company(far).shared(0, 1) == pytest.approx(company(near).shared(0, 1) / 4, rel=0.01)


def test_two_who_called_each_other_are_two_people():
    held = company([Tie("p0", "contact", "p1"), Tie("p0", "contact", "p2"),
                    Tie("p1", "contact", "p2")])  # fmt: skip
    assert held.shared(0, 1) == MET
    table = estimate(held, np.array([(0, 1)]), np.array([9.0]), met_at_most=-3.0)
    assert table.bits(MET) == -3.0


def test_a_number_stands_for_the_record_that_holds_it():
    held = company(
        [Tie("p0", "contact", "+38 100"), Tie("p1", "contact", "p2")], p2={"phone": "+38100"}
    )
    assert held.shared(0, 1) == pytest.approx(2.0)


def test_nothing_is_said_of_somebody_without_ties():
    held = company([Tie("p0", "contact", "+100"), Tie("p1", "seen", "Testovo")])
    assert held.shared(0, 1) == UNKNOWN
    assert held.bits(0, 1) == held.bits(0, 2) == 0.0


def test_whoever_returns_to_a_place_shares_it_but_two_at_one_place_on_one_day_met():
    def seen(day):
        ties = [Tie("p0", "seen", "Testovo", "2030-03-04"), Tie("p1", "seen", "testovo", day)]
        return company(ties, read=habits).shared(0, 1)

    assert seen("2031-04-04") == seen("") == pytest.approx(2.0)
    assert seen("2030-03-04") == MET


def test_neighbours_found_to_be_one_are_shared_company_from_then_on():
    held = company([Tie("p0", "contact", "p2"), Tie("p1", "contact", "p3")])
    assert held.shared(0, 1) == 0
    assert held.join(2, 3) == {(0, 1)}
    assert held.shared(0, 1) == pytest.approx(2.0)


def test_protected_people_lend_no_company():
    records = [person("a"), person("b"), person("c", "victim")]
    ties = [Tie("a", "contact", "c"), Tie("b", "contact", "c"), Tie("c", "contact", "a")]
    ties += [Tie("c", "seen", "Testovo")]
    for read in (contacts, habits):
        assert [one.near for one in read(records, ties)] == [{}, {}, {}]


def test_pairs_in_rare_company_are_found_without_a_name_in_common():
    ties = [Tie(one, "contact", to) for one in ("p0", "p1") for to in ("+1", "+2")]
    assert company([*ties, Tie("p2", "contact", "+1")]).in_rare_company() == [(0, 1)]


def test_the_worth_of_company_is_estimated_without_labels_and_never_falls_with_rarity():
    same = [Tie(f"p{n}", "contact", f"+{n // 2}") for n in range(400)]
    held = company(same, number=800)
    likely = [(n, n + 1) for n in range(0, 400, 2)]
    unlikely = [(n, n + 3) for n in range(0, 390, 2)]
    odds = np.array([12.0] * len(likely) + [-12.0] * len(unlikely))
    table = estimate(held, np.array(likely + unlikely), odds)
    assert table.values[0] < -3
    assert list(table.values) == sorted(table.values)
    assert 3 < table.values[len(EDGES)] <= CAP


def test_company_decides_between_namesakes_and_is_told_apart_from_the_records():
    ids = [f"n{n}" for n in range(4)]
    others = [person(f"x{n}") for n in range(60)]
    ties = [Tie(one, "contact", to) for one in ("n0", "n1") for to in ("x0", "x1")]
    ties += [Tie(one, "contact", to) for one in ("n2", "n3") for to in ("x2", "x3")]
    outcome = linked([*map(person, ids), *others], every_pair(ids, -1.0), ties)
    assert groups(outcome) == {frozenset({"n0", "n1"}), frozenset({"n2", "n3"})}
    asked = next(pair for pair in outcome.review if (pair.left, pair.right) == ("n0", "n1"))
    assert asked.relational > 1
    assert asked.bits == pytest.approx(3.0)  # 4 stands for even odds
    assert dict(outcome.relational)["contacts: nothing shared"] < 0


def test_a_join_lends_no_support_to_itself():
    """Two pairs of namesakes who know each other: each join would support the other."""
    ids = ["a1", "a2", "b1", "b2"]
    ties = [Tie("a1", "contact", "b1"), Tie("a2", "contact", "b2")]
    weights = {("a1", "a2"): -1.0, ("b1", "b2"): -1.0}
    outcome = linked([*map(person, ids), *(person(f"x{n}") for n in range(60))], weights, ties)
    assert groups(outcome) == set()

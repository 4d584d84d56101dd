from headwater.resolve.linkage.company import MET, NOTHING, Company, neighbourhoods
from headwater.resolve.records import Tie
from tests.resolve.linkage.worlds import every_pair, groups, linked, person


def company(ties, number=8, home=None, **values):
    records = [person(f"p{n}", **values.get(f"p{n}", {})) for n in range(number)]
    return Company(neighbourhoods(records, sorted(ties)), home or range(number))


def test_two_who_were_in_touch_with_the_same_number_walk_to_the_same_place():
    held = company([Tie("p0", "contact", "+100"), Tie("p1", "contact", "+100")])
    assert held.shared(0, 1) > NOTHING
    assert held.shared(0, 2) == NOTHING


def test_a_number_that_many_know_weighs_less():
    rare = company([Tie(f"p{n}", "contact", "+100") for n in range(2)])
    common = company([Tie(f"p{n}", "contact", "+100") for n in range(8)])
    assert common.shared(0, 1) < rare.shared(0, 1)


def test_those_whose_friends_know_each_other_walk_in_one_neighbourhood():
    ties = [Tie("p0", "contact", "p2"), Tie("p1", "contact", "p3"), Tie("p2", "contact", "p3")]
    held = company([*ties, Tie("p4", "contact", "p5")])
    assert NOTHING == held.shared(0, 4) < held.shared(0, 1)


def test_two_who_called_each_other_are_two_people():
    held = company([Tie("p0", "contact", "p1"), Tie("p0", "contact", "p2"),
                    Tie("p1", "contact", "p2")])  # fmt: skip
    assert held.shared(0, 1) == MET


def test_a_number_stands_for_the_record_that_holds_it():
    ties = [Tie("p0", "contact", "+38 100"), Tie("p1", "contact", "p2")]
    assert company(ties, p2={"phone": "+38100"}).shared(0, 1) > NOTHING
    assert company(ties).shared(0, 1) == NOTHING


def test_nothing_is_known_of_somebody_without_ties():
    held = company([Tie("p0", "contact", "+100"), Tie("p1", "seen", "Testovo")])
    assert held.known(0, 1)
    assert not held.known(0, 2)


def test_whoever_returns_to_a_place_shares_it_but_two_at_one_place_on_one_day_met():
    def seen(day):
        ties = [Tie("p0", "seen", "Testovo", "2030-03-04"), Tie("p1", "seen", "testovo", day)]
        return company(ties).shared(0, 1)

    assert seen("2031-04-04") == seen("") != NOTHING
    assert seen("2030-03-04") == MET


def test_neighbours_found_to_be_one_are_shared_company():
    ties = [Tie("p0", "contact", "p2"), Tie("p1", "contact", "p3")]
    assert company(ties).shared(0, 1) == NOTHING
    assert company(ties, home=[0, 1, 2, 2, 4, 5, 6, 7]).shared(0, 1) > NOTHING


def test_no_walk_passes_through_the_cluster_that_it_starts_in():
    ties = [Tie("p0", "contact", "p2"), Tie("p1", "contact", "p3")]
    assert company(ties, home=[0, 0, 2, 3, 4, 5, 6, 7]).shared(0, 1) == NOTHING


def test_protected_people_lend_no_company():
    records = [person("a"), person("b"), person("c", "victim")]
    ties = [Tie("a", "contact", "c"), Tie("b", "contact", "c"), Tie("c", "contact", "a")]
    ties += [Tie("c", "seen", "Testovo")]
    assert [one.near for one in neighbourhoods(records, ties)] == [set(), set(), set()]


def test_pairs_in_rare_company_are_found_without_a_name_in_common():
    ties = [Tie(one, "contact", to) for one in ("p0", "p1") for to in ("+1", "+2")]
    assert company([*ties, Tie("p2", "contact", "+1")]).in_rare_company() == [(0, 1)]


def test_company_decides_between_namesakes_and_is_told_apart_from_the_records():
    ids = [f"n{n}" for n in range(4)]
    ties = [Tie(one, "contact", to) for one in ("n0", "n1") for to in ("x00", "x01")]
    ties += [Tie(one, "contact", to) for one in ("n2", "n3") for to in ("x02", "x03")]
    # Others, known by their documents, show that company goes with identity here.
    known = {(f"x{n:02}", f"x{n + 1:02}"): 12.0 for n in range(10, 50, 2)}
    ties += [Tie(one, "contact", f"+{pair[0]}") for pair in known for one in pair]
    apart = {(f"x{n:02}", f"x{n + 3:02}"): -9.0 for n in range(10, 46, 2)}
    others = [person(f"x{n:02}") for n in range(60)]
    outcome = linked([*map(person, ids), *others], every_pair(ids, -1.0) | known | apart, ties)
    found = {group for group in groups(outcome) if min(group).startswith("n")}
    assert found == {frozenset({"n0", "n1"}), frozenset({"n2", "n3"})}
    asked = next(pair for pair in outcome.review if (pair.left, pair.right) == ("n0", "n1"))
    assert asked.relational > 1
    assert dict(outcome.relational)["nothing shared"] < 0


def test_a_join_lends_no_support_to_itself():
    """Two pairs of namesakes who know each other: each join would support the other."""
    ids = ["a1", "a2", "b1", "b2"]
    ties = [Tie("a1", "contact", "b1"), Tie("a2", "contact", "b2")]
    weights = {("a1", "a2"): -1.0, ("b1", "b2"): -1.0}
    outcome = linked([*map(person, ids), *(person(f"x{n}") for n in range(60))], weights, ties)
    assert groups(outcome) == set()

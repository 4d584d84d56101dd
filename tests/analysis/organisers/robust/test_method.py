import json

import numpy as np
import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import Picture, from_plain_files
from tests.analysis.organisers.ranking.test_method import STAR, picture_of
from tests.analysis.organisers.test_countries import with_countries

METHOD = "organisers.robust_removal"
QUICK = {"worlds": 60, "k": 1}

# Two circles; the boss of each holds it together. One rumour joins them through "mole".
LEFT = [("boss1", f"l{i}") for i in range(6)]
RIGHT = [("boss2", f"r{i}") for i in range(6)]
RUMOUR = [("l0", "mole"), ("mole", "r0")]


def circles(rumour):
    pairs = [*LEFT, *RIGHT, *RUMOUR]
    grades = ["1A"] * 12 + [rumour] * 2
    return picture_of(pairs, grade=grades, group=[f"G{i}" for i in range(14)])


def chosen(finding):
    return {row["id"] for row in finding.rows}


def test_a_rumour_does_not_turn_the_choice_and_a_fact_does():
    assert chosen(run(circles("3E"), METHOD, QUICK)) <= {"boss1", "boss2"}
    solid = run(circles("1A"), METHOD, QUICK | {"reading": "as_given"})
    best = solid.certificate["best_of_all_ties_as_given"]
    assert solid.certificate["expected_pairs_left"] == best["expected_pairs_left"]
    assert solid.certificate["low"] == solid.certificate["high"]


def test_the_certificate_compares_with_what_usual_tools_choose():
    told = run(circles("2D"), METHOD, QUICK | {"k": 2}).certificate
    for other in ("best_of_all_ties_as_given", "adaptive_betweenness"):
        assert told["expected_pairs_left"] <= told[other]["expected_pairs_left"] + 1e-9
    assert told["low"] <= told["expected_pairs_left"] <= told["high"]
    assert told["regret"] >= 0
    assert told["in_time"]


def test_each_row_says_how_stable_it_is_and_what_it_rests_on():
    finding = run(circles("2D"), METHOD, QUICK | {"k": 2})
    assert all(0 <= row["stability"] <= 1 and row["effect"] > 0 for row in finding.rows)
    assert finding.evidence["boss1"] == tuple(f"R{i}#1.1" for i in range(6))


def test_the_report_worth_knowing_is_the_one_that_changes_the_choice():
    # One more circle hangs on one doubtful report: if it is right, its bridge is the best target.
    pairs = [("a", f"a{i}") for i in range(5)] + [("b", f"b{i}") for i in range(5)]
    pairs += [("a1", "b1"), ("x", "y")]
    grades = ["1A"] * 10 + ["3B", "3B"]
    picture = picture_of(pairs, grade=grades, group=[f"G{i}" for i in range(12)])
    told = run(picture, METHOD, QUICK | {"k": 2}).certificate["worth_knowing"]
    items = [one["item"] for one in told]
    assert "R11#1" not in items[:1]
    assert all(one["gain"] > 0 for one in told)


def test_two_reports_of_one_origin_are_no_more_than_one():
    pairs = [*STAR, ("hub", "a")]
    once = run(picture_of(pairs, grade=["2C"] * 5, group=["G0"] * 5), METHOD, QUICK)
    twice = run(
        picture_of(pairs, grade=["2C"] * 5, group=["G0", "G0", "G0", "G0", "G1"]), METHOD, QUICK
    )
    single = run(picture_of(STAR, grade=["2C"] * 4, group=["G0"] * 4), METHOD, QUICK)
    left = [one.certificate["best_of_all_ties_as_given"] for one in (once, single)]
    assert left[0] == left[1]
    assert twice.picture != once.picture


@pytest.mark.parametrize("aim", ["tail", "regret"])
def test_other_aims_choose_as_well_and_scenarios_are_named(aim):
    finding = run(circles("2D"), METHOD, QUICK | {"aim": aim, "two_people": "boss1", "k": 2})
    assert len(finding.rows) == 2
    names = finding.certificate["scenarios"]
    assert names[0] == "as graded"
    assert ("boss1 is two people" in names) == (aim == "regret")


def test_an_origin_that_may_be_wrong_throughout_is_a_scenario():
    picture = picture_of([*LEFT, *RIGHT], group=["G0"] * 6 + ["G1"] * 6)
    names = run(picture, METHOD, QUICK | {"aim": "regret"}).certificate["scenarios"]
    assert "the origin of R0#1 is wrong throughout" in names


def test_sensitivity_shows_the_other_readings_and_weak_sources_dropped():
    told = run(circles("2D"), METHOD, QUICK).sensitivity
    assert {"read as trusting", "read as sceptical", "read as as_given"} < set(told)
    assert "weak grades dropped" in told
    for other in told.values():
        assert other["expected_pairs_left"] <= other["by_this_choice"] + 1e-9


def test_unseen_ties_can_be_assumed_and_the_answer_without_them_is_shown():
    finding = run(circles("2D"), METHOD, QUICK | {"prior": "degrees", "missing": 0.3})
    assert "no unseen ties" in finding.sensitivity
    plain = run(circles("2D"), METHOD, QUICK)
    more, less = (one.certificate["expected_pairs_left"] for one in (finding, plain))
    assert more > less
    assert any("No unseen ties" in caveat for caveat in plain.caveats)


def test_limits_hold():
    picture = with_countries(circles("2D"), [("boss1", "rs"), ("l0", "rs")])
    assert chosen(run(picture, METHOD, QUICK | {"jurisdiction": "RS"})) == {"boss1"}
    spared = run(circles("2D"), METHOD, QUICK | {"untouchable": "boss1", "k": 3})
    assert "boss1" not in chosen(spared)
    assert any("untouchable: 1 person" in caveat for caveat in spared.caveats)
    out = run(circles("2D"), METHOD, QUICK | {"already_removed": "boss1"})
    assert chosen(out) == {"boss2"}


def test_people_who_may_not_be_ranked_are_not_in_it():
    pairs = [*LEFT, *RIGHT, *RUMOUR]
    finding = run(picture_of(pairs, people=[("boss1", False)]), METHOD, QUICK)
    assert "boss1" not in json.dumps(finding.as_dict()).lower()
    assert chosen(finding) == {"boss2"}


@pytest.mark.parametrize(
    ("pairs", "k"),
    [
        ([], 1),
        ([("a", "a")], 1),
        ([("a", "b"), ("b", "a"), ("a", "b")], 5),
        ([("a", "b"), ("c", "d"), ("e", "f")], 2),
    ],
)
def test_small_and_broken_networks_get_an_answer(pairs, k):
    finding = run(picture_of(pairs), METHOD, {"k": k, "worlds": 20})
    assert len(finding.rows) <= k
    assert finding.caveats
    json.dumps(finding.as_dict(), allow_nan=False)


def test_nobody_is_chosen_whose_removal_has_no_effect():
    finding = run(picture_of([("a", "b"), ("b", "c"), ("c", "d")]), METHOD, {"k": 99, "worlds": 30})
    assert len(finding.rows) == 2
    assert all(row["effect"] > 0 for row in finding.rows)
    assert finding.certificate["expected_pairs_left"] == 0
    assert all(not other["come"] for other in finding.sensitivity.values())
    assert any("2 of at most 99" in caveat for caveat in finding.caveats)


def test_what_was_tied_before_is_told_and_why_it_differs_from_ties_as_stated():
    finding = run(circles("1A"), METHOD, QUICK | {"reading": "as_given"})
    assert finding.certificate["before"] == 15 * 14 / 2
    graded = run(circles("3E"), METHOD, QUICK)
    assert graded.certificate["before"] < 15 * 14 / 2
    assert any("takes every tie as stated" in caveat for caveat in graded.caveats)


def test_that_the_share_of_missing_ties_is_not_used_is_said_where_no_prior_is_given():
    said = "the parameter missing is not used"
    assert any(said in one for one in run(circles("2D"), METHOD, QUICK).caveats)
    used = run(circles("2D"), METHOD, QUICK | {"prior": "degrees"})
    assert not any(said in one for one in used.caveats)


def test_nobody_to_choose_is_said():
    everybody = {"untouchable": "a,b,c,d,hub"}
    finding = run(picture_of(STAR), METHOD, everybody)
    assert finding.rows == ()
    assert any("nobody is chosen" in caveat for caveat in finding.caveats)
    assert run(Picture.of({}), METHOD).rows == ()


def test_an_unknown_id_is_told():
    with pytest.raises(WrongUse, match="two_people names 'x'"):
        run(picture_of(STAR), METHOD, {"two_people": "x"})


def test_the_same_seed_gives_the_same_answer():
    first, again = (run(circles("2D"), METHOD, QUICK).as_dict() for _ in range(2))
    first.pop("seconds"), again.pop("seconds")
    assert first == again


def test_plain_files_with_ids_as_text_are_enough(tmp_path):
    links = tmp_path / "links.csv"
    links.write_text(
        "source,target,weight,layer,grade\nNA,1,2,call,1A\nNA,2,1,call,2D\n2,3,1,meeting,3E\n"
    )
    people = tmp_path / "people.csv"
    people.write_text("id\nNA\n1\n2\n3\n")
    picture = from_plain_files(links=links, people=people, assume_category="suspect")
    finding = run(picture, METHOD, QUICK)
    assert chosen(finding) == {"NA"}


def test_a_large_network_is_answered_in_time():
    rng = np.random.default_rng(0)
    ends = rng.integers(0, 3000, (2, 6000))
    picture = picture_of([(f"p{a}", f"p{b}") for a, b in ends.T.tolist()], grade=["2C"] * 6000)
    finding = run(picture, METHOD, {"seconds": 4, "worlds": 100})
    assert len(finding.rows) == 5

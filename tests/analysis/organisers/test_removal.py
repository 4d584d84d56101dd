import json
import time

import numpy as np
import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import Picture, from_plain_files
from tests.analysis.organisers.ranking.test_method import STAR, picture_of
from tests.analysis.organisers.test_countries import with_countries

METHOD = "organisers.removal"
TWO_STARS = [("x", "a"), ("x", "b"), ("x", "c"), ("x", "y"), ("y", "d"), ("y", "e"), ("y", "f")]


def chosen(finding):
    return sorted(row["id"] for row in finding.rows)


def test_the_two_hubs_are_chosen_together_and_it_is_proved():
    finding = run(picture_of(TWO_STARS), METHOD, {"k": 2})
    assert chosen(finding) == ["x", "y"]
    assert finding.certificate["pairs_left"] == finding.certificate["bound"] == 0
    assert finding.certificate["proved"]
    assert finding.certificate["gap"] == 0


def test_a_row_tells_what_one_removal_does_alone_and_in_the_set():
    rows = {row["id"]: row for row in run(picture_of(TWO_STARS), METHOD, {"k": 2}).rows}
    assert rows["x"]["alone"] == 28 - 6
    assert rows["x"]["in_set"] == 6
    assert rows["x"]["name"] == "X"
    assert rows["x"]["statements"] == 4
    assert rows["x"]["groups"] == 2


def test_somebody_no_good_set_can_spare_is_told_from_somebody_who_can_be_spared():
    rows = run(picture_of(STAR), METHOD, {"k": 1, "within": 10}).rows
    assert [(row["id"], row["needed"]) for row in rows] == [("hub", "yes")]
    finding = run(picture_of([("a", "b"), ("b", "c"), ("c", "d")]), METHOD, {"k": 1})
    assert [row["needed"] for row in finding.rows] == ["no"]
    assert finding.certificate["alternatives"][0]["pairs_left"] == 1


def test_it_shows_what_one_more_and_one_less_removal_leave():
    certificate = run(picture_of(TWO_STARS), METHOD, {"k": 1}).certificate
    assert certificate["pairs_left"] == 6
    assert certificate["one_less"] == {"ids": [], "pairs_left": 28, "bound": 28}
    assert certificate["one_more"]["pairs_left"] == 0


def test_nobody_is_chosen_who_adds_nothing_and_the_smallest_set_is_told():
    chain = [("None", "NA"), ("NA", "X2"), ("X2", "null"), ("null", "X4")]
    finding = run(picture_of(chain), METHOD)
    assert chosen(finding) == ["NA", "null"]
    assert all(row["in_set"] > 0 for row in finding.rows)
    told = finding.certificate
    assert (told["pairs_left"], told["proved"]) == (0, True)
    assert told["one_less"]["pairs_left"] == 2
    assert "one_more" not in told
    assert any("2 of at most 5 are enough" in one for one in finding.caveats)


def test_the_usual_ranking_by_betweenness_is_shown_beside_it():
    certificate = run(picture_of(TWO_STARS), METHOD, {"k": 2}).certificate
    assert certificate["top_betweenness"] == {"ids": ["x", "y"], "pairs_left": 0}


def test_nobody_is_chosen_whom_a_limit_excludes_and_how_many_is_said():
    picture = with_countries(picture_of(TWO_STARS), [("y", "RS"), ("a", "RS")])
    finding = run(picture, METHOD, {"k": 1, "jurisdiction": "RS"})
    assert chosen(finding) == ["y"]
    assert any("by jurisdiction: 6 people" in one for one in finding.caveats)
    finding = run(picture_of(TWO_STARS), METHOD, {"k": 1, "untouchable": "x, y"})
    assert not {"x", "y"} & set(chosen(finding))


def test_somebody_who_is_out_already_is_not_chosen_and_counts_for_nothing():
    finding = run(picture_of(TWO_STARS), METHOD, {"k": 1, "already_removed": "x"})
    assert chosen(finding) == ["y"]
    assert finding.certificate["before"] == 6


def test_victims_are_neither_chosen_nor_named_and_only_counted():
    picture = picture_of([*TWO_STARS, ("v", "x"), ("v", "y")], people=[("v", False)])
    finding = run(picture, METHOD, {"k": 9})
    document = json.dumps(finding.as_dict())
    assert '"v"' not in document
    assert any("1 person" in one for one in finding.caveats)


def test_weak_grades_dropped_may_change_the_choice_and_it_is_said():
    grades = ["1A", "1A", "1A", "1A", "3E", "3E", "3E"]
    finding = run(picture_of(TWO_STARS, grade=grades), METHOD, {"k": 2})
    said = finding.sensitivity["weak grades dropped"]
    assert said["go"] == ["y"]
    assert said["pairs_left"] == said["pairs_left_by_this_choice"] == 0
    steady = run(picture_of(TWO_STARS), METHOD, {"k": 2})
    assert steady.sensitivity == {"weak grades dropped": {"changes": False}}


def test_the_danger_that_a_removal_strengthens_a_network_is_told():
    caveats = run(picture_of(STAR), METHOD).caveats
    assert any("can strengthen a network" in one for one in caveats)


@pytest.mark.parametrize(
    ("pairs", "people"),
    [
        ([], []),
        ([], [("only", True)]),
        ([("a", "a")], []),
        ([("a", "v")], [("a", False), ("v", False)]),
    ],
    ids=["no people", "one person", "a self tie", "nobody may be ranked"],
)
def test_where_nobody_can_be_chosen_the_answer_is_empty_and_says_why(pairs, people):
    finding = run(picture_of(pairs, people=people), METHOD)
    assert finding.rows == ()
    assert finding.certificate["pairs_left"] == 0
    assert not {"one_more", "one_less"} & set(finding.certificate)
    assert finding.caveats


def test_where_the_limits_leave_nobody_that_is_said_and_nothing_is_called_proved():
    finding = run(picture_of(TWO_STARS), METHOD, {"jurisdiction": "ZZ"})
    assert finding.rows == ()
    assert "The limits leave nobody who may be chosen: nobody is chosen." in finding.caveats
    assert not {"proved", "one_more", "one_less", "top_betweenness"} & set(finding.certificate)


def test_more_removals_than_people_leave_no_pair():
    finding = run(picture_of(TWO_STARS), METHOD, {"k": 500})
    assert finding.certificate["pairs_left"] == 0


def test_ties_told_twice_in_both_directions_and_in_pieces_apart_count_once():
    once = run(picture_of([*TWO_STARS, ("p", "q")]), METHOD, {"k": 1})
    again = run(picture_of([*TWO_STARS, ("p", "q"), ("a", "x"), ("q", "p")]), METHOD, {"k": 1})
    assert once.certificate["pairs_left"] == again.certificate["pairs_left"] == 7
    assert once.certificate["before"] == 29


def test_an_unknown_id_is_refused_with_what_to_do():
    with pytest.raises(WrongUse, match="not among the people"):
        run(picture_of(STAR), METHOD, {"untouchable": "nobody"})


def test_ids_stay_text_and_na_is_somebody(tmp_path):
    links = "source,target\n" + "".join(f"NA,{one}\n" for one in ("01", "1", "2"))
    (tmp_path / "links.csv").write_text(links, encoding="utf-8")
    (tmp_path / "people.csv").write_text("id\nNA\n01\n1\n2\n", encoding="utf-8")
    picture = from_plain_files(
        links=tmp_path / "links.csv", people=tmp_path / "people.csv", assume_category="suspect"
    )
    assert chosen(run(picture, METHOD, {"k": 1})) == ["NA"]


def test_the_same_picture_and_seed_give_the_same_answer():
    rng = np.random.default_rng(3)
    pairs = [(f"p{a}", f"p{b}") for a, b in rng.integers(0, 30, (60, 2)).tolist() if a != b]
    first, second = (run(picture_of(pairs), METHOD, {"k": 3, "seconds": 100}) for _ in range(2))
    assert first.rows == second.rows


def test_the_time_limit_holds_and_the_gap_is_told():
    rng = np.random.default_rng(4)
    pairs = [(f"p{a}", f"p{b}") for a, b in rng.integers(0, 150, (450, 2)).tolist() if a != b]
    picture: Picture = picture_of(pairs)
    run(picture_of(STAR), METHOD)
    started = time.perf_counter()
    finding = run(picture, METHOD, {"k": 12, "seconds": 1})
    assert time.perf_counter() - started < 15
    assert finding.certificate["bound"] < finding.certificate["pairs_left"]
    assert any("time was over" in one for one in finding.caveats)


def test_a_row_names_the_agencies_that_can_act():
    picture = with_countries(picture_of(STAR), [("hub", "RS"), ("c", "hu")])
    rows = run(picture, METHOD, {"k": 1, "jurisdiction": "Police=rs; Border=hu"}).rows
    assert [(row["id"], row["agencies"]) for row in rows] == [("hub", ["Police"])]
    assert run(picture, METHOD, {"k": 1}).rows[0]["agencies"] == []

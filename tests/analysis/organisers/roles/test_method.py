import json

import pytest

from headwater.analysis import run
from headwater.picture import from_plain_files
from tests.analysis.organisers.ranking.test_method import STAR, picture_of, with_roles
from tests.analysis.organisers.test_functions import stated, table, with_tables


def rows_of(picture, **given):
    finding = run(picture, "organisers.roles", given)
    return {row["id"]: row for row in finding.rows}, finding


def test_one_function_from_one_origin_is_insufficient_and_a_second_origin_lifts_that():
    once = with_roles(picture_of(STAR), [("d", "broker", "X1", "G7", "accepted")])
    twice = with_roles(
        picture_of(STAR), [("d", "broker", f"X{i}", f"G{i + 7}", "accepted") for i in range(2)]
    )
    thin, firm = (rows_of(picture)[0]["d"] for picture in (once, twice))
    assert (thin["likeliest"], thin["verdict"], thin["groups"]) == ("broker", "insufficient", 1)
    assert thin["settles"].endswith("a second origin, independent of the first.")
    assert (firm["verdict"], firm["groups"]) == ("assessed", 2)
    assert firm["probability"] > thin["probability"]


def test_one_story_in_three_reports_is_one_origin():
    picture = with_roles(
        picture_of(STAR), [("d", "broker", f"X{i}", "G7", "accepted") for i in range(3)]
    )
    assert rows_of(picture)[0]["d"]["verdict"] == "insufficient"


def test_each_role_names_the_statements_and_signs_behind_it():
    links = picture_of([("a", "b"), ("b", "c")], layer=["command", "call"], directed=[True] * 2)
    rows, finding = rows_of(links)
    boss = rows["a"]["roles"][0]
    assert (boss["role"], boss["statements"]) == ("organiser", ["R0#1.1"])
    assert boss["shown_by"] == ["gives others instructions, fixes dates or prices"]
    assert rows["b"]["likeliest"] == "coordinator"
    assert rows["b"]["layers"] == {"call": 1, "command": 1}
    assert finding.evidence["a"] == ("R0#1.1",)


def test_a_place_among_the_others_alone_makes_no_role():
    assert rows_of(picture_of(STAR))[0] == {}


def test_who_is_shown_at_a_helm_and_nowhere_else_goes_to_a_human_without_a_probability():
    statements = table(
        stated("Launch", "pilot", "a", 1),
        stated("Launch", "pilot", "b", 2),
        stated("Vehicle", "owner", "b", 3),
    )
    picture = with_tables(picture_of([("a", "b")]), statements=statements)
    rows, finding = rows_of(picture)
    assert set(rows) == {"b"}
    assert '"a"' not in json.dumps(finding.as_dict())
    assert finding.certificate["to_categorise"] == 1
    assert any("For a human to categorise first" in caveat for caveat in finding.caveats)


def test_people_who_may_not_be_ranked_have_no_row_and_change_none():
    roles = [("d", "broker", "X1", "G7", "accepted"), ("c", "pilot", "X2", "G8", "accepted")]
    picture = with_roles(picture_of(STAR, people=[("c", False)]), roles)
    rows, finding = rows_of(picture)
    assert set(rows) == {"d"}
    assert '"c"' not in json.dumps(finding.as_dict())


def test_origin_and_belief_change_nothing(tmp_path):
    answers = []
    for extra in ("AA,one", "BB,two"):
        links, people = tmp_path / "links.csv", tmp_path / "people.csv"
        links.write_text("source,target,layer,directed\na,b,command,yes\n", encoding="utf-8")
        people.write_text(
            f"id,category,country,religion\na,suspect,{extra}\nb,suspect,,\n", encoding="utf-8"
        )
        answers.append(run(from_plain_files(links=links, people=people), "organisers.roles").rows)
    assert answers[0] == answers[1]
    assert len(answers[0]) == 2


def test_weak_sources_dropped_show_whose_role_falls_away():
    weak = picture_of([("a", "b")], layer=["command"], directed=[True], grade=["3E"])
    _, finding = rows_of(weak)
    assert finding.sensitivity["weak grades dropped"]["fall_away"] == ["a", "b"]
    assert rows_of(weak, drop_weak=True)[0] == {}


@pytest.mark.parametrize("top", [1, 2])
def test_top_cuts_the_rows_and_their_evidence_alike(top):
    links = picture_of([("a", "b")], layer=["command"], directed=[True])
    _, finding = rows_of(links, top=top)
    assert len(finding.rows) == len(finding.evidence) == top

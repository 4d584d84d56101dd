import json
from itertools import combinations

import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import Picture, from_plain_files, make_table

RINGS = [*combinations("abcd", 2), *combinations("efgh", 2)]


def picture_of(pairs, *, hidden=(), people=(), **columns):
    """Ties between suspects, each from an item of its own; people in `hidden` are not rankable."""
    ids = sorted({end for pair in pairs for end in pair} | set(people))
    entities = {
        "id": ids,
        "caption": [one.upper() for one in ids],
        "category": ["victim" if one in hidden else "suspect" for one in ids],
        "rankable": [one not in hidden for one in ids],
    }
    n = len(pairs)
    links = {
        "source": [a for a, _ in pairs],
        "target": [b for _, b in pairs],
        "status": ["accepted"] * n,
        "modality": ["done"] * n,
        "grade": ["1A"] * n,
        "group": [f"G{i}" for i in range(n)],
        "statement": [f"R{i:03d}#1.1" for i in range(n)],
    } | columns
    return Picture.of(
        {"entities": make_table("entities", entities), "links": make_table("links", links)}
    )


def members(finding):
    return [row["members"] for row in finding.rows]


def test_two_rings_are_two_groups_with_the_tie_that_holds_them_and_its_statement():
    finding = run(picture_of([*RINGS, ("d", "e")]), "organisers.groups")
    assert members(finding) == [list("abcd"), list("efgh")]
    assert finding.rows[0]["held_to"] == [
        {"group": "Group 2", "ties": 1, "people": 2, "through": [["d", "e"]]}
    ]
    assert "R012#1.1" in finding.evidence["Group 1"]
    assert "R012#1.1" in finding.evidence["Group 2"]
    assert any("No tie has a date" in caveat for caveat in finding.caveats)


def test_a_group_keeps_its_name_from_month_to_month_as_people_come_and_go():
    pairs = [*RINGS, *combinations("abcx", 2), *combinations("efgh", 2)]
    dates = ["2024-01-05"] * 12 + ["2024-02-07"] * 12
    finding = run(picture_of(pairs, date=dates), "organisers.groups", {"window": 1})
    told = {(row["period"], row["group"]): row["members"] for row in finding.rows}
    assert told == {
        ("2024-01", "Group 1"): list("abcd"),
        ("2024-01", "Group 2"): list("efgh"),
        ("2024-02", "Group 1"): list("abcx"),
        ("2024-02", "Group 2"): list("efgh"),
    }
    assert next(row["period"] for row in finding.rows) == "2024-02"


def test_a_split_and_a_merger_are_said():
    whole = [*combinations("abcdefgh", 2)]
    parts = [*combinations("abcde", 2), *combinations("fgh", 2)]
    pairs = [*whole, *parts, *whole]
    dates = ["2024-01"] * len(whole) + ["2024-02"] * len(parts) + ["2024-03"] * len(whole)
    finding = run(picture_of(pairs, date=dates), "organisers.groups", {"window": 1})
    said = {(row["period"], row["group"]): row["change"] for row in finding.rows}
    assert said["2024-02", "Group 2"] == "split from Group 1"
    assert said["2024-03", "Group 1"] == "goes on; took in Group 2"


def test_reports_of_later_months_do_not_rename_groups_of_earlier_ones():
    dates = ["2024-01"] * 12 + ["2024-03"] * 6
    later = picture_of([*RINGS, *combinations("eghz", 2)], date=dates)
    before = run(picture_of(RINGS, date=dates[:12]), "organisers.groups").rows
    after = [row for row in run(later, "organisers.groups").rows if row["period"] == "2024-01"]
    assert [(r["id"], r["members"]) for r in before] == [(r["id"], r["members"]) for r in after]


def test_who_stands_in_two_groups_is_said():
    pairs = [*combinations("abcdm", 2), *combinations("efghm", 2)]
    rows = run(picture_of(pairs), "organisers.groups").rows
    in_two = [one for row in rows for one in row["in_two"]]
    assert [one["id"] for one in in_two] == ["m"]


def test_tight_groups_are_steady_and_loose_ones_are_not():
    ring = [(f"p{i:02}", f"p{(i + 1) % 30:02}") for i in range(30)]
    pairs = [*combinations("abcdefg", 2), *ring]
    rows = run(picture_of(pairs), "organisers.groups", {"least": 4}).rows
    steady = {row["members"][0]: row["steadiness"] for row in rows}
    assert steady.pop("a") > 0.8
    assert max(steady.values()) < 0.8


def test_reports_that_copy_one_another_count_once():
    tied = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]
    copied = [*tied, *[("b", "c")] * 9, *[("d", "a")] * 9]
    groups = ["G1", "G2", "G3", "G4", *["G2"] * 9, *["G4"] * 9]
    finding = run(picture_of(copied, group=groups), "organisers.groups", {"least": 2})
    assert members(finding) == members(run(picture_of(tied), "organisers.groups", {"least": 2}))


def test_people_who_may_not_be_ranked_are_in_no_group_and_only_counted():
    finding = run(picture_of(RINGS, hidden="d"), "organisers.groups")
    assert members(finding) == [list("abc"), list("efgh")]
    assert '"d"' not in json.dumps(finding.as_dict())
    assert any(": 1 person, and 3 links" in caveat for caveat in finding.caveats)


def test_the_groups_that_weak_grades_alone_hold_together_are_named():
    grades = ["1A"] * 6 + ["3E"] * 6
    finding = run(picture_of(RINGS, grade=grades), "organisers.groups")
    assert finding.sensitivity["weak grades dropped"] == {
        "groups": 2,
        "found_again": 1,
        "lost": ["Group 2"],
    }
    dropped = run(picture_of(RINGS, grade=grades), "organisers.groups", {"drop_weak": True})
    assert members(dropped) == [list("abcd")]


def test_the_same_seed_gives_the_same_answer():
    picture = picture_of([*RINGS, ("d", "e"), ("a", "h")])
    one, two = (run(picture, "organisers.groups").as_dict() for _ in range(2))
    one.pop("seconds"), two.pop("seconds")
    assert one == two


@pytest.mark.parametrize(
    ("pairs", "people"), [([], ()), ([], ("a",)), ([("a", "a")], ()), ([("a", "b")], ())]
)
def test_with_no_ties_one_person_or_a_self_tie_there_is_no_group_and_no_error(pairs, people):
    finding = run(picture_of(pairs, people=people), "organisers.groups")
    assert finding.rows == ()
    assert finding.certificate["groups"] == 0


def test_when_nobody_may_be_ranked_that_is_said():
    finding = run(picture_of(RINGS, hidden="abcdefgh"), "organisers.groups")
    assert finding.rows == ()
    assert any("Nobody in this picture may be ranked" in caveat for caveat in finding.caveats)


def test_negative_weights_and_repeats_of_a_plain_file_are_settled_and_na_is_a_person(tmp_path):
    links = tmp_path / "links.csv"
    rows = ["source,target,weight", "NA,b,-3", "b,c,2", "c,NA,1", "c,NA,1", "b,b,1"]
    links.write_text("\n".join(rows))
    picture = from_plain_files(links=links, assume_category="suspect")
    finding = run(picture, "organisers.groups")
    assert members(finding) == [["NA", "b", "c"]]
    assert any("-3" in caveat or "weight" in caveat for caveat in finding.caveats)


def test_a_period_that_is_none_is_refused():
    with pytest.raises(WrongUse, match="step"):
        run(picture_of(RINGS), "organisers.groups", {"step": "week"})

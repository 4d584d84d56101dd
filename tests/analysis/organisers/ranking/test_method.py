import csv
import json

import pytest

from headwater.analysis import run
from headwater.picture import Picture, from_plain_files, make_table


def picture_of(pairs, *, people=(), **columns):
    """A small picture: people are (id, rankable), everybody else in a tie is rankable."""
    ids = sorted({end for pair in pairs for end in pair} | {one for one, _ in people})
    rankable = [dict(people).get(one, True) for one in ids]
    entities = {
        "id": ids,
        "caption": [one.upper() for one in ids],
        "category": ["suspect" if may else "victim" for may in rankable],
        "rankable": rankable,
    }
    n = len(pairs)
    links = {
        "source": [a for a, _ in pairs],
        "target": [b for _, b in pairs],
        "status": ["accepted"] * n,
        "modality": ["done"] * n,
        "layer": ["meeting"] * n,
        "grade": ["1A"] * n,
        "group": [f"G{i % 2}" for i in range(n)],
        "statement": [f"R{i}#1.1" for i in range(n)],
    } | columns
    return Picture.of(
        {"entities": make_table("entities", entities), "links": make_table("links", links)}
    )


def with_roles(picture, roles):
    """Adds roles: (person, role, urn, group, status)."""
    rows = []
    for person, role, urn, group, status in roles:
        common = {"urn": urn, "item": 9, "entity": f"{urn}#9@m1", "schema": "NetworkRole"}
        common |= {"group": group, "status": status, "modality": "done", "grade": "1A"}
        rows.append(common | {"id": f"{urn}#9.1", "n": 1, "property": "member", "value": person})
        rows.append(common | {"id": f"{urn}#9.2", "n": 2, "property": "role", "value": role})
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    statements = make_table("statements", columns)
    return Picture.of(dict(picture.tables) | {"statements": statements})


NAME = "organisers.ranking"
STAR = [("hub", "a"), ("hub", "b"), ("hub", "c"), ("c", "d")]


def test_the_one_in_the_middle_comes_first_with_the_parts_side_by_side():
    first = run(picture_of(STAR), "organisers.ranking").rows[0]
    assert (first["id"], first["name"], first["degree"]) == ("hub", "HUB", 3)
    assert first["betweenness"] == pytest.approx(5 / 6)
    assert (first["statements"], first["groups"], first["role"]) == (3, 2, "")


def test_evidence_names_the_statements_behind_each_row_the_weightiest_first():
    finding = run(picture_of(STAR), "organisers.ranking")
    assert finding.evidence["hub"] == ("R2#1.1", "R0#1.1", "R1#1.1")
    assert finding.rows[0]["carried_by"] == ["R2#1.1", "R0#1.1", "R1#1.1"]
    assert finding.evidence["d"] == ("R3#1.1",)


def test_an_organiser_who_keeps_away_from_the_road_outranks_a_busy_driver():
    picture = with_roles(
        picture_of(STAR),
        [
            ("c", "organiser", "X1", "G7", "accepted"),
            ("c", "organiser", "X2", "G8", "accepted"),
            ("hub", "driver", "X3", "G9", "accepted"),
        ],
    )
    rows = {row["id"]: row for row in run(picture, "organisers.ranking").rows}
    assert rows["c"]["rank"] < rows["hub"]["rank"]
    assert (rows["c"]["role"], rows["c"]["role_groups"], rows["c"]["role_statements"]) == (
        *("organiser", 2, 2),
    )
    assert rows["hub"]["role"] == "driver"


def test_one_story_told_by_three_reports_is_one_piece_of_role_evidence():
    once = with_roles(picture_of(STAR), [("d", "organiser", "X1", "G7", "accepted")])
    thrice = with_roles(
        picture_of(STAR), [("d", "organiser", f"X{i}", "G7", "accepted") for i in range(3)]
    )
    scores = [
        {row["id"]: row["score"] for row in run(p, "organisers.ranking").rows}["d"]
        for p in (once, thrice)
    ]
    assert scores[0] == scores[1]


def test_people_who_may_not_be_ranked_take_their_ties_with_them():
    everybody = picture_of(STAR)
    without = picture_of(STAR, people=[("hub", False)])
    finding = run(without, "organisers.ranking")
    assert {row["id"] for row in finding.rows} == {"c", "d"}
    assert "hub" not in json.dumps(finding.as_dict()).lower()
    degrees = {row["id"]: row["degree"] for row in finding.rows}
    assert degrees == {"c": 1, "d": 1}
    assert any(": 1 person, and 3 links that end" in c for c in finding.caveats)
    assert run(everybody, "organisers.ranking").certificate["people"] == 5


def test_proposed_statements_count_only_when_asked_for_and_that_is_said():
    picture = picture_of(STAR, status=["accepted", "accepted", "accepted", "proposed"])
    assert run(picture, "organisers.ranking").certificate["ties"] == 3
    asked = run(picture, "organisers.ranking", {"include_proposed": "yes"})
    assert asked.certificate["ties"] == 4
    assert any("nobody has accepted" in caveat for caveat in asked.caveats)


def test_what_is_planned_alleged_or_denied_is_no_tie():
    picture = picture_of(STAR, modality=["done", "planned", "alleged", "denied"])
    assert run(picture, "organisers.ranking").certificate["ties"] == 1


def test_only_the_layers_asked_for_count():
    picture = picture_of(STAR, layer=["call", "call", "meeting", "kinship"])
    asked = run(picture, "organisers.ranking", {"layers": "meeting, kinship"})
    assert asked.certificate["ties"] == 2


def test_dropping_weak_grades_drops_them_and_the_sensitivity_says_it_beforehand():
    pairs = [("x", end) for end in "abcdef"] + [("y", end) for end in "ab"]
    picture = picture_of(pairs, grade=["3E"] * 6 + ["1A", "1B"])
    whole = run(picture, "organisers.ranking")
    dropped = run(picture, "organisers.ranking", {"drop_weak": True})
    assert whole.rows[0]["id"] == "x"
    assert dropped.rows[0]["id"] == "y"
    assert dropped.certificate["ties"] == 2
    assert whole.sensitivity["weak grades dropped"]["first_five"][0] == "y"


def test_the_span_of_ranks_holds_the_rank_and_widens_where_evidence_is_thin():
    pairs = [("hub", end) for end in "abcdefgh"] * 3 + [("a", "b"), ("c", "d")]
    rows = run(picture_of(pairs), "organisers.ranking", {"worlds": 60}).rows
    assert all(1 <= r["rank_low"] <= r["rank"] <= r["rank_high"] <= len(rows) for r in rows)
    by_id = {row["id"]: row for row in rows}
    assert by_id["hub"]["rank_high"] == 1
    assert by_id["a"]["rank_high"] > by_id["a"]["rank_low"]


def test_people_of_whom_nothing_is_known_are_counted_and_not_listed():
    people = [(f"p{i}", True) for i in range(20)]
    finding = run(picture_of([], people=people), "organisers.ranking")
    assert finding.rows == ()
    assert any("20 of 20 people" in caveat for caveat in finding.caveats)


def test_equal_people_share_the_chance_of_the_first_five_places():
    ring = [(f"p{i}", f"p{(i + 1) % 20}") for i in range(20)]
    rows = run(picture_of(ring), "organisers.ranking", {"worlds": 400}).rows
    assert {row["rank"] for row in rows} == {1}
    assert sum(row["p_top5"] for row in rows) == pytest.approx(5, abs=0.01)
    assert max(row["p_top5"] for row in rows) < 0.5


def test_top_cuts_the_rows_and_their_evidence_alike():
    finding = run(picture_of(STAR), "organisers.ranking", {"top": 2})
    assert [row["rank"] for row in finding.rows] == [1, 2]
    assert set(finding.evidence) == {row["id"] for row in finding.rows}


def test_columns_of_its_own_in_a_file_of_people_change_nothing(tmp_path):
    (tmp_path / "links.csv").write_text("source,target\na,b\nb,c\n", encoding="utf-8")
    answers = []
    for role in ("organiser", "driver"):
        people = tmp_path / "people.csv"
        people.write_text(
            f"id,category,role,nationality\na,suspect,{role},XX\nb,suspect,,\nc,suspect,,\n",
            encoding="utf-8",
        )
        picture = from_plain_files(links=tmp_path / "links.csv", people=people)
        answers.append(run(picture, "organisers.ranking").rows)
    assert answers[0] == answers[1]


def test_the_organisers_of_caviar_are_among_the_first_five(shared, tmp_path):
    folder = shared / "data" / "networks" / "caviar"
    with (folder / "people.csv").open(encoding="utf-8") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    (tmp_path / "people.csv").write_text("id\n" + "\n".join(ids) + "\n", encoding="utf-8")
    picture = from_plain_files(
        links=folder / "links.csv", people=tmp_path / "people.csv", assume_category="suspect"
    )
    finding = run(picture, "organisers.ranking")
    assert (len(finding.rows), finding.certificate["ties"]) == (110, 295)
    assert {"1", "3", "12"} <= {row["id"] for row in finding.rows[:5]}


def ranked(tmp_path, links):
    (tmp_path / "links.csv").write_text(links, encoding="utf-8")
    picture = from_plain_files(links=tmp_path / "links.csv", assume_category="suspect")
    return run(picture, NAME, {"worlds": 5})


BAD = {
    "self ties alone": ("source,target\na,a\nb,b\n", 0, 0),
    "one person": ("source,target\na,a\n", 0, 0),
    "duplicate and contradictory ties": (
        "source,target,weight,directed\na,b,1,yes\na,b,7,no\nb,a,2,yes\n",
        *(2, 1),
    ),
    "negative weights": ("source,target,weight\na,b,-3\nb,c,2\n", 3, 2),
    "disconnected": ("source,target\na,b\nc,d\n", 4, 2),
    "ids that look like nothing": ("source,target\nNA,007\n007,null\n", 3, 2),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_gets_a_clear_answer(name, tmp_path):
    links, listed, pairs = BAD[name]
    finding = ranked(tmp_path, links)
    assert len(finding.rows) == listed
    assert finding.certificate["pairs"] == pairs
    assert all(0 <= row["score"] <= 1 for row in finding.rows)
    if "negative" in name:
        assert any("is below 0" in caveat for caveat in finding.caveats)
    if not listed:
        assert any("No tie between two people" in caveat for caveat in finding.caveats)


def test_people_who_are_all_out_of_bounds_give_no_row_and_a_reason():
    finding = run(picture_of(STAR, people=[(end, False) for end in ("hub", *"abcd")]), NAME)
    assert finding.rows == ()
    assert any("Nobody in this picture may be ranked" in caveat for caveat in finding.caveats)


def test_the_order_in_which_undirected_ties_are_listed_changes_no_score(tmp_path):
    lines = ["a,b", "b,c", "c,d", "d,e", "b,e", "e,f"]
    turned = [",".join(reversed(line.split(","))) for line in lines]
    scores = [
        {r["id"]: r["score"] for r in ranked(tmp_path, "\n".join(["source,target", *some])).rows}
        for some in (lines, turned)
    ]
    assert scores[0] == scores[1]

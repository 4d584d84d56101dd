import json

import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import Picture, from_plain_files, make_table
from tests.analysis.organisers.groups.test_method import picture_of
from tests.analysis.organisers.test_countries import with_countries

CHAIN = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "g")]
QUICK = {"worlds": 40}


def sequence(picture, **asked):
    return run(picture, "organisers.sequence", QUICK | asked)


def with_roles(picture, roles):
    """Adds accepted roles: person to role."""
    rows = []
    for i, (person, role) in enumerate(roles.items()):
        common = {"urn": f"X{i}", "item": 1, "entity": f"X{i}#1@m1", "schema": "NetworkRole"}
        common |= {"group": f"X{i}", "status": "accepted", "modality": "done", "grade": "1A"}
        rows.append(common | {"id": f"X{i}#1.1", "n": 1, "property": "member", "value": person})
        rows.append(common | {"id": f"X{i}#1.2", "n": 2, "property": "role", "value": role})
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return Picture.of(dict(picture.tables) | {"statements": make_table("statements", columns)})


def test_each_step_shows_the_effect_at_once_after_rewiring_and_after_replacement():
    finding = sequence(picture_of(CHAIN), targets="b,d,f")
    assert [row["step"] for row in finding.rows] == [1, 2, 3]
    assert finding.rows[-1]["right_after"] == 0
    for row in finding.rows:
        assert row["right_after"] <= row["replaced"]
        assert row["rewired_low"] <= row["rewired"] <= row["rewired_high"]
        assert row["replaced_low"] <= row["replaced"] <= row["replaced_high"]
        assert 0 <= row["regained"] <= 1
    assert finding.certificate["pairs_before"] == 21


def test_orders_are_compared_and_none_shown_is_better_than_the_one_told():
    finding = sequence(picture_of(CHAIN), targets="b,d,f")
    told = finding.certificate["orders"]
    assert {one["order"] for one in told} >= {"as given", "easiest to replace first", "best found"}
    assert min(one["replaced"] for one in told) == told[0]["replaced"]
    assert [row["id"] for row in finding.rows] == told[0]["ids"]
    assert sum(one["best_in"] for one in told) == pytest.approx(1, abs=0.001)


def test_the_driver_is_easy_to_replace_and_the_hawaladar_is_not():
    picture = with_roles(picture_of(CHAIN), {"b": "driver", "d": "hawaladar", "f": "driver"})
    finding = sequence(picture, targets="b,d")
    rows = {row["id"]: row for row in finding.rows}
    assert (rows["b"]["replaceable"], rows["b"]["stand_ins"]) == ("easy", 1)
    assert (rows["d"]["replaceable"], rows["d"]["stand_ins"]) == ("hard", 0)
    assert any("Easily replaced, by the role stated: 1 of the 2" in c for c in finding.caveats)


def test_a_place_that_is_easily_filled_wins_more_back():
    regained = [
        sequence(with_roles(picture_of(CHAIN), {"d": role}), targets="d").rows[0]["regained"]
        for role in ("driver", "recruiter", "hawaladar")
    ]
    assert regained == sorted(regained, reverse=True)
    assert regained[0] > regained[-1]


def test_the_danger_that_the_network_grows_stronger_is_told():
    finding = sequence(picture_of(CHAIN), targets="d", closing="1", quiet="0")
    assert finding.rows[0]["stronger"] > 0.5
    assert any(
        "simulated worlds the network came out stronger" in caveat for caveat in finding.caveats
    )
    calm = sequence(picture_of(CHAIN), targets="d", closing="0", medium="0")
    assert calm.rows[0]["stronger"] == 0
    assert not any(
        "simulated worlds the network came out stronger" in caveat for caveat in calm.caveats
    )


def test_nobody_is_named_as_a_successor():
    picture = with_roles(picture_of(CHAIN), {"b": "driver", "f": "driver"})
    said = json.dumps(sequence(picture, targets="b").as_dict())
    assert "successor" in said
    assert '"f"' not in said


def test_the_answer_without_weak_sources_stands_beside():
    grades = ["1A", "1A", "3E", "3E", "1A", "1A"]
    finding = sequence(picture_of(CHAIN, grade=grades), targets="b,f")
    assert finding.certificate["pairs_before"] < 21
    assert finding.sensitivity["weak grades dropped"]["replaced"] < 21
    assert set(finding.sensitivity) == {
        "weak grades dropped",
        "every place is filled",
        "no place is filled",
    }


def test_statements_behind_each_person_are_named():
    finding = sequence(picture_of(CHAIN), targets="b")
    assert finding.evidence == {"b": ("R000#1.1", "R001#1.1")}


def test_people_who_may_not_be_ranked_cannot_be_asked_for_and_stay_unknown():
    picture = picture_of(CHAIN, hidden="d")
    for asked in ("d", "nobody"):
        with pytest.raises(WrongUse, match="not among the people who may be ranked"):
            sequence(picture, targets=asked)
    said = json.dumps(sequence(picture, targets="b").as_dict())
    assert '"d"' not in said


def test_people_in_custody_are_out_before_it_begins():
    finding = sequence(picture_of(CHAIN), targets="b", already_removed="d")
    assert finding.certificate["pairs_before"] == 6
    with pytest.raises(WrongUse, match="another parameter"):
        sequence(picture_of(CHAIN), targets="b", untouchable="b")


def test_the_same_seed_gives_the_same_answer():
    one, two = (sequence(picture_of(CHAIN), targets="b,d").as_dict() for _ in range(2))
    one.pop("seconds"), two.pop("seconds")
    assert one == two


@pytest.mark.parametrize("pairs", [[], [("a", "a")]])
def test_without_ties_there_is_nobody_to_remove_and_that_is_said(pairs):
    finding = sequence(picture_of(pairs, people="a"))
    assert finding.rows == ()
    assert "There is nobody to remove." in finding.caveats


def test_a_plain_file_with_self_ties_repeats_and_negative_weights_is_played(tmp_path):
    links = tmp_path / "links.csv"
    links.write_text("source,target,weight\nNA,b,-1\nb,NA,2\nb,c,1\nc,c,1\nx,y,1\n")
    picture = from_plain_files(links=links, assume_category="suspect")
    finding = sequence(picture, targets="NA,b")
    assert {row["id"] for row in finding.rows} == {"NA", "b"}
    assert finding.certificate["pairs_before"] == 4


def test_nobody_is_put_in_order_whose_removal_takes_no_pair_away():
    chain = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
    assert {row["id"] for row in sequence(picture_of(chain)).rows} == {"b", "d"}


def test_each_step_names_the_agencies_that_can_make_it():
    picture = with_countries(picture_of(CHAIN), [("d", "rs"), ("b", "hu"), ("f", "fr")])
    rows = sequence(picture, k=2, jurisdiction="Police=rs; Border=hu,rs").rows
    assert {row["id"]: row["agencies"] for row in rows} == {
        "d": ["Police", "Border"],
        "b": ["Border"],
    }

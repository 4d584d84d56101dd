import pytest

from headwater.analysis import run
from headwater.picture import Picture, from_plain_files, make_table
from tests.analysis.routes.route_map.fixtures import legs


def rows_of(*rows, **given):
    return run(legs(*rows), "routes.map", given).rows


def fee(low, high, basis="person", currency="EUR", **rest):
    money = {"fee_min": low, "fee_max": high, "currency": currency, "fee_basis": basis}
    return money | {"fee_statement": f"F{low}"} | rest


def test_a_leg_is_counted_once_a_statement_and_by_independent_groups():
    (row,) = rows_of({}, {"group": "G0"}, {})
    assert (row["times_seen"], row["groups"], row["accepted"]) == (3, 2, 3)


def test_a_leg_by_other_means_is_another_leg_and_the_most_seen_comes_first():
    rows = rows_of({"mode": "foot"}, {}, {})
    assert [(row["mode"], row["times_seen"]) for row in rows] == [("van", 2), ("foot", 1)]


def test_what_is_planned_alleged_or_denied_is_not_seen():
    modalities = ("done", "attempted", "planned", "projected", "alleged", "denied")
    told = [{"modality": m, "persons": 10.0 * i} for i, m in enumerate(modalities, 1)]
    (row,) = rows_of(*told)
    assert [row[n] for n in ("times_seen", "attempted", "planned", "alleged", "denied")] == [
        *(1, 1, 2, 1, 1)
    ]
    assert (row["groups"], row["persons_min"], row["persons_max"]) == (1, 10, 10)


def test_fees_of_other_bases_and_currencies_are_never_mixed():
    (row,) = rows_of(
        fee(500.0, 700.0),
        fee(600.0, 900.0),
        fee(7000.0, 7000.0, "family"),
        fee(450.0, 450.0, "person", "GBP"),
    )
    assert [(f["currency"], f["basis"], f["low"], f["high"]) for f in row["fees"]] == [
        *(("EUR", "family", 7000, 7000), ("EUR", "person", 500, 900), ("GBP", "person", 450, 450))
    ]
    assert row["conflicts"] == []


def test_two_fees_of_one_leg_do_not_make_it_seen_twice():
    same = {"id": "L", "statement": "R1#1.1"}
    (row,) = rows_of(fee(500.0, 700.0, **same), fee(900.0, 900.0, "family", **same))
    assert (row["times_seen"], len(row["fees"])) == (1, 2)


def test_period_persons_and_networks_span_what_was_seen():
    (row,) = rows_of(
        {"date": "2025-02-01", "persons": 12.0, "network": "K"},
        {"date": "2025-01-05", "date_to": "2025-03-01", "persons": 40.0},
    )
    assert (row["first"], row["last"]) == ("2025-01-05", "2025-03-01")
    assert (row["persons_min"], row["persons_max"], row["networks"]) == (12, 40, ["K"])


def test_proposed_legs_are_counted_apart_and_may_be_left_out():
    told = ({}, {"status": "proposed"})
    assert (rows_of(*told)[0]["accepted"], rows_of(*told)[0]["proposed"]) == (1, 1)
    assert rows_of(*told, accepted_only=True)[0]["times_seen"] == 1


def test_the_sensitivity_names_legs_that_rest_on_weak_grades_alone():
    told = ({"grade": "2D"}, {"mode": "foot"}, {"mode": "foot", "grade": "3E"})
    finding = run(legs(*told), "routes.map")
    gone = finding.sensitivity["weak grades dropped"]["no_longer_seen"]
    assert gone == ["Horgos|Szeged|van"]
    assert len(rows_of(*told, drop_weak=True)) == 1


def test_a_leg_to_a_person_is_no_leg():
    people = make_table("entities", {"id": ["Szeged"], "category": ["undecided"]})
    picture = Picture.of(dict(legs({}).tables) | {"entities": people})
    assert run(picture, "routes.map").rows == ()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({}, "rest on one independent group"),
        ({"modality": "alleged"}, "were not seen"),
        ({"to": ""}, "lack their beginning or their end"),
        (fee(500.0, 500.0, ""), "cannot be compared"),
    ],
)
def test_what_weakens_the_answer_is_said(row, says):
    assert any(says in caveat for caveat in run(legs(row), "routes.map").caveats)


def test_it_runs_on_a_plain_file(tmp_path):
    (tmp_path / "legs.csv").write_text(
        "from,to,mode,group,fee_min,fee_max,currency,fee_basis,report\n"
        "Horgos,Szeged,van,K,500,700,EUR,person,R1\nHorgos,Szeged,van,,,,,,R2\n",
        encoding="utf-8",
    )
    finding = run(from_plain_files(legs=tmp_path / "legs.csv"), "routes.map")
    (row,) = finding.rows
    assert (row["times_seen"], row["groups"], row["networks"]) == (2, 2, ["K"])
    assert row["fees"][0]["high"] == 700
    assert finding.evidence[row["id"]] == ("legs.csv#1.1", "legs.csv#2.1")


def test_a_fee_that_cannot_be_compared_is_named_with_what_it_lacks():
    caveats = run(legs(fee(100, 200), fee(300, 400, basis="")), "routes.map", {}).caveats
    (said,) = [caveat for caveat in caveats if "fees lack" in caveat]
    assert said.startswith("1 fees")
    assert "Horgos to Szeged (F300) lacks `fee_basis`" in said
    assert "F100" not in said

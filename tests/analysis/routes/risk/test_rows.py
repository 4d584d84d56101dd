from headwater.analysis import run
from headwater.analysis.routes.risk.rows import withheld
from tests.analysis.routes.risk.fixtures import picture_of


def test_every_season_leads_to_its_incidents(tmp_path):
    rows = ["2025-07-03,51.03,1.60,3,x", "2025-01-03,51.03,1.60,2,x"]
    finding = run(picture_of(tmp_path, rows), "routes.risk")
    behind = finding.evidence["leg|Calais > Dover|whole year"]
    assert {"incidents.csv#1.1", "incidents.csv#2.1", "legs.csv#1.1"} <= set(behind)


def test_large_numbers_stay_where_small_ones_are_withheld(tmp_path):
    rows = [f"2025-{m:02d}-03,51.03,1.60,{n},Drowning" for m, n in ((1, 9), (4, 1), (7, 20))]
    rows = run(picture_of(tmp_path, rows), "routes.risk").rows
    told = {row["season"]: row["deaths"] for row in withheld(rows) if "Dover" in row["name"]}
    assert told == {"whole year": 30, "Dec-Feb": None, "Mar-May": None, "Jun-Aug": 20}


def left(folder, *incidents):
    """What leaves of the Channel, by season."""
    rows = run(
        picture_of(folder, [f"{day},51.03,1.60,{n},{cause}" for day, n, cause in incidents]),
        "routes.risk",
        {"leaving": "true"},
    ).rows
    return {row["season"]: row for row in rows if row["name"] == "Calais > Dover"}


def test_a_death_without_a_date_cannot_be_worked_out_from_the_seasons(tmp_path):
    told = left(tmp_path, ("2025-07-03", 12, "Drowning"), ("", 1, "Drowning"))
    assert (told["whole year"]["deaths"], told["Jun-Aug"]["deaths"]) == (13, None)
    assert told["whole year"]["largest"] is None


def test_the_worst_incident_does_not_tell_how_few_died_in_the_other(tmp_path):
    told = left(tmp_path, ("2025-07-03", 7, "Drowning"), ("2025-07-20", 4, "Drowning"))
    assert (told["Jun-Aug"]["deaths"], told["Jun-Aug"]["largest"]) == (11, None)
    assert told["whole year"]["largest"] is None


def test_causes_that_are_told_do_not_add_up_to_a_small_one(tmp_path):
    told = left(
        tmp_path,
        ("2025-07-03", 20, "Drowning"),
        ("2025-07-09", 8, "Cold"),
        ("2025-07-20", 1, "Shot"),
    )
    assert told["whole year"]["causes"] == [{"cause": "drowning", "deaths": 20}]
    assert told["Jun-Aug"]["causes"] == []

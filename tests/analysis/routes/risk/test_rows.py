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

"""What a commander reads in the ledger of disruptions."""

from datetime import date, timedelta

import numpy as np
import pytest

from headwater.analysis import run
from headwater.picture import from_plain_files

WEEKS, START = 100, 88
DATES = [(date(2022, 1, 3) + timedelta(days=7 * at)).isoformat() for at in range(WEEKS)]
DAY = DATES[START]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ledger")
    rng = np.random.default_rng(0)
    rate = np.exp(5 + rng.normal(0, 0.05, WEEKS).cumsum() + np.zeros((4, 1)))
    rate[0, START:] *= 0.3
    counts = rng.poisson(rate)
    rows = [
        f"{day},{name},{n}"
        for name, held in zip(("Horgos", "b", "c", "d"), counts, strict=True)
        for day, n in zip(DATES, held, strict=True)
    ]
    (folder / "s.csv").write_text("date,series,value\n" + "\n".join(rows), encoding="utf-8")
    (folder / "l.csv").write_text("from,to,group\nHorgos,Szeged,Drava\nBihac,Zagreb,\n")
    later = (date.fromisoformat(DAY) + timedelta(days=1)).isoformat()
    (folder / "o.csv").write_text(
        "id,date,end,place,kind,agency,group,level,case\n"
        f"K1,{DAY},,Horgos,arrests,Police,Drava,major,Case 7\n"
        f"K2,{later},,Horgos,arrests,Border Force,,moderate,\n"
        f"K3,2022-02-01,,Calais,boats seized,Police,,minor,\n"
        f"K4,2022-02-01,,Calais,80 migrants stopped,Police,,major,\n",
        encoding="utf-8",
    )
    files = {"series": folder / "s.csv", "legs": folder / "l.csv", "operations": folder / "o.csv"}
    return run(from_plain_files(**files), "impact.ledger")


def row(finding, key):
    return next(one for one in finding.rows if one["id"] == key)


def test_an_event_told_by_two_agencies_is_one_row_with_both(found):
    assert [one["id"] for one in found.rows] == ["K3", "K4", "K1"]
    one = row(found, "K1")
    assert one["agencies"] == ["Police", "Border Force"]
    assert (one["tellings"], one["level"]) == (2, "moderate")
    assert found.evidence["K1"] == ("o.csv#1.1", "o.csv#2.1")


def test_it_is_tied_to_group_leg_case_and_the_effect_in_its_series(found):
    one = row(found, "K1")
    assert (one["groups"], one["legs"], one["cases"]) == (
        ["Drava"],
        ["Horgos to Szeged"],
        ["Case 7"],
    )
    assert (one["series"], one["verdict"]) == ("Horgos", "fall")
    assert one["low"] <= one["effect"] <= one["high"] < 0


def test_where_no_series_goes_with_it_the_row_says_so(found):
    one = row(found, "K3")
    assert one["effect"] is None
    assert "no series" in one["why"]


def test_people_being_moved_are_no_disruption_and_in_no_total(found):
    assert not row(found, "K4")["counted"]
    assert found.certificate["disruptions"] == 2
    assert found.certificate["tellings"] == 3
    assert sum(one["disruptions"] for one in found.certificate["by_level"]) == 2
    assert any("K4" in caveat for caveat in found.caveats)


def test_totals_that_leave_hold_no_small_cell(found):
    told = found.certificate["to_leave"]
    assert all(
        cell["disruptions"] is None or cell["disruptions"] >= 5
        for cells in told.values()
        for cell in cells
    )


def test_other_disruptions_in_the_same_window_are_not_told_apart(found, tmp_path):
    (tmp_path / "o.csv").write_text(
        "id,date,end,place,kind,series\n"
        f"K1,{DAY},,H,arrests,x\nK2,{DATES[START + 2]},,G,arrests,x\n"
    )
    rows = [f"{day},x,{200 + at % 7}" for at, day in enumerate(DATES)]
    (tmp_path / "s.csv").write_text("date,series,value\n" + "\n".join(rows), encoding="utf-8")
    picture = from_plain_files(series=tmp_path / "s.csv", operations=tmp_path / "o.csv")
    one, other = run(picture, "impact.ledger").rows
    assert "not told apart from K2" in one["why"]
    assert "not told apart from K1" in other["why"]
    silent = run(picture, "impact.ledger", {"effects": "false"}).rows[0]
    assert silent["verdict"] == ""

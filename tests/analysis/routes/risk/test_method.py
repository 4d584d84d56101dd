import json

import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import Picture, build
from tests.analysis.routes.risk.fixtures import picture_of
from tests.fakes.store import ANALYST, GENERAL, FakeStore

CHANNEL = "2025-07-03,51.03,1.60,{n},Drowning"


def risk(picture, **given):
    return run(picture, "routes.risk", given)


def row_of(finding, name, season="whole year"):
    return next(row for row in finding.rows if (row["name"], row["season"]) == (name, season))


def test_an_incident_is_put_on_the_leg_it_lies_on_and_in_its_season(tmp_path):
    finding = risk(picture_of(tmp_path, [CHANNEL.format(n=12)]))
    assert row_of(finding, "Calais > Dover")["deaths"] == 12
    summer = row_of(finding, "Calais > Dover", "Jun-Aug")
    assert (summer["deaths"], summer["incidents"]) == (12, 1)
    assert summer["causes"] == [{"cause": "drowning", "deaths": 12}]
    assert row_of(finding, "Horgos > Szeged")["deaths"] == 0


def test_without_crossings_there_is_no_rate_and_it_says_so(tmp_path):
    finding = risk(picture_of(tmp_path, [CHANNEL.format(n=12)]))
    row = row_of(finding, "Calais > Dover")
    assert (row["crossings"], row["per_1000"], row["exposure"]) == (
        *(None, None),
        "no exposure known",
    )
    assert row["a_season_low"] < row["a_season"] < row["a_season_high"]
    assert any("must not be compared" in caveat for caveat in finding.caveats)


def test_with_crossings_there_is_a_rate_with_an_interval(tmp_path):
    series = "date,series,value\n" + "".join(
        f"2025-{month:02d},Calais > Dover,1000\n" for month in range(1, 13)
    )
    rows = [f"2025-{month:02d}-04,51.03,1.60,4,Drowning" for month in range(1, 13)]
    row = row_of(risk(picture_of(tmp_path, rows, series=series)), "Calais > Dover")
    assert row["crossings"] == 12_000
    assert row["per_1000_low"] < 4.0 < row["per_1000_high"]
    assert 2.5 < row["per_1000"] < 5.5


def test_deaths_of_months_without_crossings_are_in_no_rate(tmp_path):
    series = "date,series,value\n2025-07,Calais > Dover,1000\n"
    rows = [CHANNEL.format(n=3), "2024-02-01,51.03,1.60,100,Drowning"]
    row = row_of(risk(picture_of(tmp_path, rows, series=series)), "Calais > Dover")
    assert row["deaths"] == 103
    assert row["per_1000"] < 20


def test_what_lies_on_no_leg_is_told_by_region(tmp_path):
    head = "date,lat,lon,dead_and_missing,cause,route"
    rows = ["2025-01-01,35.0,12.0,40,Drowning,Central Mediterranean", "2025-01-02,-30.2,12,1,x,"]
    finding = risk(picture_of(tmp_path, rows, head=head))
    assert row_of(finding, "Central Mediterranean")["kind"] == "region"
    assert row_of(finding, "-35 to -30 north, 10 to 15 east")["deaths"] == 1


def test_records_of_several_incidents_are_in_no_rate_and_parts_are_one(tmp_path):
    head = "date,lat,lon,dead_and_missing,cause,record_type"
    rows = [
        "2025-01-31,51.03,1.60,44,Drowning,cumulative",
        "2025-01-05,51.03,1.60,6,Drowning,split",
        "2025-01-05,51.02,1.61,9,Drowning,split",
    ]
    row = row_of(risk(picture_of(tmp_path, rows, head=head)), "Calais > Dover")
    assert (row["deaths"], row["incidents"], row["together"]) == (15, 1, 44)


def test_rows_that_make_no_sense_are_left_out_and_named(tmp_path):
    rows = [CHANNEL.format(n=2), "2025-01-01,95,1,3,x", "2025-01-01,51,1.6,-3,x", "2025,51,,1,x"]
    finding = risk(picture_of(tmp_path, rows))
    assert finding.certificate["incidents"] == 1
    assert any(c.startswith("3 incidents have no position") for c in finding.caveats)


def test_small_numbers_do_not_leave_the_node_nor_can_they_be_worked_out(tmp_path):
    rows = [CHANNEL.format(n=9), "2025-01-03,51.03,1.60,2,Violence"]
    finding = risk(picture_of(tmp_path, rows), leaving="true")
    row = row_of(finding, "Calais > Dover")
    assert row["deaths"] == 11
    assert (row["first"], row["causes"]) == ("", [])
    for season in ("Jun-Aug", "Dec-Feb"):
        hidden = row_of(finding, "Calais > Dover", season)
        assert hidden["deaths"] is hidden["incidents"] is hidden["a_season"] is None


def test_reports_of_one_incident_are_one_and_words_of_a_cause_do_not_get_out():
    store = FakeStore()
    store.say("R0", "I1", "Incident", dead="3", place="place:gn-1", date="2025-01-02", cause="Ana")
    store.say("R1", "I2", "Incident", dead="4", place="place:gn-1", date="2025-01-03", cause="Ana")
    store.say("R2", "I3", "Incident", dead="9", place="place:gn-1", date="2025-03-03", grade="3E")
    finding = risk(build(store, ANALYST, GENERAL))
    row = next(row for row in finding.rows if row["season"] == "whole year")
    assert (row["deaths"], row["incidents"]) == (13, 2)
    assert finding.sensitivity["weak grades dropped"] == {"deaths_lost": 9.0}
    assert "Ana" not in json.dumps(finding.as_dict())


def test_nothing_known_gives_no_row():
    finding = risk(Picture.of({}))
    assert finding.rows == ()
    assert finding.caveats


def test_the_table_of_missing_migrants_is_read(shared):
    from headwater.picture import from_plain_files

    picture = from_plain_files(incidents=shared / "data/flows/iom_missing_migrants.csv")
    finding = risk(picture, seasons="year")
    rows = {row["name"]: row for row in finding.rows}
    total = sum(row["deaths"] + row["together"] for row in finding.rows)
    assert total == pytest.approx(64_065)
    assert rows["Central Mediterranean Route"]["deaths"] > 15_000
    assert rows["Central Mediterranean Route"]["causes"][0]["cause"] == "drowning"
    assert finding.certificate["undated"] == 0


def test_crossings_of_years_without_incidents_on_record_do_not_lower_the_rate(tmp_path):
    series = "date,series,value\n" + "".join(
        f"{year}-{month:02d},Calais > Dover,1000\n"
        for year in (2022, 2023, 2024, 2025)
        for month in range(1, 13)
    )
    rows = [f"2025-{month:02d}-04,51.03,1.60,4,Drowning" for month in range(1, 13)]
    finding = risk(picture_of(tmp_path, rows, series=series))
    row = row_of(finding, "Calais > Dover")
    assert row["crossings"] == 12_000
    assert 2.5 < row["per_1000"] < 5.5
    assert any("2025-01 to 2025-12" in caveat for caveat in finding.caveats)


def test_a_withheld_row_leads_to_nothing_that_could_be_counted(tmp_path):
    rows = [CHANNEL.format(n=1) for _ in range(4)] + ["2025-01-03,46.2,20.0,9,Drowning"]
    finding = risk(picture_of(tmp_path, rows), leaving="true")
    assert row_of(finding, "Calais > Dover")["deaths"] is None
    assert finding.evidence["leg|Calais > Dover|whole year"] == ()
    told = row_of(finding, "Horgos > Szeged")
    assert (told["deaths"], told["incidents"], told["largest"]) == (9, None, None)
    behind = finding.evidence["leg|Horgos > Szeged|whole year"]
    assert not any(one.startswith("incidents") for one in behind)


@pytest.mark.parametrize(
    "other",
    [{"since": "2025-06-01"}, {"within_km": 30}, {"drop_weak": True}, {"seasons": "month"}],
)
def test_two_runs_that_could_be_subtracted_do_not_both_leave(tmp_path, other):
    picture = picture_of(tmp_path, [CHANNEL.format(n=9)])
    with pytest.raises(WrongUse, match="together with leaving"):
        risk(picture, leaving="true", **other)
    assert risk(picture, **other).rows


def test_a_row_says_of_which_months_and_deaths_its_rate_is(tmp_path):
    series = "date,series,value\n" + "".join(
        f"2025-{month:02d},Calais > Dover (boat),1000\n" for month in range(3, 9)
    )
    rows = [
        "2019-07-03,51.03,1.60,50,Drowning",
        CHANNEL.format(n=6),
        "2025-07-04,51.03,1.60,7,Vehicle accident",
    ]
    finding = risk(picture_of(tmp_path, rows, series=series))
    row = row_of(finding, "Calais > Dover")
    assert (row["deaths"], row["rate_deaths"]) == (63, 6)
    assert row["rate_months"] == "2025-03 to 2025-07"
    assert row["exposure"] == ("counted crossings by boat; deaths by vehicle are not in the rate")
    assert any("Rates are of 2025-03 to 2025-07" in caveat for caveat in finding.caveats)

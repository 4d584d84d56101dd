"""Which series stand against which, and what stands in the way."""

from datetime import date

import numpy as np
import pytest

from headwater.analysis.impact.design import Unanswerable, compare
from headwater.analysis.impact.gathering import Cell, Told
from headwater.model import WrongUse, parse_period

MONTHS = [f"{year}-{month:02d}" for year in range(2015, 2021) for month in range(1, 13)]
DEFAULT = {
    "treated": "sea",
    "donors": "auto",
    "displacement": "",
    "covariates": "",
    "exclude": "",
    "step": "auto",
}


def told(**changed):
    rng = np.random.default_rng(0)
    held = {name: rng.poisson(80.0, len(MONTHS)).astype(float) for name in ("sea", "land", "air")}
    held |= changed
    cells = {
        name: [
            Cell(parse_period(month), float(value), f"s#{at}.1")
            for at, (month, value) in enumerate(zip(MONTHS, values, strict=False))
            if value == value
        ]
        for name, values in held.items()
    }
    return Told(cells=cells)


def test_all_other_series_are_donors_unless_they_serve_for_something_else():
    compared = compare(told(), DEFAULT | {"displacement": "air"}, "2019-03", "2019-12")
    names = compared.counts.names
    assert [names[one] for one in compared.design.donors] == ["land"]
    assert [names[one] for one in compared.design.routes] == ["air"]
    assert compared.period(compared.design.start) == "2019-03"
    assert compared.period(compared.design.end - 1) == "2019-12"


def test_a_series_of_one_unit_may_be_named_without_it():
    with_units = told()
    for name in ("river (boats)", "road (people)", "road (cars)"):
        with_units.cells[name] = with_units.cells["sea"]
    chosen = DEFAULT | {"treated": "river"}
    assert compare(with_units, chosen, "2019-03", "2019-12").counts.names[0] == "river (boats)"
    with pytest.raises(WrongUse, match="no series 'road'"):
        compare(with_units, DEFAULT | {"treated": "road"}, "2019-03", "2019-12")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"treated": "moon"}, "no series 'moon'"),
        ({"donors": "sea|land"}, "both"),
        ({"treated": "sea|land"}, "one series"),
        ({"step": "week"}, "counted by month"),
    ],
)
def test_a_wrong_name_or_part_is_said(given, words):
    with pytest.raises(WrongUse, match=words):
        compare(told(), DEFAULT | given, "2019-03", "")


def test_an_end_before_the_start_and_a_start_that_is_no_date_are_wrong():
    with pytest.raises(WrongUse, match="before the start"):
        compare(told(), DEFAULT, "2019-03", "2018-01")
    with pytest.raises(WrongUse, match="no date"):
        compare(told(), DEFAULT, "in spring", "")


@pytest.mark.parametrize(
    ("start", "words"), [("2001-01", "before the first"), ("2031-01", "no count")]
)
def test_a_start_outside_the_counts_cannot_be_answered(start, words):
    with pytest.raises(Unanswerable, match=words):
        compare(told(), DEFAULT, start, "")


def test_a_donor_that_is_the_treated_series_again_is_left_out_and_named():
    held = told()
    held.cells["copy"] = list(held.cells["sea"])
    compared = compare(held, DEFAULT, "2019-03", "")
    assert "copy" not in [compared.counts.names[one] for one in compared.design.donors]
    assert any("copy" in caveat for caveat in compared.caveats)


def test_days_of_which_no_week_is_whole_are_refused_with_what_to_hand_in():
    days = [parse_period(f"2019-03-{day:02d}") for day in range(1, 29) if day % 5]
    gappy = Told(cells={"sea": [Cell(day, 3.0, "s#1.1") for day in days]})
    with pytest.raises(Unanswerable, match="no week of 'sea' is counted whole") as stop:
        compare(gappy, DEFAULT, "2019-03-11", "")
    assert stop.value.need == "a count for each day of a week: 0 where nothing came"


def test_a_donor_with_many_gaps_is_left_out_and_named():
    thin = np.full(len(MONTHS), np.nan)
    thin[::2] = 5.0
    compared = compare(told(thin=thin), DEFAULT, "2019-03", "")
    assert any("thin" in caveat for caveat in compared.caveats)
    assert len(compared.design.donors) == 2


def test_what_was_counted_before_a_new_definition_is_not_used():
    held = told()
    held.changes["sea"] = date(2017, 1, 1)
    compared = compare(held, DEFAULT, "2019-03", "")
    assert np.isnan(compared.design.counts[0, :24]).all()
    assert any("anew" in caveat for caveat in compared.caveats)


def test_a_start_within_a_period_is_said():
    compared = compare(told(), DEFAULT, "2019-03-20", "")
    assert compared.period(compared.design.start) == "2019-03"
    assert any("began before" in caveat for caveat in compared.caveats)


def test_a_series_with_two_numbers_for_one_date_is_refused_or_as_a_donor_left_out():
    given = told()
    given.double = {"sea": ["2019-04 (80 and 800)"]}
    with pytest.raises(Unanswerable, match="80 and 800"):
        compare(given, DEFAULT, "2019-03", "")
    given.double = {"land": ["2019-04 (80 and 800)"]}
    compared = compare(given, DEFAULT, "2019-03", "")
    assert "land" not in compared.counts.names
    assert any("two numbers" in caveat and "land" in caveat for caveat in compared.caveats)
    with pytest.raises(Unanswerable, match="'land'"):
        compare(given, DEFAULT | {"donors": "land"}, "2019-03", "")


@pytest.mark.parametrize("start", ["03/04/2019", "3.4.2019.", "25/03/2019"])
def test_a_date_with_the_year_last_is_not_guessed(start):
    with pytest.raises(WrongUse, match="not written year first") as stop:
        compare(told(), DEFAULT, start, "")
    assert "2019-0" in str(stop.value.do)


def test_negative_counts_are_named_with_where_they_stand():
    sea = told().cells["sea"]
    values = [-5.0 if at == 7 else cell.value for at, cell in enumerate(sea)]
    compared = compare(told(sea=values), DEFAULT, "2019-03", "")
    assert any("negative" in one and "s#7.1" in one for one in compared.caveats)

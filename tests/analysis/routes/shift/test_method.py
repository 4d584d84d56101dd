import csv

import numpy as np
import pytest

from headwater.analysis import run
from headwater.model import WrongUse
from headwater.picture import from_plain_files

MONTHS = [f"{2015 + at // 12}-{at % 12 + 1:02d}" for at in range(48)]


def write(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
    return path


def counts(seed=1, series=6, mean=200):
    rng = np.random.default_rng(seed)
    season = 1 + 0.2 * np.sin(2 * np.pi * np.arange(48) / 12)
    return rng.poisson(mean * season, (series, 48)).astype(float)


def table(values, release=""):
    return [
        (month, f"leg {row}", f"{value:g}", release)
        for row, held in enumerate(values)
        for month, value in zip(MONTHS, held, strict=True)
    ]


def series(tmp_path, rows):
    return write(tmp_path / "series.csv", ("date", "series", "value", "release"), rows)


def found(tmp_path, rows, operations=None, **given):
    files = {"series": series(tmp_path, rows)}
    if operations:
        files["operations"] = write(
            tmp_path / "operations.csv", ("id", "date", "end", "place", "kind"), operations
        )
    return run(from_plain_files(**files), "routes.shift", given)


def moved_world():
    values = counts()
    values[2, 30:] -= 120
    values[4, 30:] += 90
    return values


def test_a_loss_is_found_with_its_date_its_size_and_where_it_went(tmp_path):
    finding = found(tmp_path, table(moved_world()))
    fall, rise = finding.rows
    assert (fall["series"], fall["date"], rise["series"]) == ("leg 2", "2017-07", "leg 4")
    assert fall["low"] < -120 < fall["high"] < 0 < rise["low"] < 90 < rise["high"]
    assert fall["before"] - 120 == pytest.approx(fall["after"], abs=30)
    assert fall["size"] == rise["size"] == "clear"
    assert fall["alarm_on"] > fall["date"]
    assert [to["series"] for to in fall["moved_to"]] == ["leg 4"]
    assert fall["moved_to"][0]["low"] < 0.75 < fall["moved_to"][0]["high"]
    assert rise["moved_from"] == ["leg 2"]
    assert rise["moved"] is None
    assert "series.csv#127.1" in finding.evidence[fall["id"]]
    assert finding.certificate["median_delay"] >= 1
    assert [one["period"] for one in fall["counts"]] == MONTHS[: 30 + 12]
    assert fall["counts"][30]["count"] == moved_world()[2, 30]


def test_nothing_is_called_where_nothing_changed(tmp_path):
    finding = found(tmp_path, table(counts()))
    assert finding.rows == ()
    assert finding.certificate["expected_false_at_most"] == 0


def test_operations_about_then_stand_beside_a_shift_those_at_its_place_first(tmp_path):
    operations = [
        ("OLD", "2016-01-01", "2016-02-01", "leg 2", "arrests"),
        ("ELSE", "2017-06-10", "", "far away", "arrests"),
        ("HERE", "2017-07-03", "2019-01-01", "leg 2", "border_measure"),
        ("BAD", "31.11.2017", "", "leg 2", "arrests"),
    ]
    finding = found(tmp_path, table(moved_world()), operations)
    beside = [(one["id"], one["event"], one["here"]) for one in finding.rows[0]["operations"]]
    assert beside == [("HERE", "began", True), ("ELSE", "began", False)]
    assert any("line 5: 31.11.2017 is not a date" in said for said in finding.caveats)
    assert any("no cause is shown" in caveat for caveat in finding.caveats)


def test_only_named_substitutes_take_each_others_place(tmp_path):
    rows = table(moved_world())
    given = found(tmp_path, rows, substitutes="leg 2|leg 3;leg 4|leg 5").rows[0]
    assert given["moved_to"] == []
    assert given["moved_high"] < 0.75
    assert found(tmp_path, rows, substitutes="none").rows[0]["moved"] is None
    with pytest.raises(WrongUse, match="leg 9"):
        found(tmp_path, rows, substitutes="leg 2|leg 9")


def test_a_revision_is_followed_and_an_earlier_release_can_be_asked_for(tmp_path):
    rows = table(counts(), "2019-01") + table(moved_world(), "2019-06")
    assert len(found(tmp_path, rows).rows) == 2
    early = found(tmp_path, rows, release_as_of="2019-03")
    assert early.rows == ()
    assert any("released after 2019-03" in caveat for caveat in early.caveats)
    assert any("revised" in caveat for caveat in found(tmp_path, rows).caveats)


def test_gaps_and_negative_counts_are_not_zeros(tmp_path):
    values = counts()
    rows = [row for row in table(values) if not (row[1] == "leg 1" and "2017" in row[0])]
    rows += [("2017-05", "leg 1", "-40", ""), ("2017-06", "leg 1", "", "")]
    finding = found(tmp_path, rows)
    assert finding.rows == ()
    (said,) = [c for c in finding.caveats if "negative" in c]
    assert "leg 1 2017-05, leg 1 2017-06" in said


def test_a_month_counted_by_two_agencies_is_not_added_up(tmp_path):
    rows = [(*row[:3], "police") for row in table(counts())]
    rows += [(row[0], row[1], f"{float(row[2]) + 5:g}", "coast guard") for row in rows[140:190]]
    path = write(tmp_path / "two.csv", ("date", "series", "value", "report"), rows)
    finding = run(from_plain_files(series=path), "routes.shift")
    assert finding.rows == ()
    assert any("50 periods are counted twice" in caveat for caveat in finding.caveats)


def test_legs_are_counted_by_month_and_those_without_a_date_are_named(tmp_path):
    rng = np.random.default_rng(3)
    rows = [
        ("Edirne", to, "van", f"{month}-{day:02d}")
        for to, changed in (("Sofia", 0.2), ("Plovdiv", 1.0))
        for at, month in enumerate(MONTHS)
        for day in rng.integers(1, 28, rng.poisson(40 * (changed if at >= 30 else 1)))
    ]
    path = write(tmp_path / "legs.csv", ("from", "to", "mode", "date"), [*rows, ("A", "B", "", "")])
    finding = run(from_plain_files(legs=path), "routes.shift", {"step": "month"})
    (row,) = finding.rows
    assert (row["series"], row["date"]) == ("Edirne > Sofia (van)", "2017-07")
    assert any("1 legs have no date" in caveat for caveat in finding.caveats)


def test_short_series_are_not_watched_and_an_empty_picture_says_so(tmp_path):
    finding = found(tmp_path, table(counts())[:5])
    assert any("not watched" in caveat for caveat in finding.caveats)
    path = write(tmp_path / "legs.csv", ("from", "to"), [("A", "B")])
    empty = run(from_plain_files(legs=path), "routes.shift")
    assert "There are no dated counts in this picture." in empty.caveats


def test_weak_grades_that_carry_an_alarm_are_named(tmp_path):
    rows = [
        (month, name, value, "3D" if name == "leg 2" else "1A")
        for month, name, value, _ in table(moved_world())
    ]
    path = write(tmp_path / "graded.csv", ("date", "series", "value", "grade"), rows)
    finding = run(from_plain_files(series=path), "routes.shift")
    assert finding.sensitivity == {"weak grades dropped": {"lost": ["leg 2"]}}


def test_an_alarm_whose_interval_holds_no_change_is_told_apart(tmp_path):
    """A short fall is called as it comes; over all periods since, the level is as before."""
    values = counts(mean=400)
    values[2, 24:28] -= 300
    values[2, 28:] += 60
    finding = found(tmp_path, table(values))
    sizes = {row["size"]: row["low"] <= 0 <= row["high"] for row in finding.rows}
    assert finding.rows
    assert sizes.get("called, size unclear", True)
    assert not sizes.get("clear", False)

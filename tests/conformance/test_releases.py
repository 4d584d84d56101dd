"""What was found on a day can be found again, whatever was revised and counted since."""

import json
from datetime import date, timedelta

import numpy as np
import pytest

from headwater.analysis import METHODS, run
from headwater.picture import from_plain_files

WEEKS, KNOWN = 76, 66
DATES = [date(2022, 1, 3) + timedelta(days=7 * at) for at in range(WEEKS)]
DAY = (DATES[KNOWN - 1] + timedelta(days=9)).isoformat()
START = DATES[56].isoformat()

ASKED = {
    "impact.effect": {"treated": "a", "start": START},
    "impact.ledger": {},
    "impact.power": {"treated": "a", "start": START},
    "impact.sequential": {"treated": "a", "start": START},
    "outlook.arrivals": {"series": "a", "step": "week", "horizon": 14},
    "outlook.scenarios": {"series": "a"},
    "routes.shift": {},
}

ABLE = {name for name, one in METHODS.items() if "release_as_of" in one.method.settle({})}


def rows_of(counts, weeks, release=None):
    return [
        f"{DATES[at]},{name},{held[at]},{release or DATES[at] + timedelta(days=9)}"
        for name, held in zip("abc", counts, strict=True)
        for at in range(weeks)
    ]


def picture(folder, lines):
    folder.mkdir()
    (folder / "s.csv").write_text("date,series,value,release\n" + "\n".join(lines) + "\n")
    (folder / "o.csv").write_text(
        f"id,date,end,place,kind,series\nK,{START},,Horgos,arrests,a\n", encoding="utf-8"
    )
    return from_plain_files(series=folder / "s.csv", operations=folder / "o.csv")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    folder = tmp_path_factory.mktemp("releases")
    counts = np.random.default_rng(0).poisson(150, (3, WEEKS))
    counts[0, 56:] //= 3
    first = rows_of(counts, KNOWN)
    revised = rows_of(counts + 20, WEEKS, release="2025-06-01")
    later = rows_of(counts, WEEKS)
    return picture(folder / "then", first), picture(folder / "now", [*later, *revised])


@pytest.mark.parametrize("method", sorted(ABLE))
def test_on_the_release_of_its_day_the_rows_are_the_same_to_the_byte(method, pictures):
    then, now = (
        run(one, method, ASKED.get(method, {}) | given)
        for one, given in zip(pictures, ({}, {"release_as_of": DAY}), strict=True)
    )
    assert json.dumps(now.rows).encode() == json.dumps(then.rows).encode()
    assert now.picture != then.picture
    for told in now.certificate.get("releases", []):
        assert told["first"] <= told["last"] <= DAY


def test_the_latest_releases_say_something_else_and_a_finding_tells_them(pictures):
    asked = ASKED["impact.sequential"]
    then, latest = (run(one, "impact.sequential", asked) for one in pictures)
    assert latest.rows[: len(then.rows)] != then.rows
    assert {one["last"] for one in latest.certificate["releases"]} == {"2025-06-01"}
    assert {one["last"] for one in then.certificate["releases"]} == {DAY}

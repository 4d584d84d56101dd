"""What an officer signs before an operation."""

import numpy as np
import pytest

from headwater.analysis import run
from headwater.analysis.impact.power import method
from headwater.series.counterfactual import Power
from tests.analysis.impact.effect.test_method import picture, world


def ask(given, **parameters):
    return run(given, "impact.power", {"treated": "route 0"} | parameters)


def test_longer_windows_and_what_each_could_show_are_listed(tmp_path):
    finding = ask(picture(tmp_path, world()))
    assert [row["periods"] for row in finding.rows][:3] == [4, 8, 12]
    twelve = finding.rows[2]
    assert 0 <= twelve["seen"] <= twelve["seen_half"] <= 1
    assert twelve["placebos"] >= 19


def test_the_design_has_a_digest_that_changes_with_it(tmp_path):
    given = picture(tmp_path, world())
    first, again, other = (
        ask(given, donors="route 1|route 2", **more).certificate
        for more in ({}, {}, {"displacement": "route 3"})
    )
    assert first == again
    assert first["sha256"] != other["sha256"]


def test_one_series_alone_is_told_that_it_has_too_few_placebos(tmp_path):
    rows = ask(picture(tmp_path, world()[:1])).rows
    twelve = next(row for row in rows if row["periods"] == 12)
    assert "19 are needed" in twelve["why"]
    assert twelve["seen"] == 0


def test_a_short_past_says_so(tmp_path):
    row = ask(picture(tmp_path, world()[:, :5])).rows[0]
    assert "8 are needed" in row["why"]
    assert row["seen"] is None


def test_further_series_stand_below_with_what_each_adds_the_most_helpful_first(tmp_path):
    finding = ask(picture(tmp_path, world()), donors="route 1|route 2|route 3")
    added = [row for row in finding.rows if row["series"]]
    assert [row["gain"] for row in added] == sorted((row["gain"] for row in added), reverse=True)
    kinds = {row["kind"] for row in added}
    assert kinds == {"a donor already", "in the file, no donor yet", "not in the file"}
    assert {row["periods"] for row in added} == {12}
    assert all(row["series"] == "" for row in finding.rows[:3])


def test_several_treated_series_are_planned_together(tmp_path):
    finding = ask(picture(tmp_path, world()), treated="route 0|route 1", periods=8)
    assert finding.certificate["design"]["treated"] == "route 0 + route 1"
    assert {row["periods"] for row in finding.rows if row["series"]} == {8}


@pytest.mark.parametrize(("placebos", "said"), [(21.0, "18 are left if 1 of 6"), (72.0, "")])
def test_a_length_that_hangs_on_every_donor_says_that_it_has_no_margin(placebos, said):
    base = Power(12, placebos, 0.1, 2.0, np.zeros(4), 0.0, 0.05)
    row = method._row("beach", base, base, {"change": -0.3, "chance": 0.8}, 6)
    assert said in row["why"]
    assert bool(row["why"]) == bool(said)

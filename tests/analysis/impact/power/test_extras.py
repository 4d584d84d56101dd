"""Which further series would help most."""

import numpy as np
import pytest

from headwater.analysis import run
from tests.analysis.impact.effect.test_method import picture, world


def rows(given, **parameters):
    asked = {"treated": "route 0", "donors": "route 1|route 2"} | parameters
    found = run(given, "impact.power", asked).rows
    return {row["series"]: row for row in found if row["series"]}


@pytest.fixture(scope="module")
def tried(tmp_path_factory):
    counts = world()
    counts[3] = np.round(counts[0] * np.random.default_rng(1).gamma(60, 1 / 60, counts.shape[1]))
    return rows(picture(tmp_path_factory.mktemp("tried"), counts), exclude="route 6")


def test_a_series_that_moves_with_the_treated_one_helps_more_than_one_that_does_not(tried):
    assert tried["route 3"]["gain"] > max(tried["route 4"]["gain"], 0)


def test_what_is_excluded_is_not_tried(tried):
    assert "route 6" not in tried


def test_one_more_donor_never_hurts_and_finer_counts_neither(tried):
    there = [row for row in tried.values() if row["kind"] == "not in the file"]
    assert len(there) == 2
    assert all(row["gain"] >= 0 for row in there)


def test_a_displacement_route_is_never_proposed_as_a_donor(tmp_path):
    assert "route 4" not in rows(picture(tmp_path, world()), displacement="route 4")

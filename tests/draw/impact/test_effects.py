"""An effect as a drawing."""

import pytest

from headwater.draw.impact import effect_told
from headwater.model import Finding


def finding(**changed):
    counts = [{"period": f"2019-{at:02d}", "count": 100.0} for at in range(1, 10)]
    counts[3]["count"] = None
    expected = {"expected": 90.0, "expected_low": 70.0, "expected_high": 120.0}
    counts += [{"period": f"2019-{at}", "count": 40.0} | expected for at in (10, 11, 12)]
    row = {
        "treated": "sea <route>",
        "start": "2019-10",
        "verdict": "fall",
        "why": "because",
        "effect": -50.0,
        "low": -80.0,
        "high": -30.0,
        "share": -0.55,
        "share_low": -0.66,
        "share_high": -0.42,
        "displaced": 12.0,
        "displaced_low": -1.0,
        "displaced_high": 30.0,
        "p_placebo": 0.012,
        "counts": counts,
    }
    return Finding("impact.effect", "1", {}, "p", (row | changed,))


def test_the_effect_its_interval_and_the_band_are_drawn():
    svg = effect_told(finding())
    assert "-80 to -30" in svg.replace("−", "-")
    assert "p = 0.012" in svg
    assert "<polygon" in svg
    assert "sea &lt;route&gt;" in svg
    assert "displacement routes 12" in svg


def test_a_refusal_draws_the_counts_and_why_without_any_band():
    counts = [{"period": "2019-01", "count": 3.0}, {"period": "2019-02", "count": 4.0}]
    svg = effect_told(finding(verdict="refused", effect=None, start="2019-02", counts=counts))
    assert "because" in svg
    assert "<polygon" not in svg
    assert "<polyline" in svg


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (
            {
                "treated": "",
                "verdict": "refused",
                "why": "none",
                "effect": None,
                "counts": [],
                "start": "",
            },
        ),
    ],
)
def test_where_there_is_nothing_to_draw_it_says_so(rows):
    assert "<svg" in effect_told(Finding("impact.effect", "1", {}, "p", rows))


def test_a_band_far_above_the_counts_is_cut_and_that_is_said():
    counts = [{"period": "2019-01", "count": 3.0}]
    counts += [
        {
            "period": "2019-02",
            "count": 4.0,
            "expected": 5.0,
            "expected_low": 1.0,
            "expected_high": 9e5,
        }
    ]
    assert "the band is cut" in effect_told(finding(start="2019-02", counts=counts))

"""Looks as a drawing."""

from headwater.draw.impact import looks_told
from headwater.model import Finding


def finding(verdict="fall"):
    rows = [
        {
            "treated": "sea <route>",
            "date": f"2024-0{at}",
            "actual": None if at == 2 else 40.0,
            "expected": 90.0,
            "e_value": 10.0**at,
            "said": at > 1,
            "verdict": verdict if at > 1 else "not_yet",
            "why": "a fall may be said since 2024-02",
        }
        for at in range(1, 6)
    ]
    return Finding("impact.sequential", "1", {}, "p", tuple(rows), {"enough": 20.0})


def test_counts_evidence_and_the_look_at_which_it_was_said_are_drawn():
    svg = looks_told(finding())
    assert "fall said 2024-02, 2 looks" in svg
    assert svg.count("<polyline") >= 3
    assert "sea &lt;route&gt;" in svg


def test_a_refusal_says_why_and_draws_nothing():
    svg = looks_told(finding("refused"))
    assert "may be said since" in svg
    assert "<polyline" not in svg


def test_no_series_is_told():
    assert "no series" in looks_told(Finding("impact.sequential", "1", {}, "p", ()))

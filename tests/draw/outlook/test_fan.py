import re
import xml.etree.ElementTree as ET

from headwater.draw.outlook import outlook_told
from headwater.model import Finding

SVG = "{http://www.w3.org/2000/svg}"
STEPS = {"q05": 0, "q10": 1, "q25": 3, "q50": 6, "q75": 9, "q90": 14, "q95": 20, "mean": 7}
YEAR = {
    "series": "people",
    "step": "day",
    "year": 2024,
    "threshold": 60000.0,
    "p_above": 0.07,
    "so_far": 20000.0,
    "year_q10": 30000.0,
    "year_q90": 58000.0,
    "past_outcomes": 80,
    "needed_per_week": 1600.0,
    "highest_per_week_over_as_long": 1400.0,
    "recent": [
        {"date": "2024-04-29", "count": 4.0},
        {"date": "2024-04-30", "count": 3.0},
        {"date": "2024-05-01", "count": None},
        {"date": "2024-05-02", "count": 9.0},
        {"date": "2024-05-03", "count": 8.0},
    ],
    "reliability": [{"said": 0.5, "came": 0.45}, {"said": 0.9, "came": 0.95}],
}


def finding(**told):
    rows = tuple({"date": f"2024-05-0{day}", **STEPS} for day in (4, 5, 6))
    return Finding("outlook.arrivals", "1", {}, "p", rows, certificate={**YEAR, **told})


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def test_the_chance_of_the_threshold_stands_beside_the_fan_and_in_the_description():
    svg = outlook_told(finding())
    assert "chance to pass 60,000: 7%" in texts(svg)
    assert "The chance to pass 60,000 is 7%" in svg
    assert any("asks for 1,600 a week" in text for text in texts(svg))
    assert "people a day" in texts(svg)


def test_wider_intervals_reach_further():
    fans = re.findall(r'<polygon points="([^"]+)"', outlook_told(finding()))
    reach = [min(float(point.split(",")[1]) for point in fan.split()) for fan in fans]
    assert len(fans) == 3
    assert reach == sorted(reach)


def test_a_gap_in_the_counts_breaks_the_line():
    counted = re.findall(r'<polyline [^>]*stroke-width="1.4"', outlook_told(finding()))
    assert len(counted) == 2


def test_without_threshold_or_past_scores_nothing_is_said_of_them():
    svg = outlook_told(finding(threshold=None, p_above=None, reliability=[]))
    assert not any("chance" in text for text in texts(svg))
    assert "said" not in texts(svg)


def test_nothing_to_forecast_is_drawn_as_such():
    empty = Finding("outlook.arrivals", "1", {}, "p", (), certificate={})
    assert "There is nothing to forecast." in texts(outlook_told(empty))


def test_a_year_with_days_nobody_counted_says_how_much_of_its_total_was_counted():
    said = texts(outlook_told(finding(counted=12_000.0, steps_without_count=1)))
    assert "so far 20,000: 12,000 counted; the rest for" in said
    assert "1 day without a count, at the mean" in said
    assert "so far 20,000" in texts(outlook_told(finding(steps_without_count=0)))

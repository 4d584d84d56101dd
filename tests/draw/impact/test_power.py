"""The page to sign before an operation."""

from headwater.draw.impact import power_told
from headwater.model import Finding

DESIGN = {
    "treated": "sea <route>",
    "donors": ["land", "river"],
    "displacement": ["harbour"],
    "covariates": "wind",
    "step": "week",
    "from": "2024-03-04",
    "periods": 12,
    "test": "impact.effect, placebo rank at 0.05",
}


def row(periods, least, **more):
    held = {"treated": "sea <route>", "periods": periods, "least": least, "least_alone": -0.6}
    held |= {"series": "", "kind": "", "gain": None, "placebos": 40.0, "rate": 0.048, "why": ""}
    return held | more


def page(*rows):
    asked = {"change": -0.3, "chance": 0.8}
    certificate = {"design": DESIGN, "sha256": "ab12" * 16}
    return power_told(Finding("impact.power", "2", asked, "p", rows, certificate))


ADDED = row(12, -0.3, series="coast", kind="in the file, no donor yet", gain=0.1)
LEFT = row(12, -0.44, series="land", kind="a donor already", gain=-0.04)


def test_the_smallest_falls_and_what_each_series_adds_are_told():
    svg = page(row(4, -0.55), row(12, -0.4), ADDED, LEFT)
    for words in ("55%", "40%", "-10 points (with it 30%)", "+4 points (without it 44%)"):
        assert words in svg
    assert "sea &lt;route&gt;" in svg


def test_test_design_and_digest_stand_above_the_lines_to_sign():
    svg = page(row(12, -0.4))
    for words in ("ab12" * 16, "Name", "Date", "Signature", "donors: land, river", "harbour"):
        assert words in svg
    assert "at 40 windows of 12 periods it did in 5%" in svg


def test_a_length_at_which_nothing_is_seen_says_why():
    svg = page(row(12, -0.4), row(52, None, least_alone=None, why="only 6 placebo windows"))
    assert ">none<" in svg
    assert "52 periods: only 6 placebo windows" in svg


def test_where_nothing_can_be_told_the_reason_stands_alone():
    svg = page(row(None, None, why="8 are needed"))
    assert "8 are needed" in svg
    assert "polyline" not in svg

import re
import xml.etree.ElementTree as ET

import pytest

from headwater.draw.organisers import Span, draw_ranks

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def lines(svg):
    found = re.findall(r'<line x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"[^>]*stroke-width="5"', svg)
    return [(float(a), float(b)) for a, b in found]


def test_a_wide_interval_is_a_long_line_and_a_sure_place_none():
    svg = draw_ranks([Span("A", 1, 1, 1), Span("B", 2, 1, 9), Span("C", 3, 2, 4)], title="t")
    lengths = [b - a for a, b in lines(svg)]
    assert lengths[0] == 0
    assert lengths[1] > lengths[2] > 0


def test_the_first_come_first_and_those_left_out_are_counted():
    spans = [Span(f"Name {i:02}", i, i, i) for i in range(40, 0, -1)]
    said = texts(draw_ranks(spans, title="t"))
    names = [text for text in said if text.startswith("Name")]
    assert names == [f"Name {i:02}" for i in range(1, 26)]
    assert any("15 more not shown" in text for text in said)


@pytest.mark.parametrize(
    ("chance", "words"),
    [(0.8, "80%"), (0.001, "under 1%"), (0.999, "over 99%"), (0.0, "under 1%"), (1.0, "over 99%")],
)
def test_probabilities_promise_no_more_than_they_hold(chance, words):
    assert words in texts(draw_ranks([Span("A", 1, 1, 2, chance)], title="t"))


@pytest.mark.parametrize("last", [1, 2, 7, 23, 140, 5000])
def test_the_scale_begins_at_one_and_is_not_crowded(last):
    said = texts(draw_ranks([Span("A", 1, 1, last)], title="t"))
    numbers = [int(text) for text in said if text.isdigit()]
    assert numbers[0] == 1
    assert len(numbers) <= 14


def test_nobody_ranked_is_drawn_without_an_error():
    assert "0 of 0 people" in draw_ranks([], title="t")


def test_a_reader_sees_what_the_drawing_is_of():
    assert "Who leads" in texts(draw_ranks([Span("A", 1, 1, 1)], title="Who leads"))

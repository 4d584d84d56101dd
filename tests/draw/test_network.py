"""Networks as drawings."""

import re
import xml.etree.ElementTree as ET

from headwater.draw import Node, Tie, draw_network
from headwater.draw.layout import Box, crosses
from headwater.draw.palette import QUIET

SVG = "{http://www.w3.org/2000/svg}"


def _texts(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def _crowd(count: int) -> list[Node]:
    return [Node(f"n{i:03d}", f"Invented Name {i}", "person", weight=-i) for i in range(count)]


def test_a_drawing_shows_at_most_twenty_four_nodes_and_says_how_many_it_leaves_out():
    svg = draw_network(_crowd(100), [], title="Many")
    shown = [text for text in _texts(svg) if text.startswith("Invented")]
    assert len(shown) == 24
    assert "Invented Name 0" in shown
    assert any("76 more not shown" in text for text in _texts(svg))


def test_forty_labels_do_not_cover_each_other():
    ties = [Tie("n000", f"n{i:03d}") for i in range(1, 40)]
    root = ET.fromstring(draw_network(_crowd(40), ties, title="Star", most=40))  # noqa: S314 - we drew it
    spots = [
        (float(t.attrib["x"]), float(t.attrib["y"]))
        for t in root.iter(f"{SVG}text")
        if (t.text or "").startswith("Invented")
    ]
    pairs = [(a, b) for i, a in enumerate(spots) for b in spots[i + 1 :]]
    covered = [1 for a, b in pairs if abs(a[0] - b[0]) < 70 and abs(a[1] - b[1]) < 10]
    assert len(covered) <= 2


def test_a_proposed_tie_is_dashed_and_the_key_says_what_that_means():
    nodes = _crowd(2)
    proposed = draw_network(nodes, [Tie("n000", "n001", proposed=True)], title="t")
    accepted = draw_network(nodes, [Tie("n000", "n001")], title="t")
    assert "stroke-dasharray" in proposed
    assert any("dashed: proposed" in text for text in _texts(proposed))
    assert "stroke-dasharray" not in accepted


def test_more_reports_draw_a_thicker_line():
    nodes = _crowd(2)

    def width(weight: float) -> float:
        svg = draw_network(nodes, [Tie("n000", "n001", weight)], title="t")
        return float(re.findall(r'<line [^>]*stroke-width="([\d.]+)"', svg)[0])

    assert width(1) < width(3)


def test_names_in_three_scripts_and_names_that_look_like_markup_stand_as_they_are():
    names = ["Ëndrra Çela", "Илия Измислен", "حسن المخترع", "<script>x</script>"]
    svg = draw_network([Node(n, n, "person") for n in names], [], title="<b>t</b>")
    assert set(names) <= set(_texts(svg))
    assert "<script" not in svg


def test_the_same_network_gives_the_same_bytes():
    ties = [Tie("n000", f"n{i:03d}", directed=True) for i in range(1, 9)]
    assert draw_network(_crowd(9), ties, title="t") == draw_network(_crowd(9), ties, title="t")


def test_an_empty_network_is_an_empty_drawing_with_a_title():
    svg = draw_network([], [], title="Nobody")
    assert "<title>Nobody</title>" in svg


def test_the_description_tells_the_ties_to_those_who_cannot_see_them():
    svg = draw_network(_crowd(2), [Tie("n000", "n001", proposed=True)], title="t")
    assert "Invented Name 0 with Invented Name 1 (proposed)" in svg


def test_of_many_islands_those_with_the_highest_ranked_are_shown_and_the_rest_counted():
    ties = [Tie(f"n{i:03d}", f"n{i + 1:03d}") for i in range(0, 60, 2)]
    svg = draw_network(_crowd(60), ties, title="Islands")
    shown = {text for text in _texts(svg) if text.startswith("Invented")}
    assert shown == {f"Invented Name {i}" for i in range(6)}
    assert any("54 more not shown" in text for text in _texts(svg))


def test_a_name_steps_aside_where_a_line_would_run_through_it():
    ties = [Tie("n000", f"n{i:03d}") for i in range(1, 7)]
    root = ET.fromstring(draw_network(_crowd(7), ties, title="Star"))  # noqa: S314 - we drew it
    lines = [
        tuple((float(line.attrib[f"x{n}"]), float(line.attrib[f"y{n}"])) for n in (1, 2))
        for line in root.iter(f"{SVG}line")
        if line.attrib["stroke"] == QUIET
    ]
    assert len(lines) == 6
    struck = [
        text.text
        for text in root.iter(f"{SVG}text")
        if (text.text or "").startswith("Invented")
        for line in lines
        if crosses(Box(float(text.attrib["x"]), float(text.attrib["y"]) - 4, 70, 8), *line)
    ]
    assert len(struck) <= 1

"""Routes as drawings."""

import re
import xml.etree.ElementTree as ET

from headwater.draw import Stop, Stretch, draw_routes

SVG = "{http://www.w3.org/2000/svg}"
HORGOS = Stop("h", "Horgos", 46.16, 19.97, "crossing_point")
WIEN = Stop("w", "Беч / Wien", 48.2, 16.37, "town")
YARD = Stop("y", "the yard")


def _texts(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def _at(svg: str, label: str) -> tuple[float, float]:
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    found = next(t for t in root.iter(f"{SVG}text") if t.text == label)
    return float(found.attrib["x"]), float(found.attrib["y"])


def test_north_is_up_and_east_is_right():
    svg = draw_routes([HORGOS, WIEN], [], title="t")
    assert _at(svg, "Horgos")[0] > _at(svg, "Беч / Wien")[0]
    assert _at(svg, "Horgos")[1] > _at(svg, "Беч / Wien")[1]


def test_a_leg_shows_its_mode_and_its_fee():
    svg = draw_routes(
        [HORGOS, WIEN], [Stretch("h", "w", "lorry", 2, "EUR 900 per person")], title="t"
    )
    assert "lorry, EUR 900 per person" in _texts(svg)
    assert svg.count("<path") == 1
    assert svg.count("<polygon") == 1


def test_a_tentative_leg_is_dashed_and_one_with_more_groups_is_thicker():
    def path(groups: int, tentative: bool) -> str:
        legs = [Stretch("h", "w", "car", groups, "", tentative)]
        return re.findall(r"<path[^>]*>", draw_routes([HORGOS, WIEN], legs, title="t"))[0]

    def width(found: str) -> float:
        return float(re.findall(r'stroke-width="([\d.]+)"', found)[0])

    assert "dasharray" in path(1, True)
    assert "dasharray" not in path(1, False)
    assert width(path(3, False)) > width(path(1, False))


def test_places_without_coordinates_are_listed_and_their_legs_too():
    svg = draw_routes([HORGOS, YARD], [Stretch("y", "h", "foot")], title="t")
    assert "No coordinates: the yard." in _texts(svg)
    assert "Not on the map: the yard to Horgos (foot)" in _texts(svg)


def test_crowded_legs_all_keep_their_words_beside_the_line_or_in_the_key():
    legs = [Stretch("h", "w", f"mode{n}", 1, f"EUR {n}00 per person and leg") for n in range(12)]
    said = "\n".join(_texts(draw_routes([HORGOS, WIEN], legs, title="t")))
    assert all(f"mode{n}, EUR {n}00 per person and leg" in said for n in range(12))


def test_it_says_how_many_legs_are_not_drawn():
    legs = [Stretch("h", "w", f"m{n}") for n in range(40)]
    assert any(
        "10 more legs are not shown" in t
        for t in _texts(draw_routes([HORGOS, WIEN], legs, title="t"))
    )


def test_markup_in_a_place_or_mode_is_only_text():
    svg = draw_routes(
        [Stop("a", "<a href='x'>", 44, 20), WIEN], [Stretch("a", "w", '"><script>')], title="t"
    )
    ET.fromstring(svg)  # noqa: S314 - we drew it
    assert "<script" not in svg
    assert "<a href" not in svg


def test_one_place_alone_and_no_place_at_all_can_be_drawn():
    for stops in ([HORGOS], [YARD], []):
        assert draw_routes(stops, [], title="t").startswith("<svg")


def test_a_place_that_only_an_undrawn_leg_uses_is_not_said_to_lack_coordinates():
    far = Stop("f", "Far", 51.0, 2.0)
    legs = [Stretch("h", "w", "car"), Stretch("w", "f", "lorry")]
    said = _texts(draw_routes([HORGOS, WIEN, far], legs, title="t", most=1))
    assert "Far" not in said
    assert not [text for text in said if text.startswith(("No coordinates", "Not on the map"))]


def test_an_end_that_nobody_told_is_a_question_mark():
    stops = [Stop("a", "Tirana", 41.33, 19.82), Stop("b", "", None, None)]
    svg = draw_routes(stops, [Stretch("a", "b")], title="t")
    assert "Not on the map: Tirana to ? (mode unknown)" in _texts(svg)

import re
import xml.etree.ElementTree as ET

import pytest

from headwater.analysis import run
from headwater.draw import draw_finding
from headwater.picture import from_plain_files

HEAD = "from,to,mode,date,persons,from_lat,from_lon,to_lat,to_lon\n"
LEGS = (
    "Ниш,Хоргош,van,2025-02-03,12,43.32,21.9,46.16,19.97\n"
    "Ниш,Хоргош,van,2025-01-03,12,43.32,21.9,46.16,19.97\n"
    "Ниш,Хоргош,van,2025-02-09,12,43.32,21.9,46.16,19.97\n"
    "Хоргош,Szeged,foot,2025-02-04,11,46.16,19.97,46.25,20.15\n"
    "Szeged,فيينا,lorry,2025-02-05,9,46.25,20.15,48.2,16.37\n"
)
CHANNEL = "Calais,Dover,boat,2025-02-05,50,50.95,1.85,51.13,1.31\n"


def drawn(folder, method, legs=LEGS, **more):
    files = {}
    for kind, text in {"legs": HEAD + legs, **more}.items():
        files[kind] = folder / f"{kind}.csv"
        files[kind].write_text(text, encoding="utf-8")
    picture = from_plain_files(**files)
    given = {"draws": 20} if method == "routes.flow" else {}
    svg = draw_finding(run(picture, method, given), picture)
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return svg, [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_map_tells_mode_volume_and_change_without_colour(tmp_path):
    svg, said = drawn(tmp_path, "routes.map")
    assert "van, 3 ↑ +1" in said
    paths = re.findall(r"<path[^>]*>", svg)
    assert len({re.findall(r'dasharray="[^"]*"', path)[0] for path in paths[1:]}) == 2
    assert len({re.findall(r'stroke-width="([\d.]+)"', path)[0] for path in paths}) > 1
    assert {"foot", "lorry", "van"} <= {word for text in said for word in text.split(", ")}
    assert "↑ more, ↓ fewer in 2025-02 than in 2025-01." in said


def test_names_in_every_script_stand_on_the_map(tmp_path):
    _, said = drawn(tmp_path, "routes.map")
    assert {"Ниш", "Szeged", "فيينا"} <= set(said)


def test_legs_that_nobody_watched_are_dashed_and_bear_their_interval(tmp_path):
    series = "date,series,value\n2025-02,Ниш > Хоргош (van),120\n2025-01,Ниш > Хоргош (van),80\n"
    svg, said = drawn(tmp_path, "routes.flow", series=series)
    assert "van, 120" in said
    assert any(re.match(r"foot, [\d,]+\?? \([\d,]+–[\d,]+\)", text) for text in said)
    assert len(re.findall(r"<path[^>]*dasharray", svg)) == 2


def test_danger_is_told_on_legs_and_listed_where_it_lies_on_none(tmp_path):
    incidents = (
        "date,lat,lon,dead_and_missing,cause,route\n"
        "2025-01-05,46.2,20.06,7,Drowning,\n2025-01-05,35,12,80,Drowning,Central Mediterranean\n"
    )
    _, said = drawn(tmp_path, "routes.risk", incidents=incidents)
    assert "7 dead" in said
    assert "Not on a leg: Central Mediterranean: 80 dead" in said


def test_regions_far_apart_are_maps_of_their_own_where_legs_are_many(tmp_path):
    many = "".join(
        f"P{n},Q{n},van,2025-02-03,1,{43 + n / 20},21,{43 + n / 20},22\n" for n in range(30)
    )
    svg, said = drawn(tmp_path, "routes.map", many + CHANNEL)
    assert svg.count("<svg ") == 3
    assert any("region 2 of 2" in text for text in said)


FAR = "Szeged,Calais,lorry,2025-02-06,60,46.25,20.15,50.95,1.85\n"


def test_a_leg_between_far_regions_ends_at_the_edge_of_both_with_its_number(tmp_path):
    svg, said = drawn(tmp_path, "routes.map", LEGS + CHANNEL + FAR)
    assert svg.count("<svg ") == 3
    assert "to Calais: lorry, 1 ↑ +1" in said
    assert "from Szeged: lorry, 1 ↑ +1" in said


def test_a_large_flow_to_a_place_that_nobody_can_place_is_told_with_its_number(tmp_path):
    series = "date,series,value\n2025-02,Szeged > Nowhere (lorry),8300\n2025-01,Szeged > X,5\n"
    for legs in (LEGS, LEGS + CHANNEL + FAR):
        _, said = drawn(tmp_path, "routes.flow", legs, series=series)
        assert any(
            text.startswith("Not on th") and "Szeged to Nowhere (lorry, 8,300)" in text
            for text in said
        )


def test_legs_that_lie_close_stand_on_one_map(tmp_path):
    svg, _ = drawn(tmp_path, "routes.map")
    assert svg.count("<svg ") == 1


def test_where_maps_of_regions_would_show_little_one_map_shows_all(tmp_path):
    svg, said = drawn(tmp_path, "routes.map", "A,B,van,2025-02-03,1,40,20,50,2\n")
    assert svg.count("<svg ") == 1
    assert {"A", "B"} <= set(said)


@pytest.mark.parametrize("method", ["routes.map", "routes.flow"])
def test_legs_without_any_position_are_listed(tmp_path, method):
    _, said = drawn(tmp_path, method, "A,B,van,2025-02-03,5,,,,\n")
    assert "No coordinates: A, B." in said


def test_a_lone_later_leg_with_a_mistyped_year_does_not_turn_every_change(tmp_path):
    typo = "Ниш,Хоргош,van,2034-02-28,12,43.32,21.9,46.16,19.97\n"
    _, said = drawn(tmp_path, "routes.map", LEGS + typo)
    assert "↑ more, ↓ fewer in 2025-02 than in 2025-01." in said
    assert not any("2034" in text for text in said)


def test_the_end_of_a_route_that_is_on_no_other_map_stands_on_its_own(tmp_path):
    far = "Szeged,Passau,lorry,2025-02-05,9,46.25,20.15,48.57,13.45\n"
    svg, said = drawn(tmp_path, "routes.map", LEGS + far + CHANNEL)
    assert svg.count("<svg ") == 3
    assert "Passau" in said
    assert not any(text.startswith("to Passau") for text in said)

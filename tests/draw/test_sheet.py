"""Vector graphics: nothing in a label can act."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.draw.sheet import Sheet, chance_told, shortened, stacked

SVG = "{http://www.w3.org/2000/svg}"


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_any_label_whatever_gives_well_formed_graphics_without_new_elements(label: str):
    sheet = Sheet(100, 100, label, label)
    sheet.write(10, 10, label)
    sheet.add("rect", x=1.0, y=2, width=3, height=4, fill=label)
    root = ET.fromstring(sheet.svg())  # noqa: S314 - we wrote it
    assert [child.tag.removeprefix(SVG) for child in root][:3] == ["title", "desc", "rect"]
    assert {child.tag.removeprefix(SVG) for child in root} <= {"title", "desc", "rect", "text"}


def test_a_direction_override_cannot_turn_a_label_round():
    sheet = Sheet(100, 100, "t", "d")
    sheet.write(1, 1, "safe\u202egnp.exe")
    assert "\u202e" not in sheet.svg()
    assert "safe[U+202E]gnp.exe" in sheet.svg()


def test_a_long_label_is_cut_with_a_mark():
    assert shortened("Presevo", 10) == "Presevo"
    assert shortened("Y" * 90, 10) == "Y" * 9 + "…"


def test_lines_below_make_the_sheet_longer():
    sheet = Sheet(100, 50, "t", "d")
    sheet.write_below("one more")
    root = ET.fromstring(sheet.svg())  # noqa: S314 - we wrote it
    assert float(root.attrib["height"]) > 50 + 10
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == "t"


def test_drawings_stand_one_beneath_the_other():
    drawings = []
    for height in (50, 70):
        sheet = Sheet(100, height, "t", "d")
        sheet.write(1, 1, f"of {height}")
        drawings.append(sheet.svg())
    svg = stacked(drawings, "both")
    assert svg.count("<svg") == 3
    assert 'height="132"' in svg
    assert '<svg y="56"' in svg


@pytest.mark.parametrize(
    ("chance", "words"), [(0.0, "under 1%"), (0.004, "under 1%"), (0.5, "50%"), (1.0, "over 99%")]
)
def test_no_chance_is_told_as_none_or_certain(chance, words):
    assert chance_told(chance) == words

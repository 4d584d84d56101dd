import re
import xml.etree.ElementTree as ET

import pytest

from headwater.analysis import run
from headwater.draw import draw_finding, draw_removal
from headwater.model import Finding, WrongUse
from tests.analysis.organisers.groups.test_method import RINGS, picture_of

ASKED = {
    "organisers.groups": {"draws": 1},
    "organisers.ranking": {"worlds": 3},
    "organisers.removal": {"k": 2, "seconds": 10},
    "organisers.sequence": {"targets": "d,e", "worlds": 5},
}


@pytest.mark.parametrize("method", ASKED)
def test_each_method_about_organisers_has_a_drawing_with_names_or_numbers(method):
    picture = picture_of([*RINGS, ("d", "e")])
    svg = draw_finding(run(picture, method, ASKED[method]), picture)
    ET.fromstring(svg)  # noqa: S314 - we drew it
    assert re.search(r"<desc>[^<]{20,}</desc>", svg)


@pytest.mark.parametrize("method", ["organisers.groups", "organisers.ranking"])
def test_nobody_who_may_not_be_ranked_is_drawn(method):
    picture = picture_of(RINGS, hidden="c")
    svg = draw_finding(run(picture, method, ASKED[method]), picture)
    assert ">C<" not in svg
    assert ">D<" in svg


def test_a_choice_that_is_not_proved_is_shaded_down_to_the_bound():
    finding = run(picture_of(RINGS), "organisers.removal", ASKED["organisers.removal"])
    assert "stroke-opacity" not in draw_removal(finding)
    finding.certificate["bound"] -= 1
    svg = draw_removal(finding)
    assert "stroke-opacity" in svg
    assert "down to the proved bound" in svg


def test_a_method_without_a_drawing_says_which_have_one():
    finding = Finding("outlook.none", "1", {}, "", ())
    with pytest.raises(WrongUse, match=r"outlook\.none") as refused:
        draw_finding(finding, picture_of(RINGS))
    assert "organisers.ranking" in str(refused.value.do)

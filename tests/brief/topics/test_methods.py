"""What methods say of themselves is in words."""

from dataclasses import replace

from headwater.brief.topics.methods import method_line
from headwater.brief.view import View
from headwater.model import Finding
from tests.brief.fixtures import picture, ranking


def test_legs_that_are_no_longer_seen_are_named_by_their_ends():
    rows = tuple(
        {"id": f"horgos|p{n}|", "from_name": "Horgos", "to_name": f"Town {chr(65 + n)}"}
        for n in range(12)
    )
    change = {"weak grades dropped": {"no_longer_seen": [row["id"] for row in rows]}}
    finding = Finding("routes.map", "1", {"top": 0}, "f", rows, sensitivity=change)
    text = method_line(View(picture()), finding).text
    assert "If weak grades are dropped: 12 legs are no longer seen: Horgos to Town A" in text
    assert text.endswith("and 9 more.")
    assert not [sign for sign in "{}[]|" if sign in text]


def test_fees_that_are_no_longer_told_are_counted():
    change = {"no_longer_told": ["a|b|"], "other_medians": {"c|d|": [1.0, 2.0]}}
    finding = Finding(
        "business.fees", "1", {}, "f", (), sensitivity={"weak grades dropped": change}
    )
    text = method_line(View(picture()), finding).text
    assert "1 fee by leg is no longer told and 1 median is another." in text
    change = {"no_longer_told": [], "other_medians": {}}
    finding = replace(finding, sensitivity={"weak grades dropped": change})
    assert "no fee by leg changes" in method_line(View(picture()), finding).text


def test_who_comes_and_goes_stands_by_name_and_only_where_it_may():
    change = {"first_five": ["milica"], "come": ["milica"], "go": ["dragan"]}
    finding = replace(ranking(), sensitivity={"position alone": change, "weak grades dropped": {}})
    text = method_line(View(picture()), finding).text
    assert "By position alone: a person who is not named here would come" in text
    assert "Dragan Izmišljen would leave" in text
    assert "If weak grades are dropped: no change" in text


def test_nothing_to_come_or_go_is_said():
    same = {"first_five": ["dragan"], "come": [], "go": []}
    nobody = {"first_five": [], "come": [], "go": []}
    finding = replace(
        ranking(), sensitivity={"position alone": same, "role evidence alone": nobody}
    )
    text = method_line(View(picture()), finding).text
    assert "By position alone: the first five stay." in text
    assert "By role evidence alone: nobody stands out." in text


def test_whom_a_removal_would_take_instead_stands_by_name():
    change = {"changes": True, "ids": ["dragan"], "come": ["dragan"], "go": ["milica"]}
    finding = replace(ranking(), sensitivity={"weak grades dropped": change})
    text = method_line(View(picture()), finding).text
    assert "Dragan Izmišljen would be chosen too and a person who is not named here would" in text
    same = replace(ranking(), sensitivity={"weak grades dropped": {"changes": False}})
    assert "the same people are chosen" in method_line(View(picture()), same).text


def test_a_parameter_that_was_left_empty_is_not_told_as_all():
    finding = Finding("m", "1", {"untouchable": "", "layers": "", "k": 5}, "f", ())
    text = method_line(View(picture()), finding).text
    assert "untouchable" not in text
    assert "layers = all, k = 5" in text

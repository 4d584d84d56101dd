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
    finding = Finding("routes.legs", "1", {"top": 0}, "f", rows, sensitivity=change)
    text = method_line(View(picture()), finding).text
    assert "If weak grades are dropped: 12 legs are no longer seen: Horgos to Town A" in text
    assert text.endswith("and 9 more.")
    assert not [sign for sign in "{}[]|" if sign in text]


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

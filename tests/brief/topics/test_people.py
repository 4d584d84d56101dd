"""Who may be named, and of whom only the number is told."""

from dataclasses import replace

from headwater.brief.topics import who
from headwater.brief.view import View
from tests.brief.fixtures import SECRET, picture, ranking, tables


def _said(view: View, ranked: bool = True) -> list[str]:
    return [line.text for line in who(view, [ranking()] if ranked else []).front]


def test_holders_of_public_office_stand_with_their_office():
    assert "Petra Imaginova, Minister (public office)." in _said(View(picture()))


def test_ranked_people_are_an_assessment_with_their_role_and_the_spread_of_their_rank():
    topic = who(View(picture()), [ranking()])
    lead = next(line for line in topic.front if "organisers.ranking" in line.text)
    assert lead.tags == ("assessment",)
    below = [line.text for line in topic.front if line.sub]
    assert below[0] == "1. حسن المخترع; 1 to 2 under other readings."
    assert below[1].startswith("2. Dragan Izmišljen (driver")
    assert "denied, proposed" in below[1]


def test_people_without_a_category_are_counted_and_not_named():
    said = " ".join(_said(View(picture())))
    assert "awaiting a category and so not named here: 1 person" in said
    assert "Tajna" not in said
    assert "Victims, witnesses and people being moved: fewer than 5" in said


def test_nobody_protected_is_in_the_drawing_or_a_table():
    topic = who(View(picture()), [ranking()])
    assert "Dragan" in topic.figures[0].svg
    assert not [piece for piece in SECRET if piece in repr(topic)]


def test_a_ranked_person_who_became_protected_is_left_out():
    rows = tables()["entities"]
    next(r for r in rows if r["id"] == "dragan").update(protected=True, category="victim")
    view = View(picture(entities=rows))
    assert not [text for text in _said(view) if "Dragan" in text]


def test_without_people_and_groups_it_says_so():
    view = View(picture(entities=[], links=[]))
    assert _said(view, ranked=False) == ["No organised crime group is named."]


def test_people_whom_nothing_supports_are_not_listed_and_it_says_why():
    rows = tuple(r | {"degree": 0, "role_statements": 0, "score": 0.0} for r in ranking().rows)
    topic = who(View(picture()), [replace(ranking(), rows=rows)])
    said = [line.text for line in topic.front]
    assert any("Nobody stands out: no tie and no role is accepted for the 3 " in s for s in said)
    assert not [text for text in said if "Dragan" in text]
    tied = (rows[0] | {"degree": 2}, *rows[1:])
    below = [x.text for x in who(View(picture()), [replace(ranking(), rows=tied)]).front if x.sub]
    assert len(below) == 1


def test_two_entries_of_one_name_are_said_to_be_two():
    rows = tables()["entities"]
    next(r for r in rows if r["id"] == "ilija").update(caption="Dragan Izmišljen")
    said = _said(View(picture(entities=rows)))
    assert "2 entries of one name, Dragan Izmišljen: headwater review can join them." in said


def test_the_support_of_a_rank_is_what_the_method_counted():
    rows = tuple(r | {"groups": 7} for r in ranking().rows)
    table = who(View(picture()), [replace(ranking(), rows=rows)]).tables[0]
    assert table.columns[-1] == "independent groups of reports"
    assert table.rows[0].cells[-1] == "7"

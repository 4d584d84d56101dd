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
    assert "missing and false ties, other readings of grades" in lead.text
    assert below[0] == "1. حسن المخترع: between 1 and 2; in the first five 100 in 100."
    assert topic.tables[0].rows[0].cells[-3:-1] == ("between 1 and 2", "100 in 100")
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
    (told,) = [text for text in said if text.startswith("2 entries of one name, Dragan Izmišljen")]
    assert "a supervisor decides in the review" in told


def test_where_nobody_could_be_ranked_it_says_why():
    empty = replace(ranking(), rows=())

    def why(**changed) -> str:
        rows = [row | changed for row in tables()["entities"]]
        said = [line.text for line in who(View(picture(entities=rows)), [empty]).front]
        (told,) = [text for text in said if "could be ranked" in text]
        return told

    assert why().endswith("of none is a role or a tie to another accepted yet.")
    assert "possibly coerced" in why(rankable=False)
    assert why(rankable=False, category="").endswith("nobody has been decided to be one.")


def _ranked(**changed):
    return [x.text for x in who(View(picture()), [replace(ranking(), **changed)]).front if x.sub]


def test_first_places_that_rest_on_weak_grades_alone_are_said_to():
    ids = ["hasan", "dragan", "ilija"]
    nobody = {"first_five": [], "come": [], "go": ids}
    said = _ranked(sensitivity={"weak grades dropped": nobody})
    assert "All who are ranked rest on weak grades; without them nobody is ranked." in said
    five = nobody | {"go": [*ids, "x", "y"]}
    said = _ranked(sensitivity={"weak grades dropped": five})
    assert "All of the first five rest on weak grades; without them nobody is ranked." in said


def test_who_is_first_without_weak_grades_stands_beside_the_ranking_where_it_differs():
    change = {"first_five": ["dragan", "milica"], "come": ["milica"], "go": ["hasan"]}
    said = _ranked(sensitivity={"weak grades dropped": change})
    start = "Without weak grades the first would be Dragan Izmišljen and a person who is not named"
    assert any(text.startswith(start) for text in said)
    assert any("would not be among them." in text for text in said)
    same = {"first_five": ["hasan"], "come": [], "go": []}
    assert not [t for t in _ranked(sensitivity={"weak grades dropped": same}) if "weak" in t]


def test_a_better_place_with_a_smaller_chance_is_explained_and_only_then():
    rows = ranking().rows
    turned = (rows[0] | {"p_top5": 0.24}, rows[1] | {"p_top5": 0.004}, rows[2] | {"p_top5": 0.6})
    said = _ranked(rows=turned)
    assert "in the first five 24 in 100." in said[0]
    assert "in the first five under 1 in 100." in said[1]
    assert any("a better place may have the smaller chance" in text for text in said)
    assert not [text for text in _ranked() if "smaller chance" in text]


def test_the_support_of_a_rank_is_what_the_method_counted():
    rows = tuple(r | {"groups": 7} for r in ranking().rows)
    table = who(View(picture()), [replace(ranking(), rows=rows)]).tables[0]
    assert table.columns[-1] == "independent groups of reports"
    assert table.rows[0].cells[-1] == "7"

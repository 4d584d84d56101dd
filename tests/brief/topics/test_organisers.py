"""Groups and the removal set, told and drawn."""

from itertools import combinations

from headwater.analysis import run
from headwater.brief.topics import who
from headwater.brief.topics.organisers import organiser_figures, organiser_lines
from headwater.brief.view import View
from tests.analysis.organisers.groups.test_method import picture_of

RINGS = [*combinations("abcdef", 2), *combinations("ghijkl", 2), ("f", "g")]
RANKED = {"worlds": 5}


def findings(picture, **more):
    asked = {
        "organisers.ranking": RANKED,
        "organisers.groups": {"draws": 2},
        "organisers.removal": {"k": 2, "seconds": 10} | more,
    }
    return [run(picture, method, given) for method, given in asked.items()]


def told(picture, found):
    return [line.text for line in organiser_lines(View(picture), found)]


def test_groups_are_told_by_size_and_the_removal_set_with_its_proof():
    picture = picture_of(RINGS)
    said = told(picture, findings(picture))
    assert said[0].startswith("Reported together in 2 groups; the largest: Group 1, 6 people")
    assert said[1].startswith("Removed together, ")
    assert said[1].endswith("of 66 pairs of people able to reach each other.")
    assert said[2].startswith("Proved: no 2 people would leave fewer.")


def test_groups_of_dated_ties_say_their_period_and_bear_the_names_that_analyse_gives():
    picture = picture_of(RINGS, date=["2024-01-05"] * 15 + ["2024-03-07"] * 16)
    groups = run(picture, "organisers.groups", {"draws": 2})
    said = told(picture, [groups])[0]
    assert said.startswith("Reported together in 2024-03 and the 2 months before, in 2 groups;")
    first = [row["group"] for row in groups.rows if row["period"] == "2024-03"]
    assert all(name in said for name in first)
    caption = organiser_figures(View(picture), [groups])[0].caption
    assert "by group of 2024-03; ties of every date are drawn" in caption


def test_the_choice_without_weak_grades_stands_beside_the_removal():
    weak = ["2D" if "f" in pair else "1A" for pair in RINGS]
    picture = picture_of(RINGS, grade=weak)
    removal = findings(picture, k=1)[2]
    said = told(picture, [removal])
    assert any(text.startswith("Without weak grades the choice would be ") for text in said)
    removal = findings(picture_of(RINGS, grade=["2D"] * len(RINGS)), k=1)[2]
    assert told(picture, [removal])[-1].startswith("Without weak grades nobody would be chosen")
    assert not [text for text in told(picture, [findings(picture_of(RINGS))[2]]) if "weak" in text]


def test_each_line_leads_to_statements_and_is_an_assessment():
    picture = picture_of(RINGS)
    lines = organiser_lines(View(picture), findings(picture))
    assert all(line.evidence for line in lines if not line.sub)
    assert all(line.tags == ("assessment",) for line in lines if not line.sub)


def test_a_choice_that_is_not_proved_says_how_far_it_could_be_from_the_best():
    picture = picture_of(RINGS)
    removal = findings(picture)[2]
    removal.certificate.update(proved=False, bound=7)
    said = told(picture, [removal])[1]
    assert "Not proved best in the 10 s it had: no 2 people would leave fewer than 7;" in said
    assert "given more seconds, the method may prove more" in said


def test_network_intervals_and_curve_are_drawn_in_place_of_the_plain_network():
    picture = picture_of(RINGS)
    topic = who(View(picture), findings(picture))
    captions = [figure.caption for figure in topic.figures]
    assert len(captions) == 3
    assert "by group" in captions[0]
    assert "interval" in captions[1]
    assert "after removals" in captions[2]


def test_nobody_who_may_not_be_ranked_is_drawn_or_told():
    picture = picture_of(RINGS, hidden="c")
    found = findings(picture)
    drawn = "".join(figure.svg for figure in organiser_figures(View(picture), found))
    assert ">C<" not in drawn
    assert ">D<" in drawn
    assert " C" not in " ".join(told(picture, found))


def test_without_groups_or_ties_nothing_is_told_or_drawn():
    picture = picture_of([], people="ab")
    assert told(picture, findings(picture)) == []
    assert organiser_figures(View(picture), findings(picture)) == ()
    assert organiser_figures(View(picture), []) == ()

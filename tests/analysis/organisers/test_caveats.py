import json

import pytest

from headwater.analysis import METHODS, run
from headwater.analysis.organisers.caveats import evidence_caveats
from headwater.analysis.organisers.evidence import gather
from headwater.picture import Picture, make_table
from tests.analysis.organisers.groups.test_method import picture_of
from tests.analysis.organisers.ranking.test_method import picture_of as ranked
from tests.analysis.organisers.ranking.test_method import with_roles

ASKED = {"layers": "", "include_proposed": False, "drop_weak": False}


def told(picture, **asked):
    return " ".join(evidence_caveats(gather(picture, ASKED | asked), ASKED | asked))


def test_left_out_people_are_counted_with_their_links():
    assert "1 person, and 1 link that ends at one" in told(picture_of([("a", "b")], hidden="b"))


def test_evidence_of_one_source_is_called_that():
    assert "one independent group" in told(picture_of([("a", "b")]))
    assert "one independent group" not in told(picture_of([("a", "b"), ("b", "c")]))


def test_statements_that_nobody_accepted_are_said_to_be_in_it():
    assert "nobody has accepted" in told(picture_of([("a", "b")]), include_proposed=True)


def test_a_picture_without_ties_or_people_says_so():
    assert "No tie between two" in told(picture_of([], people="a"))
    assert "Nobody in this picture" in told(picture_of([]))


SMALL = {
    "organisers.ranking": {"worlds": 2},
    "organisers.removal": {"k": 1, "seconds": 2},
    "organisers.robust_removal": {"k": 1, "seconds": 2, "worlds": 20},
    "organisers.sequence": {"k": 2, "worlds": 5},
}
ABOUT_PEOPLE = sorted(name for name in METHODS if name.startswith("organisers."))


def mixed():
    """Eight people around one as untested sources tell, five around a sound one, two victims."""
    weak = [("rumoured", f"r{i}") for i in range(8)]
    sound = [("known", f"k{i}") for i in range(5)] + [("known", "rumoured"), ("k0", "k1")]
    victims = [("v1", "known"), ("v2", "rumoured")]
    picture = with_roles(
        ranked(
            [*weak, *sound, *victims],
            people=[("v1", False), ("v2", False)],
            grade=["2D"] * len(weak) + ["1A"] * (len(sound) + len(victims)),
        ),
        [("rumoured", "organiser", "X1", "G7", "accepted")],
    )
    told = {name: picture.statements[name].to_pylist() for name in picture.statements.column_names}
    statements = make_table("statements", told | {"grade": ["2D"] * len(told["grade"])})
    return Picture.of({**picture.tables, "statements": statements})


@pytest.mark.parametrize("method", ABOUT_PEOPLE)
def test_every_method_counts_who_was_left_out_and_names_none_of_them(method):
    finding = run(mixed(), method, SMALL.get(method))
    assert any("2 people" in caveat and "may not be ranked" in caveat for caveat in finding.caveats)
    assert '"v1"' not in json.dumps(finding.as_dict())


@pytest.mark.parametrize("method", ABOUT_PEOPLE)
def test_every_method_tells_how_the_answer_changes_without_untested_sources(method):
    finding = run(mixed(), method, SMALL.get(method))
    change = finding.sensitivity["weak grades dropped"]
    strict = run(mixed(), method, {**SMALL.get(method, {}), "drop_weak": True})
    if "first_five" in change:
        assert change["first_five"] == [row["id"] for row in strict.rows[:5]]
    elif "ids" in change:
        assert change["ids"] == [row["id"] for row in strict.rows] == ["known"]
    elif "order" in change:
        assert sorted(change["order"]) == sorted(row["id"] for row in finding.rows)
        assert change["replaced"] < max(row["replaced"] for row in finding.rows)
    elif "found_again" in change:
        assert change["groups"] > change["found_again"]
    else:
        assert change["fall_away"] == ["rumoured"]


@pytest.mark.parametrize("method", ["organisers.ranking", "organisers.removal"])
def test_an_answer_that_rests_on_weak_grades_alone_says_so_first(method):
    weak = picture_of([("a", "b"), ("b", "c")], grade=["2D"] * 2)
    assert run(weak, method, SMALL[method]).caveats[0].startswith("Without weak grades nobody")
    sound = picture_of([("a", "b"), ("b", "c")], grade=["1A"] * 2)
    assert "Without weak" not in " ".join(run(sound, method, SMALL[method]).caveats)

"""What is to be looked at again is found by the people in a report, its handling and its age."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from headwater.model import Handling
from headwater.node import Settings, categorise, make_node, see_picture
from headwater.node.looking import Shelf
from headwater.node.queue import Due, reviews_of, titled
from headwater.safeguard import Category, retention
from tests.node.watching.telling import SECRET, person, tell

TODAY = datetime.now(UTC).date()
REPORTS = {
    "S1": (2200, Handling(), Category.SUSPECT),
    "S2": (2200, Handling(), Category.VICTIM),
    "N1": (2200, Handling(), None),
    "N2": (3, Handling(), None),
    "N3": (2190, SECRET, None),
}
"""By URN: how many days ago it came in, its handling, and the category of whoever it speaks of."""


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    place = tmp_path_factory.mktemp("due") / "node"
    made = make_node(place, "Drava Hub", Settings("mira", None, 1), purpose="test")
    for urn, (days, handling, category) in REPORTS.items():
        name = f"Goran Petri{urn.lower()}"
        said = person(name) if category else ()
        day = (TODAY - timedelta(days)).isoformat()
        tell(made, urn, f"{name} drove {urn}.", *said, day=day, handling=handling)
        if category:
            categorise(made, f"{urn}#1@m1", category, "Drava", "test")
    yield made
    made.close()


def test_each_report_is_due_as_the_rule_says_the_soonest_first(node):
    rule = {
        urn: retention.review_due(
            TODAY - timedelta(days), [(category,)] if category else [], handling, TODAY
        )
        for urn, (days, handling, category) in REPORTS.items()
    }
    found = reviews_of(node, see_picture(node)).rows()
    told = {one.urn: (one.due, one.why) for one in found}
    assert told == {urn: (one.on.isoformat(), one.group) for urn, one in rule.items() if one.due}
    assert 0 < len(told) < len(REPORTS)
    assert [one.due for one in found] == sorted(one.due for one in found)


def test_a_page_of_what_is_due_is_a_part_of_it(node):
    found = reviews_of(node, see_picture(node))
    assert len(found) == len(found.rows())
    assert found.rows(1, 1) == found.rows()[1:2]
    assert found.rows(99, 5) == []


def test_what_is_due_is_called_by_its_title_as_it_may_be_told(node):
    tell(node, "V1", "Vesa Petriv said so.", *person("Vesa Petriv"), title="What Vesa Petriv said")
    tell(node, "T1", "Nothing.", title="")
    categorise(node, "V1#1@m1", Category.VICTIM, "Drava", "test")
    due = [Due(urn, "2020-01-01", "") for urn in ("V1", "T1", "S1", "gone")]

    def names(purpose):
        viewer = replace(node, stated=purpose)
        return titled(viewer, due, Shelf().look(viewer))

    case = names("case: Drava")
    assert case["V1"] == "What Vesa Petriv said"
    assert (case["T1"], case["S1"], case["gone"]) == ("T1", "About S1", "gone")
    assert "Vesa" not in names("what is new")["V1"]


def test_nothing_is_due_where_nothing_is_seen(node):
    nobody = replace(node, viewer=replace(node.viewer, roles=frozenset()))
    assert reviews_of(nobody, see_picture(nobody)).rows() == []

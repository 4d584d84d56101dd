"""The list of reports."""

import pytest

from headwater.node import open_node, see_picture
from headwater.node.looking import Held
from headwater.node.reading import Filter, inbox, refused
from tests.node.reading.conftest import PURPOSE, SETTINGS


@pytest.fixture(scope="module")
def held(made):
    node = open_node(made, SETTINGS, "ana", PURPOSE)
    yield Held(see_picture(node), "", 0.0)
    node.close()


def urns(held, **wanted):
    return [row["urn"] for row in inbox(held, Filter(**wanted)).rows]


def test_the_newest_report_stands_first_with_what_waits_in_it(held):
    found = inbox(held, Filter())
    assert [row["urn"] for row in found.rows] == ["IR 2", "IR 1"]
    assert all(row["waiting"] for row in found.rows)
    assert found.originators == ("Border Police", "Drava Unit")


def test_reports_are_filtered(held):
    assert urns(held, originator="Drava Unit") == ["IR 1"]
    assert urns(held, words="горан") == ["IR 2"]
    assert urns(held, words="vans IR") == ["IR 1"]
    assert urns(held, since="2026-10-03") == ["IR 2"]
    assert urns(held, until="2026-10-03") == ["IR 1"]
    assert urns(held, state="waiting") == ["IR 2", "IR 1"]
    assert urns(held, state="nothing") == []


def test_what_was_refused_is_listed_for_who_may_see_it(node, as_user):
    rows, number = refused(node)
    assert [one.urn for one in rows] == ["IR 2"]
    assert number == 1
    assert refused(as_user("ivo")) == ([], 0)

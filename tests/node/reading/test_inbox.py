"""The list of reports."""

from headwater.node import see_picture
from headwater.node.looking import Held
from headwater.node.reading import Filter, inbox, refused


def urns(node, **wanted):
    held = Held(see_picture(node), "", 0.0)
    return [row["urn"] for row in inbox(held, Filter(**wanted)).rows]


def test_the_newest_report_stands_first_with_what_waits_in_it(node):
    found = inbox(Held(see_picture(node), "", 0.0), Filter())
    assert [row["urn"] for row in found.rows] == ["IR 2", "IR 1"]
    assert all(row["waiting"] for row in found.rows)
    assert found.originators == ("Border Police", "Drava Unit")


def test_reports_are_filtered(node):
    assert urns(node, originator="Drava Unit") == ["IR 1"]
    assert urns(node, words="горан") == ["IR 2"]
    assert urns(node, words="vans IR") == ["IR 1"]
    assert urns(node, since="2026-10-03") == ["IR 2"]
    assert urns(node, until="2026-10-03") == ["IR 1"]
    assert urns(node, state="waiting") == ["IR 2", "IR 1"]
    assert urns(node, state="nothing") == []


def test_what_was_refused_is_listed_for_who_may_see_it(node, as_user):
    rows, number = refused(node)
    assert [one.urn for one in rows] == ["IR 2"]
    assert number == 1
    assert refused(as_user("ivo")) == ([], 0)

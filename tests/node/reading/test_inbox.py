"""The list of reports."""

from dataclasses import replace

import pytest

from headwater.node import add_reports, open_node
from headwater.node.looking import Shelf
from headwater.node.reading import Filter, inbox, refused
from tests.node.reading.conftest import PURPOSE, SETTINGS


@pytest.fixture(scope="module")
def listed(made):
    """The list, filtered, as ana sees it."""
    node = open_node(made, SETTINGS, "ana", PURPOSE)
    held = Shelf().look(node)
    yield lambda **wanted: inbox(node, held, Filter(**wanted))
    node.close()


def urns(listed, **wanted):
    return [row["urn"] for row in listed(**wanted).rows]


def test_the_newest_report_stands_first_with_what_waits_in_it(listed):
    found = listed()
    assert [row["urn"] for row in found.rows] == ["IR 2", "IR 1"]
    assert all(row["waiting"] for row in found.rows)
    assert found.originators == ("Border Police", "Drava Unit")


def test_reports_are_filtered(listed):
    assert urns(listed, originator="Drava Unit") == ["IR 1"]
    assert urns(listed, words="горан") == ["IR 2"]
    assert urns(listed, words="vans IR") == ["IR 1"]
    assert urns(listed, since="2026-10-03") == ["IR 2"]
    assert urns(listed, until="2026-10-03") == ["IR 1"]
    assert urns(listed, state="waiting") == ["IR 2", "IR 1"]
    assert urns(listed, state="nothing") == []


@pytest.mark.parametrize("purpose", [PURPOSE, "a general look"])
@pytest.mark.parametrize("words", ["İstanbul", "istanbul", "İSTANBUL", "boats"])
def test_a_title_is_found_by_its_own_letters_in_whatever_language(node, tmp_path, words, purpose):
    path = tmp_path / "i.txt"
    text = "1. Darko Izmišljeni was held in a house. [2D-P]"
    path.write_text(f"URN: IR 9\nTitle: Boats from İstanbul\n\n{text}\n", encoding="utf-8")
    add_reports(node, [path])
    seen = replace(node, stated=purpose, viewer=replace(node.viewer, roles=frozenset({"liaison"})))
    found = inbox(seen, Shelf().look(seen), Filter(words=words))
    assert [row["urn"] for row in found.rows] == ["IR 9"]


def test_what_was_refused_is_listed_for_who_may_see_it(node, as_user):
    rows, more = refused(node)
    assert [one.urn for one in rows] == ["IR 2"]
    assert not more
    assert refused(as_user("ivo")) == ([], False)


def test_what_came_in_since_the_list_was_made_stands_above_it(node, as_user, tmp_path):
    held = replace(Shelf().look(node), behind=True)
    assert inbox(node, held, Filter()).newer == ()
    later = tmp_path / "c.txt"
    later.write_text(
        "URN: IR 3\nTitle: A boat\n\n1. A boat at Subotica. [2D-P]\n", encoding="utf-8"
    )
    add_reports(node, [later])
    assert [one.urn for one in inbox(node, held, Filter()).newer] == ["IR 3"]
    assert inbox(as_user("ivo"), held, Filter()).newer == ()
    assert inbox(node, held, Filter(words="boat")).newer == ()

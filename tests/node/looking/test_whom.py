"""Somebody is found in the log by any name or number, under every id they went under."""

from dataclasses import replace

import pytest

from headwater.model import WrongUse
from headwater.node import Settings, categorise, decide, make_node
from headwater.node.looking import Sought, read_log, whom
from headwater.safeguard import AuditRecord, Operation
from tests.node.watching.telling import person, tell

GORAN, OTHER, MERIMA = "U1#1@m1", "U2#1@m1", "U3#1@m1"
PHONE = "+381635550142"


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    folder = tmp_path_factory.mktemp("whom")
    made = make_node(folder / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    tell(made, "U1", "Горан Вукчевић", *person("Горан Вукчевић"))
    tell(
        made, "U2", f"G. {PHONE}", ("m1", "Person", "name", "G."), ("m1", "Person", "phone", PHONE)
    )
    tell(made, "U3", "Merima Softić fled.", *person("Merima Softić"))
    tell(made, "U4", "Bojan Kralj.", *person("Bojan Kralj"))
    categorise(made, MERIMA, "victim", "Sava", "test")
    made.store.log(looked("picture", "f" * 64, GORAN))
    made.store.log(looked("U3"))
    made.store.log(replace(looked("U1", "U3", "U4"), operation=Operation.COLLECTION))
    yield made
    made.close()


def looked(*what, day=5):
    when = f"2026-10-{day:02}T08:00:00+00:00"
    return AuditRecord(Operation.CONSULTATION, "ana", when, "case: Drava", what)


def found(node, about, **sought):
    page = read_log(node, Sought(about=about, until="2026-10-31", **sought))
    return [(one.when[8:10], one.what, one.whom) for one in page.entries]


@pytest.mark.parametrize("name", ["Goran Vukçeviq", "Горан Вукчевић", "vukcevic GORAN"])
def test_who_looked_at_somebody_is_found_by_the_name_in_any_spelling(node, name):
    assert found(node, name) == [("05", ("picture",), ("person",))]


def test_a_victim_finds_who_read_the_report_on_her(node):
    assert found(node, "Merima Softic") == [("05", (), ("report",))]


def test_whether_somebody_is_here_at_whom_nobody_looked_is_not_told(node):
    assert found(node, "Bojan Kralj") == found(node, "Nobody Atall") == []
    assert read_log(node, Sought(about="Bojan Kralj")) == read_log(
        node, Sought(about="Nobody Atall")
    )


def test_a_name_that_half_the_log_bears_is_asked_for_more_closely(node, monkeypatch):
    monkeypatch.setattr(whom, "_MOST", 2)
    with pytest.raises(WrongUse, match="too many"):
        found(node, "Goran")


def test_the_search_for_a_name_is_the_auditors_own_consultation(node):
    found(node, "Goran Vukčević")
    newest = list(node.store.audit())[-1]
    assert (newest["operation"], newest["what"]) == ("consultation", ("log",))
    assert newest["reason"].startswith("about Goran Vukčević")


def test_a_look_is_found_under_the_id_of_another_mention_joined_then_and_parted_now(node):
    (made,) = decide(node, "same", [GORAN, OTHER], "one phone")
    node.store.log(looked(OTHER, day=6))
    assert [one[0] for one in found(node, "Goran Vukčević")] == ["06", "05"]
    assert [one[0] for one in found(node, PHONE.replace("+", "00"))] == ["06", "05"]
    decide(node, "undo", [made], "two men")
    assert [one[0] for one in found(node, "Goran Vukčević")] == ["06", "05"]
    assert [one[:2] for one in found(node, GORAN)] == [("06", (OTHER,)), ("05", ("picture", GORAN))]

"""The log is read by the auditor; erasure leaves a record and nothing else."""

import dataclasses
import sqlite3
from contextlib import closing

import pytest

from headwater.model import HeadwaterError, NotPermitted, WrongUse
from headwater.node import add_reports, erase, log_entries, review_due, verify_log
from headwater.node.access import break_glass
from headwater.node.searching import Question, save_search
from headwater.safeguard import Role, Viewer


@pytest.fixture
def filled(node, tmp_path):
    path = tmp_path / "r.txt"
    path.write_text("URN: IR 1\nOriginator: U\n\n1. A van in Subotica. [2D-P]\n", encoding="utf-8")
    add_reports(node, [path])
    return node


def seen_by(node, *roles):
    return dataclasses.replace(node, viewer=Viewer("x", "Drava Hub", frozenset(roles)))


def test_only_the_auditor_reads_the_log(filled):
    assert log_entries(filled)
    with pytest.raises(NotPermitted):
        log_entries(seen_by(filled, Role.ANALYST))


def test_an_erasure_is_logged_without_what_was_erased(filled):
    assert erase(filled, "IR 1", "entered in error")["reports"] == 1
    last = log_entries(filled)[-1]
    assert last["operation"] == "erasure"
    assert last["reason"] == "entered in error"
    assert "IR 1" not in str(last)
    assert verify_log(filled).faults == ()
    with pytest.raises(WrongUse):
        erase(filled, "IR 1", "again")


def test_an_erasure_leaves_no_byte_of_what_anybody_searched_for(filled, tmp_path):
    save_search(filled, Question(words="Goran Izmišljeni"))
    (file,) = tmp_path.rglob("access.db")
    with closing(sqlite3.connect(file)) as opened:
        (kept,) = opened.execute("SELECT sealed FROM access WHERE kind = 'saved'").fetchone()
    assert erase(filled, "IR 1", "entered in error")
    left = [one.name for one in tmp_path.rglob("*") if one.is_file() and kept in one.read_bytes()]
    assert left == []


def test_of_a_broken_glass_an_erasure_leaves_who_and_when_and_nothing_of_what(filled, tmp_path):
    supervisor = dataclasses.replace(filled, stated="life at risk at sea")
    break_glass.ask(supervisor, "IR 1", "Goran Izmišljeni may drown tonight", life_at_risk=True)
    (file,) = tmp_path.rglob("access.db")
    with closing(sqlite3.connect(file)) as opened:
        (kept,) = opened.execute("SELECT sealed FROM access WHERE kind = 'grant'").fetchone()
    erase(filled, "IR 1", "entered in error")
    ((notice,), _) = break_glass.notices(filled)
    assert (notice.user, notice.urn, notice.reason) == (filled.viewer.name, "", "")
    assert notice.given
    assert not any(kept in one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    break_glass.clear(filled, notice.handle, "a boat was found there")


def test_an_erasure_is_on_record_even_where_the_searches_cannot_be_forgotten_yet(
    filled, monkeypatch
):
    def busy(_node, _target):
        raise HeadwaterError("another program reads them")

    monkeypatch.setattr("headwater.node.oversight._forget_what_was_asked", busy)
    with pytest.raises(HeadwaterError):
        erase(filled, "IR 1", "entered in error")
    assert log_entries(filled)[-1]["operation"] == "erasure"


def test_an_analyst_erases_nothing(filled):
    with pytest.raises(NotPermitted):
        erase(seen_by(filled, Role.ANALYST), "IR 1", "r")


def test_what_is_no_text_names_nothing_that_could_be_erased(filled):
    with pytest.raises(WrongUse, match="no report or entity"):
        erase(filled, "\udcff", "asked for")


def test_nothing_is_due_on_the_first_day(filled):
    assert review_due(filled) == []

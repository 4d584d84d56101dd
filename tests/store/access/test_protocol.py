"""What every keeper of access records must do."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from headwater.store.access import AccessRecord, AccessRecords, EmbeddedAccess
from headwater.store.keys import NodeKeys

SESSION = AccessRecord("session", "d1", "Ana", {"since": "today"}, "2026-11-22T12:00:00+00:00")


@pytest.fixture(params=[EmbeddedAccess], ids=lambda kind: kind.__name__)
def records(request, tmp_path):
    made = request.param(tmp_path, NodeKeys.create(tmp_path))
    yield made
    made.close()


def test_a_keeper_has_everything_that_the_protocol_lists(records):
    assert all(hasattr(records, n) for n in dir(AccessRecords) if not n.startswith("_"))


def test_what_was_kept_is_found_and_is_kept_once(records):
    assert records.keep(SESSION)
    assert not records.keep(replace(SESSION, content={"since": "yesterday"}))
    assert records.find("session", "d1") == SESSION
    assert records.find("token", "d1") is None


def test_of_two_who_take_a_record_one_gets_it(records):
    records.keep(SESSION)
    assert records.take("session", "d1") == SESSION
    assert records.take("session", "d1") is None


def test_a_change_sees_what_was_there_and_may_remove_it(records):
    assert records.change("session", "d1", lambda was: was or SESSION) == SESSION
    later = records.change("session", "d1", lambda was: replace(was, content={"since": "noon"}))
    assert records.find("session", "d1") == later
    assert records.change("session", "d1", lambda _was: None) is None
    assert records.of("session") == []


def test_a_change_that_fails_changes_nothing(records):
    records.keep(SESSION)

    def fails(_was):
        raise KeyError

    with pytest.raises(KeyError):
        records.change("session", "d1", fails)
    assert records.find("session", "d1") == SESSION


def test_a_users_records_are_found_and_dropped_under_every_spelling(records):
    records.keep(SESSION)
    records.keep(replace(SESSION, id="d2", user="ANA"))
    records.keep(replace(SESSION, id="d3", user="Bob"))
    assert [one.id for one in records.of("session", "ana")] == ["d1", "d2"]
    assert [one.id for one in records.of("session")] == ["d1", "d2", "d3"]
    assert records.drop("session", "ana") == 2
    assert [one.id for one in records.of("session")] == ["d3"]


def test_forgetting_a_user_leaves_no_record_and_no_byte(tmp_path, records):
    records.keep(SESSION)
    sealed = (tmp_path / "access.db-wal").read_bytes()[-200:]
    assert records.forget("ana") == 1
    assert records.of("session") == []
    left = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert not any(sealed[i : i + 16] in left for i in range(0, 180, 16) if any(sealed[i : i + 16]))


def test_forgetting_a_kind_leaves_no_byte_of_it_and_the_others_stay(tmp_path, records):
    records.keep(replace(SESSION, kind="saved"))
    records.keep(SESSION)
    with closing(sqlite3.connect(tmp_path / "access.db")) as opened:
        (kept,) = opened.execute("SELECT sealed FROM access WHERE kind = 'saved'").fetchone()
    assert records.forget_kind("saved") == 1
    assert (records.of("saved"), len(records.of("session"))) == ([], 1)
    assert not any(kept in one.read_bytes() for one in tmp_path.iterdir())


def test_what_ended_is_expired_and_nothing_else(records):
    records.keep(SESSION)
    records.keep(replace(SESSION, id="d2", until=""))
    assert records.expire("2026-11-22T12:00:00+00:00") == 0
    assert records.expire("2026-11-22T12:00:01+00:00") == 1
    assert [one.id for one in records.of("session")] == ["d2"]

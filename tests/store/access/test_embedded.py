"""The file of access records: closed to others, sealed, and of one version."""

import sqlite3
import stat
import threading

import pytest

from headwater.model import DamagedNode, HeadwaterError
from headwater.store.access import AccessRecord, EmbeddedAccess
from headwater.store.keys import NodeKeys

SESSION = AccessRecord("session", "d1", "Ana Anić", {"word": "correct horse battery"})


@pytest.fixture
def records(tmp_path):
    made = EmbeddedAccess(tmp_path, NodeKeys.create(tmp_path))
    yield made
    made.close()


def everything_in(folder):
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.name != "node.keys")


def test_the_file_is_made_when_it_is_needed_and_only_its_owner_may_read_it(tmp_path, records):
    assert not (tmp_path / "access.db").exists()
    records.keep(SESSION)
    assert stat.S_IMODE((tmp_path / "access.db").stat().st_mode) == 0o600


def test_the_file_says_neither_who_works_here_nor_how_they_log_in(tmp_path, records):
    records.keep(SESSION)
    content = everything_in(tmp_path)
    assert not [w for w in (b"Ana", "Anić".encode(), b"horse", b"d1") if w in content]


def test_a_record_put_in_anothers_place_does_not_open(tmp_path, records):
    records.keep(SESSION)
    records.keep(AccessRecord("session", "d2", "Bob"))
    connection = sqlite3.connect(tmp_path / "access.db")
    connection.execute("UPDATE access SET sealed = (SELECT sealed FROM access WHERE seq = 1)")
    connection.commit()
    connection.close()
    with pytest.raises(DamagedNode):
        records.find("session", "d2")


def test_another_versions_file_is_not_touched(tmp_path):
    connection = sqlite3.connect(tmp_path / "access.db")
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    with pytest.raises(DamagedNode, match="another version"):
        EmbeddedAccess(tmp_path, NodeKeys.create(tmp_path)).find("session", "d1")


def test_many_at_once_each_count(tmp_path, records):
    """Two programs, four threads each: no increment is lost."""
    other = EmbeddedAccess(tmp_path, NodeKeys.load(tmp_path))

    def one_more(was):
        number = was.content["n"] + 1 if was else 1
        return AccessRecord("count", "c", "", {"n": number})

    def work(where):
        for _ in range(5):
            where.change("count", "c", one_more)

    threads = [threading.Thread(target=work, args=(where,)) for where in [records, other] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert records.find("count", "c").content == {"n": 40}
    other.close()


def test_programs_that_make_the_file_at_the_same_moment_all_keep_their_record(tmp_path):
    for number in range(20):
        (folder := tmp_path / str(number)).mkdir()
        keys, faults = NodeKeys.create(folder), []
        programs = [EmbeddedAccess(folder, keys) for _ in range(4)]
        start = threading.Barrier(len(programs))

        def keep(one, start=start, faults=faults):
            start.wait()
            try:
                one.keep(AccessRecord("count", str(id(one)), ""))
            except HeadwaterError as error:
                faults.append(error)

        threads = [threading.Thread(target=keep, args=(one,)) for one in programs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        assert len(programs[0].of("count")) == len(programs)
        for one in programs:
            one.close()


def test_what_another_program_still_reads_is_not_called_forgotten(tmp_path):
    records = EmbeddedAccess(tmp_path, NodeKeys.create(tmp_path), wait=0.01)
    records.keep(SESSION)
    reader = sqlite3.connect(tmp_path / "access.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM access").fetchone()
    with pytest.raises(HeadwaterError):
        records.forget("Ana Anić")
    reader.close()
    records.forget("Ana Anić")
    assert records.of("session") == []
    records.close()

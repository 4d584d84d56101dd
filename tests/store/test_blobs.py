"""Original files in their packs."""

import os
import subprocess
import sys
import textwrap
from hashlib import sha256

import pytest

from headwater.model import DamagedNode, Item, Report
from headwater.store import Batch, open_store
from headwater.store.database import Database
from tests.conformance.stores import NOW


def batch(*contents: bytes) -> Batch:
    digests = [sha256(content).hexdigest() for content in contents]
    reports = [Report(d, "Coast Guard", (Item(1, "x"),), sha256=d) for d in digests]
    return Batch(reports, [], originals=dict(zip(digests, contents, strict=True)))


def pack(node):
    (found,) = (node / "blobs").iterdir()
    return found


def test_originals_come_back_byte_for_byte_and_lie_encrypted(store, node):
    contents = [b"", b"\0" * 100, b"plain words " * 1_000]
    given = batch(*contents)
    store.add(given, recorded=NOW)
    assert [store.original(digest) for digest in given.originals] == contents
    assert b"plain words" not in pack(node).read_bytes()


def test_the_same_original_is_kept_once(store, node):
    store.add(batch(b"content"), recorded=NOW)
    size = pack(node).stat().st_size
    one = batch(b"content")
    again = Batch([Report("U9", "Other", (Item(1, "y"),), sha256=one.reports[0].sha256)], [],
                  originals=one.originals)  # fmt: skip
    assert store.add(again, recorded=NOW).reports == 1
    assert pack(node).stat().st_size == size


def test_a_tail_that_nobody_acknowledged_is_cut_off_at_the_next_opening(store, node):
    store.add(batch(b"content"), recorded=NOW)
    store.close()
    whole = pack(node).read_bytes()
    with pack(node).open("ab") as file:
        file.write(b"torn")
    (node / "blobs" / "000007.pack").write_bytes(b"never acknowledged")
    open_store(node).close()
    assert pack(node).read_bytes() == whole


def test_a_tail_that_another_program_is_writing_is_left_alone(store, node):
    writer = Database(node)
    with writer.writing():
        (node / "blobs" / "000001.pack").write_bytes(b"being written")
        open_store(node).close()
        assert pack(node).read_bytes() == b"being written"
    writer.close()


def test_an_altered_or_missing_original_is_reported(store, node):
    given = batch(b"content")
    store.add(given, recorded=NOW)
    (digest,) = given.originals
    path = pack(node)
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(DamagedNode):
        store.original(digest)
    path.unlink()
    with pytest.raises(DamagedNode):
        store.original(digest)


def test_erasing_overwrites_the_bytes_themselves(store, node):
    first, second = batch(b"doomed"), batch(b"kept")
    store.add(first, recorded=NOW)
    store.add(second, recorded=NOW)
    store.erase_report(first.reports[0].urn)
    content = pack(node).read_bytes()
    length = len(b"doomed") + 28
    assert content[:length] == bytes(length)
    assert store.original(second.reports[0].sha256) == b"kept"


def test_an_overwriting_that_was_cut_short_is_finished_at_the_next_opening(store, node):
    given = batch(b"doomed")
    store.add(given, recorded=NOW)
    with store._database.writing() as connection:
        store._packs.drop(connection, given.reports[0].sha256)
    store.close()
    again = open_store(node)
    assert not any(pack(node).read_bytes())
    assert again.original(given.reports[0].sha256) is None
    again.close()


FULL = """
    import resource, signal, sys
    from pathlib import Path
    from headwater.model import HeadwaterError
    from headwater.store import open_store
    from tests.store.test_blobs import batch
    from tests.conformance.stores import NOW, every

    store = open_store(Path(sys.argv[1]))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
    try:
        store.add(batch(b"too large " * 100_000), recorded=NOW)
    except HeadwaterError as error:
        print(error.what)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(store.counts(every(store))["reports"], store.add(batch(b"small"), recorded=NOW).reports)
    store.close()
"""


def test_a_disk_that_fills_up_leaves_nothing_half_written(store, node):
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FULL), str(node)],
        capture_output=True, text=True, timeout=300, env={**os.environ, "PYTHONPATH": os.getcwd()},
    )  # fmt: skip
    assert done.stdout.splitlines() == ["the node could not be written", "0 1"], done.stderr
    again = open_store(node)
    assert again.original(sha256(b"small").hexdigest()) == b"small"
    again.close()

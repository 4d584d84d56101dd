"""The embedded store as a whole."""

import subprocess
import sys

from headwater.store import create_store, open_store
from tests.conformance.stores import NOW, every, seen


def test_opening_a_node_loads_no_heavy_library():
    loads = "import sys, headwater.store; print({'pyarrow', 'duckdb'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_node_left_open_by_a_program_that_died_opens_as_it_was(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    again = open_store(tmp_path / "node")
    assert again.counts(every(again))["statements"] == 3
    again.close()
    store.close()


def test_an_erasure_that_was_cut_short_is_finished_at_the_next_opening(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store._purge = lambda: None  # the program ends between the commit and the rebuilding
    store.erase_report("U1")
    assert b"Krasniqi" in (tmp_path / "node" / "node.db-wal").read_bytes()
    again = open_store(tmp_path / "node")
    left = b"".join(path.read_bytes() for path in (tmp_path / "node").iterdir() if path.is_file())
    assert b"Krasniqi" not in left
    again.close()
    store.close()

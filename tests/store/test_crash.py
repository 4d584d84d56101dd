"""Fifty programs are killed while they write: what they acknowledged is there, and nothing torn."""

import numpy as np

from headwater.store import create_store
from tests.store.crash import kill_once, look

KILLS = 50


def test_nothing_acknowledged_is_lost_when_a_writer_is_killed(tmp_path):
    node = tmp_path / "node"
    create_store(node, "Harbour Police").close()
    seeded = np.random.default_rng(0)
    acknowledged: list[str] = []
    interrupted = 0
    for kill in range(KILLS):
        said = kill_once(node, len(acknowledged) + 1_000 * kill, seeded.uniform(0.0, 0.06))
        acknowledged += said
        interrupted += bool(said)
        if kill % 5 == 4:
            wrong, opened = look(node, acknowledged)
            assert wrong == []
            assert opened < 5
    assert interrupted > KILLS / 3, "the writers were killed before they wrote anything"

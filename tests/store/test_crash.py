"""Fifty processes are killed while they write: what was acknowledged is there, nothing is torn."""

import numpy as np

from headwater.store import create_store
from tests.store.crash import Writers, look

KILLS = 50


def test_nothing_acknowledged_is_lost_when_a_writer_is_killed(tmp_path):
    node = tmp_path / "node"
    create_store(node, "Harbour Police").close()
    seeded = np.random.default_rng(0)
    acknowledged: list[str] = []
    interrupted = 0
    with Writers(node) as writers:
        for kill in range(KILLS):
            first = len(acknowledged) + 1_000 * kill
            said = writers.kill_one(first, seeded.uniform(0.0, 0.03), kill % 4)
            acknowledged += said
            interrupted += bool(said)
            if kill % 5 == 4:
                wrong, opened = look(node, acknowledged)
                assert wrong == []
                assert opened < 5
    assert interrupted > KILLS / 3, "the writers were killed before they wrote anything"

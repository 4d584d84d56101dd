"""What waits for a person, gathered beside the pages."""

import pytest

from headwater.model import WrongUse
from headwater.node.queue import Asked, Queues
from headwater.node.reading import Wish, settle


def gathered(queues, node, kind):
    for _ in range(50):
        found = queues.look(node, Asked(kind))
        if found.running is None:
            return found
    raise AssertionError("it is still being gathered")


@pytest.fixture
def queues():
    return Queues(patience=20)


def test_what_waits_is_gathered_and_counted(node, queues):
    found = gathered(queues, node, "category")
    assert found.entries
    assert found.number >= len(found.entries)
    assert queues.known(node) == {"category": found.number}


def test_what_was_decided_is_gone_at_once(node, queues):
    first = gathered(queues, node, "statement").entries[0].id
    settle(node, Wish("accept", "IR 1#1", "read"))
    queues.settled(node, first)
    assert first not in [one.id for one in queues.look(node, Asked("statement")).entries]
    assert first not in [one.id for one in gathered(queues, node, "statement").entries]


def test_who_reads_nothing_is_shown_nothing_that_waits(as_user, node, queues):
    gathered(queues, node, "category")
    assert not gathered(queues, as_user("ivo"), "category").entries


def test_a_kind_that_there_is_not_is_refused(node, queues):
    with pytest.raises(WrongUse):
        queues.look(node, Asked("gossip"))

"""What waits for a person, gathered beside the pages."""

import threading

import pytest

from headwater.model import HeadwaterError, WrongUse
from headwater.node import categorise, erase
from headwater.node.queue import Asked, Queues, gathering
from headwater.node.reading import Wish, settle
from headwater.node.workroom import InPlace


class Counting(InPlace):
    """Hands that count what they are asked for, or fail at it."""

    def __init__(self, fault=None):
        super().__init__()
        self.asked, self.fault = 0, fault

    def do(self, work, *given):
        self.asked += 1
        if self.fault:
            raise self.fault
        return work(*given)


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
    assert queues.known(node)["category"] == found.number


def test_who_opens_one_kind_has_the_others_gathered_in_the_same_look_through_all(node):
    hands = Counting()
    queues = Queues(hands, patience=20)
    numbers = {kind: gathered(queues, node, kind).number for kind in gathering.KINDS}
    assert queues.known(node) == numbers
    assert hands.asked == 1
    queues.look(node, Asked("statement", "boat"))
    assert hands.asked == 2


def test_what_was_decided_is_gone_at_once(node, queues):
    first = gathered(queues, node, "statement").entries[0].id
    settle(node, Wish("accept", "IR 1#1", "read"), None)
    queues.settled(node, first)
    assert first not in [one.id for one in queues.look(node, Asked("statement")).entries]
    assert first not in [one.id for one in gathered(queues, node, "statement").entries]


def test_nobody_is_told_that_something_came_in_which_they_may_not_see(node, as_user, queues):
    first = queues.look(as_user("ivo"), Asked("category"))
    assert not first.waits
    slow = Queues(patience=0)
    assert slow.look(node, Asked("category")).waits
    before = gathered(slow, node, "category")
    settle(node, Wish("accept", "IR 1#1", "read"), None)  # which gathers it anew
    after = slow.look(node, Asked("category"))
    assert (after.entries, after.waits) == (before.entries, False)
    gathered(slow, node, "category")


def test_who_reads_nothing_is_shown_nothing_that_waits(as_user, node, queues):
    gathered(queues, node, "category")
    assert not gathered(queues, as_user("ivo"), "category").entries


def test_a_kind_that_there_is_not_is_refused(node, queues):
    with pytest.raises(WrongUse):
        queues.look(node, Asked("gossip"))


def test_an_entry_that_was_shown_is_not_compared_again(node, queues, monkeypatch):
    found = gathered(queues, node, "pair")
    first = found.in_full(node, 0, 1)
    assert first[0].sources
    monkeypatch.setattr(gathering, "in_full", lambda _node, entries: list(entries))
    assert gathered(queues, node, "pair").in_full(node, 0, 1) == first


def test_the_log_names_whom_a_page_of_the_queue_showed(node, queues):
    found = gathered(queues, node, "category")
    before = len(list(node.store.audit()))
    (shown,) = found.in_full(node, 0, 1)
    (entry,) = list(node.store.audit())[before:]
    assert (entry["operation"], entry["what"]) == ("consultation", shown.about)
    assert found.in_full(node, 10_000, 1) == []
    assert len(list(node.store.audit())) == before + 1


def test_whoever_goes_on_behind_what_was_gathered_gets_the_rest(node, queues, monkeypatch):
    few = gathering.gathered
    monkeypatch.setattr(
        gathering, "gathered", lambda who, of: few(who, {one: of[one] // 250 for one in of})
    )
    first = gathered(queues, node, "statement")
    assert (len(first.entries), first.more) == (2, True)
    queues.look(node, Asked("statement"), 1_000)
    rest = gathered(queues, node, "statement")
    assert len(rest.entries) > 2
    assert rest.entries[:2] == first.entries


def test_a_queue_that_takes_long_is_not_gathered_anew_at_every_decision(node, monkeypatch):
    monkeypatch.setattr(gathering, "_FEW", 0)
    monkeypatch.setattr(gathering._Kept, "rested", property(lambda kept: kept.ended == 0.0))
    hands = Counting()
    queues = Queues(hands, patience=20)
    before = gathered(queues, node, "statement")
    settle(node, Wish("accept", before.entries[0].evidence[0], "read", seen="proposed"), None)
    queues.settled(node, before.entries[0].id)
    after = gathered(queues, node, "statement")
    assert hands.asked == 1
    assert [one.id for one in after.entries] == [one.id for one in before.entries[1:]]
    assert after.number == before.number - 1


def test_whom_a_decision_protects_is_in_no_entry_from_that_moment_on(node, monkeypatch):
    monkeypatch.setattr(gathering._Kept, "rested", property(lambda kept: kept.ended == 0.0))
    queues = Queues(patience=20)
    who = gathered(queues, node, "category").entries[0].about[0]
    categorise(node, who, "victim", "Drava", "held against her will")
    assert not [one for one in queues.look(node, Asked("category")).entries if who in one.about]


def test_while_nothing_is_known_a_page_reads_no_decisions(node, monkeypatch):
    monkeypatch.setattr(gathering, "_protected_since", lambda *_: pytest.fail("it reads them all"))
    slow, go = Queues(patience=0), threading.Event()
    monkeypatch.setattr(gathering, "gathered", lambda *_: go.wait(20) and {})
    assert slow.look(node, Asked("category")).waits
    go.set()
    slow.close()


def test_what_breaks_while_it_is_gathered_is_told(node):
    queues = Queues(Counting(HeadwaterError("the desk is closing")), patience=20)
    assert queues.look(node, Asked("pair")).fault == "the desk is closing"


def test_a_page_waits_from_when_the_gathering_began_and_not_anew():
    at_work = gathering._Kept(begun=gathering.monotonic() - 10)
    assert at_work.left_of(0.5, 0) == 0
    assert 10 < at_work.left_of(30, 0) < 21
    at_rest = gathering._Kept(found=at_work.found)
    assert at_rest.left_of(30, 0) == 0


def test_searches_in_the_queue_leave_at_hand_what_everybody_opens(node, monkeypatch):
    monkeypatch.setattr(gathering, "_MOST_KEPT", len(gathering.KINDS) + 1)
    hands = Counting()
    queues = Queues(hands, patience=20)
    for kind in gathering.KINDS:
        gathered(queues, node, kind)
    for word in ("Drava", "boat"):
        queues.look(node, Asked("pair", word))
    asked = hands.asked
    for kind in gathering.KINDS:
        gathered(queues, node, kind)
    assert hands.asked == asked


def test_after_an_erasure_nothing_gathered_before_is_shown(node, queues):
    gathered(queues, node, "category")
    erase(node, "IR 1", "a court ordered it")
    assert all("IR 1" not in one.id for one in queues.look(node, Asked("category")).entries)

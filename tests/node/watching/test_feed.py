"""A page that is open hears of what this process adds, and of what another adds."""

import asyncio
import threading
from dataclasses import replace

import pytest

from headwater.node import open_node
from headwater.node.watching import Feed
from headwater.safeguard import Role, Viewer
from tests.node.watching.telling import SECRET, TODAY, tell

DANGER = "They cannot breathe."


async def first(stream):
    return await asyncio.wait_for(anext(stream), 20)


async def while_waiting(stream, happens):
    """What a page hears when something happens in another thread meanwhile."""
    waiting = asyncio.ensure_future(first(stream))
    await asyncio.sleep(0.05)
    await asyncio.to_thread(happens)
    return await waiting


def test_what_this_process_adds_is_heard_without_waiting_for_the_next_look(node):
    feed = Feed(node, every=60)

    def add():
        tell(node, "U1", DANGER)
        feed.nudge()

    (alert,) = asyncio.run(while_waiting(feed.alerts(node), add))
    assert (alert.report, alert.urgency) == ("U1", "life_at_risk")


def test_what_another_process_adds_is_heard_at_the_next_look(node, tmp_path):
    other = open_node(tmp_path / "node", node.settings, "mira", "test")
    stream = Feed(node, every=0.02).alerts(node)
    heard = asyncio.run(while_waiting(stream, lambda: tell(other, "U1", DANGER)))
    assert [one.report for one in heard] == ["U1"]
    other.close()


def test_a_viewer_hears_nothing_of_what_is_not_for_that_viewer(node):
    officer = Viewer("bo", node.store.agency, frozenset({Role.OFFICER}))
    node.store.put_user(officer)
    his = replace(node, viewer=officer)

    def add():
        tell(node, "U1", DANGER, handling=SECRET)
        tell(node, "U2", DANGER)

    stream = Feed(node, every=0.02).alerts(his)
    heard = asyncio.run(while_waiting(stream, add))
    assert [one.report for one in heard] == ["U2"]


def test_a_page_that_comes_back_hears_first_what_it_missed(node):
    tell(node, "U1", DANGER)

    async def listen(since):
        return await asyncio.wait_for(anext(Feed(node, every=0.02).alerts(node, since=since)), 0.3)

    assert [one.report for one in asyncio.run(listen(TODAY))] == ["U1"]
    with pytest.raises(TimeoutError):
        asyncio.run(listen(""))


def test_a_nudge_to_nobody_and_to_a_closed_page_is_harmless(node):
    feed = Feed(node, every=60)
    feed.nudge()

    async def leave():
        waiting = asyncio.ensure_future(anext(feed.alerts(node)))
        await asyncio.sleep(0.01)
        waiting.cancel()

    asyncio.run(leave())
    nudging = threading.Thread(target=feed.nudge)
    nudging.start()
    nudging.join()

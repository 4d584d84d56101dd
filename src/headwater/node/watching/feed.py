"""Feed: new alerts as they come, for a server that keeps pages open."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Protocol

from headwater.node.node import Node
from headwater.node.watching.alerts import AlertTold, alerts

if TYPE_CHECKING:
    from headwater.store import Store

EVERY = 0.25
"""Seconds between two looks at what other processes have added; a look costs some microseconds."""


Telling = Callable[[list[AlertTold]], list[AlertTold]]


class Open(Protocol):
    """A node, or the house of one, that stays open."""

    @property
    def store(self) -> "Store":
        """Where it rests."""


class Feed:
    """Waits for new alerts; one for each node in a server, shared by all its open pages.

    What this process adds is told at once if it says so by `nudge`; what others add is noticed by
    a number in the store that grows with every alert. Each viewer is told of those alerts alone
    that are for that viewer; any other does not even end the wait.

    Args:
        node: The house, or the node as any viewer's; its store is asked for the number.
        every: Seconds between two looks.
    """

    def __init__(self, node: Open, *, every: float = EVERY) -> None:
        self._watches = node.store.watches
        self._every = every
        self._ended = False
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def nudge(self) -> None:
        """Something was added by this process. May be called from any thread."""
        for loop, event in list(self._waiting):
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    def end(self) -> None:
        """Tell nobody anything more: every page that waits is let go. From any thread."""
        self._ended = True
        self.nudge()

    async def alerts(
        self, node: Node, *, since: str = "", telling: Telling = list
    ) -> AsyncIterator[list[AlertTold]]:
        """New alerts for a viewer, as they come, until the feed is ended.

        An alert that another part is added to comes again under its id.

        Args:
            node: The viewer's, with the purpose that the page was opened for; what is told is
                logged as this viewer's consultation.
            since: ISO time; what came since then is told first, some of it perhaps again. Empty
                for what comes from now on.
            telling: Leaves out what the page must not tell.
        """

        def told(since: str = "", after: int = 0) -> list[AlertTold]:
            return telling(alerts(node, since=since, after=after))

        last = self._watches.last()
        if since and (missed := await asyncio.to_thread(told, since=since)):
            yield missed
        event = asyncio.Event()
        entry = asyncio.get_running_loop(), event
        self._waiting.add(entry)
        try:
            while not self._ended:
                now = self._watches.last()
                if now > last:
                    new = await asyncio.to_thread(told, after=last)
                    last = now
                    if new:
                        yield new
                await self._pause(event)
        finally:
            self._waiting.discard(entry)

    async def _pause(self, event: asyncio.Event) -> None:
        try:
            await asyncio.wait_for(event.wait(), self._every)
        except TimeoutError:
            return
        event.clear()

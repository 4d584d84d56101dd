"""Gathering: what waits for a person, gathered beside the pages and kept until something changes.

To gather it the whole node is looked through. So it is done once for all who may see the same, and
a page that comes meanwhile shows what was gathered before, without what was decided since.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import WrongUse
from headwater.node.node import Node
from headwater.node.waiting import Kind, review_queue
from headwater.safeguard import Operation

if TYPE_CHECKING:
    from headwater.resolve import review

GATHERED = 120
"""So many entries of a kind are gathered at once; the rest comes when these are decided."""

KINDS = ("pair", "statement", "category", "joined", "decided")
_PATIENCE = 0.5
_MOST_KEPT = 12


class Asked(NamedTuple):
    """What somebody wants of the queue.

    Attributes:
        kind: One of `KINDS`.
        find: Words that an entry must hold; empty for every entry.
    """

    kind: str
    find: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What waits, as far as it is known.

    Attributes:
        entries: The entries, most useful first; none while it is gathered for the first time.
        number: How many wait in all.
        running: Seconds for which it is being gathered anew; None where it is not.
        fault: Why it could not be gathered; empty where it could.
    """

    entries: "tuple[review.QueueEntry, ...]" = ()
    number: int = 0
    running: float | None = None
    fault: str = ""


@dataclass(slots=True)
class _Kept:
    entries: "tuple[review.QueueEntry, ...] | None" = None
    number: int = 0
    at: tuple[int, int, int] = (-1, -1, -1)
    begun: float | None = None
    fault: str = ""
    ready: threading.Event = field(default_factory=threading.Event)


class Queues:
    """The queues of one node, for everybody who opens its pages.

    Args:
        patience: Seconds that a page waits for a queue before it says that it is being gathered.
    """

    def __init__(self, patience: float = _PATIENCE) -> None:
        self._patience = patience
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._closed = False
        self._kept: OrderedDict[tuple[frozenset[int], Asked], _Kept] = OrderedDict()
        self._settled: dict[str, tuple[int, int, int]] = {}

    def close(self) -> None:
        """Wait for what is being gathered, and gather nothing more; before the store is closed."""
        with self._turn:
            self._closed = True

    def look(self, node: Node, asked: Asked) -> Gathered:
        """What waits for this viewer; a consultation.

        Raises:
            WrongUse: If there is no such kind.
        """
        if asked.kind not in KINDS:
            raise WrongUse(f"nothing of the kind {asked.kind!r} waits", do=f"{', '.join(KINDS)}")
        node.log(Operation.CONSULTATION, ["review queue"], reason=asked.find)
        kept = self._up_to_date(node, asked)
        kept.ready.wait(0 if kept.entries else self._patience)
        with self._lock:
            running = None if kept.begun is None else monotonic() - kept.begun
            shown = tuple(e for e in kept.entries or () if not self._is_settled(e.id, kept.at))
            gone = len(kept.entries or ()) - len(shown)
            return Gathered(shown, max(0, kept.number - gone), running, kept.fault)

    def known(self, node: Node) -> dict[str, int]:
        """How many wait of each kind that was gathered already; none is gathered for this."""
        allowed = node.allowed()
        with self._lock:
            return {
                asked.kind: kept.number
                for (key, asked), kept in self._kept.items()
                if key == allowed and not asked.find and kept.entries is not None
            }

    def settled(self, node: Node, entry: str) -> None:
        """An entry was decided on: it is not shown again before the queue is gathered anew."""
        with self._lock:
            self._settled[entry] = _now(node)

    def _is_settled(self, entry: str, at: tuple[int, int, int]) -> bool:
        return entry in self._settled and at < self._settled[entry]

    def _up_to_date(self, node: Node, asked: Asked) -> _Kept:
        """What is kept; it is being gathered anew where something came in or was decided."""
        key, now = (node.allowed(), asked), _now(node)
        with self._lock:
            if any(one.at[2] not in (-1, now[2]) for one in self._kept.values()):
                self._kept.clear()  # something was erased
            kept = self._kept.setdefault(key, _Kept())
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
            if kept.at == now or kept.begun is not None:
                return kept
            kept.begun = monotonic()
            kept.ready.clear()
        threading.Thread(target=self._gather, args=(node, asked, kept), daemon=True).start()
        return kept

    def _gather(self, node: Node, asked: Asked, kept: _Kept) -> None:
        """Gather one queue; no two at once, since each reads the whole node."""
        entries: tuple[review.QueueEntry, ...] = ()
        fault, number, at = "it could not be gathered", 0, (-1, -1, -1)
        try:
            with self._turn:
                if self._closed:
                    return
                at = _now(node)
                page = _page(node, asked)
                entries, number, fault = tuple(page.entries), sum(page.waiting.values()), ""
        finally:
            with self._lock:
                kept.entries, kept.number, kept.at, kept.fault = entries, number, at, fault
                kept.begun = None
                self._settled = {k: v for k, v in self._settled.items() if at < v}
            kept.ready.set()


def _now(node: Node) -> tuple[int, int, int]:
    tide = node.store.tide()
    return tide.items, tide.decisions, tide.erasures


def _page(node: Node, asked: Asked) -> "review.Page":
    kinds: dict[str, Kind] = {"category": "people", "joined": "joined", "decided": "decided"}
    only = asked.kind if asked.kind in ("pair", "statement") else ""
    kind = kinds.get(asked.kind, "waiting")
    return review_queue(node, GATHERED, asked.find, kind, only=only)

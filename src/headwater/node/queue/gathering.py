"""Gathering: what waits for a person, gathered beside the pages and kept until it is too old.

To gather it the whole node is looked through. So that is done by whoever does long work for the
desk, once for all who may see the same; a page that comes meanwhile shows what was gathered
before, without what was decided since.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import HeadwaterError, WrongUse
from headwater.node.node import Node
from headwater.node.waiting import Kind, Seen, in_full
from headwater.node.workroom import Hands, InPlace
from headwater.safeguard import PROTECTED, Operation

if TYPE_CHECKING:
    from headwater.resolve import review

GATHERED = 500
"""So many entries of a kind are gathered at once; whoever goes on behind them waits for more."""

KINDS = ("pair", "statement", "category", "joined", "decided")
EVERY_KIND = "waiting"
"""All that waits, one kind after the other in turn; for scripts."""

_FEW = 30
_RESTS = 5.0
_LONGEST_REST = 900.0
_PATIENCE = 0.5
_ENDS_WITHIN = 5.0
_MOST_KEPT = 40  # every kind for as many sets of rights as pictures are kept for, and searches
_AS_KINDS: dict[str, Kind] = {"category": "people", "joined": "joined", "decided": "decided"}


class Asked(NamedTuple):
    """What somebody wants of the queue.

    Attributes:
        kind: One of `KINDS`, or every one.
        find: Words that an entry must hold; empty for every entry.
    """

    kind: str
    find: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What waits, as far as it is known.

    Attributes:
        entries: The entries, most useful first, without their sentences; none while it is gathered
            for the first time.
        number: How many wait in all.
        more: Whether more of those asked for wait than these.
        waiting: How many wait in all, by kind.
        known: Whether it was gathered at all.
        running: Seconds for which it is being gathered anew; None where it is not.
        fault: Why it could not be gathered; empty where it could.
        full: The entries that a page has shown, by id, with their sentences and comparisons; kept
            as long as these entries are.
    """

    entries: "tuple[review.QueueEntry, ...]" = ()
    number: int = 0
    more: bool = False
    waiting: dict[str, int] = field(default_factory=dict)
    known: bool = False
    running: float | None = None
    fault: str = ""
    full: "dict[str, review.QueueEntry]" = field(default_factory=dict)

    @property
    def waits(self) -> bool:
        """Whether a page waits for it: nothing is known yet, or all that was known is decided.

        It is gathered anew whatever came in, and nobody is told of what they may not see.
        """
        return self.running is not None and not self.entries and (self.more or not self.known)

    def in_full(self, node: Node, start: int, most: int) -> "list[review.QueueEntry]":
        """Some of the entries with what a person needs to judge them; a consultation of these."""
        wanted = self.entries[start : start + most]
        if about := dict.fromkeys(entity for one in wanted for entity in one.about):
            node.log(Operation.CONSULTATION, [*about])
        new = in_full(node, [one for one in wanted if one.id not in self.full])
        self.full.update((one.id, one) for one in new)
        return [self.full[one.id] for one in wanted]


class _Mark(NamedTuple):
    """How far a store had risen."""

    items: int = -1
    decisions: int = -1
    erasures: int = -1


_NEVER = _Mark()


@dataclass(slots=True)
class _Kept:
    found: Gathered = field(default_factory=Gathered)
    at: _Mark = _NEVER
    most: int = GATHERED
    begun: float | None = None
    ended: float = 0.0
    seconds: float = 0.0
    ready: threading.Event = field(default_factory=threading.Event)

    @property
    def rested(self) -> bool:
        """Whether it is old enough to be gathered anew; what takes no time never rests."""
        rest = min(_RESTS * self.seconds, _LONGEST_REST) if self.seconds > _PATIENCE else 0.0
        return monotonic() - self.ended >= rest

    def left_of(self, patience: float, most: int) -> float:
        """Seconds that a page still waits: from when the gathering began, not from its own ask."""
        begun, has = self.begun, len(self.found.entries)
        if begun is None or (has and (has >= most or not self.found.more)):
            return 0.0
        return max(0.0, patience - (monotonic() - begun))


class Queues:
    """The queues of one node, for everybody who opens its pages.

    Args:
        hands: Who gathers them.
        patience: Seconds that a page waits for a queue before it says that it is being gathered.
    """

    def __init__(self, hands: Hands | None = None, patience: float = _PATIENCE) -> None:
        self._hands = hands or InPlace()
        self._patience = patience
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._closed = False
        self._kept: OrderedDict[tuple[frozenset[int], Asked], _Kept] = OrderedDict()
        self._settled: dict[str, _Mark] = {}

    def close(self) -> None:
        """Gather nothing more, and wait a while for what is being gathered."""
        self._closed = True
        if self._turn.acquire(timeout=_ENDS_WITHIN):
            self._turn.release()

    def look(
        self, node: Node, asked: Asked, most: int = 0, patience: float | None = None
    ) -> Gathered:
        """What waits for this viewer; a consultation.

        Args:
            node: Where it waits.
            asked: What of it.
            most: So many entries are wanted, where more than usual.
            patience: Seconds to wait for the first entries; None for the usual ones.

        Raises:
            WrongUse: If there is no such kind.
        """
        if asked.kind not in (*KINDS, EVERY_KIND):
            raise WrongUse(f"nothing of the kind {asked.kind!r} waits", do=f"{', '.join(KINDS)}")
        node.log(Operation.CONSULTATION, ["review queue"], reason=asked.find)
        kept, now = self._up_to_date(node, asked, most)
        kept.ready.wait(kept.left_of(self._patience if patience is None else patience, most))
        late = bool(kept.found.entries) and kept.at.items < now.items
        hidden = _protected_since(node, kept.at.items) if late else frozenset()
        with self._lock:
            running = None if kept.begun is None else monotonic() - kept.begun
            entries = tuple(
                one
                for one in kept.found.entries
                if not self._is_settled(one.id, kept.at) and hidden.isdisjoint(one.about)
            )
            gone = len(kept.found.entries) - len(entries)
            number = max(0, kept.found.number - gone)
            return replace(kept.found, entries=entries, number=number, running=running)

    def known(self, node: Node) -> dict[str, int]:
        """How many wait of each kind that was gathered already; none is gathered for this."""
        allowed = node.allowed()
        with self._lock:
            return {
                asked.kind: kept.found.number
                for (key, asked), kept in self._kept.items()
                if key == allowed and not asked.find and kept.at != _NEVER
            }

    def settled(self, node: Node, entry: str) -> None:
        """An entry was decided on: it is not shown again before the queue is gathered anew."""
        with self._lock:
            self._settled[entry] = _now(node)

    def _is_settled(self, entry: str, at: _Mark) -> bool:
        return entry in self._settled and at < self._settled[entry]

    def _up_to_date(self, node: Node, asked: Asked, most: int) -> tuple[_Kept, _Mark]:
        """What is kept; it is being gathered anew where it is too old or holds too little."""
        key, now = (node.allowed(), asked), _now(node)
        with self._lock:
            if any(one.at.erasures not in (-1, now.erasures) for one in self._kept.values()):
                self._kept.clear()
            kept = self._kept.setdefault(key, _Kept())
            self._kept.move_to_end(key)
            while len(self._kept) > _MOST_KEPT:
                del self._kept[self._given_up()]
            if kept.begun is not None or not self._is_due(kept, now, most):
                return kept, now
            kept.most = max(kept.most, 2 * most)
            together = self._together(*key)
            for one in together.values():
                one.begun = monotonic()
                one.ready.clear()
        self._hands.threads.begin(self._gather, node, together)
        return kept, now

    def _together(self, allowed: frozenset[int], asked: Asked) -> dict[Asked, _Kept]:
        """What is gathered with it: every kind costs little more than the first; no searches."""
        every = [asked] if asked.find else [asked, *map(Asked, KINDS)]
        kept = {one: self._kept.setdefault((allowed, one), _Kept()) for one in every}
        return {one: held for one, held in kept.items() if held.begun is None}

    def _given_up(self) -> tuple[frozenset[int], Asked]:
        """What nobody looked at longest: a search before what everybody opens."""
        searches = (key for key in self._kept if key[1].find)
        return next(searches, next(iter(self._kept)))

    def _is_due(self, kept: _Kept, now: _Mark, most: int) -> bool:
        if kept.found.more and len(kept.found.entries) < most:
            return True
        if kept.at == now:
            return False
        left = sum(not self._is_settled(one.id, kept.at) for one in kept.found.entries)
        return kept.rested or (kept.found.more and left < _FEW)

    def _gather(self, node: Node, together: Mapping[Asked, _Kept]) -> None:
        """Gather queues; no two looks at once, since each reads the whole node."""
        found, at = dict[Asked, Gathered](), _NEVER
        broken = Gathered(fault="it could not be gathered")
        begun = monotonic()
        try:
            with self._turn:
                if self._closed:
                    return
                at, begun = _now(node), monotonic()
                wanted = {asked: kept.most for asked, kept in together.items()}
                found = self._hands.do(gathered, node, wanted)
        except HeadwaterError as error:
            broken = Gathered(fault=error.what)
        finally:
            with self._lock:
                for asked, kept in together.items():
                    kept.found, kept.at, kept.begun = found.get(asked, broken), at, None
                    kept.ended, kept.seconds = monotonic(), monotonic() - begun
                oldest = min((one.at for one in self._kept.values()), default=at)
                self._settled = {k: v for k, v in self._settled.items() if oldest < v}
            for kept in together.values():
                kept.ready.set()


def gathered(node: Node, wanted: Mapping[Asked, int]) -> dict[Asked, Gathered]:
    """Gather queues: look through all that this viewer sees, once for all of them.

    Args:
        node: Where they wait.
        wanted: How many entries at most, by what is asked.
    """
    from headwater.resolve import review

    seen, found = Seen(node), dict[Asked, Gathered]()
    for asked, most in wanted.items():
        only = asked.kind if asked.kind in ("pair", "statement") else ""
        kind = _AS_KINDS.get(asked.kind, "waiting")
        page = seen.page(review.Asked(most, asked.find, kind=only), kind)
        number = sum(page.waiting.values())
        found[asked] = Gathered(tuple(page.entries), number, page.more, page.waiting, known=True)
    return found


def _now(node: Node) -> _Mark:
    tide = node.store.tide()
    return _Mark(tide.items, tide.decisions, tide.erasures)


def _protected_since(node: Node, items: int) -> frozenset[str]:
    """The people whom a decision on their category protects since, under whatever id they go."""
    from headwater.resolve import known_as

    allowed = node.allowed()
    said = node.store.recent.decisions(allowed, items)
    protecting = {s.urn for s in said if s.property == "category" and s.value in PROTECTED}
    people = {s.value for s in said if s.property == "subject" and s.urn in protecting}
    return frozenset().union(*(known_as(node.store, one, allowed).members for one in people))

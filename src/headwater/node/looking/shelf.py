"""Shelf: pictures that were built are kept, and shared by those who may see the same.

Two viewers whom the rules allow the same labels get the same tables. A picture is never handed to
anyone else, so what a viewer may not see changes nothing, not even how long a page takes.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from headwater.model import HeadwaterError
from headwater.node.looking.decided import decided_since, with_decisions
from headwater.node.looking.history import last_number
from headwater.node.looking.runs import Runs
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.workroom import Hands, InPlace
from headwater.safeguard import Operation

if TYPE_CHECKING:
    from headwater.model import Finding
    from headwater.picture import Picture
    from headwater.store import Tide

MOST_PICTURES = 4
MOST_FINDINGS = 200
LONGEST_WAIT = 20.0
"""Seconds that a page waits for a picture before it says that it is being built."""
ENDS_WITHIN = 2.0
"""Seconds for which work behind the pages is waited for at the end; nobody will see its answer."""
LONGEST_REST = 60.0
"""Seconds: building rests after a build as long as that took, at most so long."""

_Key = frozenset[int]
_Made = TypeVar("_Made")
_Asked = tuple[str, str, str]


class Beside:
    """What was made of one picture, kept as long as the picture is, and dropped with it.

    Args:
        hands: Who makes it.
    """

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._lock = threading.Lock()
        self._makers: dict[str, Callable[[Picture], Any]] = {}
        self._made: dict[str, Future[Any]] = {}

    def kept(self, name: str, picture: "Picture", make: "Callable[[Picture], _Made]") -> _Made:
        """What is kept under a name; made of the picture by whoever asks for it first.

        What is made in another process keeps no page waiting but those that ask for it: for that
        `make` is a function with a name, or a `partial` of one, that may be given the node.
        """
        with self._lock:
            made, first = self._made.get(name), name not in self._made
            if made is None:
                made = self._made[name] = Future()
                self._makers[name] = make
        if first:
            self._make(name, picture, made)
        return cast("_Made", made.result())

    def _make(self, name: str, picture: "Picture", made: "Future[Any]") -> None:
        try:
            made.set_result(self._hands.do(self._makers[name], picture))
        except BaseException as error:
            with self._lock:
                del self._made[name]  # the next one tries again
            made.set_exception(error)
            raise

    def again(self, picture: "Picture") -> "Beside":
        """The same made of a newer picture, so that nobody has to wait for it."""
        newer = Beside(self._hands)
        for name, make in list(self._makers.items()):
            newer.kept(name, picture, make)
        return newer


@dataclass(slots=True)
class Held:
    """A picture that was built.

    Attributes:
        picture: The picture, under the name and purpose of whoever looks now.
        made: When it was built, ISO 8601 in UTC.
        seconds: How long that took.
        beside: What was made of it.
        behind: Whether something came in since; a new one is being built then.
    """

    picture: "Picture"
    made: str
    seconds: float
    beside: Beside
    behind: bool = False

    def around(self, _entities: Mapping[str, str]) -> "Held":
        """The same: what decides on any entity is told in it; see `Sight`."""
        return self


class StillBuilding(HeadwaterError):
    """There is no picture yet, and the first one takes longer than a page should wait."""


@dataclass(slots=True)
class _Kept:
    """A picture on the shelf.

    Attributes:
        held: It.
        tide: How far the store had risen when it was built.
        ended: When it was ready.
        looked: How many items were looked through for decisions on people.
        newest: The label that was made last when it was built.
    """

    held: Held
    tide: "Tide"
    ended: float
    looked: int
    newest: int

    @property
    def rested(self) -> bool:
        """Whether building rested, so that the machine is not at it all the time."""
        return perf_counter() - self.ended >= min(self.held.seconds, LONGEST_REST)


class Shelf:
    """Pictures and findings of one node, the last used ones.

    Args:
        hands: Who builds pictures and runs methods on them.

    Attributes:
        runs: Methods at work, and what was asked before.

    Cost: a build for each set of labels that somebody may see, when something came in.
    """

    def __init__(self, hands: Hands | None = None) -> None:
        self._hands = hands or InPlace()
        self._lock = threading.RLock()
        self._deciding = threading.Lock()
        self._builder = ThreadPoolExecutor(1, "builder")
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._building: dict[_Key, Future[_Kept]] = {}
        self._then: Callable[[Node, Held], object] = lambda _node, _held: None
        self._findings: OrderedDict[_Asked, Finding] = OrderedDict()
        self.runs = Runs(self.finding, self._hands, last_number)

    @property
    def hands(self) -> Hands:
        """Who does long work for the pages."""
        return self._hands

    def look(self, node: Node, *about: str, reason: str = "") -> Held:
        """The picture for this viewer and purpose; a consultation.

        After an erasure nothing that was built before it is handed out any more. Otherwise the
        picture of a larger node may be behind by what came in meanwhile, and says so; but
        what was decided on people is in it.

        Args:
            node: The node, as whoever looks sees it.
            about: Ids of what is looked at in it; they stand in the same entry of the log.
            reason: What is sought, in the viewer's words.

        Raises:
            StillBuilding: If there is none yet, and the first one takes long.
        """
        held = self._held(node)
        node.log(
            Operation.CONSULTATION, ["picture", held.picture.fingerprint, *about], reason=reason
        )
        seen = replace(held.picture, viewer=node.viewer.name, purpose=node.stated)
        return replace(held, picture=seen)

    def prepare(self, node: Node, then: Callable[[Node, Held], object]) -> None:
        """Begin to build what this viewer sees; nobody is shown it yet.

        Args:
            node: The node as the viewer sees it.
            then: Makes what pages need beside a picture: this one, and whichever else is built
                for the first time, given the node as whoever asked for it sees it.
        """
        self._then = then
        self._begun(node, node.allowed())

    def _make_beside(self, node: Node, built: "Future[_Kept]") -> None:
        if not built.cancelled() and built.exception() is None:
            with suppress(HeadwaterError):  # whoever asks for it is told
                self._then(node, built.result().held)

    def finding(self, picture: "Picture", method: str, given: Mapping[str, object]) -> "Finding":
        """What a method finds on a picture; the same question is answered from what is kept.

        Raises:
            WrongUse: If the method or a parameter cannot be.
        """
        from headwater.analysis import run

        asked = (picture.fingerprint, method, repr(sorted(given.items())))
        with self._lock:
            if asked in self._findings:
                self._findings.move_to_end(asked)
                return self._findings[asked]
        found = self._hands.do(run, picture, method, given)
        with self._lock:
            self._findings[asked] = found
            while len(self._findings) > MOST_FINDINGS:
                self._findings.popitem(last=False)
        return found

    def empty(self) -> None:
        """Forget everything that was read, wherever it is held."""
        with self._lock:
            self._kept.clear()
            self._findings.clear()
        self.runs.empty()
        self._hands.forget()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Forget everything, and build nothing while this lasts.

        For an erasure, which cannot rewrite what somebody is reading.
        """
        with self._hands.still():
            self.empty()
            yield

    def close(self, within: float = ENDS_WITHIN) -> bool:
        """Forget everything, and end who works for this; whether nobody is at work any more.

        Args:
            within: Seconds to wait for what goes on behind the pages.
        """
        self._hands.close()
        self._builder.shutdown(cancel_futures=True)
        ended = self._hands.threads.ended(within)
        self.empty()
        return ended

    def _held(self, node: Node) -> Held:
        key, tide = node.allowed(), node.store.tide()
        with self._lock:
            if any(kept.tide.erasures != tide.erasures for kept in self._kept.values()):
                self.empty()
            kept = self._kept.get(key) or self._grown(key)
        if kept is None:
            return self._awaited(node, key, tide)
        if kept.tide == tide:
            return kept.held
        if self._hands.soon:
            with suppress(StillBuilding):
                return self._awaited(node, key, tide)
        elif kept.rested:
            self._begun(node, key)
        return replace(self._decided(node, key, kept, tide.items), behind=True)

    def _grown(self, key: _Key) -> _Kept | None:
        """The picture of the same viewers from before labels were made that they may see too."""
        for before, kept in self._kept.items():
            if before <= key and min(key - before) > kept.newest:
                self._kept[key] = replace(kept)
                return self._kept[key]
        return None

    def _awaited(self, node: Node, key: _Key, tide: "Tide") -> Held:
        """A picture that knows what came in before it was asked for."""
        until = perf_counter() + LONGEST_WAIT
        while True:
            try:
                kept = self._begun(node, key).result(max(0.0, until - perf_counter()))
            except TimeoutError:
                raise StillBuilding(
                    "the picture is being put together",
                    why="that takes a while after the start and after an erasure",
                    do="wait a moment: the page asks again by itself",
                ) from None
            if _knows(kept.tide, tide):
                return kept.held

    def _begun(self, node: Node, key: _Key) -> "Future[_Kept]":
        """A build, the one that is under way where there is one; one picture after the other."""
        with self._lock:
            begun = self._building.get(key)
            if begun is None:
                begun = self._building[key] = self._builder.submit(self._built, node, key)
                if key not in self._kept:  # what is built anew has the same made beside it
                    begun.add_done_callback(partial(self._make_beside, node))
            return begun

    def _built(self, node: Node, key: _Key) -> _Kept:
        try:
            while True:
                tide, begun, made = node.store.tide(), perf_counter(), clock()
                newest = max(node.store.labels(), default=0)
                picture = self._hands.do(_build, node)
                with self._lock:
                    was = self._kept.get(key)
                beside = (was.held.beside if was else Beside(self._hands)).again(picture)
                held = Held(picture, made, perf_counter() - begun, beside)
                kept = _Kept(held, tide, perf_counter(), tide.items, newest)
                if self._keep(node, key, kept):
                    return kept
                self._let_go(picture)
        finally:
            with self._lock:
                del self._building[key]

    def _keep(self, node: Node, key: _Key, kept: _Kept) -> bool:
        """Put it on the shelf; False if something was erased while it was built."""
        with self._lock:
            if node.store.tide().erasures != kept.tide.erasures:
                return False
            gone = [self._kept[key]] if key in self._kept else []
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_PICTURES:
                gone.append(self._kept.popitem(last=False)[1])
        for one in gone:
            self._let_go(one.held.picture)
        return True

    def _let_go(self, picture: "Picture") -> None:
        """Drop a picture, unless it is on the shelf for whoever may see the same."""
        with self._lock:
            still = {one.held.picture.fingerprint for one in self._kept.values()}
        if picture.fingerprint not in still:
            self._hands.drop(picture)

    def _decided(self, node: Node, key: _Key, kept: _Kept, items: int) -> Held:
        """A picture that is behind, with what was decided on people since."""
        with self._deciding:
            decisions = decided_since(node, key, kept.looked) if kept.looked < items else ()
            if decisions:
                before = kept.held.picture
                picture = self._hands.do(with_decisions, before, decisions)
                kept.held = replace(kept.held, picture=picture, beside=Beside(self._hands))
                for one in (before, picture):  # the next one may have taken its place meanwhile
                    self._let_go(one)
                self.runs.empty()
            kept.looked = items
            return kept.held


def _knows(built: "Tide", asked: "Tide") -> bool:
    """Whether a picture of one tide holds all that had come in at another."""
    if built.erasures != asked.erasures:
        return built.erasures > asked.erasures
    return built.items >= asked.items and built.decisions >= asked.decisions


def _build(node: Node) -> "Picture":
    from headwater.intake import place
    from headwater.picture import build

    return build(node.store, node.viewer, node.purpose, gazetteer=place)

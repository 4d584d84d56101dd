"""Runs: methods at work in threads of their own, and what each user asked before.

What else takes longer than a page should, as putting a briefing together, is made in the same way.
"""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeAlias

from headwater.model import HeadwaterError, WrongUse
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.workroom import Hands, InPlace

if TYPE_CHECKING:
    from headwater.analysis import Declared
    from headwater.model import Finding
    from headwater.picture import Picture

Find: TypeAlias = "Callable[[Picture, str, Mapping[str, object]], Finding]"

MOST_RUNS = 120
"""Runs of one user that are kept; colleagues who see the same share what was found."""
MOST_AT_WORK = 60
"""Runs of one user that may wait or work at the same time."""
AT_ONCE = 2
PATIENCE = 0.7
"""Seconds that an answer waits for a method; a longer one is told of as running."""


@dataclass(slots=True)
class Run:
    """One method on one picture, asked by one user.

    Attributes:
        number: Its number among the user's own, for addresses; it tells nothing of others.
        who: The user.
        allowed: Labels of what stands in it.
        erasures: How much had been erased before.
        fingerprint: The picture it runs on.
        method: Id of the method; for what is no method a word for it.
        given: The parameters that differ from their defaults.
        asked: When it was asked, ISO 8601 in UTC.
        finding: What was found.
        called: What the things are called whose ids stand in the finding, as far as they may be
            named.
        drawing: The finding as SVG; empty where there is no drawing of this method.
        made: What was made, where it is no finding.
        parts: What pages made of the finding for this user, by name, so that they make it once.
        alike: What was made of it that is the same for every colleague who shares the finding.
        trouble: Why nothing was found.
        ahead: What the same user asked before it and is waited for; empty once it is at work.
    """

    number: int
    who: str
    allowed: frozenset[int]
    erasures: int
    fingerprint: str
    method: str
    given: dict[str, Any]
    asked: str
    finding: "Finding | None" = None
    called: dict[str, str] = field(default_factory=dict)
    drawing: str = ""
    made: object = None
    parts: dict[str, Any] = field(default_factory=dict)
    alike: dict[str, Any] = field(default_factory=dict)
    trouble: HeadwaterError | None = None
    ahead: "tuple[Run, ...]" = field(default=(), compare=False, repr=False)
    _begun: float = field(default_factory=perf_counter)
    _done: threading.Event = field(default_factory=threading.Event)
    _drawn: threading.Event = field(default_factory=threading.Event)

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self._done.is_set()

    @property
    def seconds(self) -> int:
        """Whole seconds since it was asked."""
        return int(perf_counter() - self._begun)

    @property
    def before(self) -> int:
        """How many of the same user's runs it still waits for; those of others are not counted."""
        return sum(not one.done for one in self.ahead)

    @property
    def drawable(self) -> bool:
        """Whether there is, or will soon be, a drawing."""
        return self.finding is not None and (bool(self.drawing) or not self._drawn.is_set())

    def wait(self, seconds: float = PATIENCE) -> bool:
        """Wait for its end, so long from when it was asked; returns whether it has ended."""
        return self._done.wait(max(0.0, seconds - (perf_counter() - self._begun)))

    def drawn(self, seconds: float) -> str:
        """The drawing, waited for so long."""
        self._drawn.wait(seconds)
        return self.drawing

    def find(self, picture: "Picture", find: Find, hands: Hands) -> None:
        """Find, name and draw."""
        finding = find(picture, self.method, self.given)
        self.called = hands.do(_called, picture, finding)
        self.finding = finding
        self._done.set()
        self.drawing = hands.do(_drawing, finding, picture)

    def follow(self, other: "Run") -> None:
        """Take what another run finds, whose question and whose labels are the same."""
        self.ahead = ()
        other._done.wait()
        self.called, self.finding, self.trouble = other.called, other.finding, other.trouble
        self.alike = other.alike
        self._done.set()
        other._drawn.wait()
        self.drawing = other.drawing
        self._drawn.set()

    def work(self, do: "Callable[[Run], None]") -> None:
        """Do the work in question; what stops it is told in `trouble`."""
        self.ahead = ()
        try:
            do(self)
        except HeadwaterError as error:
            self.trouble = error
        finally:
            if self.finding is None and self.made is None and self.trouble is None:
                self.trouble = WrongUse(f"{self.method} broke off", do="tell whoever runs the node")
            self._done.set()
            self._drawn.set()


class Runs:
    """The runs of one node, the last ones.

    Args:
        find: Runs a method, or knows its finding.
        hands: Who does what is to be done with a finding.
        last: Number of the last run of a viewer before these; so that an address stays that of
            one run when the desk is opened again.
    """

    def __init__(
        self, find: Find, hands: Hands | None = None, last: Callable[[Node], int] = lambda _: 0
    ) -> None:
        self._find, self._last = find, last
        self._hands = hands or InPlace()
        self._lock = threading.Lock()
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._numbers: dict[str, int] = {}
        self._held: defaultdict[str, dict[int, Run]] = defaultdict(dict)

    def ask(self, node: Node, picture: "Picture", method: str, given: Mapping[str, object]) -> Run:
        """Run a method in the background, once for a user, a picture and a question.

        Raises:
            WrongUse: If the method or a parameter cannot be, or the user has too many at work.
        """
        return self._begun(
            node,
            picture,
            method,
            _differing(method, given),
            lambda run: run.find(picture, self._find, self._hands),
        )

    def make(
        self,
        node: Node,
        picture: "Picture",
        name: str,
        given: Mapping[str, object],
        make: "Callable[[], object]",
    ) -> Run:
        """Make something of a picture in the background, that is no finding.

        A `partial` of a function with a name is made where methods are at work.

        Raises:
            WrongUse: If the user has too many at work.
        """

        def do(run: Run) -> None:
            run.made = self._hands.do(make)

        return self._begun(node, picture, name, dict(given), do)

    def find(self, node: Node, number: int) -> Run | None:
        """A run of this user whose content they may still see, or None."""
        with self._lock:
            return next((run for run in self._of(node) if run.number == number), None)

    def history(self, node: Node) -> list[Run]:
        """What this user asked, the latest first."""
        with self._lock:
            return [run for run in self._of(node) if run.method in _methods()]

    def latest(
        self, node: Node, picture: "Picture", method: str, given: Mapping[str, object]
    ) -> Run | None:
        """The last answer that this user had to a question, of this picture or an earlier one.

        One that names somebody who is protected, or may not be ranked, in the picture of now is
        none.

        Raises:
            WrongUse: If the method or a parameter cannot be.
        """
        question = (method, _differing(method, given))
        with self._lock:
            found = [one for one in self._of(node) if (one.method, one.given) == question]
        had = next((one for one in found if one.finding), None)
        return had if had and _may_still_be_shown(had, picture) else None

    def empty(self) -> None:
        """Forget all of it; what is at work ends for nobody."""
        with self._lock:
            self._held.clear()

    def _begun(
        self,
        node: Node,
        picture: "Picture",
        method: str,
        given: dict[str, Any],
        do: Callable[[Run], None],
    ) -> Run:
        question = (picture.fingerprint, method, given)
        with self._lock:
            for run in self._of(node):
                if (run.fingerprint, run.method, run.given) == question:
                    return run
            twin = self._twin(node, question)
            run = self._new(node, picture, method, given)
        work = (self._work, (run, do)) if twin is None else (run.follow, (twin,))
        self._hands.threads.begin(work[0], *work[1])
        return run

    def _twin(self, node: Node, question: tuple[str, str, dict[str, Any]]) -> Run | None:
        """A run of somebody else who may see the same, of a method on the same picture."""
        if question[1] not in _methods():
            return None  # a briefing bears its reader's name
        seen = (node.allowed(), node.store.tide().erasures)
        return next(
            (
                run
                for held in self._held.values()
                for run in held.values()
                if (run.fingerprint, run.method, run.given) == question
                and (run.allowed, run.erasures) == seen
            ),
            None,
        )

    def _of(self, node: Node) -> Iterator[Run]:
        allowed, erasures = node.allowed(), node.store.tide().erasures
        for run in reversed(self._held[node.viewer.name].values()):
            if run.erasures == erasures and run.allowed <= allowed:
                yield run

    def _new(self, node: Node, picture: "Picture", method: str, given: dict[str, Any]) -> Run:
        name, held = node.viewer.name, self._held[node.viewer.name]
        ahead = tuple(run for run in held.values() if not run.done)
        if len(ahead) >= MOST_AT_WORK:
            raise WrongUse(
                f"{MOST_AT_WORK} methods that you asked for are still at work",
                do="wait until one of them has ended",
            )
        erasures = node.store.tide().erasures
        about = (name, node.allowed(), erasures, picture.fingerprint, method, given)
        before = self._numbers.get(name)
        self._numbers[name] = (self._last(node) if before is None else before) + 1
        run = Run(self._numbers[name], *about, asked=clock(), ahead=ahead)
        held[run.number] = run
        while len(held) > MOST_RUNS:
            del held[next(iter(held))]
        return run

    def _work(self, run: Run, do: Callable[[Run], None]) -> None:
        with self._turns:
            run.work(do)


def _differing(method: str, given: Mapping[str, object]) -> dict[str, Any]:
    """The parameters as read, those that say nothing but their default left out."""
    if method not in _methods():
        raise WrongUse(f"there is no method {method!r}", do="choose one of the list of methods")
    declared = _methods()[method].method
    settled = declared.settle(given)
    return {p.name: settled[p.name] for p in declared.parameters if settled[p.name] != p.default}


def _may_still_be_shown(run: Run, picture: "Picture") -> bool:
    """Whether everybody in a finding may be in one on this picture too."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if run.fingerprint == picture.fingerprint:
        return True
    known = f"shown on {picture.fingerprint}"
    if known not in run.alike:
        things = picture.entities
        named = things.filter(pc.is_in(things["id"], value_set=pa.array(run.called, pa.string())))
        barred = named["protected"]
        if _methods()[run.method].method.about_people:
            person = pc.not_equal(named["category"], "")
            barred = pc.or_(barred, pc.and_not(person, named["rankable"]))
        still = named.num_rows == len(run.called) and not pc.any(barred).as_py()
        run.alike[known] = still
    return bool(run.alike[known])


def _methods() -> "Mapping[str, Declared]":
    from headwater.analysis import METHODS  # seconds to load, so not before somebody asks

    return METHODS


def _called(picture: "Picture", finding: "Finding") -> dict[str, str]:
    """What things that a finding mentions are called: never anybody who is protected."""
    import pyarrow as pa
    import pyarrow.compute as pc

    told = (list(finding.rows), finding.certificate, finding.sensitivity)
    words = pa.array(sorted({*words_in(told)}), pa.string())
    things = picture.entities
    open_ones = pc.and_(pc.invert(things["protected"]), pc.is_in(things["id"], value_set=words))
    found = things.filter(open_ones).select(["id", "caption"]).to_pylist()
    return {row["id"]: row["caption"] or row["id"] for row in found}


def words_in(value: object) -> Iterator[str]:
    """Every text in a value, keys of mappings included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from words_in([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from words_in(one)


def _drawing(finding: "Finding", picture: "Picture") -> str:
    from headwater.draw import draw_finding

    try:
        return draw_finding(finding, picture)
    except WrongUse:  # not every method has a drawing
        return ""

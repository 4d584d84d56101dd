"""Workroom: one process beside the desk that builds pictures and runs methods on them."""

import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from multiprocessing import Pipe
from pathlib import Path
from pickle import PicklingError
from typing import TYPE_CHECKING, Any

from headwater.model import HeadwaterError
from headwater.node.settings import Settings
from headwater.node.workroom.hands import Hands, InPlace, Made
from headwater.node.workroom.threads import Threads

if TYPE_CHECKING:
    from headwater.node.workroom.parcel import Parcel, Sent
    from headwater.node.workroom.wire import Answer
    from headwater.picture import Picture

MANY_ITEMS = 2_000
"""Items of a node from which handing work over costs less than waiting for it."""

LINGERS = 120.0
"""Seconds for which a picture is still held when the next one is there."""

_ENDS_WITHIN = 5.0
_TRIES = 2


def hands_for(folder: Path, settings: Settings, items: int) -> Hands:
    """Who works for a node of so many items: a workroom where it is large.

    Systems that cannot share memory between processes work in place.
    """
    shares = sys.platform == "linux" and hasattr(os, "memfd_create")
    return Workroom(folder, settings) if items > MANY_ITEMS and shares else InPlace()


class _Lost(Exception):
    """The process ended before it answered."""


class _NotThere(Exception):
    """The work cannot be done there."""


class Workroom:
    """A process of its own for long work; see `Hands`.

    It starts when something is to be done, is started anew when it dies, and ends with the desk.
    It opens the node by itself and only reads. Work whose function has no name, or that speaks of
    a picture which was not built there, is done here.

    Args:
        folder: The node's directory.
        settings: What the environment set.
    """

    soon = False

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.threads = Threads()
        self._begin = (folder, settings, sys.path)
        self._lock, self._gate = threading.Lock(), threading.Lock()
        self._child: _Child | None = None
        self._closed = False
        self._sent: dict[str, Sent] = {}
        self._going: dict[str, object] = {}  # a picture may go, come again and go again

    @property
    def process(self) -> int | None:
        """Number of the process; None while there is none."""
        child = self._child
        return child.process.pid if child and child.alive else None

    def do(self, work: Callable[..., Made], *given: Any) -> Made:  # noqa: ANN401 - any work
        """What a function makes of what it is given; its errors keep their kind.

        Raises:
            HeadwaterError: If the process ended in the middle of it, twice.
        """
        from headwater.node.workroom.parcel import pack

        try:
            parcel = pack((work, given), dict(self._sent), by_reference=False)
        except (PicklingError, AttributeError, TypeError):  # no function that has a name
            return work(*given)
        for _ in range(_TRIES):
            try:
                made: Made = self._asked(parcel)
            except _NotThere:
                return work(*given)
            except _Lost:
                continue
            return made
        raise HeadwaterError(
            "this could not be worked out",
            why="the process that worked on it ended twice, perhaps for lack of memory",
            do="try again; if it stays so, tell whoever runs the node",
        )

    def drop(self, picture: "Picture") -> None:
        """Let go of a picture, on both sides, after a while: what was asked of it comes to an end.

        A picture that is built again meanwhile stays.
        """
        fingerprint, this_time = picture.fingerprint, object()
        with self._lock:
            self._going[fingerprint] = this_time
        later = threading.Timer(LINGERS, self._drop, [fingerprint, this_time])
        later.daemon = True
        later.start()

    def _drop(self, fingerprint: str, this_time: object) -> None:
        with self._lock:
            if self._going.get(fingerprint) is not this_time:
                return
            del self._going[fingerprint]
            self._sent.pop(fingerprint, None)
            if self._child:
                self._child.drop(fingerprint)

    def forget(self) -> None:
        """End the process: so nothing that it read is left."""
        with self._lock:
            child, self._child = self._child, None
            self._sent.clear()
        if child:
            child.end()

    @contextmanager
    def still(self) -> Iterator[None]:
        """End the process, and start none while this lasts; whoever asks for work waits."""
        with self._gate:
            self.forget()
            yield

    def close(self) -> None:
        """End the process; nothing is done from now on."""
        self._closed = True
        self.forget()

    def _asked(self, parcel: "Parcel") -> Any:  # noqa: ANN401 - any value
        child = self._living()
        answer = child.ask(parcel)
        if answer.kind == "missing":
            self._show(child, answer)
            answer = child.ask(parcel)
        return self._taken(answer)

    def _living(self) -> "_Child":
        with self._gate, self._lock:
            if self._closed:
                raise HeadwaterError("the desk is closing", do="open it again")
            if self._child is None or not self._child.alive:
                self._child = _started(self._begin)
            return self._child

    def _show(self, child: "_Child", missing: "Answer") -> None:
        """Hand a picture over that a process before this one had built."""
        from headwater.node.workroom.parcel import unpack

        sent = self._sent.get(fingerprint := unpack(missing.parcel, {}))
        if sent is None:
            raise _NotThere
        child.hold(fingerprint, sent.parcel)

    def _taken(self, answer: "Answer") -> Any:  # noqa: ANN401 - any value
        from headwater.node.workroom.parcel import Missing, Sent, unpack
        from headwater.picture import Picture

        if answer.kind == "broke":
            raise RuntimeError(answer.trace)
        if answer.kind in ("missing", "unsendable"):
            raise _NotThere
        try:
            value = unpack(answer.parcel, dict(self._sent))
        except Missing as missing:  # let go of meanwhile
            raise _NotThere from missing
        if answer.kind == "error":
            raise value
        if isinstance(value, Picture):
            with self._lock:
                self._going.pop(value.fingerprint, None)
                self._sent.setdefault(value.fingerprint, Sent(answer.parcel, value))
        return value


def _started(begin: tuple[Path, Settings, list[str]]) -> "_Child":
    try:
        return _Child(begin)
    except OSError as error:
        raise HeadwaterError(
            "the process for long work could not be started",
            why=str(error),
            do="free some memory, or have whoever runs the machine raise its limits",
        ) from error


class _Child:
    """The process as the desk sees it."""

    def __init__(self, begin: tuple[Path, Settings, list[str]]) -> None:
        from headwater.node.workroom.wire import Wire

        ours, theirs = Pipe()
        number = theirs.fileno()
        command = [sys.executable, "-m", "headwater.node.workroom.worker", str(number)]
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            command, pass_fds=[number], stdin=subprocess.DEVNULL
        )
        theirs.close()
        self._wire = Wire(ours)
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._waiting: dict[int, Future[Answer]] = {}
        self.alive = True
        threading.Thread(target=self._listen, daemon=True).start()
        self._say(begin)

    def ask(self, parcel: "Parcel") -> "Answer":
        from headwater.node.workroom.wire import Asked

        number, answer = next(self._numbers), Future["Answer"]()
        with self._lock:
            if not self.alive:
                raise _Lost
            self._waiting[number] = answer
        self._say(Asked(number, parcel))
        return answer.result()

    def hold(self, fingerprint: str, parcel: "Parcel") -> None:
        from headwater.node.workroom.wire import Hold

        self._say(Hold(fingerprint, parcel))

    def drop(self, fingerprint: str) -> None:
        from headwater.node.workroom.wire import Drop

        self._say(Drop(fingerprint))

    def end(self) -> None:
        self.process.kill()  # it writes nothing, so nothing is left half done
        self.process.wait(_ENDS_WITHIN)

    def _say(self, said: object) -> None:
        try:
            self._wire.send(said)
        except OSError:
            self._over()

    def _listen(self) -> None:
        try:
            while True:
                answer = self._wire.receive()
                with self._lock:
                    waiting = self._waiting.pop(answer.number, None)
                if waiting:
                    waiting.set_result(answer)
        except (EOFError, OSError):
            self._over()
            self.end()

    def _over(self) -> None:
        """Whoever waits for an answer gets none."""
        with self._lock:
            self.alive = False
            waiting = list(self._waiting.values())
            self._waiting.clear()
        for one in waiting:
            one.set_exception(_Lost())

"""Worker: the process that builds pictures and runs methods on them; it ends with the desk."""

import gc
import os
import signal
import sys
import traceback
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import PicklingError
from typing import Any

from headwater.model import HeadwaterError
from headwater.node.node import Node
from headwater.node.settings import Settings
from headwater.node.workroom.parcel import Held, Missing, Parcel, Sent, pack, unpack
from headwater.node.workroom.wire import Answer, Asked, Drop, Hold, Wire
from headwater.picture import Picture
from headwater.safeguard import Viewer
from headwater.store import Store, open_store

_AT_ONCE = 8
_POLITE = 2
"""How far it stands back where the desk wants the processor."""


def work(number: int) -> None:
    """Work for whoever is at the other end of a connection, until they hang up.

    Args:
        number: File descriptor of the connection.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the desk, which ends this one
    os.nice(_POLITE)
    _leave_a_processor()
    wire = Wire(Connection(number))
    try:
        folder, settings, path = wire.receive()
        sys.path[:] = path
        worker = _Worker(wire, folder, settings)
        while True:
            worker.heed(wire.receive())
    except (EOFError, OSError):
        os._exit(0)  # nobody wants what is at work


def _leave_a_processor() -> None:
    """Work on all processors but one, so that whoever opens a page does not wait for long work."""
    if sys.platform == "linux":  # elsewhere a process cannot be told
        ours = sorted(os.sched_getaffinity(0))
        for thread in os.listdir("/proc/self/task"):  # libraries have begun some of their own
            os.sched_setaffinity(int(thread), ours[1:] or ours)


class _Worker:
    def __init__(self, wire: Wire, folder: Path, settings: Settings) -> None:
        self._wire, self._folder, self._settings = wire, folder, settings
        self._store: Store | None = None
        self._pool = ThreadPoolExecutor(_AT_ONCE)
        self._held: dict[str, Sent] = {}

    def heed(self, said: Any) -> None:  # noqa: ANN401 - whatever the desk says
        match said:
            case Asked():
                found = self._pool.submit(self._done, said)
                found.add_done_callback(lambda done: self._tell(said.number, done))
            case Hold():
                self._keep(said.parcel)
            case Drop():
                self._held.pop(said.fingerprint, None)
                gc.collect()  # what was made of it may go in circles

    def _done(self, asked: Asked) -> Answer:
        try:
            do, given = unpack(asked.parcel, self._now, self._enter)
        except Missing as missing:
            return Answer(asked.number, "missing", pack(missing.fingerprint, {}))
        made, held = do(*given), self._now
        new = isinstance(made, Picture) and made.fingerprint not in held
        try:
            parcel = pack(made, {} if new else held)  # a picture stands on no other one
        except (PicklingError, AttributeError, TypeError):
            return Answer(asked.number, "unsendable", Parcel(b""))
        if new:
            self._keep(parcel)
        return Answer(asked.number, "made", parcel)

    def _tell(self, number: int, done: "Future[Answer]") -> None:
        error = done.exception()
        if error is None:
            answer = done.result()
        elif isinstance(error, HeadwaterError):
            answer = Answer(number, "error", pack(error, {}))
        else:
            answer = Answer(
                number, "broke", Parcel(b""), "".join(traceback.format_exception(error))
            )
        try:
            self._wire.send(answer)
        except OSError:
            os._exit(0)

    def _keep(self, parcel: Parcel) -> None:
        """Hold a picture over the memory that both share, not over a copy of its own."""
        picture = unpack(parcel, {})
        self._held[picture.fingerprint] = Sent(parcel, picture)

    @property
    def _now(self) -> Held:
        return dict(self._held)

    def _enter(self, viewer: Viewer, purpose: str) -> Node:
        if self._store is None:
            self._store = open_store(self._folder)
        return Node(self._store, viewer, self._settings, purpose)


if __name__ == "__main__":
    work(int(sys.argv[1]))

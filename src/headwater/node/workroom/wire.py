"""Wire: what a desk and its workroom say to each other, with the memory that goes along."""

import threading
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle, send_handle
from typing import Any

from headwater.node.workroom.memory import Memory
from headwater.node.workroom.parcel import Parcel


@dataclass(frozen=True, slots=True)
class Asked:
    """Work that is asked for.

    Attributes:
        number: What its answer is known by.
        parcel: The function and what it is given.
    """

    number: int
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of it.

    Attributes:
        number: Of the work.
        kind: `made`, `error` (the parcel holds it), `missing` (the parcel holds the fingerprint of
            the picture), `unsendable`, or `broke`.
        parcel: What was made.
        trace: Where it broke, for whoever mends it.
    """

    number: int
    kind: str
    parcel: Parcel
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """A picture for the other side to hold.

    Attributes:
        fingerprint: Which.
        parcel: The picture.
    """

    fingerprint: str
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class Drop:
    """A picture that nobody asks about any more.

    Attributes:
        fingerprint: Which.
    """

    fingerprint: str


class Wire:
    """One end of the connection; any thread sends, one receives.

    Args:
        connection: A connection between two processes of one machine.
    """

    def __init__(self, connection: "Connection[Any, Any]") -> None:
        self._connection = connection
        self._lock = threading.Lock()

    def send(self, said: Any) -> None:  # noqa: ANN401 - any of the above
        """Send it.

        Raises:
            OSError: If nobody is at the other end.
        """
        parcel: Parcel | None = getattr(said, "parcel", None)
        memory = parcel.memory if parcel else None
        bare = replace(said, parcel=parcel._replace(memory=None)) if parcel and memory else said
        with self._lock:
            self._connection.send((bare, memory is not None))
            if memory:
                send_handle(self._connection, memory.number, None)

    def receive(self) -> Any:  # noqa: ANN401 - any of the above
        """What the other end sent, waited for.

        Raises:
            EOFError: If nobody is at the other end any more.
            OSError: If it broke.
        """
        said, more = self._connection.recv()
        if not more:
            return said
        memory = Memory(recv_handle(self._connection))
        return replace(said, parcel=said.parcel._replace(memory=memory))

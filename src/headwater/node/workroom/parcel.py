"""Parcels: what one process hands to the other, big columns by reference.

A picture is sent once. What is made of it later points at its columns where it can, so that an
index of a picture costs no second copy of the picture.
"""

import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple

import pyarrow as pa

from headwater.node.node import Node
from headwater.node.workroom.memory import Memory, places
from headwater.picture import Picture
from headwater.safeguard import Viewer

Enter = Callable[[Viewer, str], Node]
"""The node as a viewer sees it for a purpose."""


class Missing(Exception):
    """A parcel speaks of a picture that is not held here.

    Args:
        fingerprint: Which.
    """

    def __init__(self, fingerprint: str) -> None:
        super().__init__(fingerprint)
        self.fingerprint = fingerprint


class Parcel(NamedTuple):
    """A value, ready to be sent.

    Attributes:
        told: The value without its columns.
        parts: Where each column lies: the picture that holds it, or nothing for `memory`; start
            and length.
        memory: Columns that no picture holds, or None.
    """

    told: bytes
    parts: tuple[tuple[str, int, int], ...] = ()
    memory: Memory | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A picture that both processes hold.

    Attributes:
        parcel: As it was sent.
        picture: The picture, over the memory of the parcel.
    """

    parcel: Parcel
    picture: Picture


Held = Mapping[str, Sent]
"""Pictures by fingerprint."""


def pack(value: object, held: Held, *, by_reference: bool = True) -> Parcel:
    """Make a parcel.

    Args:
        value: What is sent.
        held: Pictures of which nothing is sent but what they are called.
        by_reference: Whether columns go into memory that both share; else they are told.

    Raises:
        pickle.PicklingError, AttributeError, TypeError: If the value is none that can be sent, as
            a function without a name.
    """
    out, columns = io.BytesIO(), _Columns(held)
    _Packer(out, held, columns if by_reference else None).dump(value)
    memory = Memory.of(columns.loose) if columns.loose else None
    starts = places([part.nbytes for part in columns.loose])
    parts = tuple((of, starts[at] if not of else at, size) for of, at, size in columns.parts)
    return Parcel(out.getvalue(), parts, memory)


def unpack(parcel: Parcel, held: Held, enter: Enter | None = None) -> Any:  # noqa: ANN401 - any value
    """What a parcel holds; columns stay where they lie.

    Args:
        parcel: The parcel.
        held: Pictures that it may speak of.
        enter: Opens the node that it may speak of.

    Raises:
        Missing: If it speaks of another picture.
    """
    parts = []
    for of, start, length in parcel.parts:
        if of and of not in held:
            raise Missing(of)
        memory = held[of].parcel.memory if of else parcel.memory
        parts.append(memory.part(start, length) if memory and length else b"")
    return _Unpacker(parcel.told, parts, held, enter).load()


def fixed(known: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """A mapping that nobody can change; the library cannot name the type by itself."""
    return MappingProxyType(known)


class _Columns:
    """Where columns lie: in a picture that both hold, or in memory that is yet to be made."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._known: dict[tuple[int, int], tuple[str, int, int]] = {}
        self.loose: list[memoryview] = []
        self.parts: list[tuple[str, int, int]] = []

    def note(self, buffer: pickle.PickleBuffer) -> None:
        """Note a column; what was sent before is pointed at."""
        raw = buffer.raw()
        key = (pa.py_buffer(raw).address if raw.nbytes else 0, raw.nbytes)
        if key not in self._known:
            self._known[key] = self._place(*key, raw)
        self.parts.append(self._known[key])

    def _place(self, address: int, length: int, raw: memoryview) -> tuple[str, int, int]:
        for fingerprint, sent in self._held.items():
            memory = sent.parcel.memory
            if memory and length and (at := memory.place_of(address, length)) >= 0:
                return fingerprint, at, length
        self.loose.append(raw)
        return "", len(self.loose) - 1, length


class _Packer(pickle.Pickler):
    """Points at pictures; it must not be part of what it calls, or it would outlive its use."""

    def __init__(self, out: io.BytesIO, held: Held, columns: _Columns | None) -> None:
        super().__init__(out, protocol=5, buffer_callback=columns.note if columns else None)
        self._held, self._told = held, columns is None

    def persistent_id(self, thing: object) -> tuple[object, ...] | None:
        if isinstance(thing, Picture) and thing.fingerprint in self._held:
            return "picture", thing.fingerprint, thing.viewer, thing.purpose
        if isinstance(thing, Picture) and self._told:
            raise pickle.PicklingError("a picture is never told, only shared")
        if isinstance(thing, Node):
            return "node", thing.viewer, thing.stated
        return None

    def reducer_override(self, thing: object) -> Any:  # noqa: ANN401 - as the library wants it
        if isinstance(thing, MappingProxyType):
            return fixed, (dict(thing),)
        return NotImplemented


class _Unpacker(pickle.Unpickler):
    def __init__(
        self, told: bytes, parts: list[Any], held: Held, enter: Enter | None = None
    ) -> None:
        super().__init__(io.BytesIO(told), buffers=parts)
        self._held, self._enter = held, enter

    def persistent_load(self, named: Any) -> object:  # noqa: ANN401 - what the packer wrote
        kind, *told = named
        if kind == "picture":
            fingerprint, viewer, purpose = told
            if fingerprint not in self._held:
                raise Missing(fingerprint)
            return replace(self._held[fingerprint].picture, viewer=viewer, purpose=purpose)
        viewer, purpose = told
        if self._enter is None:
            raise pickle.UnpicklingError("a node is never handed back")
        return self._enter(viewer, purpose)

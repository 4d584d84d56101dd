"""Memory that two processes share: one copy of a picture's columns, and never a file on disk."""

import mmap
import os
import weakref
from collections.abc import Sequence
from functools import cached_property

import pyarrow as pa

_ALIGNED = 64
"""Bytes at whose multiples each part begins, as Arrow wants it."""


class Memory:
    """Bytes under a number that the system gives, which another process can be handed.

    They are gone when neither process holds them any more.

    Args:
        number: The file descriptor; closed with this.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self._gone = weakref.finalize(self, os.close, number)

    @classmethod
    def of(cls, parts: Sequence[memoryview]) -> "Memory":
        """Memory that holds a copy of each part, at the places that `places` gives."""
        number = os.memfd_create("headwater")
        made = cls(number)
        starts = places([part.nbytes for part in parts])
        os.ftruncate(number, starts[-1] or 1)
        with mmap.mmap(number, 0) as written:
            for start, part in zip(starts[:-1], parts, strict=True):
                written[start : start + part.nbytes] = part
        return made

    @cached_property
    def buffer(self) -> pa.Buffer:
        """The bytes, which nobody can change here."""
        return pa.py_buffer(mmap.mmap(self.number, 0, prot=mmap.PROT_READ))

    def part(self, start: int, length: int) -> memoryview:
        """Some of the bytes; they hold the whole memory."""
        return memoryview(self.buffer.slice(start, length))

    def place_of(self, address: int, length: int) -> int:
        """Where a stretch of this process's memory lies in this one; -1 where it does not."""
        start: int = address - self.buffer.address
        return start if start >= 0 and start + length <= self.buffer.size else -1


def places(lengths: Sequence[int]) -> list[int]:
    """Where parts of these lengths begin, and after them where the last one ends."""
    starts = [0]
    for length in lengths:
        starts.append(starts[-1] + -(-length // _ALIGNED) * _ALIGNED)
    return starts

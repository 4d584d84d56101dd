"""Memory that two processes share."""

import gc
import os

import pytest

from headwater.node.workroom.memory import Memory, places


def test_what_was_put_in_lies_where_it_is_said_to():
    parts = [memoryview(b"one"), memoryview(b"x" * 100), memoryview(b"three")]
    memory = Memory.of(parts)
    starts = places([part.nbytes for part in parts])
    told = [bytes(memory.part(at, len(part))) for at, part in zip(starts[:-1], parts, strict=True)]
    assert told == [bytes(part) for part in parts]
    assert all(start % 64 == 0 for start in starts)


def test_nobody_can_change_it():
    with pytest.raises(TypeError):
        Memory.of([memoryview(b"fixed")]).part(0, 5)[0] = 1


def test_a_stretch_of_it_is_known_by_its_address_and_others_are_not():
    memory = Memory.of([memoryview(b"a" * 200)])
    inside = memory.buffer.slice(64, 10)
    assert memory.place_of(inside.address, 10) == 64
    assert memory.place_of(inside.address, 10_000) == -1
    assert memory.place_of(memory.buffer.address - 8, 4) == -1


def test_it_is_no_file_on_disk_and_gone_when_nobody_holds_it():
    memory = Memory.of([memoryview(b"secret")])
    number = memory.number
    assert os.readlink(f"/proc/self/fd/{number}").startswith("/memfd:")
    del memory
    gc.collect()
    with pytest.raises(OSError, match="Bad file"):
        os.fstat(number)

"""Wire."""

from multiprocessing import Pipe

import pytest

from headwater.node.workroom.parcel import pack, unpack
from headwater.node.workroom.wire import Answer, Asked, Drop, Wire


@pytest.fixture
def pipe():
    return Pipe()


@pytest.fixture
def ends(pipe):
    return [Wire(one) for one in pipe]


def test_what_is_said_arrives_in_order_with_the_memory_that_goes_along(ends):
    import numpy as np

    desk, room = ends
    desk.send(Drop("f"))
    desk.send(Asked(1, pack(("how", 1), {}, by_reference=False)))
    desk.send(Answer(2, "made", pack(np.arange(10_000), {})))
    desk.send(Drop("g"))
    assert room.receive() == Drop("f")
    assert unpack(room.receive().parcel, {}) == ("how", 1)
    assert unpack(room.receive().parcel, {}).sum() == 49_995_000
    assert room.receive() == Drop("g")


def test_an_end_that_hung_up_is_noticed(pipe, ends):
    desk, _ = ends
    pipe[1].close()
    with pytest.raises(EOFError):
        desk.receive()
    with pytest.raises(OSError, match="pipe"):
        desk.send(Drop("f"))

"""The process of a workroom."""

import os
import signal
import subprocess
import sys
from multiprocessing import Pipe

import pytest

from headwater.node.workroom import Workroom
from headwater.node.workroom.parcel import pack, unpack
from headwater.node.workroom.wire import Asked, Wire


@pytest.fixture
def started(module_node):
    """A worker, and the end of the wire that the desk holds."""
    ours, theirs = Pipe()
    command = [sys.executable, "-m", "headwater.node.workroom.worker", str(theirs.fileno())]
    process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
    theirs.close()
    ours.send(((module_node.store._database.folder, module_node.settings, sys.path), False))
    yield process, ours
    process.kill()
    process.wait()


def test_it_ends_with_the_desk_however_that_ended_and_not_with_a_key_meant_for_the_desk(started):
    process, ours = started
    wire = Wire(ours)
    wire.send(Asked(1, pack((os.getpid, ()), {}, by_reference=False)))
    assert unpack(wire.receive().parcel, {}) == process.pid
    process.send_signal(signal.SIGINT)
    wire.send(Asked(2, pack((max, (1, 2)), {}, by_reference=False)))
    assert unpack(wire.receive().parcel, {}) == 2
    ours.close()  # as the system does it for a desk that was killed
    assert process.wait(10) == 0


def test_it_stands_back_where_the_desk_wants_the_processor(module_node):
    room = Workroom(module_node.store._database.folder, module_node.settings)
    try:
        assert room.do(os.nice, 0) > os.nice(0)
    finally:
        room.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process cannot be told")
def test_one_processor_is_left_to_whoever_opens_a_page_where_there_is_more_than_one(module_node):
    room = Workroom(module_node.store._database.folder, module_node.settings)
    ours = os.sched_getaffinity(0)
    try:
        assert len(room.do(os.sched_getaffinity, 0)) == max(1, len(ours) - 1)
    finally:
        room.close()

"""Parcels."""

import gc
import pickle
import weakref

import numpy as np
import pyarrow as pa
import pytest

from headwater.node import Node, Settings
from headwater.node.workroom.parcel import Missing, Sent, pack, unpack
from headwater.picture import Picture, make_table
from headwater.safeguard import Role, Viewer

VIEWER = Viewer("mira", "Drava Unit", frozenset({Role.ANALYST}))
ENTITIES = {"id": ["a", "b", "c"], "caption": ["Ana", "Боре", "Ćiro"], "category": ["suspect"] * 3}


@pytest.fixture
def picture():
    return Picture.of({"entities": make_table("entities", ENTITIES)}, viewer="mira")


@pytest.fixture
def held(picture):
    parcel = pack(picture, {})
    return {picture.fingerprint: Sent(parcel, unpack(parcel, {}))}


def test_a_picture_arrives_as_it_was(picture):
    come = unpack(pack(picture, {}), {})
    assert come.tables == picture.tables
    assert (come.fingerprint, come.viewer) == (picture.fingerprint, "mira")


def test_its_columns_are_read_where_they_lie(picture):
    parcel = pack(picture, {})
    one, other = (unpack(parcel, {}).entities["caption"].chunk(0).buffers()[2] for _ in range(2))
    assert one.address == other.address


def test_what_is_made_of_a_held_picture_only_points_at_its_columns(held):
    own = next(iter(held.values())).picture
    made = {"ids": own.entities["id"].chunk(0), "flags": np.ones(100_000, np.bool_), "of": own}
    parcel = pack(made, held)
    come = unpack(parcel, held)
    assert come["ids"].buffers()[2].address == made["ids"].buffers()[2].address
    assert come["flags"].sum() == 100_000
    assert len(parcel.told) < 1_000
    assert parcel.memory is not None
    assert parcel.memory.buffer.size < 101_000


def test_memory_is_free_as_soon_as_nobody_holds_what_lies_in_it(picture):
    gc.disable()
    try:
        parcel = pack(picture, {})
        memory = weakref.ref(parcel.memory)
        held = {picture.fingerprint: Sent(parcel, unpack(parcel, {}))}
        other = pack({"of": held[picture.fingerprint].picture, "and": np.arange(9)}, held)
        unpack(other, held)
        del parcel, other, held
        assert memory() is None
    finally:
        gc.enable()


def test_a_column_that_is_sent_twice_in_one_parcel_lies_there_once():
    column = np.arange(100_000)
    parcel = pack([pa.array(column), column], {})
    assert parcel.memory is not None
    assert parcel.memory.buffer.size < 900_000


def test_a_parcel_that_speaks_of_a_picture_not_held_here_says_which(picture, held):
    parcel = pack((picture, 1), held, by_reference=False)
    assert unpack(parcel, held)[0].viewer == "mira"
    with pytest.raises(Missing) as missing:
        unpack(parcel, {})
    assert missing.value.fingerprint == picture.fingerprint


def test_a_picture_is_never_written_out_into_a_request(picture):
    with pytest.raises(pickle.PicklingError):
        pack(picture, {}, by_reference=False)


def test_a_node_is_entered_anew_on_the_other_side_under_the_same_name_and_purpose():
    node = Node(None, VIEWER, Settings("x", None, 1), "case: Drava")
    parcel = pack((node,), {}, by_reference=False)
    assert unpack(parcel, {}, lambda viewer, purpose: (viewer, purpose)) == (
        (VIEWER, "case: Drava"),
    )
    with pytest.raises(pickle.UnpicklingError):
        unpack(parcel, {})

"""The values that cross the store's boundary."""

import dataclasses

import pytest

from headwater.store import AuditCheck, Batch, Erasure, Receipt


def test_a_batch_of_nothing_is_a_batch():
    assert Batch([], []).originals == {}
    assert Batch([], []).compartment == ""


@pytest.mark.parametrize("value", [Receipt(1, 1, 1, 0, 0), AuditCheck(0, "00"), Erasure()])
def test_what_the_store_answers_cannot_be_altered(value):
    first = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, first, 9)

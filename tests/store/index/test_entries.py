"""Entries of the look-up index, as the store writes and finds them."""

import pytest

from headwater.model import HeadwaterError
from headwater.store import IndexEntry
from headwater.store.index import entries


def test_an_entry_is_found_under_each_of_its_keys_and_under_no_other(store):
    store.put_in_index([IndexEntry("a", (1, 2), "A"), IndexEntry("b", (2, 2**64 - 1), "B")])
    assert store.found_under([1, 2, 2**64 - 1, 4], 9) == [[1], [1, 2], [2], []]
    assert store.indexed([2, 7, 1]) == [(2, "b", "B"), (1, "a", "A")]


def test_only_so_many_are_told_under_a_crowded_key(store):
    store.put_in_index([IndexEntry(f"e{n}", (5,)) for n in range(30)])
    assert store.found_under([5], 10) == [list(range(1, 11))]


def test_an_entity_keeps_its_number_when_its_entry_is_written_again(store):
    store.put_in_index([IndexEntry("a", (1,), "old"), IndexEntry("b", (1,), "B")])
    store.put_in_index([IndexEntry("a", (3,), "new")])
    assert store.indexed([1]) == [(1, "a", "new")]
    assert store.found_under([1, 3], 9) == [[1, 2], [1]]


def test_a_full_index_says_so(store, monkeypatch):
    monkeypatch.setattr(entries, "NUMBERS", 1)
    with pytest.raises(HeadwaterError, match="full"):
        store.put_in_index([IndexEntry("a", ()), IndexEntry("b", ())])
    assert store.indexed([1]) == []

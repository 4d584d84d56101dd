"""An erasure reaches the look-up index to the last byte."""

from headwater.store import IndexEntry
from headwater.store.index.entries import _first_place
from tests.conformance.stores import NOW, every, seen

NAME = "Zoran Ćirković"


def files(node):
    return [path.read_bytes() for path in node.rglob("*") if path.is_file()]


def as_on_disk(place):
    """An integer of more than 56 bits as SQLite writes the number of a row."""
    groups = [(place >> shift) & 0x7F | 0x80 for shift in range(57, 7, -7)]
    return bytes([*groups, place & 0xFF])


def fill(store, key):
    others = [IndexEntry(f"P{n}#1@m1", (n + 1_000, key - 1), f"nPerson {n}") for n in range(900)]
    store.put_in_index(others[:450])
    store.put_in_index([IndexEntry("U1#1@m1", (7, key), f"n{NAME}")])
    store.put_in_index(others[450:], upto=store.news(every(store), 9_999).upto)


def test_no_byte_of_an_erased_persons_entry_and_keys_is_left(store, node):
    key = 0x5A5A_1234_5678_9ABC
    store.add(seen("U1", NAME), recorded=NOW)
    fill(store, key)
    place = as_on_disk(_first_place(key) | 451)
    assert any(NAME.encode() in content for content in files(node))
    assert any(place in content for content in files(node))
    store.erase_entity(["U1#1@m1"])
    assert not any(NAME.encode() in content or place in content for content in files(node))
    assert store.found_under([key, 7], 9)[0] == []
    assert len(store.indexed(range(1, 1_000))) == 900


def test_no_byte_of_an_erased_reports_entries_is_left_and_freed_numbers_are_news(store, node):
    store.add(seen("U1", NAME), recorded=NOW)
    fill(store, 99)
    store.erase_report("U1")
    assert not any(NAME.encode() in content for content in files(node))
    assert not store.news(every(store), 9)
    store.add(seen("U2", "Luan Berisha"), recorded=NOW)
    assert set(store.news(every(store), 9).scan["urn"].to_pylist()) == {"U2"}


def test_who_loses_a_statement_is_news_again(store):
    store.add(seen("U1", NAME), recorded=NOW)
    store.add(seen("U2", NAME), recorded=NOW)
    fill(store, 99)
    store.put_in_index([IndexEntry("U2#1@m2", (3,), "nPetrit Gashi")])
    store.erase_entity(["U1#1@m1"])
    news = store.news(every(store), 9)
    assert "U2#1@m2" in news.entities
    assert "U1#1@m1" not in news.entities
    assert store.found_under([3], 9) == [[]]

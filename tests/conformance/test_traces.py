"""Traces in every store: only digests, under the label of their row, and gone with its report."""

from pathlib import Path

import pytest

from headwater.model import Handling, Item, Refused, Report
from headwater.safeguard.traces import Identifier, Trace
from headwater.store import Batch, Store
from tests.conformance.stores import AGENCY, NOW, Kind, every

DOCUMENT = Identifier("document", " N1234567")
PHONE = Identifier("phone", "+381645550142", "mr tn")


def counted(urn: str, *identifiers: Identifier, item: int = 1, **rest: object) -> Batch:
    """A report of counts, with what is kept of one row for each identifier."""
    items = (Item(1, "persons: 2"), Item(2, "persons: 9", handling=Handling("C", "A1", "S2")))
    traces = [Trace(urn, item, row, one) for row, one in enumerate(identifiers, 1)]
    return Batch([Report(urn, "Border Post", items)], [], traces=traces, **rest)


def places(store: Store, *asked: Identifier) -> list[tuple[str, int]]:
    return [(hit.urn, hit.item) for hit in store.traced(asked, every(store))]


def test_an_identifier_meets_the_rows_that_hold_it_and_no_others(store: Store) -> None:
    store.add(counted("U1", DOCUMENT, PHONE), recorded=NOW)
    store.add(counted("U2", DOCUMENT), recorded=NOW)
    assert places(store, DOCUMENT) == [("U1", 1), ("U2", 1)]
    assert places(store, PHONE) == [("U1", 1)]
    assert places(store, Identifier("account", " N1234567")) == []
    assert store.traced([], every(store)) == []
    assert store.traced_reports(every(store)) == {"U1", "U2"}


def test_a_holder_is_known_again_by_name_and_nameless_rows_are_apart(store: Store) -> None:
    nameless = PHONE._replace(holder="")
    store.add(counted("U1", PHONE, PHONE, nameless, nameless), recorded=NOW)
    hits = store.traced([PHONE], every(store))
    assert len({hit.holder for hit in hits}) == 3
    assert [hit.same_holder for hit in hits].count(True) == 1
    assert not any(hit.same_holder for hit in store.traced([nameless], every(store)))


def test_a_trace_is_seen_by_those_who_see_its_row(store: Store) -> None:
    store.add(counted("U1", DOCUMENT, item=2), recorded=NOW)
    open_, closed = store.label_of("U1", 1), store.label_of("U1", 2)
    assert open_ is not None
    assert closed is not None
    assert store.traced([DOCUMENT], frozenset({open_})) == []
    assert store.traced_reports(frozenset({open_})) == frozenset()
    assert len(store.traced([DOCUMENT], frozenset({closed}))) == 1


def test_a_report_that_is_here_already_adds_no_trace(store: Store) -> None:
    store.add(counted("U1", DOCUMENT), recorded=NOW)
    store.add(counted("U1", PHONE), recorded=NOW)
    assert places(store, PHONE) == []
    assert places(store, DOCUMENT) == [("U1", 1)]


def test_a_trace_without_its_item_leaves_no_trace_of_the_batch(store: Store) -> None:
    with pytest.raises(Refused):
        store.add(counted("U1", DOCUMENT, item=7), recorded=NOW)
    assert store.counts(every(store))["reports"] == 0
    assert places(store, DOCUMENT) == []


def test_an_erased_report_takes_its_traces_and_what_answered_them_along(store: Store) -> None:
    store.add(counted("U1", DOCUMENT), recorded=NOW)
    store.add(counted("U2", DOCUMENT), recorded=NOW)
    store.add(counted("C1", answers={"C1": [("U1", 1), ("U2", 1)]}), recorded=NOW)
    assert store.answered(["C1", "C9"]) == {"C1": {("U1", 1), ("U2", 1)}}
    store.erase_report("U1")
    assert places(store, DOCUMENT) == [("U2", 1)]
    assert store.answered(["C1"]) == {"C1": {("U2", 1)}}
    store.erase_report("C1")
    assert store.answered(["C1"]) == {}
    store.add(counted("U1", DOCUMENT), recorded=NOW)
    assert places(store, DOCUMENT) == [("U1", 1), ("U2", 1)] or places(store, DOCUMENT) == [
        ("U2", 1),
        ("U1", 1),
    ]


def test_two_nodes_digest_one_number_differently(kind: Kind, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        made = kind.create(folder, AGENCY)
        made.add(counted("U1", DOCUMENT), recorded=NOW)
        made.close()
    content = [b"".join(p.read_bytes() for p in sorted(f.rglob("*.db*"))) for f in folders]
    assert all(b"1234567" not in one for one in content)

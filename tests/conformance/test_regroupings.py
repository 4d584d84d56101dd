"""What people decide about groups of reports is kept, and leaves with the reports it is about."""

from pathlib import Path

import pytest

from headwater.model import Regrouping, WrongUse
from headwater.store import Store
from tests.conformance.stores import AGENCY, NOW, STORES, Kind, every, seen


def decision(number: int, joins: bool, *sides: str, undoes: str = "") -> Regrouping:
    chosen, others = (tuple(side.split()) for side in (*sides, "", "")[:2])
    return Regrouping(f"G{number}", joins, chosen, others, "ana", NOW, f"Halim {number}", undoes)


@pytest.fixture
def told(store: Store) -> Store:
    for urn in ("U1", "U2", "U3"):
        store.add(seen(urn, f"Somebody of {urn}"), recorded=NOW)
    return store


def test_decisions_come_back_in_the_order_in_which_they_were_made(told: Store) -> None:
    made = [decision(2, False, "U1 U2", "U3"), decision(1, True, "U2 U3")]
    made.append(decision(3, True, undoes="G1"))
    told.regroup(made)
    assert told.regroupings() == made


def test_a_decision_on_an_unknown_report_or_under_an_old_id_is_refused(told: Store) -> None:
    told.regroup([decision(1, True, "U1 U2")])
    for wrong in (decision(2, True, "U1 U9"), decision(1, True, "U1 U2")):
        with pytest.raises(WrongUse):
            told.regroup([wrong])
    assert told.regroupings() == [decision(1, True, "U1 U2")]


@pytest.mark.parametrize("kind", STORES)
def test_an_erased_report_leaves_every_decision_to_the_last_byte(
    kind: Kind, tmp_path: Path
) -> None:
    store = kind.create(tmp_path / "node", AGENCY)
    for urn in ("U1", "U2", "U3"):
        store.add(seen(urn, f"Somebody of {urn}"), recorded=NOW)
    store.regroup([decision(1, False, "U1 U3", "U2"), decision(2, True, "U1 U2")])
    store.regroup([decision(3, True, undoes="G2")])
    store.erase_report("U1")
    assert store.regroupings() == [decision(1, False, "U3", "U2")]
    assert every(store)
    store.close()
    for path in (tmp_path / "node").rglob("*"):
        assert not path.is_file() or b"Halim 2" not in path.read_bytes()

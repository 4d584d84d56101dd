import pytest

from headwater.model import WrongUse
from headwater.safeguard import AuditRecord, Operation


def record(operation, **more):
    return AuditRecord(operation, "amy", "2026-11-21T12:00:00Z", "case: Drava", ("u1",), **more)


def test_the_six_operations_of_the_law_are_there():
    assert len(Operation) == 6


def test_a_disclosure_names_its_recipient():
    with pytest.raises(WrongUse, match="recipient"):
        record(Operation.DISCLOSURE)
    assert record(Operation.DISCLOSURE, recipient="East").recipient == "East"


def test_an_erasure_gives_its_reason():
    with pytest.raises(WrongUse, match="reason"):
        record(Operation.ERASURE)
    assert record(Operation.ERASURE, reason="recalled").reason == "recalled"


def test_a_record_says_who_and_when():
    with pytest.raises(WrongUse, match="who and when"):
        AuditRecord(Operation.CONSULTATION, "", "", "p", ())

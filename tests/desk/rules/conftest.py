"""The rules of the whole desk are tested with people who have accounts."""

import re

import pytest

from headwater.model import Item, Report
from headwater.store import Batch
from tests.desk.staff import Staff, hired, staff

__all__ = ["hired", "staff"]

SECRET = "Besim Trilluar keeps forty outboard engines at the mill of Apatin."  # noqa: S105 - a text

CHANGING = re.compile(
    r"[0-9a-f]{64}|findings/\d+|\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?(\+00:00)?|\d+(\.\d+)? s\b"
)
"""Tokens of forms, numbers of runs, times of the clock."""


@pytest.fixture
def secret(staff: Staff) -> str:
    """Reference of a report that nobody's clearance shows."""
    urn = "IR 90"
    if staff.house.store.label_of(urn, 1) is None:
        report = Report(urn, "Drava Unit", (Item(1, SECRET),), title="Behind the mill")
        batch = Batch([report], [], compartment="mill", clearance=3)
        staff.house.store.add(batch, recorded=staff.began.isoformat(timespec="seconds"))
    return urn

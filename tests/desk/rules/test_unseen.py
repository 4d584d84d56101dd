"""That something came in which somebody may not see is told to them by nothing."""

import pytest

from headwater.model import Item, Report
from headwater.node import add_reports, resolve_entities
from headwater.store import Batch
from tests.desk.rules.conftest import CHANGING
from tests.desk.staff import PURPOSE

PAGES = (
    "/", "/reports", "/reports/refused", "/review?kind=pair", "/review?kind=category", "/alerts",
    "/watches", "/things?id=IR%201%231%40m1", "/search?q=Goran", "/network", "/retention",
    "/things?id=IR%201%231%40m1&said=undone", "/methods/history", "/api/reports", "/api/review",
)  # fmt: skip


@pytest.fixture
def seen(staff):
    """Every page as an officer gets it at once, without waiting for anything."""
    omar = staff.browser("omar")

    def look():
        answers = {path: omar.get(path, headers={"X-Purpose": PURPOSE}) for path in PAGES}
        return {path: CHANGING.sub("", answer.text) for path, answer in answers.items()}

    for _ in range(3):  # what is gathered and computed for the first time is there then
        look()
    return look


def _add_hidden(staff, urn, text):
    """A report of a compartment in which nobody is, with what the readers take from it."""
    store, when = staff.house.store, staff.began.isoformat(timespec="seconds")
    report = Report(urn, "Drava Unit", (Item(1, text),), title="Behind the mill")
    said = [one._replace(urn=urn, entity=f"{urn}#1@m1") for one in _name_of(staff)]
    store.add(Batch([report], said, compartment="mill", clearance=3), recorded=when)
    resolve_entities(staff.house.enter(staff.viewer("ana"), PURPOSE))


def _name_of(staff):
    allowed = frozenset(staff.house.store.labels())
    said = staff.house.store.statements_of("IR 1#1@m1", allowed)
    return [one for one in said if one.property == "name" and one.urn == "IR 1"]


def test_a_hidden_report_on_the_same_man_changes_no_byte_even_while_pictures_are_behind(
    staff, seen, tmp_path
):
    before = seen()
    _add_hidden(staff, "IR 70", "Goran Izmišljeni hides twelve engines at the mill of Apatin.")
    at_once, later = seen(), seen()
    assert [path for path in PAGES if before[path] != at_once[path]] == []
    assert [path for path in PAGES if before[path] != later[path]] == []
    file = tmp_path / "open.txt"
    file.write_text("URN: IR 71\nOriginator: Sava\n\n1. Goran left Apatin. [2B-P]\n", "utf-8")
    add_reports(staff.house.enter(staff.viewer("ana"), PURPOSE), [file])
    assert seen()["/reports"] != before["/reports"]  # what they may see does

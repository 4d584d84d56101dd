"""Findings in short."""

from headwater.desk.rooms.show.cards import card
from headwater.model import Finding
from headwater.node.looking import Run


def run_of(method, rows=()):
    run = Run(1, "ana", frozenset(), 0, "f", method, {}, "2026-01-01")
    run.work(lambda one: setattr(one, "finding", Finding(method, "1", {}, "f", rows)))
    return run


def test_a_finding_without_a_drawing_shows_its_first_rows():
    rows = tuple({"id": str(n), "name": f"N{n}"} for n in range(20))
    shown = card(run_of("organisers.roles", rows))
    assert shown.table
    assert len(shown.table.lines) == 8


def test_one_that_is_at_work_shows_nothing_yet():
    waiting = Run(1, "ana", frozenset(), 0, "f", "organisers.roles", {}, "2026-01-01")
    assert card(waiting).table is None
    assert card(waiting).says == ()

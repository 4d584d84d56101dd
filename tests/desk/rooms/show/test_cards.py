"""Findings in short."""

import threading
from dataclasses import replace

import pytest

from headwater.desk.rooms.show.cards import asked, card
from headwater.desk.visit import Visit
from headwater.model import Finding, WrongUse
from headwater.node.looking import Run, Shelf
from headwater.picture import Picture
from headwater.safeguard import Role
from tests.desk.conftest import PURPOSE, viewer


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


def test_a_card_is_made_once():
    run = run_of("organisers.roles", ({"id": "x", "name": "X"},))
    assert card(run) is card(run)


@pytest.fixture
def visit(house):
    """A visit of an analyst, and methods that answer when they are let."""
    return Visit(house.enter(viewer("zora", Role.ANALYST), "test"), Shelf(), "")


def test_until_a_newer_answer_is_there_the_older_one_stands_and_says_so(visit, monkeypatch):
    go, quick = threading.Event(), threading.Event()
    quick.set()

    def find(picture, method, given):
        (quick if picture.fingerprint == "before" else go).wait(60)
        return Finding(method, "1", dict(given), picture.fingerprint, ({"id": "x"},), seconds=0.0)

    monkeypatch.setattr(visit.shelf.runs, "_find", find)
    before = replace(Picture.of({}), fingerprint="before")
    now = replace(Picture.of({}), fingerprint="now")
    visit.shelf.runs.ask(visit.node, before, "organisers.roles", {}).wait(60)
    waiting = asked(visit, now, "organisers.roles")
    assert waiting.older
    assert waiting.run.fingerprint == "before"
    assert waiting.newer is not None
    go.set()
    assert waiting.newer.wait(60)
    assert not asked(visit, now, "organisers.roles").older


def test_what_took_long_is_not_found_anew_for_every_report_that_comes_in(visit, monkeypatch):
    def find(picture, method, given):
        return Finding(method, "1", dict(given), picture.fingerprint, ({"id": "x"},), seconds=60.0)

    monkeypatch.setattr(visit.shelf.runs, "_find", find)
    before = replace(Picture.of({}), fingerprint="before")
    visit.shelf.runs.ask(visit.node, before, "organisers.roles", {}).wait(60)
    shown = asked(visit, replace(before, fingerprint="now"), "organisers.roles")
    assert (shown.older, shown.newer) == (True, None)


AGAIN = '<noscript><meta http-equiv="refresh"'
PAGES = ("/business", "/network", "/outlook", "/routes")


@pytest.mark.usefixtures("tied")
def test_without_scripts_a_page_asks_again_until_all_that_it_shows_is_there(
    enter, house, monkeypatch
):
    go = threading.Event()

    def find(_picture, method, _given):
        go.wait(20)
        raise WrongUse(f"{method} finds nothing")

    monkeypatch.setattr(house.shelf.runs, "_find", find)
    ana, seen = enter("ana"), {}
    house.shelf.runs.empty()
    for path in PAGES:
        seen[path] = ana.get(path).text
    go.set()
    assert [path for path in PAGES if AGAIN not in seen[path]] == []
    for run in house.shelf.runs.history(house.enter(viewer("ana", Role.ANALYST), PURPOSE)):
        run.wait(20)
    later = {path: ana.get(path).text for path in PAGES}
    house.shelf.runs.empty()
    assert [path for path in PAGES if AGAIN in later[path]] == []

"""Anybody, at every page: nothing is in the way of a reader with a keyboard, a reader, a phone."""

import pytest

from tests.conftest import not_run
from tests.journeys.desk.sights import AXE, OF_WIDTH, faults, sightsee, too_wide

# All of the analyst's pages, of which there are many, are gone through by
# `bench/desk.py --only browser`; here stand those that are open all day.
ALL_DAY = ("/", "/reports/read?urn=IR%201", "/search?q=Goran", "/network")
STARTS = {
    "vera": ["/audit"],
    "ivo": ["/people", "/settings"],
}


@pytest.fixture(scope="module", autouse=True)
def axe():
    if not AXE.is_file():
        not_run("axe-core is missing; run: make web")


def barriers(page, address):
    """What is in the way on the open page, on a desk and on a phone."""
    found = [f"{address}: {fault}" for fault in faults(page)]
    page.set_viewport_size({"width": 390, "height": 844})
    found += [f"{address} on a phone: {fault}" for fault in faults(page, OF_WIDTH)]
    if wider := too_wide(page):
        found.append(f"{address} on a phone: {wider} pixels too wide")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


@pytest.mark.parametrize("name", list(STARTS))
def test_no_page_has_barriers_or_scrolls_sideways(sign_in, desk, name):
    page, found = sign_in(name), []
    seen = sightsee(
        page,
        [desk.url + path for path in STARTS[name]],
        lambda address: found.extend(barriers(page, address)),
    )
    assert found == [], "\n".join(found)
    assert len(seen) > 1


def test_the_pages_that_are_open_all_day_have_no_barriers(sign_in):
    page, found = sign_in("ana"), []
    for path in ALL_DAY:
        page.goto(path)
        found += barriers(page, path)
    assert found == [], "\n".join(found)

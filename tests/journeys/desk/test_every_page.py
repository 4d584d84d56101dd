"""Anybody, at every page: nothing is in the way of a reader with a keyboard, a reader, a phone."""

import pytest

from tests.conftest import not_run
from tests.journeys.desk.sights import AXE, OF_WIDTH, faults, sightsee, too_wide

# The analyst's pages, of which there are many, are gone through by `bench/desk.py --only browser`.
STARTS = {
    "vera": ["/audit"],
    "ivo": ["/people", "/settings"],
}


@pytest.fixture(scope="module", autouse=True)
def axe():
    if not AXE.is_file():
        not_run("axe-core is missing; run: make web")


@pytest.mark.parametrize("name", list(STARTS))
def test_no_page_has_barriers_or_scrolls_sideways(sign_in, desk, name):
    wide, found = sign_in(name), []

    def look(address):
        found.extend(f"{address}: {fault}" for fault in faults(wide))
        wide.set_viewport_size({"width": 390, "height": 844})
        found.extend(f"{address} on a phone: {fault}" for fault in faults(wide, OF_WIDTH))
        if wider := too_wide(wide):
            found.append(f"{address} on a phone: {wider} pixels too wide")
        wide.set_viewport_size({"width": 1280, "height": 900})

    seen = sightsee(wide, [desk.url + path for path in STARTS[name]], look)
    assert found == [], "\n".join(found)
    assert len(seen) > 1

"""The desk's figures: alerts, pages and searches with twenty users at once, a slow link, barriers.

Run: python bench/desk.py [--scale large] [--node DIR] [--quick] [--data DIR]. Without --node the
exercise world is written and read in first, which takes minutes at the large scale. The node given
is copied and not changed. The server is a process of its own on the same machine as its users.
Prints one JSON document last:

- `alert_p95_s`: from posting a report (three items; three watches are asked) to its alert on an
  open stream of events, one report after the other
- `page_p95_ms`, `search_p95_ms`: from asking until the whole answer is there, as twenty signed-in
  users see it who open a page every two seconds each; `page_burst_p95_ms`: all twenty ask at one
  moment, over and over
- `first_look_s`: the first page after the start, which builds the picture;
  `every_first_look_s`: until each of the twenty has had four pages, which builds a picture for
  each set of rights among them. The load is measured after that
- `first_page_s`: the front page usable (painted, its keys work) over 400 kbit/s with 400 ms,
  nothing kept from before; `page_kb`: the heaviest page without map or chart, compressed, with all
  that it loads
- `chart_s`: a chart of 2,000 people, from its data until it is drawn
- `axe_violations` (WCAG 2.2 AA, and pages wider than the window, at 1280 and 390 px),
  `console_errors`, `foreign_requests`: every page of a reader, the auditor and the administrator
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import _desk_browser  # noqa: E402
import _desk_load  # noqa: E402
from _desk_hub import Colleague, Hub, hub, node_of_exercise, progress, told  # noqa: E402

from tests.journeys.desk.sights import Troubles, kind_of  # noqa: E402

USERS = 20
OPENED = ["/", "/search?q=boat", "/network", "/routes"]
"""What every reader has opened before the measuring begins: a morning at the hub, not its start."""

STREAM = "/alerts/stream"
WITH_DRAWINGS = ("/network", "/routes")
_BEING_BUILT = 503
PARTS = ("load", "alerts", "browser")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="not needed")
    parser.add_argument("--rivals", action="store_true", help="there is none to compare with")
    parser.add_argument("--scale", choices=("small", "medium", "large"), default="large")
    parser.add_argument("--node", type=Path, help="a node that is there already")
    parser.add_argument("--quick", action="store_true", help="the small world, fewer requests")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=PARTS)
    asked = parser.parse_args()
    scale = "small" if asked.quick else asked.scale
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder)
        node = asked.node or node_of_exercise(scale, into)
        with hub(node, into, USERS) as opened:
            found: dict[str, Any] = {"users": USERS, "reports": opened.reports}
            found["first_look_s"] = asyncio.run(first_look(opened, opened.readers[:1], ["/"]))
            progress("every reader's first look")
            found["every_first_look_s"] = asyncio.run(first_look(opened, opened.readers, OPENED))
            for part in asked.only:
                progress(part)
                measured = globals()[part](opened, asked.quick)
                progress(json.dumps(measured))
                found |= measured
    told(found)


async def first_look(opened: Hub, readers: list[Colleague], wanted: list[str]) -> float:
    """Seconds until each reader has had some pages once, which builds what they may see."""
    begun = time.perf_counter()
    for reader in readers:
        async with _desk_load.client_of(opened, reader) as client:
            for address in wanted:
                while (answer := await client.get(address)).status_code == _BEING_BUILT:
                    await asyncio.sleep(0.5)
                answer.raise_for_status()
    return round(time.perf_counter() - begun, 1)


def load(opened: Hub, quick: bool) -> dict[str, Any]:
    """Pages and searches with all users at once."""
    seconds = 10 if quick else 40
    known = asyncio.run(_desk_load.addresses(opened, kind_of))
    progress(f"{sum(map(len, known.values()))} pages of {len(known)} kinds")
    wanted = [address for some in known.values() for address in some]
    reading = [address for address in wanted if address.startswith("/reports/read")]
    names = asyncio.run(_desk_load.names_in(opened, reading))
    queries = _desk_load.searches(names[:40])
    pages, by_page, wrong = asyncio.run(_desk_load.pages_read(opened, wanted, seconds, 1))
    found, _, missed = asyncio.run(_desk_load.pages_read(opened, queries, seconds, 2))
    burst = asyncio.run(_desk_load.pages_at_one_moment(opened, wanted, 3 if quick else 8))
    slowest = sorted(by_page, key=lambda one: -float(np.median(by_page[one])))[:8]
    return {
        "pages": len(wanted),
        "kinds_of_page": sorted(known),
        "page_p50_ms": milliseconds(pages, 50),
        "page_p95_ms": milliseconds(pages, 95),
        "pages_read": len(pages),
        "page_burst_p95_ms": milliseconds(burst, 95),
        "search_p50_ms": milliseconds(found, 50),
        "search_p95_ms": milliseconds(found, 95),
        "searches": len(found),
        "not_answered": sorted({*wrong, *missed}),
        "slowest_ms": {one: milliseconds(by_page[one], 50) for one in slowest},
    }


def milliseconds(seconds: list[float], percent: float) -> float:
    """A percentile."""
    return round(float(np.percentile(seconds, percent)) * 1000, 1)


def alerts(opened: Hub, quick: bool) -> dict[str, Any]:
    """Reports handed in, and their alerts on an open page."""
    count = 10 if quick else 60
    taken = asyncio.run(_desk_load.alerts_raised(opened, STREAM, count, 3))
    return {
        "alert_p50_s": round(float(np.percentile(taken, 50)), 3),
        "alert_p95_s": round(float(np.percentile(taken, 95)), 3),
        "alert_max_s": round(max(taken), 3),
        "alerts": count,
    }


def browser(opened: Hub, quick: bool) -> dict[str, Any]:
    """What a real browser sees."""
    troubles = Troubles(opened.url)
    with _desk_browser.chromium() as chromium:
        barriers, pages = _desk_browser.looked_at(chromium, opened, troubles)
        drawn = _desk_browser.chart_drawn(chromium, opened)
        plain = [page for page in pages if kind_of(page[1]) not in WITH_DRAWINGS]
        wanted = plain[:3] if quick else plain
        first = f"{opened.url}/"
        sizes = _desk_browser.slow_link(chromium, opened, [(opened.readers[0], first), *wanted])
    heaviest = max(sizes, key=lambda one: sizes[one]["kb"])
    return {
        "first_page_s": sizes[first]["usable_s"],
        "page_kb": sizes[heaviest]["kb"],
        "heaviest_page": kind_of(heaviest),
        "chart_s": drawn["drawn_s"],
        "chart_page_s": drawn["page_s"],
        "axe_violations": len(barriers),
        "console_errors": len(troubles.console),
        "foreign_requests": len(troubles.foreign),
        "pages_looked_at": len(pages),
        "found": [*barriers, *troubles.console, *troubles.foreign][:40],
    }


if __name__ == "__main__":
    main()

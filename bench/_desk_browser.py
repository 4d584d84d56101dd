"""The desk in a real Chromium: a slow link, a chart of 2,000 people, and every page looked at."""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from _desk_hub import ROLES, Colleague, Hub
from playwright.sync_api import Browser, Page, ViewportSize

from tests.journeys.desk.sights import CHROMIUM, Troubles, faults, sightsee, too_wide
from tests.web.demo import chart

SLOW = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s each way, and 400 ms."""

Opened = tuple[Colleague, str]
"""A page, by who opened it."""

PEOPLE = 2_000
SUPERVISOR = ROLES.index("supervisor")
PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
WHEN_DRAWN = """new Promise((drawn) => {
    const told = globalThis.__drawn;
    if (told) drawn(told);
    else addEventListener("hw-drawn", (event) => drawn(
        {ms: event.detail.ms, at: performance.now()}));
})"""
REMEMBER = """addEventListener("hw-drawn", (event) => {
    globalThis.__drawn = {ms: event.detail.ms, at: performance.now()};
});"""
USABLE = """() => {
    const entry = performance.getEntriesByType("navigation")[0];
    const painted = performance.getEntriesByName("first-contentful-paint")[0];
    return Math.max(entry.domContentLoadedEventEnd, painted ? painted.startTime : 0) / 1000;
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """One headless Chromium.

    Raises:
        SystemExit: If there is none.
    """
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        raise SystemExit("there is no Chromium; make setup installs it where it may")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM))
        yield browser
        browser.close()


@contextmanager
def page_of(browser: Browser, hub: Hub, who: Colleague) -> Iterator[Page]:
    """A page of somebody who is signed in, with nothing kept from before."""
    context = browser.new_context(viewport=DESK, base_url=hub.url)
    context.add_cookies([{"name": "headwater", "value": who.cookie, "url": hub.url}])
    context.add_init_script(REMEMBER)
    yield context.new_page()
    context.close()


def slow_link(browser: Browser, hub: Hub, pages: Iterable[Opened]) -> dict[str, dict[str, float]]:
    """Each page opened for the first time over a slow link: seconds until usable, and kilobytes."""
    found = {}
    for who, address in pages:
        with page_of(browser, hub, who) as page:
            session = page.context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW})
            sizes: list[float] = []
            session.on(
                "Network.loadingFinished",
                lambda told, sizes=sizes: sizes.append(told["encodedDataLength"]),
            )
            page.goto(address, wait_until="load", timeout=120_000)
            page.wait_for_timeout(500)
            found[address] = {
                "usable_s": round(page.evaluate(USABLE), 2),
                "kb": round(sum(sizes) / 1000, 1),
            }
    return found


def chart_drawn(browser: Browser, hub: Hub) -> dict[str, float]:
    """The page of the network with a chart of 2,000 invented people: seconds until it is drawn.

    `drawn_s` counts from when the chart has its data, `page_s` from asking for the page.
    """
    answer = json.dumps(chart(PEOPLE))
    with page_of(browser, hub, hub.readers[0]) as page:
        page.goto("/network")
        source = page.locator("hw-chart").get_attribute("src") or ""
        page.route(
            lambda address: urlsplit(address).path == urlsplit(source).path,
            lambda route: route.fulfill(body=answer, content_type="application/json"),
        )
        page.goto("/network")
        drawn = page.evaluate(WHEN_DRAWN)
    return {"drawn_s": round(drawn["ms"] / 1000, 2), "page_s": round(drawn["at"] / 1000, 2)}


def looked_at(browser: Browser, hub: Hub, troubles: Troubles) -> tuple[list[str], list[Opened]]:
    """Every page at two widths: what breaks WCAG 2.2 AA or is too wide; the pages.

    Those of an analyst, a supervisor, the auditor and the administrator, each sight once.
    """
    broken: list[str] = []
    pages: dict[str, Opened] = {}
    for who in (hub.readers[0], hub.readers[SUPERVISOR], hub.auditor, hub.admin):
        with page_of(browser, hub, who) as page:
            troubles.listen(page)

            def look(address: str, page: Page = page) -> None:
                for size in (DESK, PHONE):
                    page.set_viewport_size(size)
                    found = faults(page)
                    found += [f"{over} pixels too wide"] if (over := too_wide(page)) else []
                    broken.extend(f"{address} at {size['width']}: {fault}" for fault in found)

            seen = sightsee(page, [f"{hub.url}/search?q=Goran", f"{hub.url}/"], look)
        pages = {sight: (who, address) for sight, address in seen.items()} | pages
    return broken, list(pages.values())

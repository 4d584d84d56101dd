"""Sights: every page of the desk once, and what somebody who cannot see or click well meets there.

Used by the journeys and by bench/desk.py.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Error, Page

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-unsafe-swiftshader",  # WebGL without a graphics card
)
AXE = Path(__file__).resolve().parents[3] / "web/node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OF_WIDTH = ["target-size", "scrollable-region-focusable"]
"""Rules whose answer depends on how wide the window is."""

NO_PAGE = re.compile(r"\.(json|svg|pdf|csv|md|parquet)$|/(stream|original)$|/rows/|^/schema")
NAMED = re.compile(r"(?<=/)[^/]*[\d.%][^/]*")
"""A part of a path that names one thing of many, as `organisers.ranking`."""

WAITS = "the server responded with a status of 503"
"""A page that waits for the first picture, long on a busy machine, asks again by itself."""

PATIENT = 5
"""How often a page may load itself again while it is looked at, because what it waited for came."""

WENT_ON = ("context was destroyed", "axe is not defined")
"""What the browser says when it did."""

LINKS = "() => [...document.links].map((link) => link.href)"
FAULTS = """async (rules) => {
    const found = await axe.run(document, {runOnly: rules, resultTypes: ["violations"]});
    return found.violations.flatMap((fault) => fault.nodes.map(
        (node) => `${fault.id} at ${node.target.join(" ")}: ${node.failureSummary}`));
}"""


def kind_of(address: str) -> str:
    """What kind of page an address is: its path without what names one thing of many."""
    return NAMED.sub("*", urlsplit(address).path)


def sight_of(address: str) -> str:
    """What there is to see: the kind of page, and which of its kinds of entries it shows."""
    asked = parse_qs(urlsplit(address).query).get("kind", [])
    return "?kind=".join([kind_of(address), *asked[:1]])


def sightsee(page: Page, starts: Iterable[str], look: Callable[[str], None]) -> dict[str, str]:
    """Open one page of every sight that links lead to, from some starts on.

    Args:
        page: A page of a browser.
        starts: Addresses to begin with.
        look: Called with each address while it is open.

    Returns:
        The address opened for each sight.
    """
    ahead, seen = list(starts), dict[str, str]()
    while ahead:
        address = ahead.pop(0)
        sight = sight_of(address)
        if sight in seen or NO_PAGE.search(kind_of(address)):
            continue
        seen[sight] = address
        page.goto(address)
        look(address)
        ahead += [link for link in page.evaluate(LINKS) if _inside(link, page.url)]
    return seen


def _inside(link: str, here: str) -> bool:
    return urlsplit(link).netloc == urlsplit(here).netloc


class Troubles:
    """What a user would call broken, and what was asked of anybody else.

    Args:
        url: Where the desk is.
    """

    def __init__(self, url: str) -> None:
        self._host = urlsplit(url).netloc
        self.console: list[str] = []
        self.foreign: list[str] = []

    def listen(self, page: Page) -> None:
        """Take down what goes wrong on a page from now on."""
        page.on("console", lambda told: self._said(told.type, told.text))
        page.on("pageerror", lambda error: self._said("error", str(error)))
        page.on("request", lambda request: self._asked(request.url))

    def _said(self, kind: str, text: str) -> None:
        if kind == "error" and WAITS not in text:
            self.console.append(text)

    def _asked(self, address: str) -> None:
        to = urlsplit(address)
        if to.scheme in ("http", "https") and to.netloc != self._host:
            self.foreign.append(address)


def faults(page: Page, rules: Sequence[str] = STANDARDS) -> list[str]:
    """What breaks WCAG 2.2 AA on the open page, as far as axe-core can tell; one line a place.

    Args:
        page: The page.
        rules: Standards, or single rules of axe-core.
    """
    for _ in range(PATIENT):
        try:
            return _faults_now(page, rules)
        except Error as error:
            if not any(said in error.message for said in WENT_ON):
                raise
            page.wait_for_load_state()
    raise AssertionError(f"{page.url} never comes to rest")


def _faults_now(page: Page, rules: Sequence[str]) -> list[str]:
    # handed over as a debugger would: the page's own policy lets no such script in
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": AXE.read_text(encoding="utf-8")})
    session.detach()
    found: list[str] = page.evaluate(FAULTS, rules)
    return found


def too_wide(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(page.evaluate(wider))

"""Chart, map and timeline in a real browser, under the desk's content security policy."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conftest import not_run
from tests.hostile import PAYLOADS
from tests.journeys.desk.sights import CHROMIUM
from tests.web.demo import BUILT, chart, hostile, served

PATIENCE = 180_000
NOT_OURS = "GPU stall due to ReadPixels"  # the browser about drawing without a graphics card


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        not_run("there is no Chromium; on Debian or Ubuntu: apt-get install chromium")
    if not (BUILT / "manifest.json").is_file():
        not_run("the live parts are not built; run: make web")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(CHROMIUM))
        yield started
        started.close()


class Seen:
    """What must not happen on any page."""

    def __init__(self, page: Page, base: str) -> None:
        self.troubles: list[str] = []
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.troubles.append("code ran"), dialog.dismiss()))
        page.on("console", lambda said: self._said(said.type, said.text))
        page.on("request", lambda request: self._asked(request.url, base))

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and NOT_OURS not in text:
            self.troubles.append(f"{kind}: {text}")

    def _asked(self, address: str, base: str) -> None:
        if not address.startswith((base, "data:")):
            self.troubles.append(f"foreign request: {address}")


Opened = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Opened:
    """Opens a page with some parts, and sees to it that nothing ran, failed or was foreign."""

    @contextmanager
    def open_page(*parts: str, query: str = "", script: str = "", **changed: Any) -> Iterator[Page]:
        with served(**changed) as base:
            page = browser.new_page(viewport={"width": 1000, "height": 600})
            page.set_default_timeout(PATIENCE)
            expect.set_options(timeout=PATIENCE)
            seen = Seen(page, base)
            page.add_init_script(REMEMBER + script)
            page.goto(f"{base}/page?{'&'.join(f'part={part}' for part in parts)}{query}")
            yield page
            page.close()
        assert seen.troubles == []

    return open_page


@pytest.fixture(scope="module")
def all_parts(opened: Opened) -> Iterator[Page]:
    """One page with chart, map and timeline: loading it is what costs."""
    with opened("chart", "map", "timeline", chart=SMALL) as page:
        for part in ("chart", "map", "timeline"):
            page.wait_for_selector(f"hw-{part}.hw-live")
        yield page


SMALL = chart(120)
NOTHING = "Nothing of that name is here."
REMEMBER = """
window.removed = [];
document.addEventListener("hw-removed", (event) => window.removed.push(event.detail));
"""
RAN = (
    "main :is(img, script, iframe, object, video, base, meta, style, [onload], [onerror], "
    "[onfocus], [ontoggle], [href^=javascript])"
)
NO_WEBGL = """
const ask = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
  return kind.includes("webgl") ? null : ask.call(this, kind, ...more);
};
"""
SLOW_TIMELINE = """
const ask = window.fetch;
window.fetch = (address, ...more) =>
  String(address).includes("timeline")
    ? new Promise((come) => { window.letGo = () => come(ask(address, ...more)); })
    : ask(address, ...more);
"""
LISTEN = """() => {
  window.pressed = [];
  document.addEventListener("click", (event) => window.pressed.push(event.target.id));
}"""


def test_the_drawings_follow_one_filter_that_stands_in_the_address(all_parts: Page) -> None:
    page = all_parts
    assert page.locator(".fallback").count() == 0
    page.fill("input[name=from]", "2025-07-01")
    page.check("input[name=mode][value=boat]")
    expect(page.locator("hw-map .hw-status")).to_contain_text("Shown: 0 of 18 legs")
    expect(page.locator("hw-timeline .hw-status")).to_contain_text("2025-07-01 to")
    expect(page.locator("hw-chart .hw-status")).not_to_contain_text("360 of")
    assert "from=2025-07-01" in page.url
    assert "mode=boat" in page.url
    page.click("text=Show everything")
    expect(page.locator("hw-map .hw-status")).to_contain_text("18 of 18")
    assert "from=" not in page.url


def test_the_table_says_what_the_drawing_shows(all_parts: Page) -> None:
    page = all_parts
    page.click("hw-map summary")
    expect(page.locator("hw-map tbody tr")).to_have_count(18)
    page.fill("input[name=q]", "београд")
    expect(page.locator("hw-map tbody tr")).to_have_count(4)
    page.click("text=Show everything")


def test_two_hundred_scripts_as_labels_of_every_part_stay_labels(opened: Opened) -> None:
    with opened("chart", "map", "timeline", "alerts", **hostile()) as page:
        for part in ("chart", "map", "timeline"):
            page.wait_for_selector(f"hw-{part}.hw-live")
            page.click(f"hw-{part} summary")
            cells = page.locator(f"hw-{part} td")
            cells.first.wait_for(state="attached")  # a busy machine fills the table later
            told = "\n".join(cells.all_text_contents())
            assert [text for text in PAYLOADS[1:] if text not in told] == []
        expect(page.locator("hw-alerts li").first).to_have_text(PAYLOADS[-1])
        for part, box in (("chart", ".hw-panel h3"), ("map", ".hw-popup h3")):
            page.fill(f"hw-{part} input[type=search]", "onerror")
            page.keyboard.press("ArrowDown")
            expect(page.locator(box)).to_contain_text("onerror=alert(1)")
        assert page.locator(RAN).count() == 0


def test_without_webgl_the_chart_is_a_picture_and_the_map_says_why(opened: Opened) -> None:
    with opened("chart", "map", script=NO_WEBGL, chart=SMALL) as page:
        expect(page.locator("hw-chart .hw-status")).to_contain_text("has no WebGL")
        expect(page.locator("hw-map .hw-failure")).to_contain_text("could not draw")
        expect(page.locator("hw-map .fallback")).to_be_visible()


def test_a_link_with_a_filter_shows_the_same_view(opened: Opened) -> None:
    with opened("timeline", query="&kind=arrest&from=2024-01-01&to=2024-12-31") as page:
        expect(page.locator("hw-timeline h4")).to_have_count(1)
        expect(page.locator("input[name=kind][value=arrest]")).to_be_checked()
        expect(page.locator("input[name=to]")).to_have_value("2024-12-31")


def test_what_is_being_typed_stays_when_another_part_is_loaded_at_last(opened: Opened) -> None:
    with opened("timeline", "alerts", script=SLOW_TIMELINE) as page:
        page.focus("hw-filters input[name=q]")
        page.keyboard.type("арб")
        page.evaluate("() => window.letGo()")
        page.wait_for_selector("hw-timeline.hw-live")
        expect(page.locator("input[name=kind]").first).to_be_visible()
        page.keyboard.type("ен")
        expect(page.locator("hw-filters input[name=q]")).to_have_value("арбен")


def test_dragging_over_the_months_chooses_a_time_range(opened: Opened) -> None:
    with opened("timeline") as page:
        page.wait_for_selector("hw-timeline.hw-live")
        box = page.locator(".hw-brush").bounding_box()
        page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 20, steps=4)
        page.mouse.up()
        expect(page.locator("input[name=from]")).not_to_have_value("")
        before = page.input_value("input[name=from]")
        page.focus(".hw-end >> nth=0")
        page.keyboard.press("ArrowRight")
        assert page.input_value("input[name=from]") > before


def test_the_chart_can_be_worked_by_keyboard_alone(opened: Opened) -> None:
    with opened("chart", chart=SMALL) as page:
        page.wait_for_selector("hw-chart.hw-live")
        page.fill("hw-chart input[type=search]", "арбен")
        expect(page.locator("hw-chart .hw-more").first).to_have_text(
            "Nothing of that name is here."
        )
        page.fill("hw-chart input[type=search]", "hoxha 3")
        page.keyboard.press("ArrowDown")
        expect(page.locator("hw-chart .hw-panel h3")).to_contain_text("Arben Hoxha 3")
        expect(page.locator("hw-chart .hw-panel")).to_contain_text("of those shown")
        sentence = page.locator("hw-chart .hw-panel li a").first
        expect(sentence).to_have_attribute("href", re.compile(r"/statement/\d+$"))
        page.keyboard.press("r")
        expect(page.locator("hw-chart .hw-status")).to_contain_text("Without the 1 removed")
        assert len(page.evaluate("() => window.removed[0].ids")) == 1
        page.keyboard.press("e")
        expect(page.locator("hw-chart .hw-panel")).to_contain_text("Nova Osoba")
        page.keyboard.press("Enter")
        page.wait_for_url("**/person/*")


def test_whoever_works_the_chart_by_keyboard_stays_where_they_are(opened: Opened) -> None:
    with opened("chart", chart=SMALL) as page:
        page.wait_for_selector("hw-chart.hw-live")
        page.fill("hw-chart input[type=search]", "hoxha 3")
        page.keyboard.press("ArrowDown")
        for act in ("Expand", "Remove"):
            page.focus(f"hw-chart .hw-panel button:text-is('{act}')")
            page.keyboard.press("Enter")
        expect(page.locator("hw-chart .hw-panel button:text-is('Put back')")).to_be_focused()
        expect(page.locator("hw-chart .hw-panel")).to_contain_text("Nova Osoba")
        page.focus("hw-chart .hw-panel li button >> nth=0")
        page.keyboard.press("Enter")
        expect(page.locator("hw-chart .hw-panel")).to_be_focused()


def test_what_cannot_be_loaded_is_told_and_the_fallback_stays(opened: Opened) -> None:
    with opened("timeline", timeline={"nothing": 1}) as page:
        expect(page.locator(".hw-failure")).to_contain_text("something other than data")
        expect(page.locator(".fallback")).to_be_visible()


def test_a_life_at_risk_is_pushed_out_of_sight_by_nothing(opened: Opened) -> None:
    danger = {"id": "0", "text": "A boat in distress", "href": "/report/9", "urgent": True}
    rest = [{"id": str(n), "text": f"Leg {n}", "href": "/", "urgent": False} for n in range(1, 31)]
    with opened("reading", alerts=[danger, *rest]) as page:
        items = page.locator(".hw-alert-list li")
        expect(items.nth(1)).to_have_text("Leg 30")
        expect(items.nth(0)).to_have_text("Urgent: A boat in distress")
        expect(items).to_have_count(20)


def test_keys_alerts_and_htmx_work_without_eval(opened: Opened) -> None:
    with opened("reading") as page:
        expect(page.locator(".hw-alert-list li")).to_have_count(2)
        expect(page.locator(".hw-urgent")).to_contain_text("Urgent: A boat in distress")
        assert page.locator(".hw-alert-list a").count() == 1
        expect(page.locator("[data-until-alert]")).to_have_count(0)
        page.evaluate(LISTEN)
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("a")
        assert page.evaluate("() => window.pressed") == ["a2"]
        page.keyboard.press("k")  # to the first; the second is what was just decided on
        page.evaluate("() => (document.querySelectorAll('[data-item]')[1].dataset.just = '')")
        page.keyboard.press("k")
        page.keyboard.press("a")
        page.keyboard.press("k")
        page.keyboard.press("a")
        assert page.evaluate("() => window.pressed") == ["a2", "a2", "a1"]
        page.keyboard.press("/")
        page.keyboard.type("a?")
        assert page.input_value("#look") == "a?"
        page.locator("#look").blur()
        page.keyboard.press("?")
        expect(page.locator("dialog.hw-keys")).to_contain_text("next item")
        expect(page.locator("dialog.hw-keys")).to_contain_text("Take back")
        page.keyboard.press("Escape")
        with page.expect_request("**/piece") as asked:
            page.click("#fetch")
        assert asked.value.headers["x-csrf-token"] == "token-7"
        expect(page.locator("#swapped")).to_have_text("after")

"""Analyst: joins a man in two scripts and takes it back; finds who organises, and why."""

from playwright.sync_api import expect

from tests.journeys.desk.conftest import ORGANISER

JOIN = "Are Goran Izmišljeni and Горан Измишљени the same?"
JOINED = "Goran Izmišljeni and Горан Измишљени are the same"


def opened(page, kind, heading):
    """The entry of the queue with this heading, as soon as the queue is gathered anew."""
    entry = page.get_by_role("article").filter(has_text=heading)
    for _ in range(400):
        page.goto(f"/review?kind={kind}")
        if entry.count():
            return entry.first
        page.wait_for_timeout(300)
    raise AssertionError(f"{heading} is not among the entries of {kind}")


def test_a_match_across_scripts_is_confirmed_and_undone(sign_in):
    page = sign_in("ana")
    pair = opened(page, "pair", JOIN)
    pair.get_by_text("How the names and fields stand").click()
    assert pair.get_by_role("cell", name="Goran ~ Горан ·").is_visible()
    pair.get_by_label("Reason").fill("The same phone and the same way of speaking.")
    pair.get_by_role("button", name="Same").click()

    joined = opened(page, "joined", JOINED)
    joined.get_by_label("Reason").fill("It was his brother.")
    joined.get_by_role("button", name="Take back").click()
    assert opened(page, "pair", JOIN).is_visible()


def test_the_organiser_leads_in_two_clicks_to_the_sentence_behind(sign_in):
    page = sign_in("ana")
    page.goto("/methods/organisers.ranking")
    page.get_by_role("button", name="Run").click()
    line = page.get_by_role("row").filter(has_text=ORGANISER)
    line.wait_for()
    assert "1" in line.get_by_role("cell").all_inner_texts()
    line.get_by_role("link", name=ORGANISER).click()  # one
    assert page.get_by_role("heading", name=ORGANISER).first.is_visible()
    page.locator("a[href^='/statements?id=']").first.click()  # two
    page.locator("#main blockquote").first.wait_for()
    assert "2B-P" in page.locator("#main").inner_text()
    assert page.locator("#main a[href^='/reports/read']").first.is_visible()


def test_one_time_range_holds_for_map_timeline_and_chart_together(sign_in):
    page = sign_in("ana")
    page.goto("/routes")
    shown = {part: page.locator(f"hw-{part} .hw-status") for part in ("map", "timeline", "chart")}
    for part in shown:
        page.locator(f"hw-{part}.hw-live").wait_for()
    page.get_by_label("From", exact=True).fill("2026-10-01")
    expect(shown["timeline"]).to_contain_text("Shown: 1 of 2 events, 2026-10-01 to")
    expect(shown["map"]).to_contain_text("Shown: 1 of 3 legs, 30 persons.")
    expect(shown["chart"]).to_contain_text("with 2 of 6 links")
    page.get_by_label("van", exact=True).check()
    expect(shown["map"]).to_contain_text("Shown: 0 of 3 legs")
    page.reload()  # a link sent to a colleague shows the same
    expect(shown["map"]).to_contain_text("Shown: 0 of 3 legs")
    page.get_by_role("button", name="Show everything").click()
    expect(shown["chart"]).to_contain_text("with 6 of 6 links")


def test_who_is_taken_away_in_the_form_is_away_in_the_chart_and_in_the_address(sign_in):
    page = sign_in("ana")
    page.goto("/network")
    box = page.get_by_label(f"Take away {ORGANISER}")
    box.wait_for()
    chart = page.locator("hw-chart.hw-live")
    chart.wait_for()
    box.check()
    page.get_by_text("1 person is taken away:").wait_for()
    page.get_by_text("Beside it: the best choice of 1 person").wait_for()
    chart.get_by_text("Without the 1 removed").wait_for()
    assert "without=" in page.url
    page.get_by_role("link", name="put back").press("Enter")
    page.get_by_text("Tick people in the ranking").wait_for()
    assert page.evaluate("() => document.activeElement.id") == "left"
    box.check()
    page.get_by_text("1 person is taken away:").wait_for()
    page.reload()
    chart.get_by_text("Without the 1 removed").wait_for()
    chart.get_by_role("button", name="Put all back").click()
    page.get_by_text("Tick people in the ranking").wait_for()
    assert not box.is_checked()
    assert "without=" not in page.url


def test_a_place_is_corrected_by_name_with_the_keyboard_alone(sign_in):
    page = sign_in("ana")
    page.goto("/reports/read?urn=IR%204")
    end = page.locator("[data-item]").filter(has=page.locator("a", has_text="Horgoš")).last
    end.focus()
    page.keyboard.press("c")
    field = page.get_by_label("What it is")
    expect(field).to_be_focused()
    expect(field).to_have_value("Horgoš")
    page.keyboard.type("Apat")  # in the place of what was there
    expect(page.locator("#places option[value=Apatin]")).to_have_count(1)
    page.keyboard.type("in")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Corrected.")).to_be_visible()
    page.keyboard.press("k")
    page.keyboard.press("u")
    expect(page.get_by_role("status").filter(has_text="Taken back.")).to_be_visible()

"""Liaison officer: reads on a phone, on the way, what may leave the node."""

from tests.journeys.desk.sights import too_wide


def test_a_report_is_read_on_a_phone_to_the_sentence(sign_in):
    page = sign_in("liri", width=390, height=844, has_touch=True)
    page.goto("/reports")
    assert "IR 80" not in page.content()  # not for handing on
    page.get_by_role("link", name="Two vans at Horgos").click()
    assert page.get_by_text("took EUR 500 per person").first.is_visible()
    assert too_wide(page) == 0
    page.locator("a[href^='/statements?id=']").first.click()
    assert page.locator("blockquote").first.is_visible()
    assert too_wide(page) == 0


def test_reading_takes_no_javascript(sign_in):
    sign_in("liri")
    page = sign_in("liri", width=390, height=844, java_script_enabled=False)
    page.goto("/reports")
    page.get_by_role("link", name="Two vans at Horgos").click()
    assert page.get_by_text("took EUR 500 per person").first.is_visible()

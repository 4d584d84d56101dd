"""Officer: writes a report in Cyrillic, and the analyst's open page shows the alert."""

SAID = (
    "Чамац са четрдесет људи тоне код Апатина, људи су у води. "
    "Возач је Горан Измишљени, телефон +381601234567."
)


def test_a_report_in_cyrillic_raises_an_alert_on_the_analysts_open_pages(sign_in):
    analyst = sign_in("ana")
    analyst.goto("/watches?kind=words")
    analyst.get_by_label("Words", exact=True).fill("Апатина")
    analyst.get_by_role("button", name="Watch for it").click()
    analyst.goto("/alerts")
    assert analyst.get_by_role("heading", name="As they come").is_visible()
    second = analyst.context.new_page()
    second.goto("/search")

    officer = sign_in("luka")
    officer.goto("/reports/new")
    officer.get_by_label("Title").fill("Чамац код Апатина")
    officer.get_by_label("Originator: the agency").fill("Drava Unit")
    officer.get_by_label("Reference (URN)").fill("ИЗВ 1")
    officer.get_by_label("Date of the information").fill("2026-10-20")
    officer.get_by_label("Date of record").fill("2026-10-21")
    officer.get_by_label("What is known").fill(SAID)
    officer.get_by_label("Source", exact=True).select_option("2")
    officer.get_by_label("How the source knows").select_option("B")
    officer.get_by_role("button", name="Take the report in").click()
    assert officer.get_by_role("heading", name="Receipt").is_visible()

    alert = analyst.locator("hw-alerts a").first
    alert.wait_for()
    alert.click()
    assert analyst.get_by_role("heading", name="Чамац код Апатина").is_visible()
    assert analyst.locator("a.mark", has_text="Горан Измишљени").first.is_visible()

    elsewhere = second.get_by_role("region", name="New alerts")
    elsewhere.locator("li a").first.wait_for()
    elsewhere.get_by_role("button", name="Put away").click()
    assert elsewhere.is_hidden()

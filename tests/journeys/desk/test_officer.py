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


MARK = """([words, item]) => {
    const text = document.querySelector(`#item-${item} .text`);
    const begin = text.textContent.indexOf(words);
    const range = document.createRange();
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const end = passed + node.data.length;
        if (begin >= passed && begin < end) range.setStart(node, begin - passed);
        const last = begin + words.length;
        if (last > passed && last <= end) range.setEnd(node, last - passed);
        passed = end;
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


def test_an_officer_adds_what_was_missed_and_the_analyst_reads_it_on_the_persons_page(sign_in):
    officer, analyst = sign_in("luka"), sign_in("ana")
    officer.goto("/reports/read?urn=IR%203")
    officer.evaluate(MARK, ["drives the van of", 1])
    officer.get_by_role("link", name="Add what was missed").click()
    officer.get_by_role("link", name="a tie", exact=True).click()
    assert officer.get_by_label("Only these words").input_value() == "drives the van of"
    officer.get_by_label("Who", exact=True).fill("Petrit Shembulli")
    officer.get_by_label("With whom").fill("Goran Izmišljeni")
    officer.get_by_label("What kind").fill("his driver")
    officer.get_by_label("What kind").press("Enter")
    assert officer.get_by_text("Added.").is_visible()
    assert officer.locator("a.mark.accepted").count() > 0

    analyst.goto("/reports/read?urn=IR%203")
    analyst.locator(".thing h3 a", has_text="Petrit Shembulli").first.click()
    expect_on(analyst, "his driver")
    assert "Goran Izmišljeni" in analyst.locator("#main").inner_text()

    officer.keyboard.press("u")
    officer.get_by_text("Taken back.").wait_for()
    assert officer.locator(".statements > li.accepted").count() == 0


def expect_on(page, words):
    """A page shows words as soon as its picture holds them."""
    for _ in range(400):
        if words in page.locator("#main").inner_text():
            return
        page.wait_for_timeout(300)
        page.reload()
    raise AssertionError(f"{words} does not stand on {page.url}")


def test_what_was_missed_is_added_without_scripts_on_a_phone(sign_in):
    officer = sign_in("luka", width=390, height=844, java_script_enabled=False)
    officer.goto("/reports/read?urn=IR%203")
    officer.get_by_role("link", name="Add what was missed").click()
    officer.get_by_role("link", name="a role", exact=True).click()
    assert officer.get_by_text("Words that you mark").is_hidden()
    officer.get_by_label("Who", exact=True).fill("Petrit Shembulli")
    officer.get_by_label("Role").select_option("driver")
    officer.get_by_role("button", name="Add it").click()
    assert officer.get_by_text("Added.").is_visible()
    officer.get_by_role("button", name="Take back").first.click()
    assert officer.get_by_text("Taken back.").is_visible()

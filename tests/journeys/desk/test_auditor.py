"""Auditor: finds who looked at a report and why, and sees no intelligence."""


def test_who_opened_a_report_and_what_for_is_found(sign_in):
    sign_in("luka").goto("/reports/read?urn=IR%203")
    page = sign_in("vera")
    page.goto("/audit")
    page.get_by_label("With whom or what").fill("IR 3")
    page.get_by_role("button", name="Show", exact=True).click()
    line = page.get_by_role("row").filter(has_text="luka").filter(has_text="consultation").first
    assert line.is_visible()
    assert "Drava" in line.inner_text()
    page.goto("/audit/verify")
    assert page.get_by_text("Yes.", exact=True).is_visible()


def test_the_log_names_and_shows_no_words_of_reports(sign_in):
    page = sign_in("vera")
    page.goto("/audit")
    assert "EUR 500" not in page.content()
    page.goto("/reports")
    assert "Horgos" not in page.content()
    assert page.request.get("/reports/read?urn=IR%203").status == 404

"""Anybody: comes in with two factors, says what for, and goes out."""


def test_a_colleague_comes_in_with_two_factors_and_goes_out(sign_in, desk):
    page = sign_in("nina")
    assert page.get_by_role("heading", name="Today").is_visible()
    page.get_by_role("link", name="Reports", exact=True).click()
    assert page.get_by_role("heading", name="Reports").is_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/reports")
    assert page.get_by_role("heading", name="Sign in").is_visible()
    desk.states.pop("nina")  # that session is over


def test_the_pages_work_on_a_phone_without_sideways_scrolling(sign_in):
    page = sign_in("luka", width=390, height=844)
    for path in ("/", "/reports"):
        page.goto(path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, f"{path} is {wide} wide"

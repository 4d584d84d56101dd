"""At the entrance."""

import pytest

from headwater.desk.rooms.house.entrance import inside


@pytest.mark.parametrize(
    "then",
    ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\nb", "javascript:1"],
)
def test_nobody_is_sent_on_to_another_site(then):
    assert inside(then) == "/"


def test_the_address_that_a_demonstration_shows_lets_in_once(enter):
    first, second = enter(), enter()
    let_in = first.get("/welcome/once", follow_redirects=False)
    assert let_in.headers["location"] == "/"
    assert "HttpOnly" in let_in.headers["set-cookie"]
    assert "samesite=strict" in let_in.headers["set-cookie"].lower()
    assert second.get("/welcome/once", follow_redirects=False).headers["location"] == "/enter"

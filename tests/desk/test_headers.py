"""No answer lets foreign code in, whatever it is an answer to."""

import pytest

from headwater.desk.pages import STATIC, asset


@pytest.mark.parametrize("path", ["/", "/reports", "/no-such-page", "/static/desk.css", "/enter"])
def test_every_answer_forbids_what_is_not_ours(enter, path):
    answer = enter("ana").get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"


def test_what_somebody_saw_is_kept_by_no_browser(enter):
    ana = enter("ana")
    assert ana.get("/reports").headers["cache-control"] == "no-store"
    assert "no-store" not in ana.get("/static/desk.css").headers.get("cache-control", "")


def test_what_every_page_loads_is_fetched_once_over_a_bad_link(enter):
    stranger = enter()
    parts = [f"/static/built/{one.name}" for one in STATIC.glob("built/part-*.js")]
    for path in (asset("desk.css"), asset("rooms/work.css"), *parts):
        assert "immutable" in stranger.get(path).headers["cache-control"], path
    for path in ("/static/desk.css", "/static/mark.svg", "/static/none.css?1"):
        assert "cache-control" not in stranger.get(path).headers, path

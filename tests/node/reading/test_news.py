"""What changed since somebody last looked."""

import sys
from dataclasses import replace

from headwater.node.reading import Wish, news, settle


def long_ago(node, name):
    """As if the last look of somebody was long ago."""
    then = "2020-01-01T00:00:00+00:00"
    node.store.access.change(
        "look", name, lambda was: replace(was, content={**was.content, "last": then})
    )


def test_the_first_look_tells_of_the_last_days(node):
    found = news(node, None)
    assert found.first
    assert {one.urn for one in found.reports} == {"IR 1", "IR 2"}


def test_a_look_soon_after_tells_the_same(node):
    assert news(node, None).reports == news(node, None).reports


def test_the_next_visit_tells_what_others_did_since(node, as_user):
    news(node, None)
    long_ago(node, "ana")
    settle(as_user("mira"), Wish("accept", "IR 1#1", "read"), None)
    settle(node, Wish("accept", "IR 1#2", "read"), None)
    found = news(node, None)
    assert not found.first
    assert found.since.startswith("2020")
    assert {one.review.author for one in found.decided} == {"mira"}
    assert {one.review.author for one in found.mine} == {"ana"}


def test_nobody_is_told_of_what_they_may_not_see(as_user):
    found = news(as_user("ivo"), None)
    assert (found.number, found.reports, found.decided) == (0, (), ())


def test_what_came_in_is_counted_so_far_and_no_further(node, monkeypatch):
    monkeypatch.setattr(sys.modules[news.__module__], "COUNTED", 1)
    found = news(node, None)
    assert (found.number, found.more) == (1, True)

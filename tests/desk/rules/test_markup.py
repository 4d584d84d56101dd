"""What a page points at on itself is there, once: for a screen reader and a keyboard alike."""

from collections import Counter
from html.parser import HTMLParser

import pytest

PAGES = {
    "sara": (
        "/", "/alerts", "/briefing", "/business", "/enter", "/join", "/methods",
        "/methods/impact.effect", "/methods/organisers.ranking", "/methods/outlook.arrivals",
        "/network", "/outlook", "/purpose", "/reports", "/reports/new", "/reports/read?urn=IR+1",
        "/reports/read?urn=IR+1&show=correct&after=IR+1%231.1", "/reports/refused", "/retention",
        "/review?kind=category", "/review?kind=statement", "/routes", "/search", "/search?q=Goran",
        "/settings", "/statements?id=IR+1%231.1", "/things?id=IR+1%231%40m1", "/watches",
        "/watches?kind=leg", "/watches?kind=person",
    ),
    "ivo": ("/", "/people", "/people?name=omar", "/settings"),
    "vera": ("/", "/audit", "/audit/door", "/audit/glass", "/audit/verify"),
}  # fmt: skip
POINTS = ("for", "list", "form", "aria-labelledby", "aria-describedby")
FIELDS = ("input", "select", "textarea")
NOT_WITHIN = {"a": {"a", "button"}, "button": {"a", "button"}, "form": {"form"}}


class Markup(HTMLParser):
    """What the elements of a page are called, what they point at, and what stands in what."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.pointed, self.labelled = Counter(), Counter(), Counter()
        self.fields, self.within, self.faults = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        self.ids.update([told["id"]] if "id" in told else [])
        for name in POINTS:
            self.pointed.update((told.get(name) or "").split())
        if tag == "a" and told.get("href", "").startswith("#"):
            self.pointed[told["href"][1:]] += 1
        if tag == "label":
            self.labelled[told.get("for")] += 1
        if tag in FIELDS and told.get("type") != "hidden" and "label" not in self.within:
            self.fields.append(told)
        self.nested(tag)
        if len(told) < len(attrs) or "style" in told or any(name[:2] == "on" for name in told):
            self.faults.append(f"{tag} with {attrs}")
        if tag in ("a", "button", "form", "label"):
            self.within.append(tag)

    def nested(self, tag):
        within = NOT_WITHIN.get(tag, set()) & {*self.within}
        self.faults += [f"{tag} in {one}" for one in within]

    def handle_endtag(self, tag):
        if tag in self.within:
            self.within.remove(tag)

    def wrong(self):
        nameless = [
            told
            for told in self.fields
            if not (told.get("id") in self.labelled or "aria-label" in told)
        ]
        twice = [one for one, times in self.ids.items() if times > 1]
        nowhere = [one for one in self.pointed if one and one not in self.ids]
        return [*self.faults, *nameless, *twice, *nowhere]


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_field_has_a_name_and_whatever_is_pointed_at_is_there_once(staff, name):
    browser = staff.browser(name)
    for path in PAGES[name]:
        answer = browser.get(path)
        assert answer.status_code == 200, path
        assert Markup(answer.text).wrong() == [], path

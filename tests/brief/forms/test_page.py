"""The form for a screen."""

from html.parser import HTMLParser

import pytest

from headwater.brief import compose, rendered
from tests.brief.fixtures import occasion, picture, ranking, tables

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Reader(HTMLParser):
    """Collects the elements, ids, links and text, and complains of elements left open."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.said = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said += data


def read(html: bytes) -> Reader:
    reader = Reader()
    reader.feed(html.decode())
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def page() -> Reader:
    return read(rendered(compose(picture(), [ranking()], occasion()), ".html"))


def test_it_runs_nothing_and_fetches_nothing(page: Reader):
    assert not {"script", "iframe", "object", "link", "img", "form"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]
    targets = [value for name, value in page.attributes if name == "href"]
    assert all((target or "").startswith("#") for target in targets)
    assert any("default-src 'none'" in (value or "") for _, value in page.attributes)


def test_every_link_leads_to_something_in_the_file(page: Reader):
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {(value or "")[1:] for name, value in page.attributes if name == "href"}
    assert targets <= set(ids)
    assert len(targets) > 10


def test_it_can_be_read_by_ear_and_by_keyboard(page: Reader):
    assert page.tags.count("h1") == 1
    assert {"main", "header", "footer", "th"} <= set(page.tags)
    assert ("lang", "en") in page.attributes
    assert ("role", "img") in page.attributes
    assert ("scope", "col") in page.attributes


def test_markup_in_names_is_only_text():
    rows = tables()["places"]
    hostile = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>{{ 7*7 }}"
    rows += [rows[0] | {"id": "bad", "name": hostile, "kind": "town", "lat": 44.0, "lon": 20.0}]
    found = read(rendered(compose(picture(places=rows, legs=[]), [], occasion()), ".html"))
    assert "script" not in found.tags
    assert "img" not in found.tags
    assert hostile in found.said


def test_drawings_stand_inside_the_file(page: Reader):
    assert page.tags.count("svg") == 2


def test_a_marking_in_the_style_sheet_cannot_end_it():
    items = [row | {"handling": 'X";}</style><script>x</script>'} for row in tables()["items"]]
    found = read(rendered(compose(picture(items=items), [], occasion()), ".html"))
    assert "script" not in found.tags
    assert found.tags.count("style") == 1

"""Somebody hostile: scripts as names, titles and file names; none reaches a page as one."""

from urllib.parse import quote

import pytest
from litestar.testing import TestClient

from headwater.desk import OpenDoor, Reception, make_app
from headwater.desk.reception import COOKIE_ON_LOOPBACK
from headwater.node import add_reports, make_node
from headwater.node.looking import open_house
from tests.hostile import PAYLOADS, RUNS
from tests.journeys.desk.conftest import CALLS, PURPOSE, SETTINGS


@pytest.fixture(scope="module")
def page_of(tmp_path_factory):
    """Asks for a page of a node whose every name, title and file name is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    quoted = [payload.replace('"', '""') for payload in PAYLOADS]
    people = "".join(f'{n},"{name}"\n' for n, name in enumerate(quoted, 1))
    (folder / "t").mkdir()
    (folder / "t/callers.csv").write_text(f"id,name\n{people}", encoding="utf-8")
    calls = "".join(f"1,{n},\n" for n in range(2, len(quoted) + 1))
    (folder / "t/calls.csv").write_text(f"one,other,date\n{calls}", encoding="utf-8")
    (folder / "calls.yml").write_text(CALLS, encoding="utf-8")
    node = make_node(folder / "node", "<b>Hub", SETTINGS, "maja", PURPOSE)
    add_reports(node, [folder / "t"], mapping=folder / "calls.yml")
    for n, payload in enumerate(RUNS):
        name = payload.replace("/", "\N{DIVISION SLASH}")
        file = folder / f"{n}{name}.txt"
        file.write_text(f"URN: U{n}{payload}\nTitle: {payload}\n\n1. {payload} [2B-P]\n", "utf-8")
        add_reports(node, [file])
    maker = node.viewer
    node.close()
    house = open_house(folder / "node", SETTINGS)
    door = OpenDoor(house, maker, PURPOSE)
    with TestClient(make_app(Reception(house, door))) as client:
        client.cookies.set(COOKIE_ON_LOOPBACK, door.key)
        yield client.get
    house.close()


PAGES = [
    "/", "/reports", "/reports/refused", "/network", "/routes", "/business", "/search?q=Goran",
    "/review?kind=pair", "/review?kind=category", "/alerts", "/briefing", "/methods/history",
    *(f"/search?q={quote(payload)}" for payload in PAYLOADS[::25]),
    *(f"/reports/read?urn={quote(f'U{n}{payload}', safe='')}" for n, payload in enumerate(RUNS)),
    *(f"/things?id={quote(payload, safe='')}" for payload in RUNS),
]  # fmt: skip


def test_there_are_two_hundred_payloads():
    assert len(set(PAYLOADS)) == 200


def test_no_page_hands_a_payload_on_as_markup(page_of):
    raw = []
    for path in PAGES:
        answer = page_of(path)
        assert answer.status_code in (200, 400, 404), path
        assert "unsafe" not in answer.headers["content-security-policy"]
        raw += [(path, payload) for payload in PAYLOADS if payload in answer.text]
    assert raw == []


def test_what_is_drawn_comes_as_data_not_as_a_page(page_of):
    for path in ("/network/chart.json", "/routes/map.json"):
        answer = page_of(path)
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script>" in "".join(
        one["name"] for one in page_of("/network/chart.json").json()["nodes"]
    )

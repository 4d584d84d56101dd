"""A page with every live part, served on this machine under the desk's content security policy."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import numpy as np

from tests.hostile import PAYLOADS, RUNS

BUILT = Path(__file__).resolve().parents[2] / "src/headwater/desk/static/built"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "${alert(1)}{{alert(1)}}",
    "</script><script>alert(1)</script>",
]
NAMES = ["Ђорђе Петровић", "Arben Hoxha", "محمد الأحمد", "Георги Иванов", "Čedo Šarić", "گل آغا"]
FRIENDLY = [f"{name} {number}" for number in range(1, 400) for name in NAMES]

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Live parts</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="csrf" content="token-7"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo.css">{styles}{scripts}</head>
<body><main><h1>Live parts</h1>{body}</main></body></html>"""

PARTS = {
    "chart": '<hw-chart src="/chart.json"><p class="fallback">The table of links.</p></hw-chart>',
    "map": '<hw-map src="/map.json"><p class="fallback">The table of legs.</p></hw-map>',
    "timeline": (
        '<hw-timeline src="/timeline.json">'
        '<p class="fallback">The table of events.</p></hw-timeline>'
    ),
    "alerts": '<hw-alerts src="/alerts/stream"></hw-alerts>',
}
READING = """
<hw-alerts src="/alerts/stream"></hw-alerts>
<p data-until-alert>There is none.</p>
<p><input type="search" id="look" aria-label="Search"></p>
<ol>
<li data-item>First <button data-key="a" id="a1">Accept</button></li>
<li data-item>Second <button data-key="a" id="a2">Accept</button></li>
</ol>
<p><kbd data-does="Take back">u</kbd></p>
<p id="swapped">before</p>
<button id="fetch" hx-get="/piece" hx-target="#swapped">Fetch</button>
"""
STYLE = (
    "body{margin:0;font:16px/1.45 'Noto Sans',sans-serif}"
    "main{max-width:80rem;margin:auto;padding:1rem}"
)


def chart(people: int = 2000) -> dict[str, Any]:
    """A network of groups with few ties between them."""
    draw = np.random.default_rng(7)
    names = HOSTILE + FRIENDLY
    kinds = ["person"] * 8 + ["phone", "vehicle", "group", "place"]
    categories = ["suspect", "suspect", "convicted", "other", "undecided"]
    group = draw.integers(0, people // 60 + 1, people)
    nodes: list[dict[str, Any]] = []
    for at in range(people):
        kind = kinds[int(draw.integers(0, len(kinds)))] if at >= len(HOSTILE) else "person"
        category = categories[int(draw.integers(0, 5))] if kind == "person" else None
        score = float(draw.pareto(3)) if category in {"suspect", "convicted"} else None
        nodes.append({"id": f"p{at}", "name": names[at % len(names)], "kind": kind})
        nodes[-1] |= {"category": category, "score": score, "degree": 9, "href": f"/person/{at}"}
    ends = _ends(draw, people)
    links = [_link(draw, at, _friend(draw, at, group), number) for number, at in ends]
    total = {"nodes": 13_400, "links": 51_000}
    return {"nodes": nodes, "links": links, "total": total}


def _ends(draw: np.random.Generator, people: int) -> Iterator[tuple[int, int]]:
    for number in range(3 * people):
        yield number, number if number < people else int(people * draw.random() ** 2)


def _friend(draw: np.random.Generator, at: int, group: Any) -> int:
    if draw.random() < 0.03:
        return int(draw.integers(0, len(group)))
    same = np.flatnonzero(group == group[at])
    return int(same[int(len(same) * draw.random() ** 2.5)])


def _link(draw: np.random.Generator, at: int, to: int, number: int) -> dict[str, Any]:
    month = int(draw.integers(0, 36))
    first = f"{2023 + month // 12}-{month % 12 + 1:02d}-{int(draw.integers(1, 28)):02d}"
    return {
        "id": f"l{number}",
        "source": f"p{at}",
        "target": f"p{to}",
        "layer": ["calls", "payments", "family", "travel"][int(draw.integers(0, 4))],
        "weight": int(draw.integers(1, 30)),
        "first": first,
        "last": first,
        "groups": int(draw.integers(0, 4)),
        "grade": "B2",
        "href": f"/statement/{number}",
    }


PLACES = {
    "Kabul": (34.53, 69.17),
    "Van": (38.5, 43.38),
    "İstanbul": (41.01, 28.95),
    "İzmir": (38.42, 27.14),
    "Λέσβος": (39.11, 26.55),
    "Edirne": (41.67, 26.56),
    "София": (42.7, 23.32),
    "Скопје": (42.0, 21.43),
    "Београд": (44.81, 20.46),
    "Суботица": (46.1, 19.67),
    "Bihać": (44.81, 15.87),
    "Trieste": (45.65, 13.77),
    "Calais": (50.95, 1.86),
    "Dover": (51.13, 1.31),
    "طرابلس": (32.89, 13.19),
    "Lampedusa": (35.5, 12.6),
    HOSTILE[0]: (43.3, 17.8),
}
LEGS = [
    ("Kabul", "Van", "lorry", 900, "falling"),
    ("Van", "İstanbul", "van", 800, None),
    ("İstanbul", "İzmir", "bus", 350, None),
    ("İzmir", "Λέσβος", "taxi_boat", 300, "rising"),
    ("İstanbul", "Edirne", "van", 420, None),
    ("Edirne", "София", "foot", 260, "new"),
    ("София", "Београд", "lorry", 240, None),
    ("Λέσβος", "Скопје", "train", 120, "gone"),
    ("Скопје", "Београд", "car", 150, None),
    ("Београд", "Суботица", "car", 90, None),
    ("Београд", "Bihać", "van", 200, "rising"),
    ("Bihać", "Trieste", "foot", 180, None),
    ("Trieste", "Calais", "lorry", 130, None),
    ("Calais", "Dover", "boat", 600, "rising"),
    ("طرابلس", "Lampedusa", "boat", 500, None),
    (HOSTILE[0], "Bihać", "car", 20, None),
    ("Bihać", HOSTILE[0], "car", 12, None),
]


def routes() -> dict[str, Any]:
    """Legs between places in several scripts, one of them on the way back as well."""
    places = [
        {"id": name, "name": name, "lat": lat, "lon": lon, "certain": name != "Van"}
        for name, (lat, lon) in PLACES.items()
    ]
    places.append({"id": "?", "name": "Somewhere", "lat": None, "lon": None, "certain": False})
    legs = [
        {"id": f"g{at}", "from": one, "to": to, "mode": mode, "persons": persons}
        | {"groups": at % 4, "first": f"2024-{at % 12 + 1:02d}", "last": "2025-06-01"}
        | {"change": change, "href": "javascript:alert(1)" if at == 15 else f"/leg/{at}"}
        for at, (one, to, mode, persons, change) in enumerate(LEGS)
    ]
    legs.append({"id": "g?", "from": "Van", "to": "?", "mode": "foot", "persons": 3, "groups": 1})
    return {"places": places, "legs": legs}


def events() -> dict[str, Any]:
    """Three years of events of four kinds."""
    draw = np.random.default_rng(3)
    kinds = ["crossing", "payment", "meeting", "arrest"]
    labels = HOSTILE + FRIENDLY
    found = []
    for at in range(400):
        month = int(36 * draw.random() ** 0.7)
        date = f"{2023 + month // 12}-{month % 12 + 1:02d}-{int(draw.integers(1, 28)):02d}"
        kind = kinds[int(4 * draw.random() ** 1.6)]
        end = f"{date[:4]}-12-28" if at % 40 == 0 else None
        told = {"id": f"e{at}", "date": date if at % 97 else None, "end": end, "kind": kind}
        found.append(told | {"label": labels[at % len(labels)], "href": f"/event/{at}"})
    return {"events": found}


def around(node: str) -> dict[str, Any]:
    """What `expand` asks for."""
    fresh = {"id": f"{node}-x", "name": "Nova Osoba", "kind": "person", "category": "suspect"}
    link = {"id": f"{node}-lx", "source": node, "target": f"{node}-x", "layer": "calls"}
    return {"nodes": [fresh], "links": [link]}


def hostile() -> dict[str, Any]:
    """Documents of all parts in which every label, kind and address is a script."""
    rows: list[dict[str, Any]] = []
    for at, text in enumerate(PAYLOADS):
        one = dict.fromkeys(("name", "label", "text"), text)
        one |= dict.fromkeys(("kind", "category", "layer", "mode", "change"), RUNS[at % len(RUNS)])
        one |= {"id": f"p{at}", "source": "p0", "target": f"p{at}", "from": "p0", "to": f"p{at}"}
        rows.append(one | {"href": "javascript:alert(1)", "date": "2025-01-02"})
        rows[-1] |= {"lat": 40 + at % 9, "lon": at / 9}
    return {
        "chart": {"nodes": rows, "links": rows[1:]},
        "map": {"places": rows, "legs": rows[1:]},
        "timeline": {"events": rows},
        "alerts": rows,
    }


def page(parts: list[str]) -> str:
    """A page with some of the parts; `reading` is one without any drawing."""
    drawn = [part for part in parts if part in PARTS]
    bundles = ["page", *(part for part in drawn if part != "alerts")]
    styles = "".join(f'<link rel="stylesheet" href="/built/{one}.css">' for one in bundles)
    scripts = "".join(f'<script type="module" src="/built/{one}.js"></script>' for one in bundles)
    body = "<hw-filters></hw-filters>" if drawn else READING
    body += "".join(f"<h2>{one.title()}</h2>{PARTS[one]}" for one in drawn)
    return PAGE.format(styles=styles, scripts=scripts, body=body)


ALERTS = [
    {"id": "1", "text": HOSTILE[0], "href": "javascript:alert(1)", "urgent": False},
    {"id": "2", "text": "A boat in distress", "href": "/report/9", "urgent": True},
]


class _Answers(BaseHTTPRequestHandler):
    documents: dict[str, str]

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = parse_qs(address.query)
        if address.path.startswith("/built/"):
            return self._file(BUILT / Path(address.path).name)
        told = self._told(address.path, query)
        if told is None:
            return self._say("text/plain", "nothing here", 404)
        return self._say(*told)

    def _told(self, path: str, query: dict[str, list[str]]) -> tuple[str, str] | None:
        if path == "/page":
            return "text/html; charset=utf-8", page(query.get("part", ["reading"]))
        if path == "/chart.json" and "around" in query:
            return TYPES[".json"], json.dumps(around(query["around"][0]))
        if path == "/alerts/stream":
            return "text/event-stream", self.documents[path]
        found = self.documents.get("/person" if path.startswith("/person/") else path)
        return None if found is None else (TYPES.get(Path(path).suffix, "text/html"), found)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _file(self, path: Path) -> None:
        if path.is_file():
            self._send(TYPES.get(path.suffix, "text/plain"), path.read_bytes())
        else:
            self._say("text/plain", "not built", 404)

    def _say(self, kind: str, text: str, status: int = 200) -> None:
        self._send(kind, text.encode(), status)

    def _send(self, kind: str, content: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(**changed: Any) -> Iterator[str]:
    """The demo on a free port of this machine; `changed` replaces documents by name."""
    made = {"chart": chart, "map": routes, "timeline": events}
    told: dict[str, Any] = {name: changed.get(name) or make() for name, make in made.items()}
    documents = {f"/{name}.json": json.dumps(document) for name, document in told.items()}
    some = changed.get("alerts", ALERTS)
    alerts = "".join(f"event: alert\ndata: {json.dumps(one)}\n\n" for one in some)
    documents |= {
        "/alerts/stream": f"retry: 60000\n\n{alerts}",
        "/demo.css": STYLE,
        "/piece": "<b>after</b>",
        "/person": PAGE.format(styles="", scripts="", body=""),
    }
    answers = type("Answers", (_Answers,), {"documents": documents})
    server = ThreadingHTTPServer(("127.0.0.1", 0), answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()

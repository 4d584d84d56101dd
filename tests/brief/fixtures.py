"""A small picture made by hand: two press reports, two graded reports, everyone invented."""

from typing import Any

from headwater.brief import Occasion
from headwater.model import Finding, Refusal
from headwater.picture import Picture, make_table

PRESS = (
    "Border officers will be sent to the Balkans, the Ministry of Crossings said. "
    "Minister Petra Imaginova announced it. Officers aim to:\n"
    "- Share intelligence on routes\n- Build stronger cases\n"
    "Networks charge thousands of pounds per person. "
    "Boat arrivals may reach 60,000 this year, according to some projections."
)
NOTE = (
    "Dragan Izmišljen drives people in a lorry from Horgos to Wien for 1,200 to 1,500 EUR. "
    "Milica Skrivena, born 2001, paid him; her phone is +381 64 555 0199. "
    "Skrivena saw Илия Измислен with him. حسن المخترع holds the money."
)
LATER = "The lorry from Horgos to Wien costs 2,500 EUR per person. Izmišljen denies driving."
SECRET = ("Milica", "Skrivena", "555 0199", "+38164555")

_STATEMENTS: list[dict[str, Any]] = []


def _text_of(urn: str) -> str:
    return {"P-1": PRESS, "N-1": NOTE, "N-2": LATER}[urn]


def _said(
    urn: str, entity: str, schema: str, prop: str, value: str, text: str = "", **more: Any
) -> dict[str, Any]:
    n = sum(s["urn"] == urn for s in _STATEMENTS) + 1
    start = _text_of(urn).find(text) if text else -1
    row = {
        "id": f"{urn}#1.{n}",
        "urn": urn,
        "item": 1,
        "n": n,
        "entity": entity,
        "mention": entity,
        "schema": schema,
        "property": prop,
        "value": value,
        "text": text,
        "language": "eng",
        "start": start,
        "end": start + len(text) if start >= 0 else -1,
        "extractor": "text/1",
        "author": "",
        "status": "accepted" if urn == "N-1" else "proposed",
        "basis": "fact",
        "modality": "done",
        "attribution": "",
        "grade": "1B" if urn == "N-1" else "2D",
        "handling": "C/A1/S2" if urn == "N-1" else "P",
        "originator": "Agency One" if urn == "N-1" else "open source",
        "group": f"g-{urn}",
    } | more
    _STATEMENTS.append(row)
    return row


_said("P-1", "hw-office", "PublicBody", "name", "Ministry of Crossings", "Ministry of Crossings")
_said("P-1", "petra", "Person", "name", "Petra Imaginova", "Petra Imaginova")
_said("P-1", "petra", "Person", "position", "Minister", "Minister")
_said("P-1", "gn-balkans", "Place", "name", "Balkans", "the Balkans")
_said(
    "P-1", "m1", "Measure", "name", "sent to the Balkans", "sent to the Balkans", modality="planned"
)
_said("P-1", "m1", "Measure", "body", "hw-office", "Ministry of Crossings")
_said("P-1", "m1", "Measure", "aim", "Share intelligence on routes", "Share intelligence on routes")
_said("P-1", "m1", "Measure", "aim", "Build stronger cases", "Build stronger cases")
FEE = _said("P-1", "f1", "Fee", "magnitude", "thousands", "thousands of pounds per person")
COUNT = _said(
    "P-1",
    "o1",
    "Observation",
    "count",
    "60000",
    "60,000",
    modality="projected",
    attribution="some projections",
)
_said("N-1", "dragan", "Person", "name", "Dragan Izmišljen", "Dragan Izmišljen")
_said("N-1", "milica", "Person", "name", "Milica Skrivena", "Milica Skrivena")
_said("N-1", "milica", "Person", "phone", "+381645550199", "+381 64 555 0199")
_said("N-1", "ilija", "Person", "name", "Илия Измислен", "Илия Измислен")
_said("N-1", "hasan", "Person", "name", "حسن المخترع", "حسن المخترع")
LEG = _said("N-1", "leg1", "Leg", "from", "horgos", "Horgos")
_said("N-1", "role1", "NetworkRole", "member", "dragan", "Dragan Izmišljen")
_said("N-1", "role1", "NetworkRole", "role", "driver", "drives")
_said("N-1", "role1", "NetworkRole", "network", "net1", "")
_said("N-1", "net1", "Network", "name", "Group of the lorry", "")
LEG2 = _said("N-2", "leg2", "Leg", "from", "horgos", "Horgos")
_said("N-2", "role1", "NetworkRole", "role", "driver", "denies driving", modality="denied")


def _entity(id: str, schema: str, caption: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id,
        "schema": schema,
        "caption": caption,
        "category": "",
        "rankable": False,
        "protected": schema == "Person",
        "public_office": False,
        "status": "accepted",
        "statements": 1,
        "reports": 1,
        "groups": 1,
    } | more


ENTITIES = [
    _entity(
        "petra",
        "Person",
        "Petra Imaginova",
        category="undecided",
        public_office=True,
        status="proposed",
    ),
    _entity(
        "dragan", "Person", "Dragan Izmišljen", category="suspect", rankable=True, protected=False
    ),
    _entity("ilija", "Person", "Илия Измислен", category="suspect", rankable=True, protected=False),
    _entity("hasan", "Person", "حسن المخترع", category="convicted", rankable=True, protected=False),
    _entity("milica", "Person", "Milica Skrivena", category="being_moved"),
    _entity("someone", "Person", "Tajna Osoba", category="undecided"),
    _entity("hw-office", "PublicBody", "Ministry of Crossings"),
    _entity("net1", "Network", "Group of the lorry"),
    _entity("leg1", "Leg", ""),
    _entity("m1", "Measure", ""),
    _entity("f1", "Fee", ""),
    _entity("horgos", "Place", "Horgos"),
    _entity("wien", "Place", "Wien"),
]
_BEHIND = {
    "grade": "1B",
    "status": "accepted",
    "modality": "done",
    "report": "N-1",
    "group": "g-N-1",
}
_PRESS = {"grade": "2D", "status": "proposed", "report": "P-1", "group": "g-P-1"}
_ROUTE = {"from": "horgos", "to": "wien", "from_name": "Horgos", "to_name": "Wien", "mode": "lorry"}


def _rows(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def tables() -> dict[str, list[dict[str, Any]]]:
    """The rows of every table, free to change."""
    names = [
        {"entity": s["entity"], "name": s["value"], "kind": "name", "statement": s["id"]}
        for s in _STATEMENTS
        if s["property"] == "name"
    ]
    return {
        "entities": [dict(e) for e in ENTITIES],
        "names": [*names, {"entity": "someone", "name": "Tajna Osoba", "kind": "name"}],
        "links": [
            {"id": "role1", "source": "dragan", "target": "net1", "directed": True, **_BEHIND},
            {"id": "a1", "source": "dragan", "target": "hasan", "directed": False, **_BEHIND},
            {"id": "a2", "source": "dragan", "target": "ilija", **_BEHIND | {"status": "proposed"}},
            {"id": "a3", "source": "dragan", "target": "milica", "directed": False, **_BEHIND},
        ],
        "legs": [
            {
                **_ROUTE,
                "id": "leg1",
                "date": "2026-03-01",
                "fee_min": 1200.0,
                "fee_max": 1500.0,
                "currency": "EUR",
                "fee_basis": "person",
                **_BEHIND,
                "statement": LEG["id"],
            },
            {
                **_ROUTE,
                "id": "leg2",
                "date": "2026-05-01",
                "fee_min": 2500.0,
                "fee_max": 2500.0,
                "currency": "EUR",
                "fee_basis": "person",
                **_PRESS,
                "modality": "alleged",
                "report": "N-2",
                "group": "g-N-2",
                "statement": LEG2["id"],
            },
        ],
        "places": [
            {
                "id": "gn-balkans",
                "name": "Balkans",
                "kind": "region",
                "lat": 43.0,
                "lon": 20.0,
                "statements": 4,
            },
            {
                "id": "horgos",
                "name": "Horgos",
                "kind": "crossing_point",
                "country": "RS",
                "lat": 46.16,
                "lon": 19.97,
                "statements": 3,
            },
            {
                "id": "wien",
                "name": "Wien",
                "kind": "town",
                "country": "AT",
                "lat": 48.2,
                "lon": 16.37,
                "statements": 2,
            },
            {"id": "x", "name": "the yard", "kind": "safe_house", "statements": 1},
        ],
        "money": [
            {
                "id": "f1",
                "kind": "fee",
                "currency": "GBP",
                "basis": "person",
                "text": "thousands of pounds per person",
                **_PRESS,
                "modality": "done",
                "statement": FEE["id"],
            },
        ],
        "series": [
            {
                "series": "small boat arrivals",
                "date": "2026",
                "value": 60000.0,
                **_PRESS,
                "modality": "projected",
                "statement": COUNT["id"],
            },
        ],
        "reports": [
            {
                "urn": "P-1",
                "originator": "open source",
                "title": "Officers to the Balkans",
                "information_from": "2026-05-02",
                "information_to": "2026-05-02",
                "record_date": "2026-05-02",
                "format": "text",
                "file": "press.txt",
                "items": 1,
                "statements": 10,
                "group": "g-P-1",
                "group_reason": "not yet known to be independent",
                "origin_known": False,
            },
            {
                "urn": "N-1",
                "originator": "Agency One",
                "title": "",
                "file": "n1.txt",
                "items": 1,
                "information_from": "2026-03-01",
                "information_to": "2026-03-01",
                "record_date": "2026-03-02",
                "statements": 10,
                "group": "g-N-1",
                "origin_known": True,
            },
            {
                "urn": "N-2",
                "originator": "open source",
                "title": "",
                "file": "n2.txt",
                "items": 1,
                "statements": 2,
                "group": "g-N-2",
                "origin_known": True,
                "record_date": "2026-05-01",
            },
        ],
        "statements": [dict(s) for s in _STATEMENTS],
        "items": [
            {
                "urn": urn,
                "item": 1,
                "text": _text_of(urn),
                "grade": "2D",
                "handling": "C/A1/S2" if urn == "N-1" else "P",
                "graded_by_default": urn != "N-1",
            }
            for urn in ("P-1", "N-1", "N-2")
        ],
    }


def picture(**changed: list[dict[str, Any]]) -> Picture:
    """The picture, with some tables replaced."""
    made = {name: make_table(name, _rows(rows)) for name, rows in (tables() | changed).items()}
    return Picture.of(made, viewer="officer", purpose="planning of the hub")


def ranking() -> Finding:
    """A finding of organisers.ranking on that picture."""
    rows = tuple(
        {
            "id": who,
            "score": 3.0 - n,
            "rank": n + 1,
            "rank_low": n + 1,
            "rank_high": n + 2,
            "p_top5": 1.0,
        }
        for n, who in enumerate(("hasan", "dragan", "ilija"))
    )
    return Finding(
        "organisers.ranking",
        "1",
        {"grades": "all"},
        "f" * 64,
        rows,
        caveats=("Three people are few.",),
        sensitivity={"without D": "no change"},
    )


def occasion(**more: Any) -> Occasion:
    """A briefing made at noon, with one refusal."""
    refusal = Refusal(
        "bad.pdf", "whole file", "a PDF without text", "it holds only pictures", "send text"
    )
    return Occasion(
        **({"made": "2026-11-21T12:00:00Z", "agency": "Hub North", "refusals": (refusal,)} | more)
    )

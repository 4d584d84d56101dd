"""From statements to rows: one row for each time that an item speaks of a link, leg or payment.

The statements that one item makes about one entity become one row. Where it gives a property
several values the first counts, except for the ends of a link, which are all paired.
"""

# ruff: noqa: S608 - the words put into SQL are constants of this module, never anybody's input

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Place, Refused, Schema, parse_period, schemata
from headwater.picture.coded import Coded
from headwater.picture.engine import ask, engine_over, wide
from headwater.picture.tables import UNNAMED, make_table

Gazetteer: TypeAlias = Callable[[str], Place | None]
"""Finds a well-known place by its id, as `place:gn-3189595`."""

_DATE = "coalesce(date, \"startDate\", nullif(valid_from, ''), '')"
_EVIDENCE = 'urn AS report, "group", grade, status, modality, statement'


def links_of(coded: Coded) -> pa.Table:
    """The table `links`: every schema with an edge."""
    edges = {name: one for name, one in schemata().items() if one.edge and not one.abstract}
    rows = coded.rows_of(edges, heirs=False)
    kinds = ("kind", "role", "relationship", "article")
    told = wide(rows, (*kinds, "date", "startDate", "weight"))
    ends = rows.select(["e", "u", "item", "v", "schema", "property", "status"])
    known = {"edges": _edges(edges), "ids": _numbered(coded.ids)}
    with engine_over(wide=told, rows=ends, **known) as engine:
        for end in ("source", "target"):
            engine.execute(f"""
                CREATE TEMP TABLE {end} AS SELECT e, u, item, v, max(rows.status) AS status
                FROM rows JOIN edges USING (schema)
                WHERE property = edges.{end} AND v >= 0 GROUP BY e, u, item, v""")
        return make_table(
            "links",
            ask(
                engine,
                f"""
                SELECT a.id, b.id AS source, c.id AS target,
                    CASE WHEN layer_kind AND kind IS NOT NULL THEN kind ELSE layer END AS layer,
                    coalesce(kind, role, relationship, article, '') AS kind, directed,
                    {_DATE} AS date, coalesce(TRY_CAST(weight AS DOUBLE), 1.0) AS weight,
                    urn AS report, "group", grade, modality, statement,
                    greatest(source.status, target.status) AS status
                FROM wide JOIN edges USING (schema)
                JOIN source USING (e, u, item) JOIN target USING (e, u, item)
                JOIN ids a ON a.n = wide.e JOIN ids b ON b.n = source.v
                JOIN ids c ON c.n = target.v""",
            ),
        )


def legs_of(coded: Coded, place_names: Mapping[str, str]) -> pa.Table:
    """The table `legs`, each with the fees that belong to it.

    A fee belongs to the leg that it names, or to one of the same item between the same places.
    """
    legs, fees = coded.rows_of(["Leg"], also=["text"]), coded.rows_of(["Fee"])
    leg = wide(legs, (*_STRETCH, "endDate", "persons", "network", *_SERVICE), _SAID)
    fee = wide(fees, ("leg", "from", "to", *_AMOUNT, "basis", *_SERVICE))
    with engine_over(leg=leg, fee=fee, names=_names(place_names)) as engine:
        engine.execute(_FEES_OF_LEGS)
        return _dated(
            "legs",
            ask(
                engine,
                """
                SELECT leg.entity AS id, coalesce(leg."from", '') AS "from",
                    coalesce(leg."to", '') AS "to",
                    coalesce(f.name, nullif("from_said", ''), leg."from", '') AS from_name,
                    coalesce(t.name, nullif("to_said", ''), leg."to", '') AS to_name,
                    coalesce(leg.mode, '') AS mode,
                    coalesce(leg.date, "startDate", nullif(leg.valid_from, ''), '') AS date,
                    coalesce("endDate", '') AS date_to, coalesce(network, '') AS network,
                    TRY_CAST(persons AS DOUBLE) AS persons,
                    TRY_CAST("amountLow" AS DOUBLE) AS fee_min,
                    TRY_CAST("amountHigh" AS DOUBLE) AS fee_max,
                    coalesce(currency, '') AS currency, coalesce(basis, '') AS fee_basis,
                    coalesce(leg."serviceModel", fee."serviceModel", '') AS service_model,
                    coalesce(leg."paymentMode", fee."paymentMode", '') AS payment_mode,
                    leg.urn AS report, leg."group", leg.grade, leg.status, leg.modality,
                    leg.statement, coalesce(fee.statement, '') AS fee_statement
                FROM leg LEFT JOIN of_leg ON of_leg.leg = leg.statement
                LEFT JOIN fee ON fee.statement = of_leg.fee
                LEFT JOIN names f ON f.id = leg."from" LEFT JOIN names t ON t.id = leg."to"
                WHERE leg."from" IS NOT NULL OR leg."to" IS NOT NULL""",
            ),
        )


_FEES_OF_LEGS = """
    CREATE TEMP TABLE of_leg AS
    SELECT leg.statement AS leg, fee.statement AS fee
    FROM leg JOIN fee ON fee.leg = leg.entity
    UNION SELECT leg.statement, fee.statement
    FROM leg JOIN fee USING (u, item, "from", "to") WHERE fee.leg IS NULL"""


def money_of(coded: Coded) -> pa.Table:
    """The table `money`: payments, fees, price adverts, supplies and seizures."""
    said = {kind: coded.rows_of(_MONEY[kind][0], heirs=False) for kind in _MONEY}
    parts = [_money(rows, kind) for kind, rows in said.items() if rows.num_rows]
    return _dated("money", pa.concat_tables(parts)) if parts else make_table("money", {})


def series_of(coded: Coded) -> pa.Table:
    """The table `series`: counts with their period, place, mode and release.

    Those that name no series are one that has to be asked for by name: `UNNAMED`.
    """
    counts = ("count", "countLow", "countHigh", "unit", "place", "mode", "period", "release")
    told = wide(coded.rows_of(["Observation"]), ("series", "date", "startDate", *counts))
    with engine_over(wide=told) as engine:
        return _dated(
            "series",
            ask(
                engine,
                f"""
                SELECT coalesce(nullif(series, ''), '{UNNAMED}') AS series,
                    coalesce(period, {_DATE}) AS date,
                    TRY_CAST(count AS DOUBLE) AS value, TRY_CAST("countLow" AS DOUBLE) AS low,
                    TRY_CAST("countHigh" AS DOUBLE) AS high, coalesce(unit, '') AS unit,
                    coalesce(place, '') AS place, coalesce(mode, '') AS mode,
                    coalesce(release, '') AS release, {_EVIDENCE}
                FROM wide""",
            ),
        )


def places_of(coded: Coded, gazetteer: Gazetteer, entities: pa.Table) -> pa.Table:
    """The table `places`: what reports describe, and what the gazetteer knows of what they name.

    Args:
        coded: The statements.
        gazetteer: Finds a well-known place by its id.
        entities: The table `entities`.
    """
    asked = ("name", "kind", "country", "latitude", "longitude")
    with engine_over(wide=wide(coded.rows_of(["Place"]), asked)) as engine:
        described = ask(
            engine,
            """
            SELECT entity AS id, min(name) AS name, min(kind) AS kind, min(country) AS country,
                min(TRY_CAST(latitude AS DOUBLE)) AS lat, min(TRY_CAST(longitude AS DOUBLE)) AS lon
            FROM wide GROUP BY entity""",
        )
    given = {row["id"]: _given(row) for row in described.to_pylist()}
    known = pc.or_(
        pc.starts_with(entities["id"], "place:"),
        pc.is_in(entities["id"], value_set=pa.array(list(given), pa.string())),
    )
    rows = []
    for row in entities.filter(known).select(["id", "caption", "statements"]).to_pylist():
        one = row["id"]
        called = {"id": one, "name": row["caption"], "statements": row["statements"]}
        # A map knows names and coordinates best; what a place is used for, a report does.
        said = given.get(one, {})
        rows.append(called | said | _on_the_map(gazetteer(one)) | _kind(said))
    return make_table("places", pa.Table.from_pylist(rows, schema=_PLACES))


_PLACES = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "name", "kind", "country")),
        *((name, pa.float64()) for name in ("lat", "lon")),
        ("statements", pa.int32()),
    ]
)


def _given(row: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value not in (None, "")}


def _kind(said: Mapping[str, object]) -> dict[str, object]:
    return {"kind": said["kind"]} if "kind" in said else {}


def _on_the_map(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    return {
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "lat": place.latitude,
        "lon": place.longitude,
    }


_STRETCH = ("from", "to", "mode", "date", "startDate")
_SERVICE = ("serviceModel", "paymentMode")
_AMOUNT = ("amountLow", "amountHigh", "currency")
_SAID = ("from", "to")

# kind -> schemata, ends, amounts, words
_MONEY: dict[str, tuple[tuple[str, ...], tuple[str, str], tuple[str, str], tuple[str, ...]]] = {
    "payment": (("Payment",), ("payer", "beneficiary"), ("amount", "amount"), ("purpose",)),
    "fee": (("Fee",), ("from", "to"), ("amountLow", "amountHigh"), ("magnitude",)),
    "price_advert": (
        *(("PriceAdvert",), ("from", "to")),
        *(("amountLow", "amountHigh"), ("wording", "magnitude")),
    ),
    "supply": (
        *(("EquipmentSupply",), ("supplier", "recipient")),
        *(("amountLow", "amountHigh"), ("quantity", "article")),
    ),
    "seizure": (
        *(("Seizure",), ("holder", "agency")),
        *(("amountLow", "amountHigh"), ("quantity", "article")),
    ),
}


def _money(rows: pa.Table, kind: str) -> pa.Table:
    _, ends, amounts, words = _MONEY[kind]
    asked = dict.fromkeys((*ends, *amounts, *words, "currency", "basis", "date", "startDate"))
    with engine_over(wide=wide(rows, tuple(asked))) as engine:
        said = ", ".join(f'"{word}"' for word in words)
        return ask(
            engine,
            f"""
            SELECT entity AS id, '{kind}' AS kind, {_DATE} AS date,
                coalesce("{ends[0]}", '') AS "from", coalesce("{ends[1]}", '') AS "to",
                TRY_CAST("{amounts[0]}" AS DOUBLE) AS low,
                TRY_CAST("{amounts[1]}" AS DOUBLE) AS high,
                coalesce(currency, '') AS currency, coalesce(basis, '') AS basis,
                concat_ws(' ', {said}) AS text, {_EVIDENCE}
            FROM wide""",
        )


def _dated(name: str, rows: pa.Table) -> pa.Table:
    """A table whose dates can be read; of others the statement keeps the words."""
    said = pc.unique(rows["date"]).to_pylist()
    unread = pa.array([one for one in said if one and not _is_period(one)], pa.string())
    dates = pc.if_else(pc.is_in(rows["date"], value_set=unread), "", rows["date"])
    at = rows.column_names.index("date")
    return make_table(name, rows.set_column(at, "date", dates))


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except Refused:
        return False
    return True


def _edges(edges: Mapping[str, Schema]) -> pa.Table:
    rows = []
    for name, one in edges.items():
        edge = one.edge
        if edge is None:
            continue
        by_kind = edge.layer in one.properties and one.properties[edge.layer].type == "enum"
        rows.append(
            {
                "schema": name,
                "source": edge.source,
                "target": edge.target,
                "directed": edge.directed,
                "layer": name.lower() if by_kind else edge.layer,
                "layer_kind": by_kind,
            }
        )
    return pa.Table.from_pylist(rows)


def _numbered(ids: pa.Array) -> pa.Table:
    return pa.table({"n": pa.array(range(len(ids)), pa.int32()), "id": ids})


def _names(names: Mapping[str, str]) -> pa.Table:
    return pa.table(
        {"id": pa.array(list(names), pa.string()), "name": pa.array(names.values(), pa.string())}
    )

"""Claims: every fee that a statement names, with its stretch, its unit and who stands behind it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.model import currency_code, parse_statement_id
from headwater.picture import Picture

_POLITICAL = re.compile(
    r"\b(governments?|ministers?|politic\w*|parliament|MPs?|president|vlad[aeiu]|ministar|ministr[ai]"
    r"|влад[аеиу]|министар|министър|правителство\w*|qeveri\w*)\b",
    re.IGNORECASE,
)
"""How whoever is a politician is named in the languages that are read; a ministry is an office."""
_READ = [
    *("from", "to", "from_name", "to_name", "mode", "date", "network", "fee_min", "fee_max"),
    *("currency", "fee_basis", "service_model", "payment_mode", "report", "group", "status"),
    *("modality", "statement", "fee_statement", "weak"),
]
_SAID_OF_FEES = ("serviceModel", "paymentMode", "mode", "network")


@dataclass(frozen=True, slots=True)
class Claim:
    """One fee as one statement names it.

    Attributes:
        origin: Id of the place it is paid from; empty where it is not said.
        destination: Id of the place it is paid to; empty where it is not said.
        leg: Both by name, `FROM > TO`.
        mode: Means of transport; empty where it is not said.
        basis: What it is paid for; empty where it is not said.
        currency: ISO 4217 code; empty where it is not said.
        low: Lower end; None where only an upper one is named ("up to 7,000").
        high: Upper end; None where only a lower one is named ("from 2,000").
        service_model: Whole journey at once, or leg by leg; empty where it is not said.
        payment_mode: When it is paid; empty where it is not said.
        date: ISO date, month or year that it is told for; empty where there is none.
        network: Name of the group that asks it; empty where it is not said.
        report: The report.
        group: Its independence group.
        weak: Whether it bears a weak grade.
        statements: The statements it rests on, that of the fee first.
        note: How it was brought to the currency and year asked for; empty where it was not.
    """

    origin: str
    destination: str
    leg: str
    mode: str
    basis: str
    currency: str
    low: float | None
    high: float | None
    service_model: str
    payment_mode: str
    date: str
    network: str
    report: str
    group: str
    weak: bool
    statements: tuple[str, ...]
    note: str = ""

    @property
    def comparable(self) -> bool:
        """Whether its unit is known; a fee without one is compared with nothing."""
        return bool(self.basis and self.currency)


def gather(picture: Picture, parameters: Mapping[str, Any]) -> tuple[list[Claim], Counter[str]]:
    """The fees of legs, and those told without a leg, each once; and how many were left out why.

    Args:
        picture: Where they are told.
        parameters: `accepted_only`, `drop_weak`, `adverts`, `political`.
    """
    left_out: Counter[str] = Counter()
    told = _Told(picture)
    found: dict[tuple[str, ...], Claim] = {}
    for row in (*_of_legs(picture), *_of_money(picture)):
        reason = told.reason_against(row, parameters)
        if reason:
            left_out[reason] += 1
            continue
        claim = told.claim(row)
        found.setdefault((claim.statements[0], claim.origin, claim.destination, claim.mode), claim)
    return list(found.values()), left_out


def _of_legs(picture: Picture) -> list[dict[str, Any]]:
    legs = picture.legs.filter(pc.not_equal(picture.legs["fee_statement"], ""))
    return list(_with_weak(legs).select(_READ).to_pylist())


def _of_money(picture: Picture) -> Iterator[dict[str, Any]]:
    """Fees that no leg carries, in the columns of the legs."""
    money = picture.money
    fees = pc.is_in(money["kind"], value_set=pa.array(["fee", "price_advert"]))
    carried = pc.is_in(money["statement"], value_set=pc.unique(picture.legs["fee_statement"]))
    rows = money.filter(pc.and_(fees, pc.invert(carried)))
    said = _said_of_fees(picture)
    for row in _with_weak(rows).to_pylist():
        urn, item, _ = parse_statement_id(row["statement"])
        words = said.get((urn, item, row["id"]), {})
        yield {
            **row,
            "fee_min": row["low"],
            "fee_max": row["high"],
            "fee_basis": row["basis"],
            "fee_statement": row["statement"],
            "mode": words.get("mode", ""),
            "network": words.get("network", ""),
            "service_model": words.get("serviceModel", ""),
            "payment_mode": words.get("paymentMode", ""),
            "from_name": "",
            "to_name": "",
        }


def _with_weak(table: pa.Table) -> pa.Table:
    return table.append_column("weak", is_weak(table["grade"]))


def _said_of_fees(picture: Picture) -> dict[tuple[str, int, str], dict[str, str]]:
    """How a fee is paid, by report, item and entity."""
    said = picture.statements
    kinds = pc.is_in(_words(said["schema"]), value_set=pa.array(["Fee", "PriceAdvert"]))
    props = pc.is_in(_words(said["property"]), value_set=pa.array(_SAID_OF_FEES))
    found: dict[tuple[str, int, str], dict[str, str]] = {}
    wanted = ["urn", "item", "entity", "property", "value"]
    for row in said.filter(pc.and_(kinds, props)).select(wanted).to_pylist():
        words = found.setdefault((row["urn"], row["item"], row["entity"]), {})
        words.setdefault(row["property"], row["value"])
    return found


def _words(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.cast(column, pa.string())


class _Told:
    """What the picture knows of those that fees name, and of how each is told."""

    def __init__(self, picture: Picture) -> None:
        entities = picture.entities.select(["id", "caption", "category"]).to_pylist()
        self._people = {row["id"] for row in entities if row["category"]}
        self._names: dict[str, str] = {row["id"]: row["caption"] for row in entities}
        places = picture.places.select(["id", "name"]).to_pylist()
        self._names |= {row["id"]: row["name"] for row in places}
        adverts = picture.money.filter(pc.equal(picture.money["kind"], "price_advert"))
        self._adverts = set(adverts["statement"].to_pylist())
        self._political = set(_political_statements(picture))

    def reason_against(self, row: Mapping[str, Any], parameters: Mapping[str, Any]) -> str:
        """Why a fee is left out; empty where it counts."""
        low, high = row["fee_min"], row["fee_max"]
        advert = row["fee_statement"] in self._adverts or row["modality"] == "alleged"
        political = row["fee_statement"] in self._political
        reasons = (
            ("are told in words only", low is None and high is None),
            ("are below zero", min(low or 0.0, high or 0.0) < 0),
            ("are denied", row["modality"] == "denied"),
            ("are only advertised or alleged", advert and not parameters["adverts"]),
            ("are political claims", political and not parameters["political"]),
            ("are not accepted", row["status"] != "accepted" and parameters["accepted_only"]),
            ("bear a weak grade", row["weak"] and parameters["drop_weak"]),
            ("name a person as a place", not self._people.isdisjoint((row["from"], row["to"]))),
        )
        return next((reason for reason, holds in reasons if holds), "")

    def claim(self, row: Mapping[str, Any]) -> Claim:
        """A row of legs as a claim."""
        names = [row[f"{side}_name"] or self._name(row[side]) or "?" for side in ("from", "to")]
        network = "" if row["network"] in self._people else self._name(row["network"])
        statements = dict.fromkeys((row["fee_statement"], row["statement"]))
        return Claim(
            origin=row["from"],
            destination=row["to"],
            leg=" > ".join(names),
            mode=row["mode"],
            basis=row["fee_basis"],
            currency=code_of(row["currency"]),
            low=row["fee_min"],
            high=row["fee_max"],
            service_model=row["service_model"],
            payment_mode=row["payment_mode"],
            date=row["date"],
            network=network,
            report=row["report"],
            group=row["group"],
            weak=row["weak"],
            statements=tuple(statements),
        )

    def _name(self, one: str) -> str:
        return self._names.get(one, one)


def code_of(currency: str) -> str:
    """The code of a currency; what has none stands as it was told."""
    return currency_code(currency) or currency.strip().upper()


def _political_statements(picture: Picture) -> Iterator[str]:
    """Statements that are put as a politician's, or whose row says `political` as kind of claim."""
    said = picture.statements.select(["id", "attribution"])
    by = _words(said["attribution"])
    told = [word for word in pc.unique(by).to_pylist() if word and _POLITICAL.search(word)]
    yield from said.filter(pc.is_in(by, value_set=pa.array(told, pa.string())))["id"].to_pylist()
    given = picture.tables.get("given_legs")
    if given is not None and "claim" in given.column_names:
        rows = dict(enumerate(given["claim"].to_pylist(), 1))
        for statement in picture.legs["statement"].to_pylist():
            _, row, _ = parse_statement_id(statement)
            if "political" in rows.get(row, "").casefold():
                yield statement

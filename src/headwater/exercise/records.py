"""Tables that agencies keep: calls, payments, seizures, crossings, adverts, decisions, people.

Each office heads its columns in its own language (data/table_headers.csv) and writes dates its own
way. Crossing logs name people being moved: those names are invented for the row and stand nowhere
else.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from headwater.exercise.names import CULTURES, invent_name, passport_spelling
from headwater.exercise.networks import Person
from headwater.exercise.streams import Stream
from headwater.exercise.tables import Agency, Place, agencies, places, stretches, table_headers
from headwater.exercise.telling import manner_of, spell_for
from headwater.exercise.workbook import Cell, workbook
from headwater.exercise.world import World

Row = dict[str, Cell]
_PLATFORMS = ("Telegraph Square", "ClipClap", "FaceWall")
_NATIONALITIES = {
    "ku": "IQ",
    "iq": "IQ",
    "ir": "IR",
    "af": "AF",
    "sy": "SY",
    "vn": "VN",
    "tr": "TR",
}


@dataclass(frozen=True, slots=True)
class Table:
    """One table file: where it lies, its kind, the office's language, its bytes, its row count."""

    file: str
    kind: str
    office: str
    language: str
    content: bytes
    rows: int


def plan_tables(world: World) -> list[tuple[str, Agency, date]]:
    """Which office keeps which table for which month (people's tables once a half-year)."""
    planned = []
    for number, month in enumerate(_months(world)):
        for agency in agencies():
            for place, kind in enumerate(agency.tables):
                slow = kind in {"nominals", "category_decisions", "subscribers"}
                every = 6 if slow or world.size.reports < 1000 else 1
                if number % every == (every - 1 if slow else place % every):
                    planned.append((kind, agency, month))
    return planned


def _months(world: World) -> list[date]:
    month, found = world.size.first.replace(day=1), []
    while month <= world.size.last:
        found.append(month)
        month = _next(month)
    return found


def _next(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def write_tables(world: World) -> Iterator[Table]:
    """Write every table, in the order of the plan."""
    plan = plan_tables(world)
    keepers: dict[str, int] = {}
    for kind, _, _ in plan:
        keepers[kind] = keepers.get(kind, 0) + 1
    desk = _Desk(world, keepers)
    for kind, agency, month in plan:
        yield desk.table(kind, agency, month)


class _Desk:
    """Fills the tables of one world."""

    def __init__(self, world: World, keepers: dict[str, int]) -> None:
        self.world, self.keepers = world, keepers
        self.ties = [tie for ties in world.ties_of.values() for tie in ties]
        self.call_ties = [tie for tie in self.ties if tie.layer != "co_travel"]
        self.heights = _heights([tie.weight for tie in self.call_ties])
        self.payments = sorted(
            (pay for pays in world.payments_of.values() for pay in pays),
            key=lambda pay: (pay.day, pay.payer, pay.payee, pay.amount),
        )
        self.fillers: dict[str, Callable[[Agency, date, Stream], Iterator[Row]]] = {
            "calls": self._calls,
            "payments": self._payments,
            "seizures": self._seizures,
            "crossings": self._crossings,
            "price_adverts": self._adverts,
            "category_decisions": self._decisions,
            "subscribers": self._subscribers,
            "nominals": self._nominals,
        }

    def table(self, kind: str, agency: Agency, month: date) -> Table:
        """Write one table file."""
        stream = Stream(self.world.seed, "table", kind, agency.code, month.isoformat())
        rows = list(self.fillers[kind](agency, month, stream))
        language = agency.languages[0]
        headers = table_headers()[kind, language]
        excel = stream.happens(0.12)
        name = f"{kind}_{month:%Y-%m}_{agency.code.lower()}.{'xlsx' if excel else 'csv'}"
        content = workbook(headers, rows) if excel else _csv(headers, rows, agency.date_form)
        file = f"{agency.code.lower()}/{month:%Y-%m}/{name}"
        return Table(file, kind, agency.code, language, content, len(rows))

    def _spelled(self, person: Person, agency: Agency) -> str:
        manner = manner_of(person.id, agency.code)
        return spell_for(person.name, agency.persona, manner, agency.languages[0])

    def _calls(self, _agency: Agency, month: date, stream: Stream) -> Iterator[Row]:
        people, days = self.world.people, (_next(month) - month).days
        for _ in range(max(5, self.world.size.calls // self.keepers["calls"])):
            tie = self.call_ties[bisect_left(self.heights, stream.share() * self.heights[-1])]
            one, other = people[tie.source], people[tie.target]
            if stream.happens(0.45):
                one, other = other, one
            text = tie.layer == "command" or stream.happens(0.4)
            start = datetime(month.year, month.month, 1) + timedelta(
                seconds=stream.whole(0, days * 86_400 - 1)
            )
            yield {
                "caller": stream.pick(one.phones),
                "called": stream.pick(other.phones),
                "start": start,
                "duration_s": 0 if text else int(5 + 400 * stream.share() ** 3),
                "kind": "message" if text else "call",
                "cell_place": "" if stream.happens(0.2) else places()[one.home].local,
            }

    def _payments(self, agency: Agency, month: date, stream: Stream) -> Iterator[Row]:
        days = [pay.day for pay in self.payments]
        first, end = bisect_left(days, month), bisect_left(days, _next(month))
        memos = ("ticket", "family", "loan", "work", "", "")
        for pay in self.payments[first:end]:
            if not stream.happens(0.5):
                continue
            payee = self.world.people[pay.payee]
            if pay.payer == "customer":
                payer = _traveller(stream)[0]
            else:
                payer = self._spelled(self.world.people[pay.payer], agency)
            yield {
                "date": pay.day,
                "payer": payer,
                "payee": payee.account
                if pay.method == "transfer"
                else self._spelled(payee, agency),
                "amount": pay.amount,
                "currency": pay.currency,
                "method": pay.method,
                "memo": stream.pick(memos),
            }

    def _seizures(self, agency: Agency, month: date, stream: Stream) -> Iterator[Row]:
        finds: list[tuple[date, Place, str, int, int]] = []
        for seizure in self.world.seizures:
            where = places()[seizure.place]
            if month <= seizure.day < _next(month) and where.country in agency.countries:
                values = [seizure.value] + [0] * len(seizure.articles)
                for (article, count), value in zip(seizure.articles, values, strict=False):
                    finds.append((seizure.day, where, article, count, value))
        if not finds or stream.happens(0.3):  # a find nobody tied to a network
            where = stream.pick([p for p in places().values() if p.country in agency.countries])
            day = month + timedelta(days=stream.whole(0, 27))
            article = stream.pick(("document", "phone", "life_jacket"))
            finds.append((day, where, article, stream.whole(1, 30), 0))
        for day, where, article, count, value in finds:
            yield {
                "date": day,
                "place": where.local,
                "country": where.country,
                "article": article,
                "quantity": count,
                "unit": "piece",
                "value": value or "",
                "currency": "EUR" if value else "",
                "agency": agency.name,
            }

    def _crossings(self, agency: Agency, month: date, stream: Stream) -> Iterator[Row]:
        legs = [
            stretch
            for stretch in stretches()
            if places()[stretch.origin].country in agency.countries
            or places()[stretch.destination].country in agency.countries
        ]
        for _ in range(self.world.size.crossings):
            name, nationality, birth = _traveller(stream)
            stretch = stream.pick(legs)
            yield {
                "date": month + timedelta(days=stream.whole(0, 27)),
                "place": places()[stretch.destination].local,
                "direction": stream.weighted(("entry", "exit"), (80, 20)),
                "name": name,
                "nationality": nationality,
                "birth_date": birth,
                "persons": stream.weighted((1, 2, 3, 4, 5), (70, 12, 8, 6, 4)),
                "mode": stretch.mode,
            }

    def _adverts(self, _agency: Agency, month: date, stream: Stream) -> Iterator[Row]:
        posting = [n for n in self.world.networks if any(person.handle for person in n.people)]
        for network in [n for n in posting if stream.happens(0.6)] or posting[:1]:
            poster = stream.pick([person for person in network.people if person.handle])
            leg = stream.pick(network.legs)
            start, finish = places()[leg.stretch.origin], places()[leg.stretch.destination]
            yield {
                "date": month + timedelta(days=stream.whole(0, 27)),
                "platform": stream.pick(_PLATFORMS),
                "handle": poster.handle,
                "from": start.name,
                "to": finish.name,
                "mode": leg.stretch.mode,
                "price_min": leg.fee_low,
                "price_max": leg.fee_high,
                "currency": leg.stretch.currency,
                "basis": leg.stretch.basis,
                "text": f"{start.name} - {finish.name}, safe, write now",
            }

    def _known(self, agency: Agency, month: date) -> Iterator[tuple[Person, Stream]]:
        """People an office came to know in the half-year that ends with a month.

        Those who run the trade are known least; each office has its own few.
        """
        span = (self.world.size.last - self.world.size.first).days
        end = (_next(month) - self.world.size.first).days / span
        for person in self.world.people.values():
            own = Stream(self.world.seed, "known", agency.code, person.id)
            known = own.happens(0.2 if person.role in {"organiser", "hawaladar"} else 0.35)
            if known and end - 184 / span <= own.share() < end:
                yield person, own

    def _decisions(self, agency: Agency, month: date, _stream: Stream) -> Iterator[Row]:
        for person, own in self._known(agency, month):
            if own.happens(0.25):  # nobody decided: the person stays uncategorised
                continue
            category = person.category
            if person.possibly_coerced and own.happens(0.3):
                category = "suspect"  # officers err, and later correct it or not
            yield {
                "person": self._spelled(person, agency),
                "category": category,
                "case": f"{agency.code}/{person.network[1:]}/{month.year}",
                "author": f"officer {own.whole(100, 199)}",
                "reason": _reason(category),
                "date": month + timedelta(days=own.whole(0, 27)),
                "phone": person.phones[0],
            }

    def _subscribers(self, agency: Agency, month: date, _stream: Stream) -> Iterator[Row]:
        for person, own in self._known(agency, month):
            for phone in person.phones:
                other = own.happens(0.15)  # a number in somebody else's name
                name = invent_name(own, person.name.culture) if other else person.name
                manner = manner_of(person.id, agency.code)
                yield {
                    "phone": phone,
                    "name": spell_for(name, agency.persona, manner, agency.languages[0]),
                    "address_place": places()[person.home].local,
                    "from": self.world.size.first - timedelta(days=own.whole(10, 700)),
                }

    def _nominals(self, agency: Agency, month: date, _stream: Stream) -> Iterator[Row]:
        networks = self.world.network
        for person, own in self._known(agency, month):
            if person.category in {"being_moved", "victim"} and own.happens(0.8):
                continue
            birth: Cell = person.birth if own.happens(0.7) else person.birth.replace(month=1, day=1)
            papers = own.happens(0.5)
            yield {
                "id": f"{agency.code}-{own.whole(100_000, 999_999)}",
                "name": self._spelled(person, agency),
                "alias": person.name.byname,
                "birth_date": birth if own.happens(0.8) else "",
                "phone": person.phones[0] if own.happens(0.8) else "",
                "document": person.document if papers else "",
                "document_issuer": person.issuer if papers else "",
                "plate": person.plate,
                "plate_country": person.plate_country,
                "network": networks[person.network].label,
                "role": person.role if own.happens(0.7) else "",
            }


def _reason(category: str) -> str:
    return {
        "suspect": "function in the group shown by two reports",
        "convicted": "judgment in force",
        "victim": "signs of threat and debt",
        "being_moved": "travelled with the group, no function shown",
    }[category]


def _traveller(stream: Stream) -> tuple[str, str, date]:
    """An invented traveller for one row: name as the passport has it, nationality, birth date."""
    culture = stream.pick(CULTURES if stream.happens(0.1) else tuple(_NATIONALITIES))
    name = invent_name(stream, culture, "f" if stream.happens(0.25) else "m")
    birth = date(2025, 1, 1) - timedelta(days=stream.whole(5 * 365, 50 * 365))
    if stream.happens(0.25):
        birth = birth.replace(month=1, day=1)
    written = passport_spelling(name) if stream.happens(0.5) else name.plain
    return written, _NATIONALITIES.get(culture, culture.upper()), birth


def _heights(weights: list[float]) -> list[float]:
    total, found = 0.0, []
    for weight in weights:
        total += weight
        found.append(total)
    return found


def _csv(headers: dict[str, str], rows: list[Row], date_form: str) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(headers.values())
    for row in rows:
        writer.writerow([_cell(row[column], date_form) for column in headers])
    return written.getvalue().encode()


def _cell(cell: Cell, date_form: str) -> str | int:
    if isinstance(cell, datetime):
        form = "%d.%m.%Y %H:%M:%S" if date_form == "dotted" else "%Y-%m-%dT%H:%M:%S"
        return cell.strftime(form)
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y") if date_form == "dotted" else cell.isoformat()
    return cell

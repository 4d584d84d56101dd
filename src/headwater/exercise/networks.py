"""Who is in the world: networks, their people by role, and the legs they run.

Roles are those of the field (organiser, coordinator, broker ...). Organisers keep away from the
road and almost from the phone; drivers, guides and pilots are seen most. Small hands, and most
pilots, are people being moved who work for their passage: their true category is `being_moved` or
`victim`, never suspect, and those under pressure carry `possibly_coerced`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from headwater.exercise.names import CULTURES, FullName, invent_name
from headwater.exercise.streams import Stream
from headwater.exercise.tables import Stretch, places, stretches

# role: least and most in one network
ROLE_COUNTS = {
    "organiser": (1, 2),
    "coordinator": (2, 3),
    "broker": (2, 3),
    "hawaladar": (1, 2),
    "equipment_supplier": (0, 1),
    "forger": (0, 1),
    "recruiter": (1, 3),
    "advertiser": (0, 1),
    "transporter": (1, 2),
    "driver": (3, 5),
    "guide": (2, 4),
    "pilot": (0, 3),
    "safe_house_keeper": (1, 3),
    "lookout": (1, 2),
    "enforcer": (0, 2),
    "small_hand": (2, 4),
}
_CORRIDORS = ("north", "west", "coast", "kosovo", "east", "channel", "lorry")
_CORRIDOR_WEIGHTS = (5, 5, 3, 2, 3, 6, 1)
_LABELS = ("Heron", "Juniper", "Slate", "Ember", "Linden", "Otter", "Cobalt", "Thistle", "Marten")
_SECOND = ("line", "crew", "circle", "house", "road", "ring", "yard")
_PREFIXES = {
    "RS": ("+38160", "+38163", "+38164"),
    "BA": ("+38761", "+38762"),
    "MK": ("+38970", "+38971"),
    "BG": ("+35987", "+35988"),
    "AL": ("+35567", "+35569"),
    "XK": ("+38344", "+38349"),
    "TR": ("+90532", "+90541"),
    "DE": ("+49151", "+49176"),
}
_HOME = {
    "north": ("RS", "BG", "TR"),
    "west": ("RS", "MK", "BA"),
    "coast": ("AL", "BA"),
    "kosovo": ("XK", "AL", "RS"),
    "east": ("BG", "TR"),
    "channel": ("FR", "GB", "DE"),
    "lorry": ("DE", "FR", "GB"),
    "whole": ("TR", "GB"),
}
_LOCAL = {"RS": "rs", "BA": "ba", "MK": "mk", "BG": "bg", "AL": "al", "XK": "xk", "TR": "tr"}


@dataclass(frozen=True, slots=True)
class Person:
    """One person in a network, with what is truly theirs."""

    id: str
    network: str
    role: str
    name: FullName
    birth: date
    category: str
    possibly_coerced: bool
    phones: tuple[str, ...]
    handle: str
    plate: str
    plate_country: str
    document: str
    issuer: str
    account: str
    home: str


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch as one network runs it; the fee in the stretch's currency and basis."""

    id: str
    network: str
    stretch: Stretch
    fee_low: int
    fee_high: int
    hours: float
    payment: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Network:
    """A group of people who run some legs together."""

    id: str
    label: str
    corridor: str
    cultures: tuple[str, ...]
    service: str
    strength: float
    people: tuple[Person, ...]
    legs: tuple[Leg, ...]

    def holding(self, *roles: str) -> tuple[Person, ...]:
        """People of these roles."""
        return tuple(person for person in self.people if person.role in roles)


def found_network(seed: int, number: int, first: date, last: date) -> Network:
    """Make network `number` of the world, working from `first` to `last`."""
    stream = Stream(seed, "network", number)
    if number < len(_CORRIDORS):  # every corridor is run by somebody
        corridor = _CORRIDORS[number]
    else:
        corridor = stream.weighted(_CORRIDORS, _CORRIDOR_WEIGHTS)
    ident = f"N{number:04d}"
    label = f"{stream.pick(_LABELS)} {stream.pick(_SECOND)}"
    if number >= len(_CORRIDORS):
        label += f" {number}"
    cultures = tuple(stream.some(CULTURES, stream.whole(2, 3)))
    if corridor in {"channel", "lorry"}:
        cultures = ("ku", *cultures) if stream.happens(0.6) else ("vn", *cultures)
    if corridor == "kosovo":
        cultures = ("xk", "al", *cultures)
    legs = _run_legs(seed, ident, corridor, (first, last))
    people = _hire(seed, ident, corridor, cultures)
    service = stream.weighted(("full_package", "per_leg"), (2, 3))
    return Network(
        ident, label, corridor, cultures, service, stream.between(0.4, 1.6), people, legs
    )


def _run_legs(seed: int, network: str, corridor: str, period: tuple[date, date]) -> tuple[Leg, ...]:
    stream = Stream(seed, "legs", network)
    own = [stretch for stretch in stretches() if stretch.corridor == corridor]
    length = min(len(own), stream.whole(3, 7))
    start = stream.whole(0, len(own) - length)
    chosen = own[start : start + length]
    if stream.happens(0.15):
        chosen.append(stream.pick([s for s in stretches() if s.corridor == "whole"]))
    first, last = period
    days = (last - first).days
    legs = []
    for place, stretch in enumerate(chosen):
        late, early = stream.happens(0.15), stream.happens(0.1)
        middle = (stretch.fee_low + stretch.fee_high) / 2
        low = stream.between(stretch.fee_low, middle)
        high = max(low, stream.between(middle, stretch.fee_high))
        step = 5 if stretch.fee_high < 100 else 10 if stretch.fee_high < 500 else 50
        legs.append(
            Leg(
                id=f"{network}-L{place + 1:02d}",
                network=network,
                stretch=stretch,
                fee_low=_rounded(low, step, stretch),
                fee_high=_rounded(high, step, stretch),
                hours=round(stream.between(stretch.hours_low, stretch.hours_high), 1),
                payment=stream.weighted(
                    ("upfront", "escrow", "on_arrival", "in_kind", "debt"), (30, 40, 15, 5, 10)
                ),
                start=first + timedelta(days=stream.whole(30, days // 2) if late else 0),
                end=last - timedelta(days=stream.whole(30, days // 3) if early else 0),
            )
        )
    return tuple(legs)


def _rounded(fee: float, step: int, stretch: Stretch) -> int:
    return min(max(round(fee / step) * step, stretch.fee_low), stretch.fee_high)


def _hire(seed: int, network: str, corridor: str, cultures: tuple[str, ...]) -> tuple[Person, ...]:
    stream = Stream(seed, "hire", network)
    roles: list[str] = []
    for role, (least, most) in ROLE_COUNTS.items():
        if role in {"pilot", "equipment_supplier"}:
            least, most = (2, 4) if corridor == "channel" else (0, 1 if role != "pilot" else 0)
        roles += [role] * stream.whole(least, most)
    return tuple(
        _person(seed, f"{network}-P{place + 1:02d}", role, (corridor, cultures))
        for place, role in enumerate(roles)
    )


def _person(seed: int, ident: str, role: str, setting: tuple[str, tuple[str, ...]]) -> Person:
    stream = Stream(seed, "person", ident)
    corridor, cultures = setting
    country = stream.pick(_HOME[corridor])
    culture = stream.pick(cultures)
    if role in {"driver", "transporter", "safe_house_keeper"} and country in _LOCAL:
        culture = _LOCAL[country] if stream.happens(0.7) else culture
    if role in {"pilot", "small_hand"}:
        culture = stream.pick(("ku", "iq", "ir", "af", "sy", "vn"))
    moved = role == "small_hand" or (role == "pilot" and stream.happens(0.7))
    coerced = role == "small_hand" or (moved and stream.happens(0.6))
    female = stream.happens(0.1)
    name = invent_name(stream, culture, "f" if female else "m")
    youngest, oldest = (16, 27) if moved else (22, 58)
    birth = date(2025, 1, 1) - timedelta(days=stream.whole(youngest * 365, oldest * 365))
    phones = {"organiser": 1, "small_hand": 1, "coordinator": 3}.get(role, stream.whole(1, 2))
    wheels = role in {"driver", "transporter", "coordinator"} or stream.happens(0.1)
    plate_country = stream.pick(_HOME[corridor]) if wheels else ""
    near = [p.id for p in places().values() if p.country == country and p.kind != "border_segment"]
    return Person(
        id=ident,
        network=ident[:5],
        role=role,
        name=name,
        birth=birth,
        category=_true_category(stream, moved, coerced),
        possibly_coerced=coerced,
        phones=tuple(_phone(stream, country) for _ in range(phones)),
        handle=_handle(stream) if role in {"advertiser", "broker", "recruiter"} else "",
        plate=_plate(stream, plate_country) if plate_country else "",
        plate_country=plate_country,
        document=f"{stream.pick('ABEGKNP')}{stream.whole(1000000, 9999999)}",
        issuer=country,
        account=f"{country}{stream.whole(10, 99)} {stream.whole(10**11, 10**12 - 1)}",
        home=stream.pick(near),
    )


def _true_category(stream: Stream, moved: bool, coerced: bool) -> str:
    if coerced:
        return "victim" if stream.happens(0.5) else "being_moved"
    if moved:
        return "being_moved"
    return stream.weighted(("suspect", "convicted"), (92, 8))


def _phone(stream: Stream, country: str) -> str:
    # France and the United Kingdom keep numbers for fiction, which are used here.
    if country == "FR":
        return f"+3363998{stream.whole(0, 9999):04d}"
    if country == "GB":
        return f"+447700900{stream.whole(0, 999):03d}"
    prefix = stream.pick(_PREFIXES[country])
    digits = {"+355": 7, "+383": 6, "+389": 6, "+359": 7, "+387": 6, "+381": 7}.get(prefix[:4], 7)
    return prefix + "".join(str(stream.whole(0, 9)) for _ in range(digits))


def _handle(stream: Stream) -> str:
    first = stream.pick(("safar", "yolcu", "rruga", "put", "europa", "qacax", "travel", "visa"))
    return f"@{first}_{stream.pick(('vip', 'uk', 'fast', 'safe', 'line'))}{stream.whole(1, 999)}"


def _plate(stream: Stream, country: str) -> str:
    def letters(count: int, alphabet: str = "ABCEHKMPTX") -> str:
        return "".join(stream.pick(alphabet) for _ in range(count))

    number = stream.whole(100, 999)
    forms = {
        "RS": f"{stream.pick(('BG', 'SU', 'NI', 'SO', 'VR', 'NP'))}-{number}-{letters(2)}",
        "BA": f"{letters(1, 'AEJKMOT')}{stream.whole(10, 99)}-{letters(1, 'AEJKMOT')}-{number}",
        "MK": f"{stream.pick(('SK', 'KU', 'GE', 'VE'))}-{number}{stream.whole(0, 9)}-{letters(2)}",
        "BG": f"{stream.pick(('CB', 'PB', 'X', 'BH'))} {number}{stream.whole(0, 9)} {letters(2)}",
        "AL": f"A{letters(1)} {number} {letters(2)}",
        "XK": f"0{stream.whole(1, 7)}-{number}-{letters(2)}",
        "TR": f"{stream.pick(('34', '22', '35'))} {letters(3)} {number}",
        "DE": f"{stream.pick(('M', 'OS', 'E', 'F'))}-{letters(2)} {number}{stream.whole(0, 9)}",
        "FR": f"{letters(2)}-{number}-{letters(2)}",
        "GB": f"{letters(2)}{stream.whole(10, 25)} {letters(3)}",
    }
    return forms[country]

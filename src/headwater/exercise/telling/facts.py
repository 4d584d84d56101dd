"""What a report states: events of the true world as one agency comes to know them.

An event has slots (who, where, when, how many, how much); a slot's value keeps its normal form and
the entity it is about, so that what a reader takes from the text can be scored. Some values are
wrong on purpose: they carry `accurate` false.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from headwater.exercise.networks import Leg, Network, Person
from headwater.exercise.streams import Stream
from headwater.exercise.tables import Agency, Place, places
from headwater.exercise.trade import Launch, Payment
from headwater.exercise.world import World

# how often a role comes to notice: those on the road far more than those who run it
SEEN = {
    "organiser": 2.0,
    "coordinator": 5.0,
    "broker": 4.0,
    "hawaladar": 2.5,
    "equipment_supplier": 3.0,
    "forger": 1.5,
    "recruiter": 4.0,
    "advertiser": 3.0,
    "transporter": 6.0,
    "driver": 14.0,
    "guide": 11.0,
    "pilot": 9.0,
    "safe_house_keeper": 5.0,
    "lookout": 5.0,
    "enforcer": 3.0,
    "small_hand": 3.0,
}
MODALITY = {"planned": "planned", "attempted": "attempted", "denied": "denied", "advert": "alleged"}


@dataclass(frozen=True, slots=True)
class Money:
    """A fee or an amount; `basis` is empty for an amount that was paid."""

    low: int
    high: int
    currency: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a slot. `normal` is its normal form, `entity` whom or what it is about."""

    raw: Person | Place | Money | date | int | str | tuple[tuple[str, int], ...]
    normal: str
    entity: str = ""
    accurate: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """One thing stated: its kind, its modality (done, planned, alleged ...), its slots."""

    kind: str
    modality: str
    slots: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Story:
    """What one report is about: the day of the information, the network, the events."""

    day: date
    network: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the teller stands: the leg and day at hand, and the draws."""

    world: World
    network: Network
    leg: Leg
    day: date
    stream: Stream


def _person(person: Person) -> Value:
    return Value(person, person.id, person.id)


def _place(ident: str) -> Value:
    return Value(places()[ident], ident, ident)


def _day(day: date) -> Value:
    return Value(day, day.isoformat())


def _count(count: int) -> Value:
    # Words for one person, and for 21, 31 ..., need other forms: counts avoid them.
    if count % 10 == 1:
        count += 1
    return Value(count, str(count))


def _money(money: Money, entity: str = "") -> Value:
    span = f"{money.low}-{money.high}" if money.high > money.low else str(money.low)
    return Value(money, f"{money.currency} {span} {money.basis}".strip(), entity)


def _fee(scene: Scene) -> Value:
    leg, stream = scene.leg, scene.stream
    low, high = leg.fee_low, leg.fee_high
    if stream.happens(0.4):
        low = high = max(low, round(stream.between(low, high) / 50) * 50)
    return _money(Money(low, max(low, high), leg.stretch.currency, leg.stretch.basis), leg.id)


def _seen(scene: Scene, *roles: str) -> Person:
    people = scene.network.holding(*roles) if roles else scene.network.people
    people = people or scene.network.people
    return scene.stream.weighted(people, [SEEN[person.role] for person in people])


def _ends(scene: Scene) -> dict[str, Value]:
    stretch = scene.leg.stretch
    return {
        "p": _place(stretch.origin),
        "q": _place(stretch.destination),
        "mode": Value(stretch.mode, stretch.mode, scene.leg.id),
    }


def _net(scene: Scene) -> Value:
    return Value(scene.network.label, scene.network.id, scene.network.id)


def _role(person: Person) -> Value:
    return Value(person.role, person.role, person.id)


def _trip(scene: Scene) -> dict[str, Value]:
    person = _seen(scene, "driver", "guide", "transporter", "coordinator", "recruiter", "broker")
    load = {"lorry": (2, 18), "van": (8, 28), "boat": (3, 9), "foot": (6, 40)}
    stretch = scene.leg.stretch
    low, high = (30, 70) if stretch.at_sea else load.get(stretch.mode, (2, 6))
    slots = {
        "a": _person(person),
        "role": _role(person),
        "n": _count(scene.stream.whole(low, high)),
    }
    if person.plate:
        slots["plate"] = Value(person.plate, f"{person.plate_country} {person.plate}", person.id)
    return slots | _ends(scene) | {"d": _day(scene.day), "net": _net(scene)}


def _plan(scene: Scene) -> dict[str, Value]:
    ahead = scene.day + timedelta(days=scene.stream.whole(1, 6))
    return _trip(scene) | {"d": _day(ahead)}


def _pricing(scene: Scene) -> dict[str, Value]:
    slots = {"a": _person(_seen(scene, "broker", "recruiter", "coordinator", "driver"))}
    payment = Value(scene.leg.payment, scene.leg.payment, scene.leg.id)
    return slots | _ends(scene) | {"fee": _fee(scene), "pay": payment}


def _phone(scene: Scene) -> dict[str, Value]:
    person = _seen(scene)
    number = scene.stream.pick(person.phones)
    return {"a": _person(person), "phone": Value(number, number, person.id), "d": _day(scene.day)}


def _handle(scene: Scene) -> dict[str, Value]:
    holders = [person for person in scene.network.people if person.handle]
    person = scene.stream.pick(holders)
    handle = Value(person.handle, person.handle, person.id)
    return {"a": _person(person), "handle": handle, "fee": _fee(scene)} | _ends(scene)


def _belonging(scene: Scene) -> dict[str, Value]:
    person = _seen(scene)
    return {"a": _person(person), "role": _role(person), "net": _net(scene), "d": _day(scene.day)}


def _order(scene: Scene) -> dict[str, Value]:
    boss = scene.stream.pick(scene.network.holding("organiser"))
    return {"a": _person(boss), "b": _person(_seen(scene, "coordinator"))}


def _meeting(scene: Scene) -> dict[str, Value]:
    ties = scene.world.ties_of[scene.network.id]
    tie = scene.stream.weighted(ties, [0.3 + each.weight for each in ties])
    people = scene.world.people
    where = _place(scene.stream.pick((scene.leg.stretch.origin, scene.leg.stretch.destination)))
    one, other = _person(people[tie.source]), _person(people[tie.target])
    return {"a": one, "b": other, "p": where, "d": _day(scene.day)}


def _vehicle(scene: Scene) -> dict[str, Value]:
    person = scene.stream.pick([each for each in scene.network.people if each.plate])
    plate = Value(person.plate, f"{person.plate_country} {person.plate}", person.id)
    return {"a": _person(person), "plate": plate} | _ends(scene) | {"d": _day(scene.day)}


def _equipment(stream: Stream, boats: int) -> Value:
    listed: list[tuple[str, int]] = [("boat", boats)]
    for article, low, high in (("engine", 1, boats + 2), ("pump", 2, 20), ("life_jacket", 10, 120)):
        if stream.happens(0.5):
            listed.append((article, stream.whole(low, high)))
    return Value(tuple(listed), ";".join(f"{article}:{count}" for article, count in listed))


def _stored(scene: Scene) -> dict[str, Value]:
    keeper = _seen(scene, "equipment_supplier", "safe_house_keeper")
    place = scene.stream.pick(("osnabruck", "essen", "kapitan-andreevo", "lille", "ghent", "sofia"))
    equipment = _equipment(scene.stream, scene.stream.whole(2, 12))
    return {"a": _person(keeper), "eq": equipment, "p": _place(place), "d": _day(scene.day)}


def _waiting(scene: Scene) -> dict[str, Value]:
    keeper = _person(_seen(scene, "safe_house_keeper"))
    count = _count(scene.stream.whole(4, 45))
    return {"a": keeper, "n": count} | _ends(scene) | {"d": _day(scene.day), "net": _net(scene)}


def _settlements(scene: Scene) -> list[Payment]:
    """Payments among the network's own people, by day."""
    return [pay for pay in scene.world.payments_of[scene.network.id] if pay.payer != "customer"]


def _paid(scene: Scene) -> dict[str, Value]:
    payments = _settlements(scene)
    paid = payments[bisect_right([pay.day for pay in payments], scene.day) - 1]
    people = scene.world.people
    amount = _money(Money(paid.amount, paid.amount, paid.currency), paid.payee)
    one, other = _person(people[paid.payee]), _person(people[paid.payer])
    return {"a": one, "b": other, "amount": amount} | _ends(scene) | {"d": _day(paid.day)}


def _at_sea(launch: Launch) -> dict[str, Value]:
    return {
        "n": Value(launch.persons, str(launch.persons), launch.id),
        "p": _place(launch.place),
        "d": _day(launch.day),
        "dead": Value(launch.dead, str(launch.dead), launch.id),
        "missing": Value(launch.missing, str(launch.missing), launch.id),
    }


BUILDERS: dict[str, Callable[[Scene], dict[str, Value]]] = {
    "movement": _trip,
    "fee": _pricing,
    "phone": _phone,
    "handle": _handle,
    "role": _belonging,
    "order": _order,
    "meeting": _meeting,
    "vehicle": _vehicle,
    "stored": _stored,
    "advert": _handle,
    "observation": _waiting,
    "payment": _paid,
    "coerced": _waiting,
    "coerced_helm": _waiting,
    "aid": _waiting,
    "shift": _waiting,
    "planned": _plan,
    "attempted": _trip,
    "denied": _belonging,
    "control": _waiting,
    "waiting": _waiting,
}
_WEIGHTS = (22, 16, 12, 4, 9, 2, 7, 7, 4, 4, 10, 5, 2, 3, 2, 2, 4, 3, 2, 2, 6)


def _possible(kind: str, scene: Scene) -> bool:
    if kind in {"handle", "advert"}:
        return any(person.handle for person in scene.network.people)
    if kind == "coerced_helm":
        return scene.leg.stretch.at_sea
    if kind == "payment":
        settled = _settlements(scene)
        return bool(settled) and settled[0].day <= scene.day
    return kind != "stored" or bool(scene.network.holding("equipment_supplier"))


def tell_story(world: World, agency: Agency, day: date, stream: Stream) -> Story:
    """Draw what `agency` came to know about the days up to `day`."""
    special = stream.share()
    if special < 0.14 and agency.code in {"OLC", "CTD"}:
        launch = world.launch_near(day)
        if launch:
            return _launch_story(launch)
    if special < 0.09:
        return _seizure_story(world, day, stream)
    if special < 0.16:
        return _arrest_story(world, day, stream)
    scene = _scene(world, agency, day, stream)
    kinds = tuple(BUILDERS)
    events = []
    for _ in range(stream.weighted((1, 2, 3, 4), (30, 35, 25, 10))):
        kind = stream.weighted(kinds, _WEIGHTS)
        if _possible(kind, scene):
            slots = _mistake(stream, BUILDERS[kind](scene))
            events.append(Event(kind, MODALITY.get(kind, "done"), slots))
    if not events:
        events.append(Event("movement", "done", _mistake(stream, _trip(scene))))
    return Story(scene.day, scene.network.id, tuple(events))


def _scene(world: World, agency: Agency, day: date, stream: Stream) -> Scene:
    legs = world.legs_seen[agency.code]
    leg = stream.pick(legs)
    for _ in range(6):
        if leg.start <= day <= leg.end:
            break
        leg = stream.pick(legs)
    day = min(max(day, leg.start), leg.end)
    return Scene(world, world.network[leg.network], leg, day, stream)


def _launch_story(launch: Launch) -> Story:
    slots = _at_sea(launch)
    events = [Event("launch", "done", slots)]
    if launch.dead:
        events.append(Event("death", "done", slots))
    return Story(launch.day, launch.network, tuple(events))


def _seizure_story(world: World, day: date, stream: Stream) -> Story:
    seizure = world.seizure_near(day)
    value = Value(
        seizure.articles,
        ";".join(f"{name}:{count}" for name, count in seizure.articles),
        seizure.id,
    )
    slots = {"eq": value, "p": _place(seizure.place), "d": _day(seizure.day)}
    return Story(seizure.day, seizure.network, (Event("seizure", "done", _mistake(stream, slots)),))


def _arrest_story(world: World, day: date, stream: Stream) -> Story:
    arrest = world.arrest_near(day)
    person = world.people[arrest.person]
    network = world.network[person.network]
    slots = {
        "a": _person(person),
        "p": _place(arrest.place),
        "d": _day(arrest.day),
        "role": _role(person),
        "net": Value(network.label, network.id, network.id),
    }
    events = [Event("arrest", "done", _mistake(stream, slots))]
    if stream.happens(0.5):
        kind = stream.pick(("role", "denied"))
        events.append(Event(kind, MODALITY.get(kind, "done"), slots))
    return Story(arrest.day, person.network, tuple(events))


def _mistake(stream: Stream, slots: dict[str, Value]) -> dict[str, Value]:
    """Get one value wrong in about one event of fifteen."""
    if not stream.happens(0.07):
        return slots
    slot = stream.pick([name for name in ("n", "d", "p", "phone", "fee") if name in slots] or ["a"])
    wrong = _wrong(stream, slots[slot])
    return {**slots, slot: wrong}


def _wrong(stream: Stream, value: Value) -> Value:
    raw = value.raw
    wrong = value
    if isinstance(raw, date):
        wrong = _day(raw - timedelta(days=stream.whole(1, 9)))
    elif isinstance(raw, int):
        wrong = _count(max(2, round(raw * stream.pick((0.6, 0.8, 1.3, 1.7)))))
    elif isinstance(raw, Place):
        wrong = _place(stream.pick(tuple(places())))
    elif isinstance(raw, Money):
        wrong = _money(Money(raw.low * 2, raw.high * 2, raw.currency, raw.basis))
    elif isinstance(raw, str) and raw.startswith("+"):
        turned = raw[:-2] + raw[-1] + raw[-2]
        wrong = Value(turned, turned)
    if wrong.normal == value.normal:
        return value
    return replace(wrong, entity=value.entity, accurate=False)

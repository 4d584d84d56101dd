"""Acts: seizures, arrests, launches, supplies, deaths, sightings; one sentence at a time."""

import re

from headwater.intake.reading.claim import Voice
from headwater.intake.reading.events.frame import EQUIPMENT, Frame
from headwater.intake.reading.grammar import Amount, Quantity, plain
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Span
from headwater.intake.reading.people import POLICE, Person

# Between people who are listed: "A (34), B and the driver C".
_LISTED = re.compile(
    r"(?:\s?\([^()\n]{1,40}\))?\s?,?\s?"
    r"(?:(?:and|with|i|и|dhe|te|kao i|као и|si dhe|както и|како и)\s)?"
    r"(?:[a-zčćžšđëçа-џ-]+\s){0,3}"
)
_BY = re.compile(r"\b(?:by|od strane|од стране|од страна на|от страна на|nga|për llogari të)\s$")
# The active of "seize": with somebody else than a public body before it, it is robbery.
_TAKES = re.compile(
    r"(?:eo|io|el[aie]|il[aie]|ео|ио|ел[аие]?|ил[аие]?|иззе|конфискува|одзеде|seized?s?|"
    r"confiscated|took \w+|sekuestroi|konfiskoi)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|u|се|са|su)\s$", re.IGNORECASE)
_EXTORTED = re.compile(
    r"\b(?:extort|robbed|ransom|iznu[dđ]|ucen|ucjen|opljačk|otkupnin|изну[дђ]|уцен|уцјен|опљачк|"
    r"откупнин|изнуд|откуп|zhvat|grabit)",
    re.IGNORECASE,
)
_BESIDE = 30
_PEOPLE = ("persons", "migrants", "arrivals")
# What stands before boats and engines that are not the trade's, or not there.
_NOT_OF_THE_TRADE = re.compile(
    r"\b(?:no|not|any|without|for|into|onto|aboard|rescue|patrol|fishing|cars?|vehicles?|tourist|"
    r"nema\w*|nisu|nije|bez|spasilačk\w*|patroln\w*|ribarsk\w*|turističk\w*|"
    r"нема\w*|нису|није|не|без|спасилачк\w*|спасувачк\w*|патролн\w*|рибарск\w*|"
    r"čeka\w*|чека\w*|чака\w*|prisn\w*|prit[ië]\w*|"
    r"няма|спасителн\w*|патрулн\w*|риболовн\w*|рибарск\w*|nuk|pa|s'ka|peshkimi|shpëtimi|patrullimi)"
    r"\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_NEVER_GOODS = {"humanitarian"}  # safety gear and aid are never equipment of the trade


def acts(frame: Frame) -> None:
    """Propose what happened in a sentence."""
    _incident(frame)
    _arrests(frame)
    _seizures(frame)
    _launch(frame)
    _supplies(frame)
    _counts(frame)
    _sighting(frame)


def _goods(frame: Frame) -> list[Quantity]:
    return [q for q in frame.quantities if q.kind == "article" and q.counts not in _NEVER_GOODS]


def _incident(frame: Frame) -> None:
    lost = [q for q in frame.quantities if q.kind in ("dead", "missing")]
    if not lost:
        return
    about = (frame.draft.fresh(), "Incident")
    voice = frame.voice(lost[0].span[0])
    for quantity in lost:
        frame.say_number(about, quantity.kind, quantity, voice)
    frame.say_place(about, "place", frame.where, voice)
    frame.say_date(about, voice)


def _arrests(frame: Frame) -> None:
    words = [word for word in frame.hits("arrested") if not _of_a_vehicle(frame, word)]
    if not words:
        return
    word = words[0]
    clause = frame.passage.clause_at(word.start)
    moved = bool(frame.of("migrants"))
    people = [pair for pair in _arrested(frame, word) if not moved or _within(pair[1], clause)]
    held = [
        one
        for one in frame.of("persons", "suspects")
        if one not in frame.used and (not moved or _beside(one, word))
    ]
    place = frame.where_at(word.start)
    if people:
        for pair in people:
            _arrest(frame, word, pair)
    elif held:
        _arrest(frame, word, None, held[0])
    elif place and not moved:
        _arrest(frame, word, None)


def _arrest(
    frame: Frame, word: Hit, pair: tuple[Person, Span] | None, held: Quantity | None = None
) -> None:
    about = (frame.draft.fresh(), "Arrest")
    voice = frame.voice(word.start, police=True)
    if pair:
        frame.draft.say(about, "person", f"@{pair[0].mention}", pair[1], voice)
    if held:
        frame.say_number(about, "persons", held, voice)
    _agency(frame, about, word)
    frame.say_place(about, "place", frame.where_at(word.start), voice)
    frame.say_date(about, voice)


def _of_a_vehicle(frame: Frame, word: Hit) -> bool:
    """Whether a word that says stopped as well as arrested stands in a sentence of a vehicle."""
    stopped = frame.passage.text[word.start : word.end].lower().removeprefix("u ")
    return bool(frame.vehicles) and stopped.startswith(("ndal", "задърж", "zadrž", "задрж"))


def _within(span: Span, other: Span) -> bool:
    return other[0] <= span[0] < other[1]


def _beside(quantity: Quantity, word: Hit) -> bool:
    start, end = quantity.span[0], quantity.words[1]
    return 0 <= start - word.end < _BESIDE or 0 <= word.start - end < _BESIDE


def _arrested(frame: Frame, word: Hit) -> list[tuple[Person, Span]]:
    """Who was arrested: the one person named, or those listed nearest to the word."""
    text = frame.passage.text
    people = [
        pair
        for pair in frame.people
        if not _BY.search(text, max(frame.span[0], pair[1][0] - 14), pair[1][0])
    ]
    if not people:
        return []
    nearest = min(people, key=lambda p: min(abs(p[1][0] - word.end), abs(word.start - p[1][1])))
    at = people.index(nearest)
    first = last = at
    while first and _LISTED.fullmatch(text, people[first - 1][1][1], people[first][1][0]):
        first -= 1
    while last + 1 < len(people) and _LISTED.fullmatch(
        text, people[last][1][1], people[last + 1][1][0]
    ):
        last += 1
    listed = {person.mention: (person, span) for person, span in reversed(people[first : last + 1])}
    return list(reversed(listed.values()))


def _agency(frame: Frame, about: tuple[str, str], word: Hit) -> None:
    bodies = frame.passage.named("body", frame.span)
    if len(bodies) == 1:
        where = (bodies[0].start, bodies[0].end)
        voice = frame.voice(word.start, police=True)
        frame.draft.say(about, "agency", f"=body:{bodies[0].value}", where, voice)


def _seizures(frame: Frame) -> None:
    words = frame.hits("seized")
    if not words or _robbed(frame, words[0]):
        return
    goods = _goods(frame) + [q for q in frame.quantities if q.kind == "weight"]
    for quantity in goods:
        about = (frame.draft.fresh(), "Seizure")
        voice = frame.voice(words[0].start, police=True)
        _article(frame, about, quantity, voice)
        _agency(frame, about, words[0])
        frame.say_place(about, "place", frame.where_at(words[0].start), voice)
        frame.say_date(about, voice)


def _robbed(frame: Frame, word: Hit) -> bool:
    """Whether it is somebody else than a public body who takes: robbery or extortion."""
    text = frame.passage.text
    if frame.passage.named("body", frame.span) or _of_police(frame):
        return False
    if _EXTORTED.search(text, *frame.span):
        return True
    if not _TAKES.search(text[word.start : word.end]):
        return False
    passive = _PASSIVE.search(text, max(frame.span[0], word.start - 8), word.start)
    before = any(span[1] <= word.start for _, span in frame.people)
    return before and (not passive or text[word.start : word.end].endswith(("o", "о")))


def seized_cash(frame: Frame, amount: Amount) -> None:
    """Propose money that an agency took."""
    word = frame.hits("seized")[0]
    if _robbed(frame, word):
        return
    voice = frame.voice(word.start, police=True)
    about = (frame.draft.fresh(), "Seizure")
    money = amount.money
    frame.draft.say(about, "article", "cash", amount.span, voice)
    for prop, value, where in (
        ("amountLow", money.low, amount.low),
        ("amountHigh", money.high, amount.high),
    ):
        if value is not None and where:
            frame.draft.say(about, prop, plain(float(value)), where, voice)
    frame.draft.say(about, "currency", money.currency, amount.currency, voice)
    _agency(frame, about, word)
    frame.say_place(about, "place", frame.where_at(word.start), voice)
    frame.say_date(about, voice)


def _article(frame: Frame, about: tuple[str, str], quantity: Quantity, voice: Voice) -> None:
    written = frame.passage.text[slice(*quantity.words)]
    frame.draft.say(about, "article", quantity.counts, quantity.words, voice)
    frame.draft.say(about, "unit", written, quantity.words, voice)
    frame.say_number(about, "quantity", quantity, voice)


def _launch(frame: Frame) -> None:
    words = frame.hits("launched")
    known = frame.route.origin or frame.where
    on_the_map = any(one.kind == "coordinates" for one in frame.identifiers)
    if not words or (known is None and not on_the_map):
        return
    about = (frame.draft.fresh(), "Launch")
    voice = frame.voice(words[0].start)
    frame.say_place(about, "place", frame.set_out, voice)
    aboard = frame.of("persons", "migrants")
    if len(aboard) == 1:
        frame.say_number(about, "personsAboard", aboard[0], voice)
    boats = frame.of("boats")
    if len(boats) == 1:
        frame.say_number(about, "boats", boats[0], voice)
    frame.say_date(about, voice)


def _supplies(frame: Frame) -> None:
    stored = frame.hits("stored")
    if stored and (frame.passage.named("body", frame.span) or _of_police(frame)):
        stored = []  # an agency's store
    words = frame.hits("supplied") or stored
    if not words or frame.hits("seized"):
        return
    for quantity in _goods(frame):
        if quantity.counts in EQUIPMENT and quantity not in frame.used:
            about = (frame.draft.fresh(), "EquipmentSupply")
            voice = frame.voice(words[0].start)
            _article(frame, about, quantity, voice)
            _supplied(frame, about, words[0], frame.where)
    if stored and not frame.of(*EQUIPMENT) and not frame.route.ways:
        _stores(frame, stored)


def _of_police(frame: Frame) -> bool:
    return POLICE.search(frame.passage.text, *frame.span) is not None


def _supplied(frame: Frame, about: tuple[str, str], word: Hit, place: Hit | None) -> None:
    """By whom, where and when."""
    voice = frame.voice(word.start)
    person = frame.someone
    by = person and _BY.search(frame.passage.text, frame.span[0], person[1][0])
    if person and (by or person[1][1] <= word.start):
        frame.draft.say(about, "supplier", f"@{person[0].mention}", person[1], voice)
    frame.say_place(about, "place", place, voice)
    frame.say_date(about, voice)


def _stores(frame: Frame, words: list[Hit]) -> None:
    """ "The boats are kept in a garage in X": where they are stored, without a number.

    Those of rescuers and fishermen are none of the trade, nor are those that are not there, or that
    somebody waits for.
    """
    text = frame.passage.text
    for goods in frame.hits("article"):
        before = text[max(frame.span[0], goods.start - _BESIDE) : goods.start]
        place, near = frame.where_at(goods.start), _same_clause(frame, words, goods)
        of_the_trade = goods.value in EQUIPMENT and not _NOT_OF_THE_TRADE.search(before)
        if place is None or near is None or not of_the_trade:
            continue
        about = (frame.draft.fresh(), "EquipmentSupply")
        voice, where = frame.voice(near.start), (goods.start, goods.end)
        frame.draft.say(about, "article", goods.value, where, voice)
        frame.draft.say(about, "unit", text[slice(*where)], where, voice)
        _supplied(frame, about, near, place)


def _same_clause(frame: Frame, words: list[Hit], goods: Hit) -> Hit | None:
    """The word for storing, or the store, in the clause of what is stored, nobody between."""
    clause = frame.passage.clause_at(goods.start)
    for word in words:
        first, last = sorted(((word.start, word.end), (goods.start, goods.end)))
        between = (first[1], last[0])
        people = any(frame.passage.hits(kind, between) for kind in ("unit", "moved"))
        if _within((word.start, word.end), clause) and not people:
            return word
    return None


def _counts(frame: Frame) -> None:
    """People counted that no event has told, as an observation."""
    for quantity in frame.of(*_PEOPLE):
        if quantity in frame.used:
            continue
        about = (frame.draft.fresh(), "Observation")
        voice = frame.voice(quantity.span[0])
        if quantity.exact:
            frame.say_number(about, "count", quantity, voice)
        else:
            _ends(frame, about, quantity)
        written = frame.passage.text[slice(*quantity.words)]
        frame.draft.say(about, "unit", written, quantity.words, voice)
        frame.say_date(about, voice, "period")
        frame.say_place(about, "place", frame.where, voice)


def _ends(frame: Frame, about: tuple[str, str], quantity: Quantity) -> None:
    voice = frame.voice(quantity.span[0])
    for prop, value in (("countLow", quantity.low), ("countHigh", quantity.high)):
        if value is not None:
            frame.draft.say(about, prop, plain(value), quantity.span, voice)


def _sighting(frame: Frame) -> None:
    """A vehicle, or a named person, seen at a place."""
    words, place, person = frame.hits("found"), frame.where, frame.someone
    if not words or place is None or frame.hits("arrested") or frame.hits("seized"):
        return
    subject = frame.vehicles[0] if len(frame.vehicles) == 1 else None
    if not frame.vehicles and person:
        subject = (person[0].mention, person[1])
    if subject is None:
        return
    about = (frame.draft.fresh(), "Sighting")
    voice = frame.voice(words[0].start)
    frame.draft.say(about, "subject", f"@{subject[0]}", subject[1], voice)
    frame.say_place(about, "place", place, voice)
    frame.say_date(about, voice)

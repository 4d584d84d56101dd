"""Acts: seizures, arrests, launches, supplies, deaths, sightings; one sentence at a time."""

from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.grammar import Quantity, plain
from headwater.intake.reading.lexicon import Hit

_PEOPLE = ("persons", "migrants", "arrivals")
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
    words = frame.hits("arrested")
    if not words or frame.of("migrants"):
        return
    voice = frame.voice(words[0].start)
    held = frame.of("persons")
    person = frame.someone
    if not held and not person:
        return
    about = (frame.draft.fresh(), "Arrest")
    if person:
        frame.draft.say(about, "person", f"@{person[0].mention}", person[1], voice)
    elif held:
        frame.say_number(about, "persons", held[0], voice)
    _agency(frame, about, words[0])
    frame.say_place(about, "place", frame.where, voice)
    frame.say_date(about, voice)


def _agency(frame: Frame, about: tuple[str, str], word: Hit) -> None:
    bodies = frame.passage.named("body", frame.span)
    if len(bodies) == 1:
        where = (bodies[0].start, bodies[0].end)
        frame.draft.say(about, "agency", f"=body:{bodies[0].value}", where, frame.voice(word.start))


def _seizures(frame: Frame) -> None:
    words = frame.hits("seized")
    if not words:
        return
    goods = _goods(frame) + [q for q in frame.quantities if q.kind == "weight"]
    for quantity in goods:
        about = (frame.draft.fresh(), "Seizure")
        voice = frame.voice(words[0].start)
        _article(frame, about, quantity)
        _agency(frame, about, words[0])
        frame.say_place(about, "place", frame.where, voice)
        frame.say_date(about, voice)


def _article(frame: Frame, about: tuple[str, str], quantity: Quantity) -> None:
    voice = frame.voice(quantity.span[0])
    written = frame.passage.text[slice(*quantity.words)]
    frame.draft.say(about, "article", quantity.counts, quantity.words, voice)
    frame.draft.say(about, "unit", written, quantity.words, voice)
    frame.say_number(about, "quantity", quantity, voice)


def _launch(frame: Frame) -> None:
    words = frame.hits("launched")
    place = frame.route.origin or frame.where
    if not words or place is None:
        return
    about = (frame.draft.fresh(), "Launch")
    voice = frame.voice(words[0].start)
    frame.say_place(about, "place", place, voice)
    aboard = frame.of("persons", "migrants")
    if len(aboard) == 1:
        frame.say_number(about, "personsAboard", aboard[0], voice)
    boats = frame.of("boats")
    if len(boats) == 1:
        frame.say_number(about, "boats", boats[0], voice)
    frame.say_date(about, voice)


def _supplies(frame: Frame) -> None:
    words = frame.hits("supplied")
    if not words or frame.hits("seized"):
        return
    person = frame.someone
    for quantity in _goods(frame):
        if quantity.counts not in ("boats", "engines", "pumps") or quantity in frame.used:
            continue
        about = (frame.draft.fresh(), "EquipmentSupply")
        voice = frame.voice(words[0].start)
        _article(frame, about, quantity)
        if person and person[1][1] <= words[0].start:
            frame.draft.say(about, "supplier", f"@{person[0].mention}", person[1], voice)
        frame.say_place(about, "place", frame.where, voice)
        frame.say_date(about, voice)


def _counts(frame: Frame) -> None:
    """People counted that no event has told, as an observation."""
    for quantity in frame.of(*_PEOPLE):
        held = quantity.counts == "persons" and frame.hits("arrested")
        if quantity in frame.used or held:
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
    """A named person seen at a place."""
    words, place, person = frame.hits("found"), frame.where, frame.someone
    if not words or place is None or person is None or frame.hits("arrested"):
        return
    about = (frame.draft.fresh(), "Sighting")
    voice = frame.voice(words[0].start)
    frame.draft.say(about, "subject", f"@{person[0].mention}", person[1], voice)
    frame.say_place(about, "place", place, voice)
    frame.say_date(about, voice)

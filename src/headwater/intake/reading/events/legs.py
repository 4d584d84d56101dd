"""Legs: stretches travelled, between two places that the text names as from and to."""

import re
from itertools import pairwise

from headwater.intake.reading.claim import PLAIN, Voice
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Span
from headwater.intake.reading.people import carried_in
from headwater.intake.reading.routes import Border, borders, means, shared_out

# "Policia e X", "police in X": where officers sit, not where a journey begins.
_SEAT = re.compile(
    r"\b(?:polic\w*|полиц\w*|СВР|SVR|PU|ПУ|MUP|МУП|MUP-a)\s\S{0,3}\s?$", re.IGNORECASE
)
# Right before the name of who carries, in a sentence that says who was carried.
_CARRIER = re.compile(
    r"\b(?:by|od strane|од стране|од страна на|от страна на|от|nga|prej|vozio|vozila|возио|возила|"
    r"возел|возеше|карал|караше|drejtonte|ngiste)\s(?:[^\W\d_A-ZА-Я]+\s){0,3}$"
)
# "Niš is a town, ...": told of, and nothing happens there.
_IS = re.compile(r"\s(?:is an?|je|је|е|është) \w+,")
_NOT_DONE = ("planned", "attempted")


def legs(frame: Frame) -> list[str]:
    """Propose the legs of a sentence; gives their mentions.

    A leg needs an origin, a destination and a word for moving; officers being deployed, calls and
    letters from one place to another are no legs. Of what is planned or was tried one end is
    enough.
    """
    if frame.hits("still"):
        return []
    mentions: list[str] = []
    ways = _ways(frame)
    own = shared_out(frame.passage, ways, _modes(frame))
    for points, beside in zip(ways, own, strict=True):
        told = means(frame.passage, points, beside)
        for (origin, destination), mode in zip(pairwise(points), told, strict=True):
            if origin.value != destination.value:
                alone = len(ways) == 1 and len(points) == 2
                mentions.append(_leg(frame, origin, destination, mode, alone))
    return mentions or _with_a_border(frame) or _one_end(frame)


def _ways(frame: Frame) -> list[tuple[Hit, ...]]:
    route = frame.route
    moving = frame.hits("moving") or frame.hits("act") or frame.hits("mode")
    if route.ways:
        return list(route.ways) if moving or frame.of("migrants") else []
    carried = frame.of("persons", "migrants")
    if moving and route.origin and not route.destination and frame.goes_on and frame.earlier:
        return [(route.origin, frame.earlier)]
    if moving and route.destination and not route.at and frame.goes_on and frame.earlier:
        return [(frame.earlier, route.destination)]
    if not (frame.hits("act") or frame.hits("taken")) or not carried:
        return []
    return _taken(frame)


def _taken(frame: Frame) -> list[tuple[Hit, ...]]:
    """ "collected five people in X and took them to Y": a word for taking stands between."""
    route = frame.route
    text = frame.passage.text
    at = [
        hit
        for hit in route.at
        if hit is not route.destination
        and not _IS.match(text, hit.end)
        and not _SEAT.search(text, max(frame.span[0], hit.start - 24), hit.start)
    ]
    ends: tuple[Hit, Hit] | None = None
    if route.destination and len(at) == 1:
        ends = (at[0], route.destination)
    elif len(route.at) == 2:
        ends = (route.at[0], route.at[1])
    if ends is None or ends[0].start > ends[1].start:
        return []
    between = (ends[0].end, ends[1].start)
    moved = frame.passage.hits("act", between) or frame.passage.hits("moving", between)
    return [ends] if moved else []


def _with_a_border(frame: Frame) -> list[str]:
    """ "From Belgrade to near the Hungarian border": the other end is somewhere along a border."""
    route = frame.route
    known = route.origin or route.destination
    on_the_way = frame.hits("moving") or frame.hits("act") or frame.hits("mode")
    if route.ways or known is None or (route.origin and route.destination) or not on_the_way:
        return []
    fitting = [one for one in borders(frame.passage, frame.span) if _other_end(frame, one)]
    if len(fitting) != 1:
        return []
    border = _border(frame, fitting[0])
    ends = (known, border) if route.origin else (border, known)
    (mode,) = means(frame.passage, ends, _modes(frame))
    return [_leg(frame, *ends, mode, alone=True)]


def _other_end(frame: Frame, border: Border) -> bool:
    """Whether a border is where the way of a sentence ends, or begins; not where who is caught."""
    origin = frame.route.origin
    if origin is None:
        return border.part == "from"
    caught = any(frame.hits(kind) for kind in ("arrested", "seized", "found", "dead"))
    behind = border.span[0] >= origin.end
    return behind and (border.part == "to" or (border.part not in ("from", "via") and not caught))


def _border(frame: Frame, border: Border) -> Hit:
    """Propose a border as a place of the text alone, without a point on the map."""
    mention = "-".join(["border", *border.countries]).lower()
    about, where = (mention, "Place"), border.span
    frame.draft.say(about, "name", frame.passage.text[slice(*where)], where)
    frame.draft.say(about, "kind", "border_segment", where)
    for country in border.countries:
        frame.draft.say(about, "country", country.lower(), where)
    near = f"near the border of {' and '.join(border.countries)}"
    frame.draft.say(about, "description", near, where)
    return Hit(*where, "border", mention)


def _one_end(frame: Frame) -> list[str]:
    """A trip that is planned, or was tried: where it was to begin or to end."""
    route = frame.route
    if not (frame.hits("moving") or frame.hits("act")):
        return []
    end = route.origin or route.destination
    goals = [] if end else [one for one in borders(frame.passage, frame.span) if one.part == "to"]
    start = end.start if end else goals[0].span[0] if len(goals) == 1 else -1
    voice = frame.voice(start) if start >= 0 else PLAIN
    if voice.modality not in _NOT_DONE:
        return []
    end = end or _border(frame, goals[0])
    about = (frame.draft.fresh(), "Leg")
    frame.say_place(about, "from" if route.origin else "to", end, voice)
    modes = _modes(frame)
    if len({mode.value for mode in modes}) == 1:
        frame.say_word(about, "mode", modes[0], voice)
    _details(frame, about, voice)
    return [about[0]]


def _modes(frame: Frame) -> list[Hit]:
    free = frame.passage.free  # "Van" may be part of a name
    return [hit for hit in frame.hits("mode") if free(hit.start, hit.end)]


def _leg(frame: Frame, origin: Hit, destination: Hit, mode: Hit | None, alone: bool) -> str:
    mention = frame.draft.fresh()
    about = (mention, "Leg")
    voice = frame.voice(origin.start)
    frame.say_place(about, "from", origin, voice)
    frame.say_place(about, "to", destination, voice)
    frame.say_word(about, "mode", mode, voice)
    if alone:
        _details(frame, about, voice)
    else:
        frame.say_date(about, voice)
    return mention


def _details(frame: Frame, about: tuple[str, str], voice: Voice) -> None:
    frame.say_date(about, voice)
    carried = frame.of("persons", "migrants")
    if len(carried) == 1:
        frame.say_number(about, "persons", carried[0], voice)
    if len(frame.networks) == 1:
        network, span = frame.networks[0]
        frame.draft.say(about, "network", f"@{network}", span, voice)
    person = frame.someone
    if person and _carries(frame, person[1]) and (frame.hits("act") or frame.hits("moving")):
        frame.draft.say(about, "operator", f"@{person[0].mention}", person[1], voice)


def _carries(frame: Frame, span: Span) -> bool:
    """Whether who is named may be who carries: where somebody was carried, only "by X" is."""
    text, begin = frame.passage.text, max(frame.span[0], span[0] - 40)
    return not carried_in(frame.passage, frame.span) or bool(_CARRIER.search(text, begin, span[0]))

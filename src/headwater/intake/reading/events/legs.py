"""Legs: stretches travelled, between two places that the text names as from and to."""

from itertools import pairwise

from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.lexicon import Hit


def legs(frame: Frame) -> list[str]:
    """Propose the legs of a sentence; gives their mentions.

    A leg needs an origin, a destination and a word for moving; officers being deployed, calls and
    letters from one place to another are no legs.
    """
    ends = _ends(frame)
    if ends is None or frame.hits("still"):
        return []
    mentions = []
    points = [ends[0], *frame.route.via, ends[1]]
    for origin, destination in pairwise(points):
        if origin.value != destination.value:
            mentions.append(_leg(frame, origin, destination, alone=len(points) == 2))
    return mentions


def _ends(frame: Frame) -> tuple[Hit, Hit] | None:
    route = frame.route
    if route.origin and route.destination:
        moving = frame.hits("moving") or frame.hits("act") or frame.hits("mode")
        return (route.origin, route.destination) if moving or frame.of("migrants") else None
    taken = frame.hits("act") and frame.of("persons", "migrants")
    if not taken:
        return None
    if route.destination and len(route.at) == 1 and route.at[0] is not route.destination:
        return _in_order(frame, route.at[0], route.destination)
    if len(route.at) == 2 and route.destination is None:
        return _in_order(frame, route.at[0], route.at[1])
    return None


def _in_order(frame: Frame, origin: Hit, destination: Hit) -> tuple[Hit, Hit] | None:
    """ "collected five people in X and took them to Y": a word for taking stands between."""
    between = (origin.end, destination.start)
    moved = frame.passage.hits("act", between) or frame.passage.hits("moving", between)
    return (origin, destination) if origin.start < destination.start and moved else None


def _leg(frame: Frame, origin: Hit, destination: Hit, alone: bool) -> str:
    mention = frame.draft.fresh()
    about = (mention, "Leg")
    voice = frame.voice(origin.start)
    frame.say_place(about, "from", origin, voice)
    frame.say_place(about, "to", destination, voice)
    frame.say_date(about, voice)
    if not alone:
        return mention
    modes = {hit.value: hit for hit in frame.hits("mode")}
    if len(modes) == 1:
        frame.say_word(about, "mode", next(iter(modes.values())), voice)
    carried = frame.of("persons", "migrants")
    if len(carried) == 1:
        frame.say_number(about, "persons", carried[0], voice)
    if len(frame.networks) == 1:
        network, span = frame.networks[0]
        frame.draft.say(about, "network", f"@{network}", span, voice)
    person = frame.someone
    if person and frame.hits("act"):
        frame.draft.say(about, "operator", f"@{person[0].mention}", person[1], voice)
    return mention

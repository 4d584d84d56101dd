"""Details: makes, powers and lengths, how long a leg took, where on the map, on which account.

They are put on what the sentence has already told of, and only where there is one such thing, so
that none is put on the wrong one. A military grid reference has no place in the schema and is left
as text.
"""

import re
from collections.abc import Sequence

from headwater.intake.reading.claim import Claim
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.grammar import Identifier, Measure, plain
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Span

_OF_ARTICLE = {
    "engines": ("engine", "power"),
    "boats": ("boat", "length"),
    "vehicles": ("vehicle",),
}
"""What makes and measures say of an article."""
_PLACED = frozenset(["Launch", "Seizure", "Arrest", "Sighting", "EquipmentSupply", "Incident"])
_ON_WHEELS = frozenset(["car", "van", "lorry"])
_BESIDE = 45
_LASTED = re.compile(
    r"\b(?:took|takes|last\w*|within|traja\w+|traj\w+|путова\w*|траја\w+|трае\w*|продолж\w*|продълж\w*|"
    r"отне\w*|zgjat\w+|zgjati)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\W{0,2}(?:drive|journey|trip|ride|crossing|walk|march|voyage|vožnj\w+|put\w*|вожњ\w+|пут\w*|"
    r"патува\w+|пътува\w+|пътуване\w*|udhëtim\w*)\b",
    re.IGNORECASE,
)


def details(frame: Frame, first: int, measured: Sequence[Measure], makes: Sequence[Hit]) -> None:
    """Propose the details of a sentence.

    Args:
        frame: The sentence.
        first: How many claims there were before it.
        measured: Measures of its passage.
        makes: Makes and models named in its passage.
    """
    told = frame.draft.claims[first:]
    own = [one for one in measured if _in(one.span, frame.span)]
    named = _apart([one for one in makes if _in((one.start, one.end), frame.span)])
    if named or frame.vehicles:
        _vehicle(frame, told, [one for one in named if one.value == "vehicle"])
    if own or named:
        _articles(frame, told, own, named)
        _duration(frame, told, [one for one in own if one.kind == "duration"])
    _point(frame, told)
    _account(frame, told)


def _only(told: Sequence[Claim], *schemas: str) -> str:
    """The one thing of these kinds that the sentence tells of, or nothing."""
    found = dict.fromkeys(claim.mention for claim in told if claim.schema in schemas)
    return next(iter(found)) if len(found) == 1 else ""


def _vehicle(frame: Frame, told: Sequence[Claim], makes: list[Hit]) -> None:
    leg = _only(told, "Leg")
    model = makes[0] if len(makes) == 1 else None
    if model and not frame.vehicles and leg and _on_wheels(told, leg):
        frame.vehicles.append((frame.draft.fresh(), (model.start, model.end)))
    if len({mention for mention, _ in frame.vehicles}) != 1:
        return
    vehicle, span = frame.vehicles[0]
    voice = frame.voice(span[0])
    if model:
        where = (model.start, model.end)
        words = frame.passage.text[slice(*where)]
        frame.draft.say((vehicle, "Vehicle"), "model", words, where, voice)
    if leg and _on_wheels(told, leg):
        frame.draft.say((leg, "Leg"), "vehicle", f"@{vehicle}", span, voice)


def _on_wheels(told: Sequence[Claim], leg: str) -> bool:
    """Whether the leg is said to be by road, or not said to be otherwise."""
    modes = {c.value for c in told if c.mention == leg and c.property == "mode"}
    return modes <= _ON_WHEELS


def _articles(
    frame: Frame, told: Sequence[Claim], measured: list[Measure], makes: list[Hit]
) -> None:
    """ "3 Yamaha engines of 40 hp": what an article that is counted is like, in its own words."""
    kinds = ("Seizure", "EquipmentSupply")
    counted = [c for c in told if c.schema in kinds and c.property == "article"]
    for claim in counted:
        said = _OF_ARTICLE.get(claim.value, ())
        if [one.value for one in counted].count(claim.value) > 1:
            continue
        at = (claim.start - frame.draft.offset, claim.end - frame.draft.offset)
        spans = [(one.start, one.end) for one in makes if one.value in said]
        spans += [one.span for one in measured if one.kind in said]
        for span in spans:
            if max(span[0] - at[1], at[0] - span[1]) <= _BESIDE:
                words = frame.passage.text[slice(*span)]
                about = (claim.mention, claim.schema)
                frame.draft.say(about, "description", words, span, frame.voice(span[0]))


def _duration(frame: Frame, told: Sequence[Claim], durations: list[Measure]) -> None:
    leg, text = _only(told, "Leg"), frame.passage.text
    if not leg or len(durations) != 1 or durations[0].hours is None:
        return
    one = durations[0]
    before = _LASTED.search(text, max(frame.span[0], one.span[0] - _BESIDE), one.span[0])
    if before or _LONG.match(text, one.span[1]):
        hours = plain(one.hours or 0.0)
        frame.draft.say((leg, "Leg"), "durationHours", hours, one.span, frame.voice(one.span[0]))


def _point(frame: Frame, told: Sequence[Claim]) -> None:
    """A point on the map is where the one event of its sentence happened."""
    points = [one for one in frame.identifiers if one.kind == "coordinates"]
    if len(points) != 1:
        return
    point, about = points[0], _only(told, *_PLACED)
    schema = next((c.schema for c in told if c.mention == about), "Place")
    if schema == "Incident":
        _say_point(frame, (about, schema), point)
        return
    spot = (frame.draft.fresh(), "Place")
    name = frame.passage.text[slice(*point.span)]
    frame.draft.say(spot, "name", name, point.span)
    _say_point(frame, spot, point)
    if about and not any(c.mention == about and c.property == "place" for c in told):
        voice = frame.voice(point.span[0])
        frame.draft.say((about, schema), "place", f"@{spot[0]}", point.span, voice)


def _say_point(frame: Frame, about: tuple[str, str], point: Identifier) -> None:
    latitude, _, longitude = point.value.partition(",")
    frame.draft.say(about, "latitude", latitude, point.span)
    frame.draft.say(about, "longitude", longitude.strip(), point.span)


def _account(frame: Frame, told: Sequence[Claim]) -> None:
    """The account on which a journey is offered."""
    advert, account = _only(told, "PriceAdvert"), _only(told, "UserAccount")
    if not advert or not account:
        return
    for claim in told:
        if claim.mention == account and claim.property in ("username", "service"):
            prop = "handle" if claim.property == "username" else "platform"
            value = f"@{account}" if prop == "handle" else claim.value
            span = (claim.start - frame.draft.offset, claim.end - frame.draft.offset)
            voice = frame.voice(span[0])._replace(modality="alleged")
            frame.draft.say((advert, "PriceAdvert"), prop, value, span, voice)


def _apart(hits: Sequence[Hit]) -> list[Hit]:
    """Makes in order, of those at one place the longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _in(span: Span, sentence: Span) -> bool:
    return sentence[0] <= span[0] < sentence[1]

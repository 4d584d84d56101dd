"""Telling: what is asked, and what an alert says, each in a sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from headwater.model import Statement
from headwater.safeguard.watching import Alert, Kind, Urgency, Watch

Name = Callable[[str], str]
"""The name of a well-known place by its id; empty where it is not known."""

_LOOK = "A person who may be the one watched for was found by what is known of both."


def question_told(watch: Watch, place_name: Name) -> str:
    """What a watch asks, in words."""
    asked = watch.question
    place = _place(asked.get("place", ""), place_name)
    return _QUESTIONS[watch.kind](asked, place, place_name)


def _asked_of_legs(asked: Mapping[str, str], place: str, place_name: Name) -> str:
    other = _place(asked.get("other", ""), place_name)
    where = f" between {place} and {other}" if other else f" through {place}" if place else ""
    return f"any new leg{where}{_by(asked.get('mode', ''))}"


def _by(mode: str) -> str:
    mode = mode.replace("_", " ")
    return "" if not mode else f" on {mode}" if mode == "foot" else f" by {mode}"


_QUESTIONS: Mapping[Kind, Callable[[Mapping[str, str], str, Name], str]] = {
    Kind.LEG: _asked_of_legs,
    Kind.IDENTIFIER: lambda asked, *_: f"the {asked['sort']} {asked['number']} anywhere",
    Kind.PERSON: lambda asked, *_: f"a person called {asked['name']}, in any script",
    Kind.PLACE: lambda _, place, __: f"anything on {place}",
    Kind.NETWORK: lambda asked, *_: f"anything on the network {asked['name']}",
    Kind.DANGER: lambda _, place, __: f"danger to life{f' at {place}' if place else ''}",
    Kind.WORDS: lambda asked, *_: f"the words {asked['words']!r}",
}


def told(
    watch: Watch, alerts: Sequence[Alert], statements: Iterable[Statement], place_name: Name
) -> str:
    """What the alerts of one report say, in a sentence; of lives at risk where and how many.

    Args:
        watch: What was asked.
        alerts: Alerts on that watch from one report; at least one.
        statements: The statements they rest on, as far as they still stand.
        place_name: Finds the name of a place.
    """
    said = list(statements)
    if watch.kind is Kind.DANGER:
        return _danger(alerts, said, place_name)
    if watch.kind is Kind.LEG:
        return _leg(watch, said, place_name)
    if watch.kind is Kind.PERSON:
        return _person(alerts, said)
    place = _place(watch.question.get("place", ""), place_name)
    return f"{_NAMED[watch.kind](watch.question, place)}."


_NAMED: Mapping[Kind, Callable[[Mapping[str, str], str], str]] = {
    Kind.IDENTIFIER: lambda asked, _: f"The {asked['sort']} {asked['number']} is named",
    Kind.PLACE: lambda _, place: f"{place} is named",
    Kind.NETWORK: lambda asked, _: f"The network {asked['name']} is named",
    Kind.WORDS: lambda asked, _: f"The words {asked['words']!r} stand in it",
}


def _leg(watch: Watch, said: Sequence[Statement], place_name: Name) -> str:
    legs = dict.fromkeys(one.entity for one in said)
    lines = []
    for leg in legs:
        held = {one.property: one.value for one in said if one.entity == leg}
        ends = [_place(held[end], place_name) for end in ("from", "to") if end in held]
        words = (f"{word} {end}" for word, end in zip(_WAYS[len(ends)], ends, strict=True))
        lines.append(f"{' '.join(words)}{_by(held.get('mode', ''))}".strip())
    told_of = "; ".join(line for line in dict.fromkeys(lines) if line)
    return f"A leg {told_of}." if told_of else f"New: {question_told(watch, place_name)}."


_WAYS = ((), ("through",), ("from", "to"))


def _person(alerts: Sequence[Alert], said: Sequence[Statement]) -> str:
    named = [alert for alert in alerts if alert.why.startswith("name ")]
    if not named:
        return _LOOK
    own = {statement for alert in named for statement in alert.statements}
    names = dict.fromkeys(s.value for s in said if s.id in own)
    chance = max(alert.why.removeprefix("name ") for alert in named)
    who = " or ".join(names) or "somebody"
    return f"A person called {who}: chance {chance} that it is the watched name."


def _danger(alerts: Sequence[Alert], said: Sequence[Statement], place_name: Name) -> str:
    kinds = ", ".join(dict.fromkeys(kind for alert in alerts for kind in alert.why.split(", ")))
    worst = min(alerts, key=lambda alert: list(Urgency).index(alert.urgency)).urgency
    head = "A life may be at risk" if worst is Urgency.LIFE_AT_RISK else "People may be in danger"
    names = (s.value for s in said if s.schema == "Place")
    ids = (_place(s.value, place_name) for s in said if s.property == "place")
    where = ", ".join(dict.fromkeys([*names, *filter(None, ids)]))
    many = ", ".join(dict.fromkeys(_counted(said)))
    return f"{head} ({kinds}){f' at {where}' if where else ''}{f'; {many}' if many else ''}."


def _counted(said: Sequence[Statement]) -> Iterable[str]:
    # a series names what it counts; beside a danger a text counts people, in its own language
    series = {s.entity for s in said if s.property == "series"}
    units = {s.entity: s.value for s in said if s.property == "unit" and s.entity in series}
    for one in said:
        if one.property == "count":
            yield f"{one.value} {units.get(one.entity, 'people')}"
        elif one.schema == "Incident" and one.property in ("dead", "missing"):
            yield f"{one.value} {one.property}"


def _place(place: str, place_name: Name) -> str:
    return place_name(place) or place.removeprefix("place:") if place else ""

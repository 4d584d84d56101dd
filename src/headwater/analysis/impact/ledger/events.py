"""Events: each disruption counted once, whoever takes part, with the level that people gave it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from headwater.analysis.impact.ledger.tellings import Telling

CRITERIA = {
    "major": "a great or lasting impact on the threat",
    "moderate": "a clear impact, of medium length",
    "minor": "a small impact, of short length",
}
"""What the levels stand for, the highest first: how great and how lasting the impact is."""

_UNDECIDED = "nobody gave a level: a person decides it on evidence, and a second one reads it"
_OF_PEOPLE = re.compile(
    r"migrant|refugee|asylum|being moved|smuggled (?:people|person)|push-?\s?back|turned back"
    r"|rescue|\breturns?\b|deport|prevented (?:crossing|departure)|arrivals",
    re.IGNORECASE,
)
"""Kinds that strike people being moved, not those who organise: never a success."""


@dataclass(slots=True)
class Event:
    """One disruption, with all its tellings.

    Attributes:
        tellings: What was told of it, the first telling first.
        joined: Why tellings under other ids are of the same event; empty where there are none.
    """

    tellings: list[Telling]
    joined: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id of its first telling."""
        return self.tellings[0].id

    @property
    def day(self) -> date:
        """The first day on which it can have been."""
        return self.tellings[0].date.earliest

    def told(self, part: str) -> list[str]:
        """Everything told of one part, once."""
        return list(
            dict.fromkeys(one for telling in self.tellings for one in getattr(telling, part))
        )

    @property
    def counted(self) -> bool:
        """Whether it is a disruption at all."""
        return not any(_OF_PEOPLE.search(kind) for kind in self.told("kind"))

    @property
    def level(self) -> tuple[str, str]:
        """The level, and why this one."""
        if not self.counted:
            return "none", "finding, stopping or returning people being moved strikes no organiser"
        given = [one.strip().lower() for one in self.told("level")]
        known = [level for level in CRITERIA if level in given]
        unknown = [one for one in given if one not in CRITERIA]
        if unknown:
            return "undecided", f"{unknown[0]!r} is no level; one of {', '.join(CRITERIA)}"
        if not known:
            return "undecided", _UNDECIDED
        lowest = known[-1]
        if len(known) > 1:
            return lowest, f"told as {' and as '.join(known)}: the lower counts until they agree"
        return lowest, f"told as {lowest}: {CRITERIA[lowest]}"


def once(told: Iterable[Telling], days: int) -> list[Event]:
    """The events behind tellings, which come in the order of dates.

    Tellings under one id are one event. So are those of different agencies with the same kind,
    place and group, at most so many days apart; one agency's two tellings stay two events.
    """
    events: list[Event] = []
    by_id: dict[str, Event] = {}
    for one in told:
        if one.id in by_id:
            by_id[one.id].tellings.append(one)
            continue
        same = next((event for event in reversed(events) if _is_same(event, one, days)), None)
        if same:
            days_apart = _apart(same, one)
            apart = f"{days_apart} day{'s' * (days_apart != 1)} apart"
            same.tellings.append(one)
            same.joined.append(
                f"{one.id}: same kind, place and group, {apart}, told by another agency"
            )
        else:
            events.append(same := Event([one]))
        by_id[one.id] = same
    return events


def _is_same(event: Event, one: Telling, days: int) -> bool:
    if _apart(event, one) > days or not one.agency:
        return False
    agencies = event.told("agency")
    if not agencies or not _plain(one.agency).isdisjoint(_plain(agencies)):
        return False
    return all(_agree(event, one, part) for part in ("kind", "place", "group"))


def _apart(event: Event, one: Telling) -> int:
    """Days between the two spans; 0 where they meet."""
    first = event.tellings[0].date
    after = (one.date.earliest - first.latest).days
    before = (first.earliest - one.date.latest).days
    return max(after, before, 0)


def _agree(event: Event, one: Telling, part: str) -> bool:
    """Whether both say the same of a part; of the group one may know nothing."""
    ours, theirs = _plain(event.told(part)), _plain(getattr(one, part))
    if part == "group" and not (ours and theirs):
        return True
    return bool(ours & theirs)


def _plain(words: Sequence[str]) -> set[str]:
    return {" ".join(word.casefold().split()) for word in words}

"""Alerts: what standing questions found, for whom it is meant and as far as that viewer sees it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from hashlib import blake2b
from typing import Any, NamedTuple

from headwater.model import Report, Statement, WrongUse
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.waiting import marked
from headwater.node.watching.question import place_name
from headwater.safeguard import Operation
from headwater.safeguard.watching import DANGER, Alert, Urgency, Watch, is_for

MOST = 200
"""So many alerts are shown at once, unless somebody asks for more or fewer."""

_MOST_URGENT_FIRST = list(Urgency)
Readings = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Read:
    """Somebody has read an alert."""

    who: str
    when: str


@dataclass(frozen=True, slots=True)
class AlertTold:
    """What one report answers of one watch, as far as this viewer sees it.

    Attributes:
        id: Id of the alert.
        watch: Id of the watch.
        asks: What the watch asks, in words.
        when: ISO time of the latest part.
        urgency: `life_at_risk`, `high` or `ordinary`.
        says: What it says, in a sentence.
        told: For whom it is: the owner of the watch, `safeguarding`, or `everybody`.
        report: URN of the report that raised it.
        title: The report's title, or empty.
        items: Numbers of its items that raised it.
        statements: Ids of the statements it rests on.
        words: The words of the first of these items, with what was found marked.
        read: Who has read it, and when.
        unread: Whether this viewer has not.
    """

    id: str
    watch: str
    asks: str
    when: str
    urgency: str
    says: str
    told: str
    report: str
    title: str
    items: tuple[int, ...]
    statements: tuple[str, ...]
    words: str
    read: tuple[Read, ...]
    unread: bool

    def as_dict(self) -> dict[str, Any]:
        """As JSON, under the names of its attributes."""
        return asdict(self)


def alerts(
    node: Node,
    *,
    since: str = "",
    unread: bool = False,
    start: int = 0,
    most: int = MOST,
    after: int = 0,
) -> list[AlertTold]:
    """The alerts for this viewer, lives at risk first, then the latest; a consultation.

    An alert is shown only to whom it is meant for, and only if that viewer may see every item that
    it rests on; any other changes nothing here. Told word by word; a page leaves names out.

    Args:
        node: Where they were raised.
        since: ISO time or date; only those from then on.
        unread: Whether only those that this viewer has not read.
        start: How many of them to pass over.
        most: So many at most.
        after: Only those after the store's number was this; for a feed, never to be shown.

    Cost: of each alert that the viewer sees a look at what it rests on; told are those of the page.
    """
    watches, reader = _watches(node), node.viewer.name if unread else ""
    ask = partial(node.store.watches.alerts, node.allowed(), watches.keys(), unread_by=reader)
    held = ask(after=after, since=since, page=(start, most))
    readings = node.store.watches.readings([alert.id for alert in held])
    groups = [_Group(id_, some, readings, node.viewer.name) for id_, some in _grouped(held).items()]
    groups.sort(key=lambda one: one.when, reverse=True)
    groups.sort(key=lambda one: _MOST_URGENT_FIRST.index(one.urgency))
    seen = _Seen.of(node, groups)
    told = [_told(seen, watches[one.alerts[0].watch], one) for one in groups]
    if told:
        node.log(Operation.CONSULTATION, looked_at(told), reason="alerts")
    return told


def looked_at(told: Sequence[AlertTold]) -> list[str]:
    """What the log names of alerts that were told: them, and the reports whose words they told."""
    return [*(one.id for one in told), *dict.fromkeys(one.report for one in told)]


def from_now_on() -> str:
    """The time as a page keeps it, to ask with `since` for what came after it was made."""
    return clock()[:19]


class _Group:
    """The alerts of one report on one watch, as far as a viewer sees them."""

    def __init__(self, id_: str, alerts: Sequence[Alert], readings: Readings, viewer: str) -> None:
        self.id = id_
        self.alerts = alerts
        self.urn = alerts[0].urn
        self.statements = tuple(dict.fromkeys(one for alert in alerts for one in alert.statements))
        self.when = max(alert.made for alert in alerts)
        self.urgency = min((alert.urgency for alert in alerts), key=_MOST_URGENT_FIRST.index)
        read = [readings.get(alert.id, ()) for alert in alerts]
        self.unread = any(viewer not in {who for who, _ in some} for some in read)
        latest: dict[str, str] = {}
        for who, when in (one for some in read for one in some):
            latest[who] = max(when, latest.get(who, ""))
        self.read = tuple(Read(*one) for one in sorted(latest.items(), key=lambda o: (o[1], o[0])))


class _Seen(NamedTuple):
    """What the viewer sees of that on which some alerts rest.

    Attributes:
        statements: Statements by id.
        reports: The reports that raised them by URN, with the items that did.
    """

    statements: Mapping[str, Statement]
    reports: Mapping[str, Report | None]

    @classmethod
    def of(cls, node: Node, groups: "Sequence[_Group]") -> "_Seen":
        """Read it, each report once."""
        items: dict[str, set[int]] = {}
        for group in groups:
            items.setdefault(group.urn, set()).update(one.item for one in group.alerts)
        ids = {one for group in groups for one in group.statements}
        allowed, parts = node.allowed(), node.store.parts
        reports = {urn: parts.report(urn, allowed, some) for urn, some in items.items()}
        return cls(parts.statements(ids, allowed), reports)


def acknowledge(node: Node, ids: Sequence[str]) -> list[str]:
    """Note that this viewer has read alerts, with the name and the time.

    Returns:
        Ids of the alerts.

    Raises:
        WrongUse: If the viewer sees no alert of one of these ids; none is noted then.
    """
    groups = _grouped(node.store.watches.alerts(node.allowed(), _watches(node).keys()))
    wanted = list(dict.fromkeys(ids))
    for one in wanted:
        if one not in groups:
            raise WrongUse(f"there is no alert {one} here", do="headwater alerts lists them")
    rows = [alert.id for one in wanted for alert in groups[one]]
    node.store.watches.read(rows, node.viewer.name, clock())
    node.log(Operation.CONSULTATION, wanted, reason="alerts read")
    return wanted


def _watches(node: Node) -> dict[str, Watch]:
    here = (DANGER, *node.store.watches.all())
    return {watch.id: watch for watch in here if is_for(watch, node.viewer)}


def _group_id(alert: Alert) -> str:
    """What one report answers of one watch is one alert, whichever items of it a viewer sees."""
    both = f"{alert.watch}\x1f{alert.urn}".encode("utf-8", "surrogatepass")
    return blake2b(both, digest_size=6, person=b"alert").hexdigest()


def _grouped(alerts: Iterable[Alert]) -> dict[str, list[Alert]]:
    """The alerts of one report on one watch together, by the id that they have as one."""
    groups: dict[str, list[Alert]] = {}
    for alert in alerts:
        groups.setdefault(_group_id(alert), []).append(alert)
    return groups


def by_report(
    node: Node, watch: Watch, alerts: Sequence[Alert], most: int
) -> tuple[list[AlertTold], int]:
    """Alerts that nobody keeps, those of one report as one; the first of them, and how many more.

    Args:
        node: Where they are told.
        watch: What they answer.
        alerts: In the order in which they are wanted.
        most: So many reports at most.
    """
    groups = _grouped(alerts)
    first = [_Group(id_, some, {}, node.viewer.name) for id_, some in groups.items()][:most]
    seen = _Seen.of(node, first)
    told = [replace(_told(seen, watch, one), unread=False) for one in first]
    return told, len(groups) - len(first)


def _told(seen: _Seen, watch: Watch, group: _Group) -> AlertTold:
    from headwater.analysis.watch import question_told, told

    some, first = group.alerts, group.alerts[0]
    statements = [seen.statements[one] for one in group.statements if one in seen.statements]
    report = seen.reports[group.urn]
    return AlertTold(
        id=group.id,
        watch=watch.id,
        asks=question_told(watch, place_name),
        when=group.when,
        urgency=str(group.urgency),
        says=told(watch, some, statements, place_name),
        told="safeguarding" if watch.safeguarding else watch.owner or "everybody",
        report=group.urn,
        title=report.title if report else "",
        items=tuple(sorted({alert.item for alert in some})),
        statements=group.statements,
        words=_words(report, first, statements),
        read=group.read,
        unread=group.unread,
    )


def _words(report: Report | None, alert: Alert, statements: Sequence[Statement]) -> str:
    items = report.items if report else ()
    item = next((one for one in items if one.number == alert.item), None)
    place = alert.urn, alert.item
    spans = [(s.start, s.end) for s in statements if (s.urn, s.item) == place and s.start >= 0]
    return marked(item.text, spans) if item else ""

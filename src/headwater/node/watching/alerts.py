"""Alerts: what standing questions found, for whom it is meant and as far as that viewer sees it."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from headwater.model import Report, Statement, WrongUse
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.waiting import marked
from headwater.node.watching.question import place_name
from headwater.safeguard import Operation
from headwater.safeguard.watching import DANGER, Alert, Urgency, Watch, is_for

_MOST_URGENT_FIRST = list(Urgency)


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


def alerts(node: Node, *, since: str = "", unread: bool = False, after: int = 0) -> list[AlertTold]:
    """The alerts for this viewer, lives at risk first, then the latest; a consultation.

    An alert is shown only to whom it is meant for, and only if that viewer may see every item that
    it rests on; any other changes nothing here.

    Args:
        node: Where they were raised.
        since: ISO time or date; only those from then on.
        unread: Whether only those that this viewer has not read.
        after: Only those after the store's number was this; for a feed, never to be shown.
    """
    watches = _watches(node)
    found = node.store.watches.alerts(node.allowed(), watches.keys(), after=after, since=since)
    groups: dict[str, list[Alert]] = {}
    for alert in found:
        groups.setdefault(_group_id(alert), []).append(alert)
    told = [_told(node, watches[some[0].watch], id_, some) for id_, some in groups.items()]
    shown = [one for one in told if one.unread or not unread]
    shown.sort(key=lambda one: one.when, reverse=True)
    shown.sort(key=lambda one: _MOST_URGENT_FIRST.index(Urgency(one.urgency)))
    if shown:
        node.log(Operation.CONSULTATION, [one.id for one in shown], reason="alerts")
    return shown


def acknowledge(node: Node, ids: Sequence[str]) -> list[str]:
    """Note that this viewer has read alerts, with the name and the time.

    Returns:
        Ids of the alerts.

    Raises:
        WrongUse: If the viewer sees no alert of one of these ids; none is noted then.
    """
    watches = _watches(node)
    groups: dict[str, list[str]] = {}
    for alert in node.store.watches.alerts(node.allowed(), watches.keys()):
        groups.setdefault(_group_id(alert), []).append(alert.id)
    wanted = list(dict.fromkeys(ids))
    for one in wanted:
        if one not in groups:
            raise WrongUse(f"there is no alert {one} here", do="headwater alerts lists them")
    rows = [row for one in wanted for row in groups[one]]
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


def _told(node: Node, watch: Watch, id_: str, some: Sequence[Alert]) -> AlertTold:
    from headwater.analysis.watch import question_told, told

    allowed, first = node.allowed(), some[0]
    ids = tuple(dict.fromkeys(one for alert in some for one in alert.statements))
    statements = [s for s in (node.store.statement(one, allowed) for one in ids) if s]
    report = node.store.report(first.urn, allowed)
    readings = node.store.watches.readings([alert.id for alert in some])
    unread = any(
        node.viewer.name not in {one.who for one in readings.get(alert.id, ())} for alert in some
    )
    return AlertTold(
        id=id_,
        watch=watch.id,
        asks=question_told(watch, place_name),
        when=max(alert.made for alert in some),
        urgency=str(min((alert.urgency for alert in some), key=_MOST_URGENT_FIRST.index)),
        says=told(watch, some, statements, place_name),
        told="safeguarding" if watch.safeguarding else watch.owner or "everybody",
        report=first.urn,
        title=report.title if report else "",
        items=tuple(sorted({alert.item for alert in some})),
        statements=ids,
        words=_words(report, first, statements),
        read=tuple(Read(*one) for one in _first_readings(readings.values())),
        unread=unread,
    )


def _first_readings(readings: "Iterable[Iterable[tuple[str, str]]]") -> list[tuple[str, str]]:
    """Each reader once, with the latest of the times: then all of the alert was read."""
    latest: dict[str, str] = {}
    for some in readings:
        for who, when in some:
            latest[who] = max(when, latest.get(who, ""))
    return sorted(latest.items(), key=lambda one: (one[1], one[0]))


def _words(report: Report | None, alert: Alert, statements: Sequence[Statement]) -> str:
    items = report.items if report else ()
    item = next((one for one in items if one.number == alert.item), None)
    place = alert.urn, alert.item
    spans = [(s.start, s.end) for s in statements if (s.urn, s.item) == place and s.start >= 0]
    return marked(item.text, spans) if item else ""

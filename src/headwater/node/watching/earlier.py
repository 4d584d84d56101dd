"""Earlier: what was here before a watch was put, asked the same question once, and no alert.

Only what this viewer may see is asked, and no file keeps the answer: what was erased or may not be
seen any more is not among it.
"""

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.node.watching.alerts import AlertTold, by_report, looked_at
from headwater.node.watching.arriving import answered
from headwater.node.watching.asking import WatchTold, own_watch, watch_told
from headwater.node.watching.subject import still_watchable
from headwater.node.workroom import Hands, InPlace
from headwater.safeguard import Operation
from headwater.safeguard.watching import Alert, Kind, Watch, is_for

if TYPE_CHECKING:
    from headwater.store import Arrived

MOST_ITEMS = 5_000
"""So many items are asked, the last that came in: of a place, a person or a number those that
speak of it, of anything else of all."""

MOST_TOLD = 50
"""So many reports are told of, the last that came in."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was here already.

    Attributes:
        watch: The watch.
        found: A report that answers it each, the latest first; told as an alert would be, its time
            that of its record.
        more: Reports that answer it beside these.
        items: Items that were asked.
        since: ISO date at which the first of them came in; empty where no older one is left out.
    """

    watch: WatchTold
    found: tuple[AlertTold, ...]
    more: int
    items: int
    since: str

    def as_dict(self) -> dict[str, Any]:
        """As JSON, under the names of its attributes."""
        return asdict(self)


def found_earlier(node: Node, watch: str, hands: Hands | None = None) -> Earlier:
    """What the reports that were here before say to a watch of this viewer; a consultation.

    Args:
        node: Where it is asked.
        watch: Id of the watch.
        hands: Who looks through the reports, where others must not wait for it.

    Raises:
        WrongUse: If there is no watch of this id whose alerts are for the viewer.
    """
    return tell_earlier(node, watch, (hands or InPlace()).do(look_back, node, watch))


def tell_earlier(node: Node, watch: str, found: Earlier) -> Earlier:
    """What was found when it was looked back, as far as it may be told by now; a consultation.

    Raises:
        WrongUse: If there is no watch of this id whose alerts are for the viewer any more.
    """
    if not still_watchable(node, own_watch(node, watch, is_for)):
        found = replace(found, found=(), more=0)
    node.log(Operation.CONSULTATION, [watch, *looked_at(found.found)], reason="what was here")
    return found


def look_back(node: Node, watch: str) -> Earlier:
    """Look for what was here before; nothing is shown, and so nothing logged, before it is told.

    Raises:
        WrongUse: If there is no watch of this id whose alerts are for the viewer.

    Cost: by the items that are asked, of which there are `MOST_ITEMS` at most; of a number also one
    look through all texts.
    """
    asked = own_watch(node, watch, is_for)
    before = _before(node, asked)
    answers = _answers(asked, before) if before and still_watchable(node, asked) else []
    found, more = by_report(node, asked, answers, MOST_TOLD)
    left_out = len(before.items) == MOST_ITEMS
    return Earlier(
        watch=watch_told(asked, node.viewer),
        found=tuple(found),
        more=more,
        items=len(before.items),
        since=min(before.scan["recorded"].to_pylist(), default="")[:10] if left_out else "",
    )


def _before(node: Node, watch: Watch) -> "Arrived":
    """The last items that may answer a watch, of what this viewer may see."""
    from headwater.resolve import may_bear

    asked = watch.question
    about = {asked["place"]} if "place" in asked else set[str]()
    if watch.kind is Kind.PERSON:
        about = {*watch.subjects, *(may_bear(node.store, asked["name"]) or ())}
    number = asked.get("number", "").removeprefix("+")
    return node.store.watches.earlier(node.allowed(), MOST_ITEMS, naming=about, text=number)


def _answers(watch: Watch, before: "Arrived") -> list[Alert]:
    """As alerts of the time at which each report came in, the latest first."""
    urns, times = (before.scan[name].to_pylist() for name in ("urn", "recorded"))
    recorded = dict(zip(urns, times, strict=True))
    order = {item.urn: place for place, item in enumerate(before.items)}
    alerts = [
        Alert("", watch.id, recorded.get(one.urn, ""), *one[1:])
        for one in answered([watch], before, clock()[:10])
    ]
    return sorted(alerts, key=lambda one: (order[one.urn], one.item))

"""Alerted: alerts as they are told for a purpose, without the names that reports leave out."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from headwater.node.node import Node
from headwater.node.reading.withheld import Cover, covers_of
from headwater.node.watching import AlertTold
from headwater.safeguard.watching import Urgency

if TYPE_CHECKING:
    from headwater.node.looking import Held

    Look = Callable[[], Held]


def alerts_as_told(node: Node, alerts: Sequence[AlertTold], look: "Look") -> list[AlertTold]:
    """Alerts without the names that are left out where their reports are read.

    Args:
        node: Where they are told.
        alerts: The alerts, word by word.
        look: Gives the picture that tells who is protected; see `covers_of`.

    Cost: by the items that they rest on, and the first page of their reports.
    """
    items: dict[str, set[int]] = {}
    for one in alerts:
        items.setdefault(one.report, set()).update(one.items)
    covers = covers_of(node, items, look)
    return [_covered(one, covers[one.report]) if one.report in covers else one for one in alerts]


def _covered(one: AlertTold, cover: Cover) -> AlertTold:
    # where, and how many, is told of lives at risk whoever is there
    say = cover.hide_names if one.urgency == Urgency.LIFE_AT_RISK else cover.hide
    return replace(
        one,
        asks=say(one.asks),
        says=say(one.says),
        title=cover.hide(one.title),
        words=cover.hide(one.words),
    )

"""Journal: who came and went at the door, and who tried; for the auditor.

The audit tree keeps the six operations on data that the law names, for ever. Coming and going is
none of them, and strangers can make any number of attempts: the journal counts what repeats within
a day and drops what is older than four hundred days. What a stranger typed as a name is not kept,
because it may be somebody's password.
"""

from typing import Any, NamedTuple

from headwater.node.access.gate import Gate
from headwater.node.node import Node
from headwater.safeguard import Operation, Role
from headwater.store import AccessRecord

KEPT_DAYS = 400


def note(gate: Gate, user: str, event: str, address: str = "") -> None:
    """Note that something happened at the door.

    Args:
        gate: Where.
        user: Who; empty for a name that the node does not know.
        event: What, in plain words.
        address: From where.
    """
    now = gate.clock()
    key = "\x1f".join((now[:10], user, event, address))

    def counted(was: AccessRecord | None) -> AccessRecord:
        content: dict[str, Any] = {"first": now, "times": 0, "event": event, "address": address}
        content |= was.content if was else {}
        content |= {"last": now, "times": content["times"] + 1}
        return AccessRecord("event", key, user, content, gate.after(days=KEPT_DAYS))

    gate.records.change("event", key, counted)


class Events(NamedTuple):
    """A page of what happened at the door.

    Attributes:
        rows: The latest first. Keys: first, last, times (within one day), user, event, address.
        whole: How many there are in all.
    """

    rows: list[dict[str, Any]]
    whole: int


def read(node: Node, who: str = "", *, start: int = 0, most: int = 100) -> Events:
    """What happened at the door, the latest first; only for the auditor, and a consultation.

    Args:
        node: Whose door.
        who: Login name, where only this user's coming and going is asked for.
        start: How many of the latest to pass over.
        most: So many at most.

    Raises:
        NotPermitted: If the viewer is no auditor.

    Cost: by the events of the page, whatever the journal holds.
    """
    node.may(Role.AUDITOR)
    # Each is kept for equally long after it last happened: what ends last happened last.
    found, whole = node.store.access.ending_last("event", who, start=start, most=most)
    node.log(Operation.CONSULTATION, ["journal"])
    return Events([{"user": one.user, **one.content} for one in found], whole)

"""Journal: who came and went at the door, and who tried; for the auditor.

The audit tree keeps the six operations on data that the law names, for ever. Coming and going is
none of them, and strangers can make any number of attempts: the journal counts what repeats within
a day and drops what is older than four hundred days. What a stranger typed as a name is not kept,
because it may be somebody's password.
"""

from typing import Any

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


def read(node: Node) -> list[dict[str, Any]]:
    """What happened at the door, oldest first; only for the auditor, and itself a consultation.

    Keys: first, last, times (within one day), user, event, address.

    Raises:
        NotPermitted: If the viewer is no auditor.
    """
    node.may(Role.AUDITOR)
    events = [{"user": one.user, **one.content} for one in node.store.access.of("event")]
    node.log(Operation.CONSULTATION, ["journal"])
    return sorted(events, key=lambda event: str(event["last"]))

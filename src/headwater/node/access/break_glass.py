"""Breaking the glass: who asked for one report in spite of the rules, and who looked at that.

`headwater.safeguard.emergency` decides who may; `Node.allowed` asks for the grants in force and
records each look. Here they are given, shown to the auditor, and cleared.
"""

from dataclasses import asdict, dataclass, replace
from secrets import token_hex
from typing import NamedTuple

from headwater.model import NotPermitted, WrongUse
from headwater.node.access.gate import Gate
from headwater.node.node import Node
from headwater.safeguard import Operation, Role, emergency
from headwater.store import AccessRecord

UNCLEARED_AT_MOST = 3
"""Grants that a user may have which no auditor has looked at yet."""

_UNCLEARED = "9999-12-31T23:59:59+00:00"
"""Until when the record of a grant is kept that nobody has looked at: so it stands before those
that were cleared, which are kept for ever."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the auditor is told of a broken glass.

    Attributes:
        handle: What it is named by.
        user: Who.
        urn: Which report was asked for, whether or not there is one; empty once it is erased.
        reason: Why, in the user's words; empty likewise.
        life_at_risk: Whether a life was said to hang on it.
        given: ISO time from which it holds.
        until: ISO time to which it holds.
        looks: ISO times of the looks that only this grant made possible.
        cleared_by: The auditor who cleared it; empty before.
        note: What the auditor found; empty likewise.
    """

    handle: str
    user: str
    urn: str
    reason: str
    life_at_risk: bool
    given: str
    until: str
    looks: tuple[str, ...] = ()
    cleared_by: str = ""
    note: str = ""


def ask(
    node: Node, urn: str, reason: str, *, life_at_risk: bool, minutes: int = 60
) -> emergency.Grant:
    """Ask for one report in spite of clearance and compartment.

    The answer is the same whether there is such a report or not. Afterwards `node.allowed(urn)`
    holds the labels of that report, as far as the rules let them be lifted.

    Args:
        node: The node, with the viewer and a purpose.
        urn: Which report.
        reason: Why; the auditor reads it.
        life_at_risk: Whether somebody's life hangs on it.
        minutes: For how long.

    Raises:
        NotPermitted: If the viewer's roles do not go so far, or an auditor has not yet looked at
            the viewer's last grants.
        WrongUse: If there is no purpose or no reason, or the time is too long.
    """
    _ = node.purpose  # refuses one that says nothing
    gate = Gate(node.store, node.settings)
    now = gate.now()
    given = emergency.grant(
        node.viewer, urn, reason, life_at_risk=life_at_risk, now=now, minutes=minutes
    )
    if uncleared(node, node.viewer.name) >= UNCLEARED_AT_MOST:
        raise NotPermitted(
            f"{node.viewer.name} has broken the glass {UNCLEARED_AT_MOST} times already",
            why="an auditor looks at those before there is another one",
            do="ask the auditor to clear them, or ask a supervisor",
        )
    content = asdict(given) | {"given": now.isoformat(), "until": given.until.isoformat()}
    node.store.access.keep(AccessRecord("grant", token_hex(8), given.user, content, _UNCLEARED))
    node.log(Operation.ALTERATION, [urn], reason=f"broke the glass: {given.reason}")
    return given


def uncleared(node: Node, user: str) -> int:
    """How many grants of a user no auditor has looked at."""
    return sum(not one.content.get("cleared_by") for one in node.store.access.of("grant", user))


class Notices(NamedTuple):
    """A page of the broken glass.

    Attributes:
        rows: What nobody has cleared first, then the last one first.
        whole: How many there are in all.
    """

    rows: list[Notice]
    whole: int


def notices(node: Node, *, start: int = 0, most: int = 100) -> Notices:
    """A page of every broken glass; for the auditor, and itself a consultation.

    Args:
        node: Where it was broken.
        start: How many to pass over.
        most: So many at most.

    Raises:
        NotPermitted: If the viewer is no auditor.

    Cost: by the notices of the page.
    """
    node.may(Role.AUDITOR)
    found, whole = node.store.access.ending_last("grant", start=start, most=most)
    node.log(Operation.CONSULTATION, ["broken glass"])
    return Notices([_notice(one) for one in found], whole)


def _notice(one: AccessRecord) -> Notice:
    return Notice(one.id, **{**one.content, "looks": tuple(one.content.get("looks", ()))})


def clear(node: Node, handle: str, note: str) -> None:
    """Write down that an auditor has looked at a broken glass, and what was found.

    Raises:
        NotPermitted: If the viewer is no auditor.
        WrongUse: If there is no such notice, it is cleared already, or nothing is written.
    """
    node.may(Role.AUDITOR)
    if not note.strip():
        raise WrongUse("a notice is cleared with a note", do="write what you found")
    found = node.store.access.find("grant", handle)
    if found is None or found.content.get("cleared_by"):
        raise WrongUse("there is no such notice, or it is cleared already", where=handle)
    said = {"cleared_by": node.viewer.name, "note": " ".join(note.split())}
    node.store.access.change(
        "grant",
        handle,
        lambda was: replace(was, content={**was.content, **said}, until="") if was else None,
    )
    about = found.content["urn"] or "broken glass"
    node.log(Operation.ALTERATION, [about], reason="broken glass looked at")


def forget_report(node: Node, urn: str) -> None:
    """Take what names an erased report, or may, out of its notices; who, when and looks stay.

    The last byte of it goes with what is forgotten next; see `AccessRecords.forget_kind`.
    """
    blank = {"urn": "", "reason": "", "note": ""}
    for one in node.store.access.of("grant"):
        if one.content["urn"] == urn:
            node.store.access.change(
                "grant",
                one.id,
                lambda was: replace(was, content={**was.content, **blank}) if was else None,
            )

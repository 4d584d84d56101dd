"""Retaining: a supervisor has looked at a report again and says why it is still needed."""

from collections.abc import Mapping
from datetime import date
from secrets import token_hex

from headwater.model import WrongUse
from headwater.node.node import Node
from headwater.node.settings import today
from headwater.safeguard import Operation, Role
from headwater.store import AccessRecord

_KIND = "retained"


def retain(node: Node, urn: str, reason: str) -> None:
    """Write down that a report was reviewed today and is still needed.

    It is due again after the period that the rule sets from one review to the next. The reason
    stands in the log alone; here rest the reference and the day.

    Args:
        node: Where the report rests, for this viewer and purpose.
        urn: The report.
        reason: Why it is still needed.

    Raises:
        NotPermitted: If the viewer is no supervisor.
        WrongUse: If no reason is given, or there is no such report for this viewer.

    Source: DPA 2018 s.39 (periodic review of the need for storage).
    """
    node.may(Role.SUPERVISOR)
    if not reason.strip():
        raise WrongUse("a review says why a report is still needed", do="write the reason")
    if node.store.report(urn, node.allowed()) is None:
        raise WrongUse(f"there is no report {urn!r} here", do="check the reference")
    content = {"urn": urn, "day": today().isoformat()}
    node.store.access.keep(AccessRecord(_KIND, token_hex(8), "", content))
    why = " ".join(reason.split())
    node.log(Operation.ALTERATION, [urn], reason=f"still needed: {why}")


def retained(node: Node) -> Mapping[str, date]:
    """The day of the last review of each report that was found to be still needed.

    Cost: linear in the reviews ever made, a hundredth of a millisecond each.
    """
    records = (one.content for one in node.store.access.of(_KIND))
    days = sorted((one["day"], one["urn"]) for one in records)
    return {urn: date.fromisoformat(day) for day, urn in days}


def forget_reviews(node: Node, urn: str) -> None:
    """Forget the reviews of an erased report.

    The last byte of them goes with what is forgotten next; see `AccessRecords.forget_kind`.
    """
    for one in node.store.access.of(_KIND):
        if one.content["urn"] == urn:
            node.store.access.take(_KIND, one.id)

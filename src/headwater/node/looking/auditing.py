"""Auditing: the log as an auditor reads it, a page at a time, by who, what, how, why and when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from headwater.node.node import Node
from headwater.safeguard import Operation, Role, login_form

ENTRIES_A_PAGE = 100
_SEALED = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What an auditor looks for; what is empty does not narrow it.

    Attributes:
        who: Login name, however it is spelled.
        about: A report, an entity, a user or a statement, by its id; not a part of one.
        operation: One of the six.
        words: Words in purpose, reason or recipient, whatever their case.
        since: First day, ISO.
        until: Last day, ISO.
    """

    who: str = ""
    about: str = ""
    operation: str = ""
    words: str = ""
    since: str = ""
    until: str = ""

    def fits(self, entry: Mapping[str, Any]) -> bool:
        """Whether an entry is among what is looked for; `about` is left to the store."""
        day = str(entry["when"])[:10]
        said = " ".join(str(entry[name] or "") for name in ("purpose", "reason", "recipient"))
        return (
            (not self.who or login_form(str(entry["who"])) == login_form(self.who))
            and self.operation in ("", entry["operation"])
            and (not self.since or day >= self.since)
            and (not self.until or day <= self.until)
            and self.words.casefold() in said.casefold()
        )

    def told(self) -> str:
        """What is looked for, in words, as the log keeps it."""
        parts = ((name, getattr(self, name)) for name in self.__slots__)
        return ", ".join(f"{name} {value}" for name, value in parts if value)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the log as a page shows it.

    Attributes:
        seq: Its number, from 1.
        when: ISO time.
        who: Login name, or the keyed digest of one who left.
        operation: One of the six.
        what: Ids that the node still knows.
        sealed: How many more it touched that stand as digests: pictures, and what was erased.
        purpose: What for; None where an erasure took the texts of the entry away.
        reason: Why.
        recipient: Who got it.
    """

    seq: int
    when: str
    who: str
    operation: str
    what: tuple[str, ...]
    sealed: int
    purpose: str | None
    reason: str
    recipient: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log, the newest entry first.

    Attributes:
        entries: Its entries.
        start: How many of those looked for come before it.
        whole: How many there are.
    """

    entries: list[Entry]
    start: int
    whole: int


def read_log(node: Node, sought: Sought, start: int = 0) -> LogPage:
    """A page of what the log holds; reading it is itself a consultation.

    Cost: linear in the log.

    Raises:
        NotPermitted: If the viewer is no auditor.
    """
    node.may(Role.AUDITOR)
    found = [one for one in node.store.audit(about=sought.about) if sought.fits(one)][::-1]
    node.log(Operation.CONSULTATION, ["log"], reason=sought.told())
    start = max(0, start)
    shown = found[start : start + ENTRIES_A_PAGE]
    return LogPage([_entry(one) for one in shown], start, len(found))


def _entry(one: Mapping[str, Any]) -> Entry:
    known = tuple(name for name in one["what"] if not _SEALED.fullmatch(name))
    return Entry(
        seq=one["seq"],
        when=one["when"],
        who=one["who"],
        operation=one["operation"],
        what=known,
        sealed=len(one["what"]) - len(known),
        purpose=one["purpose"],
        reason=one["reason"] or "",
        recipient=one["recipient"] or "",
    )

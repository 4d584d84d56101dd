"""Auditing: the log as an auditor reads it, a page at a time, by who, what, how, why and when."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from headwater.node.looking.whom import PERSON, REPORT, SENTENCE, once_joined, whom
from headwater.node.node import Node
from headwater.node.workroom import Hands, InPlace
from headwater.safeguard import Operation, Role, login_form
from headwater.store import LogAsked

ENTRIES_A_PAGE = 100
LOOKED_THROUGH = 5_000
"""Entries whose texts are looked through for words at once; the page says how far it came."""

_IN_PLACE = InPlace()
_SEALED = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Sought:
    """What an auditor looks for; what is empty does not narrow it.

    Attributes:
        who: Login name, however it is spelled, or the digest of one who left.
        about: A report, an entity, a user or a statement, by its id, not a part of one; else the
            name or number of somebody, in any spelling.
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

    def holds(self, entry: Mapping[str, Any]) -> bool:
        """Whether the words stand in the texts of an entry."""
        said = " ".join(str(entry[name] or "") for name in ("purpose", "reason", "recipient"))
        return self.words.casefold() in said.casefold()

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
        whom: What it touched of somebody who was asked for by name or number, in place of ids:
            `person`, `sentence`, `report`.
        sealed: How many of those looked at stand as digests: what was erased, alerts, decisions.
        more: How many more it touched.
        purpose: What for; None where an erasure took the texts of the entry away.
        reason: Why, or what was sought, in the user's words; empty until they are opened.
        closed: Whether there are such words that were not opened.
        recipient: Who got it.
    """

    seq: int
    when: str
    who: str
    operation: str
    what: tuple[str, ...]
    whom: tuple[str, ...]
    sealed: int
    more: int
    purpose: str | None
    reason: str
    recipient: str
    closed: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of the log, the newest entry first.

    Attributes:
        entries: Its entries.
        older: Number of the entry before which the next page begins; 0 where there is none.
        looked: Time of the oldest entry that was looked at; empty where none was.
    """

    entries: list[Entry]
    older: int
    looked: str


def read_log(
    node: Node, sought: Sought, before: int = 0, opened: int = 0, *, hands: Hands = _IN_PLACE
) -> LogPage:
    """A page of what the log holds; reading it is itself a consultation.

    Who did what, when and for which purpose stands there at once. The words that somebody sought
    with, or gave as a reason, may name anybody: they are opened entry by entry, and that is logged.
    Somebody who is asked for by name is found under every id they went under, which is not shown;
    that a report on them came in is nobody's look, and left out.

    Args:
        node: Whose log.
        sought: What is looked for.
        before: Number of an entry: only those that are older.
        opened: Number of the entry whose words are read; 0 for none.
        hands: Who finds the ids behind a name.

    Cost: by the entries of the page, which indexes find; words are looked for in a limited number
    of entries at once; a name costs what `whom` does.

    Raises:
        NotPermitted: If the viewer is no auditor.
        WrongUse: If the operation is none of the six, or too many bear the name.
    """
    node.may(Role.AUDITOR)
    ids, behind = _about(node, sought.about, hands)
    asked = LogAsked(
        who=_login_names(node, sought.who),
        about=ids,
        operation=sought.operation,
        since=sought.since,
        until=sought.until,
        before=max(0, before),
    )
    page = _page(node, asked, sought, behind, opened)
    words = f"the words of entry {opened}" if opened in {one.seq for one in page.entries} else ""
    reason = ", ".join(filter(None, (sought.told(), words)))
    node.log(Operation.CONSULTATION, ["log"], reason=reason)
    return page


def _page(
    node: Node, asked: LogAsked, sought: Sought, behind: Mapping[str, str], opened: int
) -> LogPage:
    shown, last, older = list[Entry](), None, 0
    for looked, entry in enumerate(node.store.newest_audit(asked)):
        if len(shown) == ENTRIES_A_PAGE or looked == LOOKED_THROUGH:
            older = last["seq"] if last else 0
            break
        last = entry
        if sought.holds(entry) and not (behind and entry["operation"] == Operation.COLLECTION):
            shown.append(_entry(entry, behind, opened))
    return LogPage(shown, older, last["when"] if last else "")


def _about(node: Node, asked: str, hands: Hands) -> tuple[Collection[str], Mapping[str, str]]:
    """The ids that are asked about, and which of them stand for somebody who is not shown by id."""
    if not asked:
        return (), {}
    if any(True for _ in node.store.newest_audit(LogAsked(about=(asked,)))):
        return once_joined(node.store, (asked,)), {}
    behind = hands.do(whom, node, asked)
    return (asked, *behind), behind


def _login_names(node: Node, who: str) -> tuple[str, ...]:
    """The users whose name this is, however it is spelled; else what was given."""
    if not who:
        return ()
    names = (user.name for user in node.store.users())
    return tuple(name for name in names if login_form(name) == login_form(who)) or (who,)


def _entry(one: Mapping[str, Any], behind: Mapping[str, str], opened: int) -> Entry:
    known = [name for name in one["what"] if not _SEALED.fullmatch(name)]
    sealed, reason = len(one["what"]) - len(known), one["reason"] or ""
    touched = {behind[name] for name in known if name in behind}
    return Entry(
        seq=one["seq"],
        when=one["when"],
        who=one["who"],
        operation=one["operation"],
        what=tuple(name for name in known if name not in behind),
        whom=tuple(sort for sort in (PERSON, SENTENCE, REPORT) if sort in touched),
        sealed=max(0, sealed - ("picture" in known)),  # behind the word stands which picture
        more=one["more"],
        purpose=one["purpose"],
        reason=reason if one["seq"] == opened else "",
        recipient=one["recipient"] or "",
        closed=bool(reason) and one["seq"] != opened,
    )

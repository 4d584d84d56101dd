"""What may be asked of the log, and what a look through all of it gives."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogAsked:
    """Which entries of the log are wanted; what is empty does not narrow it.

    Attributes:
        who: Login names, or the digests that stand for those who left.
        about: Reports, entities, users or statements, by their ids or digests: one of these.
        operation: One of the six.
        since: First day, ISO.
        until: Last day, ISO.
        before: Number of an entry: only those that are older than it.
    """

    who: Collection[str] = ()
    about: Collection[str] = ()
    operation: str = ""
    since: str = ""
    until: str = ""
    before: int = 0


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """What a verification of the audit tree found.

    Attributes:
        size: Entries read.
        root: Root hash over them (RFC 6962), hex.
        faults: One sentence for each fault; empty when the log is whole.
    """

    size: int
    root: str
    faults: tuple[str, ...] = ()

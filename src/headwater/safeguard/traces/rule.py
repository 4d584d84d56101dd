"""Rule: which of the traces that a person's identifiers meet may be of that very person.

A document, an account, and a full name with a full birth date count by themselves. A phone counts
only where it is an identity and not a contact number: a guide's phone stands in the rows of all the
people whom he guides, and must not exempt him.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from headwater.safeguard.traces.forms import PHONE, Identifier

MOST_HOLDERS = 2
"""A phone that more people than this hold, in the rows seen, is a contact number; it then counts
only for somebody of the same name."""


class Trace(NamedTuple):
    """What is kept of a row about a protected person.

    Attributes:
        urn: The report that the row became part of.
        item: Number of its item, whose label decides who the trace counts for.
        row: Number of the row in its table.
        identifier: In clear; it is digested before it is written.
    """

    urn: str
    item: int
    row: int
    identifier: Identifier


class Hit(NamedTuple):
    """A trace that an identifier meets.

    Attributes:
        identifier: What was asked.
        urn: Report of the trace.
        item: Its item.
        holder: Of a phone, what stands for the person of the row; the same for the same name.
        same_holder: Of a phone, whether the name asked with it is the row's.
    """

    identifier: Identifier
    urn: str
    item: int
    holder: int = 0
    same_holder: bool = False


def of_one_person(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that may be of the person asked about; contact numbers are left out."""
    found = list(dict.fromkeys(hits))
    holders: dict[str, set[int]] = defaultdict(set)
    for hit in found:
        if hit.identifier.kind == PHONE:
            holders[hit.identifier.form].add(hit.holder)
    return [
        hit
        for hit in found
        if hit.identifier.kind != PHONE
        or hit.same_holder
        or len(holders[hit.identifier.form]) <= MOST_HOLDERS
    ]


def places_of(hits: Iterable[Hit]) -> frozenset[tuple[str, int]]:
    """The items whose traces these are, by URN and number."""
    return frozenset((hit.urn, hit.item) for hit in hits)

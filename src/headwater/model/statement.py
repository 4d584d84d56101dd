"""Statement: one claim taken from one item of one report. Nothing is ever overwritten."""

import builtins
import re
from enum import StrEnum
from typing import NamedTuple

from headwater.model.errors import WrongUse


class Status(StrEnum):
    """Whether a person stands behind the reading."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Basis(StrEnum):
    """What somebody saw, or what somebody concludes (DPA 2018 s.38 keeps them apart)."""

    FACT = "fact"
    ASSESSMENT = "assessment"


class Modality(StrEnum):
    """How the text puts it; only `done` is told as something that happened."""

    DONE = "done"
    ATTEMPTED = "attempted"
    PLANNED = "planned"
    PROJECTED = "projected"
    ALLEGED = "alleged"
    DENIED = "denied"


class Statement(NamedTuple):
    """One claim: this entity has this value for this property, says this item.

    A named tuple, because a node holds millions and moves them by column.

    Attributes:
        urn: Report it was taken from.
        item: Number of the item in that report.
        n: Position among the statements of that item, from 1.
        entity: Id of the entity it is about. For text, one mention is one entity until a judgement
            says otherwise.
        schema: FollowTheMoney schema or one of our extension.
        property: Property of that schema.
        value: Normalised value: ISO dates, E.164 phones, plain decimal numbers, ids of entities.
        text: The original words, verbatim.
        language: ISO 639 code of those words, or empty.
        start: First character of `text` in the item's text; -1 where the value has no span.
        end: One past the last character; -1 where it has none.
        extractor: What took it and in which version, as `text/1` or `mapping/1`.
        author: Who stands behind it: the importer of a table, the officer who entered it; empty
            for a machine's reading.
        status: A `Status` value.
        basis: A `Basis` value.
        modality: A `Modality` value.
        attribution: Who says so, in the text's words; empty where the originator itself does.
        valid_from: ISO date on which it began to hold, or empty.
        valid_to: ISO date on which it ceased to hold, or empty.
    """

    urn: str
    item: int
    n: int
    entity: str
    schema: str
    property: str
    value: str
    text: str = ""
    language: str = ""
    start: int = -1
    end: int = -1
    extractor: str = ""
    author: str = ""
    status: str = "proposed"
    basis: str = "fact"
    modality: str = "done"
    attribution: str = ""
    valid_from: str = ""
    valid_to: str = ""

    @builtins.property
    def id(self) -> str:
        """`urn#item.n`: names the report and the item, so two reports never share a statement."""
        return statement_id(self.urn, self.item, self.n)


def statement_id(urn: str, item: int, n: int) -> str:
    """The id of the n-th statement of an item, as `urn#item.n`."""
    return f"{urn}#{item}.{n}"


_ID = re.compile(r"^(.+)#(\d{1,18})\.(\d{1,18})$", re.DOTALL)
"""No number is longer than what a store can count."""


def parse_statement_id(text: str) -> tuple[str, int, int]:
    """Take a statement id apart into URN, item number and position.

    Raises:
        WrongUse: If it is not a statement id.
    """
    match = _ID.match(text)
    if match is None:
        raise WrongUse(f"{text!r} is not a statement id", do="write it as URN#item.n")
    return match[1], int(match[2]), int(match[3])

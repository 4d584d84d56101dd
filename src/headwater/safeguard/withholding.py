"""Withholding: what is kept back about protected people in exports, search and exchange.

The names, documents, phones and whereabouts of people being moved, victims, witnesses and the
undecided leave only for a named case or safeguarding purpose. Holders of public office who are
named in open sources may be named.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache

from headwater.model import Schema, schemata
from headwater.safeguard.category import PROTECTED, Category
from headwater.safeguard.purpose import Purpose

WITHHELD = "[withheld]"
"""What stands where a name stood."""

HELD_BY = ("holder", "owner")
"""Properties that say whose a paper, an account or a vehicle is, which goes with that person."""

NOT_NAMED = "a person who is not named here"
"""What somebody is called who is not named."""

_HOLDERS = (
    "Person",
    "Identification",
    "UserAccount",
    "BankAccount",
    "CryptoWallet",
    "Address",
    "Vehicle",
    "Call",
)
_TELLING_TYPES = frozenset(
    {"name", "phone", "email", "identifier", "address", "ip", "url", "text", "entity", "json"}
)
_TELLING_BY_NAME = frozenset(
    {
        "birthDate",
        "birthPlace",
        "deathDate",
        "firstName",
        "secondName",
        "middleName",
        "fatherName",
        "motherName",
        "lastName",
        "givenName",
        "surname",
        "nameSuffix",
        "recordId",
        "username",
        "registrationNumber",
        "title",
        "position",
        "profession",
    }
)
_OFFICE_PROPERTIES = frozenset(
    {"name", "alias", "title", "firstName", "lastName", "position", "profession"}
)
_LIFTING_PURPOSES = frozenset({"case", "safeguarding"})


@cache
def withheld_properties() -> frozenset[str]:
    """Properties that tell who a person is, or lead to them, taken from the schemata.

    Names in all forms, document numbers, phones, addresses, accounts, birth dates, free text, and
    whatever names another entity, and sensitive data; of a person, and of the documents, accounts
    and vehicles of one.
    """
    holders = [schema for schema in schemata().values() if any(map(schema.is_a, _HOLDERS))]
    return frozenset(name for schema in holders for name in _telling(schema))


def _telling(schema: Schema) -> list[str]:
    return [
        name
        for name, prop in schema.properties.items()
        if prop.type in _TELLING_TYPES or prop.sensitive or name in _TELLING_BY_NAME
    ]


def is_withheld(
    property_name: str, category: Category, purpose: Purpose, *, public_office: bool = False
) -> bool:
    """Whether a property of a person is kept back.

    Args:
        property_name: Name of the property.
        category: The person's governing category.
        purpose: What the export, search or match is for.
        public_office: True for a holder of public office named in an open source. Name and office
            may then be said, unless a human made the person a victim, witness or being moved.
    """
    if category not in PROTECTED or purpose.kind in _LIFTING_PURPOSES:
        return False
    if public_office and category is Category.UNDECIDED and property_name in _OFFICE_PROPERTIES:
        return False
    return property_name in withheld_properties()


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text without the given spans, and without their words wherever else they stand in it.

    A name is rarely written once: the surname alone, further down, gives it away as well. Words
    are compared whole and without regard to case, so a word that is also a name may go too.

    Args:
        text: The words of an item.
        spans: Half-open character ranges; they may overlap, and are cut to the text.
    """
    spans = list(spans)
    told = (text[max(0, start) : end] for start, end in spans)
    words = {word for each in told for word in re.findall(r"\w{2,}", each)}
    pieces, at = [], 0
    for start, end in hidden_in(text, spans, words):
        pieces += [text[at:start], WITHHELD]
        at = end
    return "".join(pieces) + text[at:]


def hidden_in(
    text: str, spans: Iterable[tuple[int, int]], words: Collection[str] = ()
) -> list[tuple[int, int]]:
    """Where a text must not be read: stretches in order, with words that are told between them.

    Args:
        text: The words of an item.
        spans: Half-open character ranges; they may overlap, and are cut to the text.
        words: Words to be hidden wherever they stand, compared whole and without regard to case.
    """
    hidden = [(max(0, start), min(len(text), end)) for start, end in spans]
    if words:
        pattern = r"\b(?:" + "|".join(map(re.escape, sorted(words))) + r")\b"
        hidden += [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(span for span in hidden if span[0] < span[1]):
        # Two beside each other are one: how many words a name has tells something too.
        if apart and not text[apart[-1][1] : start].strip():
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart

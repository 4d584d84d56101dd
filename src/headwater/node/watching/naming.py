"""Naming: the words of new items without the names and numbers of people.

A watch on words must not be a way to watch a person whom no watch may be about.
"""

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from headwater.model import schemata
from headwater.safeguard import Category, Purpose, is_withheld, masked

if TYPE_CHECKING:
    from headwater.store import Arrived, NewItem

_OF_PEOPLE = ("Person", "Identification", "UserAccount", "BankAccount", "CryptoWallet", "Call")
_ANYTHING = Purpose("standing question", "general")


def unnamed(arrived: "Arrived") -> "list[NewItem]":
    """The new items with what tells who somebody is masked, as far as it was read."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    names = ("urn", "item", "schema", "property", "start", "end")
    columns = (arrived.scan[name].to_pylist() for name in names)
    for urn, item, schema, property_name, start, end in zip(*columns, strict=True):
        if start >= 0 and _tells_who(schema, property_name):
            spans[urn, item].append((start, end))
    return [
        one._replace(text=masked(one.text, spans[one.urn, one.item]))
        if (one.urn, one.item) in spans
        else one
        for one in arrived.items
    ]


@cache
def _tells_who(schema: str, property_name: str) -> bool:
    known = schemata().get(schema)
    of_people = schema == "LegalEntity" or (known and any(map(known.is_a, _OF_PEOPLE)))
    return bool(of_people) and is_withheld(property_name, Category.UNDECIDED, _ANYTHING)

"""Profile: what is known of an entity that can speak for or against joining it with another."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from headwater.model import schemata
from headwater.resolve.columns import Row, among, codes, rows

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_READ = frozenset({"name", "birthDate", "gender"})


class Doubt(NamedTuple):
    """Why a person has to decide, and the rows of the scan that show it.

    Attributes:
        reason: In words that hold no content; empty where nothing speaks against a join.
        numbers: Rows, so that the doubt is shown only to those who may see what it rests on.
    """

    reason: str = ""
    numbers: tuple[int, ...] = ()


Said = dict[str, int]
"""Values, each with the first row that states it."""


@dataclass
class Profile:
    """What is known of one entity, or of several that were joined.

    Attributes:
        schema: The most specific schema stated; empty where nothing but its id is known.
        names: Names, without regard to case.
        years: Years of birth.
        genders: As recorded.
        documents: Numbers by series of documents (kind and issuer).
    """

    schema: str = ""
    names: Said = field(default_factory=dict)
    years: Said = field(default_factory=dict)
    genders: Said = field(default_factory=dict)
    documents: dict[str, Said] = field(default_factory=lambda: defaultdict(dict))

    def take_in(self, other: "Profile") -> None:
        """Add what is known of another that was found to be the same."""
        self.schema = more_specific(self.schema, other.schema) or self.schema
        self.names = other.names | self.names
        self.years = other.years | self.years
        self.genders = other.genders | self.genders
        for series, numbers in other.documents.items():
            self.documents[series] = numbers | self.documents[series]

    def contradiction(self, other: "Profile") -> Doubt:
        """What speaks against joining the two without a person."""
        stated = [
            ("the years of birth differ", self.years, other.years),
            ("the recorded sex differs", self.genders, other.genders),
        ]
        stated += [
            (
                "the document numbers of one kind and issuer differ",
                self.documents[series],
                other.documents[series],
            )
            for series in sorted(self.documents.keys() & other.documents.keys())
        ]
        for reason, ours, theirs in stated:
            if ours and theirs and ours.keys().isdisjoint(theirs):
                return Doubt(reason, (*ours.values(), *theirs.values()))
        return Doubt()


@cache
def more_specific(left: str, right: str) -> str:
    """The more specific of two schemata of which one is a kind of the other; else empty.

    An entity of which nothing is stated, so that its schema is empty, can be anything.
    """
    if not left or not right:
        return left or right
    known = schemata()
    if left not in known or right not in known:
        return left if left == right else ""
    if known[left].is_a(right):
        return left
    return right if known[right].is_a(left) else ""


def read_profiles(
    scan: "pa.Table", standing: "np.ndarray[Any, Any]", entities: Collection[str]
) -> dict[str, Profile]:
    """Profiles of the given entities, without their documents.

    Args:
        scan: The store's scan.
        standing: For every row, whether it counts.
        entities: Ids of the entities wanted; each gets a profile.
    """
    profiles = {entity: Profile() for entity in entities}
    about = among(scan, "entity", profiles.keys()) & standing
    for entity, schema in _schemata_of(scan, about):
        profile = profiles[entity]
        profile.schema = more_specific(profile.schema, schema) or min(profile.schema, schema)
    for row in rows(scan, about & among(scan, "property", _READ)):
        _note(profiles[row.entity], row)
    return profiles


def _schemata_of(scan: "pa.Table", about: "np.ndarray[Any, Any]") -> Iterable[tuple[str, str]]:
    """Every pair of entity and schema in the rows, once, in the order of their ids."""
    import numpy as np

    entities, entity_texts = codes(scan, "entity")
    kinds, kind_texts = codes(scan, "schema")
    width = max(1, len(kind_texts))
    pairs = np.unique(entities[about].astype(np.int64) * width + kinds[about]).tolist()
    return sorted((entity_texts[pair // width], kind_texts[pair % width]) for pair in pairs)


def _note(profile: Profile, row: Row) -> None:
    if row.property == "name":
        profile.names.setdefault(" ".join(row.value.casefold().split()), row.number)
    elif row.property == "gender":
        profile.genders.setdefault(row.value.casefold(), row.number)
    elif row.value[:4].isdigit():
        profile.years.setdefault(row.value[:4], row.number)

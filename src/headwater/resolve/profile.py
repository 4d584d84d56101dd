"""Profile: what is known of an entity that can speak for or against joining it with another."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from headwater.model import schemata
from headwater.resolve.columns import Row, among, codes, rows

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_READ = frozenset({"name", "birthDate", "gender"})


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
    names: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    documents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def take_in(self, other: "Profile") -> None:
        """Add what is known of another that was found to be the same."""
        self.schema = more_specific(self.schema, other.schema) or self.schema
        self.names |= other.names
        self.years |= other.years
        self.genders |= other.genders
        for series, numbers in other.documents.items():
            self.documents[series] |= numbers

    def agreement(self, other: "Profile") -> str:
        """What agrees and what does not, as `key: value` lines that hold no content."""
        pairs = {
            "names": (self.names, other.names),
            "years of birth": (self.years, other.years),
            "sex": (self.genders, other.genders),
        }
        return "\n".join(f"{name}: {_compared(*both)}" for name, both in pairs.items())

    def contradiction(self, other: "Profile") -> str:
        """Why the two cannot be joined without a person; empty where nothing speaks against it."""
        if _apart(self.years, other.years):
            return "the years of birth differ"
        if _apart(self.genders, other.genders):
            return "the recorded sex differs"
        for series in self.documents.keys() & other.documents.keys():
            if _apart(self.documents[series], other.documents[series]):
                return "the document numbers of one kind and issuer differ"
        return ""


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
        profile.names.add(" ".join(row.value.casefold().split()))
    elif row.property == "gender":
        profile.genders.add(row.value.casefold())
    elif row.value[:4].isdigit():
        profile.years.add(row.value[:4])


def _compared(left: set[str], right: set[str]) -> str:
    if not left or not right:
        return "not stated of both"
    return "differ" if left.isdisjoint(right) else "agree"


def _apart(left: set[str], right: set[str]) -> bool:
    return bool(left) and bool(right) and left.isdisjoint(right)

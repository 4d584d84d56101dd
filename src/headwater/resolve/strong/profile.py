"""Profile: what is known of an entity that can speak for or against joining it with another."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from headwater.model import schemata
from headwater.resolve.columns import Row, among, codes, rows

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


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

NAME = "name"
BORN = "year of birth"
SEX = "sex"
_CONTRADICTIONS = {BORN: "the years of birth differ", SEX: "the recorded sex differs"}
_OF_DOCUMENTS = "the document numbers of one kind and issuer differ"
_TOPICS = {"name": NAME, "birthDate": BORN, "gender": SEX}


@dataclass(slots=True)
class Profile:
    """What is known of one entity, or of several that were joined.

    Attributes:
        schema: The most specific schema stated; empty where nothing but its id is known.
        said: Values by topic: `NAME`, `BORN`, `SEX`, or a series of documents (kind and issuer).
    """

    schema: str = ""
    said: dict[str, Said] = field(default_factory=dict)

    def note(self, topic: str, value: str, number: int) -> None:
        """Add a value with the row that states it; the first row of a value is kept."""
        self.said.setdefault(topic, {}).setdefault(value, number)

    def take_in(self, other: "Profile") -> None:
        """Add what is known of another that was found to be the same."""
        self.schema = more_specific(self.schema, other.schema) or self.schema
        for topic, values in other.said.items():
            ours = self.said.setdefault(topic, {})
            for value, number in values.items():
                ours.setdefault(value, number)

    def contradiction(self, other: "Profile") -> Doubt:
        """What speaks against joining the two without a person; names never do."""
        if not self.said or not other.said:
            return Doubt()
        for topic in sorted(self.said.keys() & other.said.keys() - {NAME}):
            ours, theirs = self.said[topic], other.said[topic]
            if ours.keys().isdisjoint(theirs):
                reason = _CONTRADICTIONS.get(topic, _OF_DOCUMENTS)
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
        profile.schema = more_specific(profile.schema, schema) or profile.schema
    for row in rows(scan, about & among(scan, "property", _TOPICS)):
        value = _read(row)
        if value:
            profiles[row.entity].note(_TOPICS[row.property], value, row.number)
    return profiles


def _schemata_of(scan: "pa.Table", about: "np.ndarray[Any, Any]") -> Iterator[tuple[str, str]]:
    """Every pair of entity and schema in the rows, once; schemata in the order of their names."""
    import numpy as np

    entities, ids = codes(scan, "entity")
    kinds, names = codes(scan, "schema")
    order = sorted(range(len(names)), key=names.__getitem__)
    place = np.argsort(np.array(order, dtype=np.int64))
    width = max(1, len(names))
    pairs = np.unique(entities[about].astype(np.int64) * width + place[kinds[about]])
    return ((ids[pair // width], names[order[pair % width]]) for pair in pairs.tolist())


def _read(row: Row) -> str:
    if row.property == "birthDate":
        return row.value[:4] if row.value[:4].isdigit() else ""
    return " ".join(row.value.casefold().split())

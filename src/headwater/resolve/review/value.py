"""Value: which proposals change a finding most, by a rule that anybody can check.

The rank of a proposal is the first of `RANKS` that holds for it; it is no score, and least of all
one of people. A claim is what an event or a tie says: its kind, whom and what it joins, and role,
mode and article. It is the same claim wherever a report makes it of the same entities. Reports of
one originator count as one source here, which is quick to see; the picture looks closer and may
find fewer sources, never more.

Cost: a few passes over columns; 5 s for three million statements on one busy core.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from headwater.model import Modality, Status, schemata
from headwater.resolve.columns import among, codes, standing
from headwater.resolve.records import PRESSED
from headwater.resolve.review.people import People

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Numbers = np.ndarray[Any, Any]

RANKS = (
    "it may protect somebody",
    "it contradicts what is accepted",
    "it ties somebody who may be ranked",
    "it would be a second source of what rests on one",
    "it is about somebody who may be ranked",
    "it is a role or a tie",
    "it is a fee, price or payment",
    "it is supply, a leg or a launch",
    "it adds a detail",
    "it says again what is accepted",
)
"""Why a proposal stands where it does, those first that change a finding most."""

(PROTECTS, CONTRADICTS, TIES, SECOND, RANKED, TIE, MONEY, EVENT, OTHER, AGAIN) = range(len(RANKS))

_PROTECTING = frozenset({"HumanitarianStop", "CategoryDecision"})
_COERCION = "sign of coercion"
"""How the cause of an incident begins whose text tells of people kept, forced or hurt."""
_BY_SCHEMA = (
    (TIE, frozenset({"NetworkRole", "Membership", "Directorship", "Association", "Contact"})),
    (MONEY, frozenset({"Fee", "PriceAdvert", "Payment", "Debt"})),
    (EVENT, frozenset({"EquipmentSupply", "Leg", "Launch", "Seizure", "Arrest"})),
)
_ONLY_ONE = frozenset({"birthDate", "deathDate", "gender"})
"""Properties of which a person has one value."""
_SAYS = frozenset({"role", "mode", "article", "basis", "currency", "amountLow", "amountHigh"})
"""Properties that belong to a claim, beside those that name an entity."""


def by_hand(scan: "pa.Table") -> "Numbers":
    """For every row, whether its entity may protect somebody, so that each is decided alone."""
    import numpy as np

    signs = among(scan, "schema", _PROTECTING)
    for name, words in (*PRESSED.items(), ("cause", (_COERCION,))):
        rows = np.flatnonzero(among(scan, "property", {name}))
        said = scan.column("value").take(rows).to_pylist()
        signs[rows[[one.casefold().partition(":")[0] in words for one in said]]] = True
    entities, names = codes(scan, "entity")
    found = np.zeros(len(names), dtype=bool)
    found[entities[signs]] = True
    protects: Numbers = found[entities] if names else signs
    return protects


class Values:
    """The value of what is proposed in a scan.

    Attributes:
        ranks: For every row, the number of its rank; what is not proposed has one too.
        sources: For every row, how many sources its claim is accepted from.

    Args:
        scan: The store's scan of statements for the viewer.
        people: Who is one person.
    """

    def __init__(self, scan: "pa.Table", people: People) -> None:
        import numpy as np

        self._scan = scan
        self._entities, self._names = codes(scan, "entity")
        self._one = self._ones(people)
        self._accepted = standing(scan) & among(scan, "status", {Status.ACCEPTED})
        self.sources = np.zeros(len(self._entities), dtype=np.int32)
        self.ranks = self._ranked(people)

    def _ones(self, people: People) -> "Numbers":
        """For every entity the number of the one that stands for it and those joined with it."""
        import numpy as np

        number = dict(zip(self._names, range(len(self._names)), strict=True))
        one = np.arange(max(1, len(number)))
        for entity, stands in people.joined():
            if entity in number:
                one[number[entity]] = number.setdefault(stands, len(number))
        self._number = number
        return one

    def _ranked(self, people: People) -> "Numbers":
        import numpy as np

        scan, entities = self._scan, self._entities
        ranks = np.full(len(entities), OTHER, dtype=np.int8)
        if not len(entities):
            return ranks
        for rank, kinds in _BY_SCHEMA:
            ranks[among(scan, "schema", kinds)] = rank
        event = ranks != OTHER
        wanted = [self._number[one] for one in people.rankable() if one in self._number]
        ranked = np.isin(self._one[entities], wanted)
        says = event & (_refers(scan) | among(scan, "property", _SAYS))
        says &= ~among(scan, "status", {Status.REJECTED})
        means = self._meanings(says)
        naming = np.flatnonzero(says)[np.isin(means, wanted)]
        ties = self._of_entity(naming)
        again, second = self._compared(self._claims(says, means))
        for rank, holds in (
            (RANKED, ranked),
            (SECOND, second),
            (TIES, ties),
            (AGAIN, again),
            (CONTRADICTS, self._contradicts(event)),
            (PROTECTS, by_hand(scan)),
        ):
            ranks[holds] = rank
        return ranks

    def _meanings(self, says: "Numbers") -> "Numbers":
        """What the values of the chosen rows mean, joined entities under one number."""
        import numpy as np
        import pyarrow.compute as pc

        said = pc.cast(self._scan.column("value").filter(says), "string").dictionary_encode()
        values = said.combine_chunks()
        words = values.dictionary.to_pylist()
        known = [self._number.get(word, -1) for word in words]
        # What is no entity of the scan is numbered behind all that are.
        numbers = [at if at >= 0 else len(self._number) + n for n, at in enumerate(known)]
        ones = np.array([self._one[at] if at < len(self._one) else at for at in numbers] or [0])
        means: Numbers = ones[values.indices.to_numpy()]
        return means

    def _of_entity(self, chosen: "Numbers") -> "Numbers":
        """For every row, whether any row of its entity is chosen."""
        import numpy as np

        found = np.zeros(len(self._one), dtype=bool)
        found[self._entities[chosen]] = True
        whole: Numbers = found[self._entities]
        return whole

    def _claims(self, says: "Numbers", means: "Numbers") -> "Numbers":
        """For every row, a number that stands for what its entity claims; 0 where nothing."""
        import numpy as np

        kinds, _ = codes(self._scan, "property")
        mixed = _mixed(means.astype(np.uint64) << np.uint64(16) | kinds[says].astype(np.uint64))
        claims = np.zeros(len(self._one), dtype=np.uint64)
        np.add.at(claims, self._entities[says], mixed)
        schemas, _ = codes(self._scan, "schema")
        found = claims[self._entities]
        return np.where(found != 0, _mixed(found + schemas.astype(np.uint64)), found)

    def _compared(self, claims: "Numbers") -> tuple["Numbers", "Numbers"]:
        """Where a claim says again what is accepted, and where it is a second source of it."""
        import numpy as np

        origins, _ = codes(self._scan, "originator")
        # What is accepted in part, as after a correction, does not bear itself out.
        open_ = self._of_entity(among(self._scan, "status", {Status.PROPOSED}))
        held = self._accepted & (claims != 0) & ~open_
        if not held.any():
            none = np.zeros(len(claims), dtype=bool)
            return none, none
        # One number for a claim and who makes it; the chance that two meet is nil.
        both = _mixed(claims) + origins.astype(np.uint64)
        pairs, first = np.unique(both[held], return_index=True)
        accepted, counts = np.unique(claims[held][first], return_counts=True)
        at = np.minimum(np.searchsorted(accepted, claims), len(accepted) - 1)
        self.sources = np.where(accepted[at] == claims, counts[at], 0).astype(np.int32)
        own = np.isin(both, pairs)
        return (self.sources > 1) | ((self.sources > 0) & own), (self.sources == 1) & ~own

    def _contradicts(self, event: "Numbers") -> "Numbers":
        """Another value of what a person has one of, or the denial of what is accepted."""
        import numpy as np

        properties, names = codes(self._scan, "property")
        single = np.isin(properties, [at for at, name in enumerate(names) if name in _ONLY_ONE])
        keys = self._one[self._entities] * max(1, len(names)) + properties
        rows = np.flatnonzero(single & self._accepted)
        texts = self._scan.column("value")
        held: dict[int, set[str]] = {}
        for row in rows.tolist():
            held.setdefault(int(keys[row]), set()).add(str(texts[row]))
        found = np.zeros(len(keys), dtype=bool)
        for row in np.flatnonzero(single & ~self._accepted & np.isin(keys, keys[rows])).tolist():
            found[row] = not any(_agree(str(texts[row]), one) for one in held[int(keys[row])])
        denied = among(self._scan, "modality", {Modality.DENIED})
        return found | (denied & event & (self.sources > 0))


def _agree(left: str, right: str) -> bool:
    """Whether one says no more than a part of the other, as a year of a date."""
    return left.startswith(right) or right.startswith(left)


def _mixed(numbers: "Numbers") -> "Numbers":
    """Whole numbers spread over 64 bits, so that their sums seldom meet (SplitMix64)."""
    import numpy as np

    with np.errstate(over="ignore"):
        mixed = (numbers + np.uint64(0x9E3779B97F4A7C15)).astype(np.uint64)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return mixed ^ (mixed >> np.uint64(31))


@cache
def _pointing() -> frozenset[tuple[str, str]]:
    """Schema and property where the value is an entity."""
    return frozenset(
        (name, one.name)
        for name, schema in schemata().items()
        for one in schema.properties.values()
        if one.type == "entity"
    )


def _refers(scan: "pa.Table") -> "Numbers":
    """For every row, whether its value is an entity."""
    import numpy as np

    kinds, schemas = codes(scan, "schema")
    properties, names = codes(scan, "property")
    table = np.array([[(s, p) in _pointing() for p in names] for s in schemas] or [[False]])
    return table[kinds, properties] if len(kinds) else np.zeros(0, dtype=bool)

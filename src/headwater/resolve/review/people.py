"""People who wait for a person's word: those without a category, and those of one name.

A name alone never joins two persons, and nobody gets a category from a machine.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from headwater.model import Judgement, Verdict, schemata
from headwater.resolve.clusters import clusters, governing_judgements
from headwater.resolve.columns import Ids, Row, among, codes, rows, standing
from headwater.resolve.records import NEVER_MATCHED, categories_told
from headwater.resolve.review.entry import QueueEntry
from headwater.resolve.review.wording import fold, number_of
from headwater.safeguard import PROTECTED, RANKABLE

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_MOST_PAIRS = 300
_EVIDENCE = 3


class People:
    """Persons named in the scan, each as one however often it is mentioned.

    Args:
        scan: The store's scan of statements for the viewer.
        judgements: Judgements of which the viewer may see the grounds.
    """

    def __init__(self, scan: "pa.Table", judgements: Sequence[Judgement]) -> None:
        self._scan = scan
        self._ids = Ids(scan)
        self._one = clusters(judgements)
        self._apart = {
            frozenset((self.one(judgement.left), self.one(judgement.right)))
            for judgement in governing_judgements(judgements)
            if judgement.verdict is not Verdict.SAME
        }
        persons = {name for name, schema in schemata().items() if schema.is_a("Person")}
        named = standing(scan) & among(scan, "schema", persons) & among(scan, "property", {"name"})
        self._named: dict[str, list[Row]] = defaultdict(list)
        for row in rows(scan, named):
            self._named[self.one(row.entity)].append(row)

    def one(self, entity: str) -> str:
        """The id of the person that an entity is."""
        return self._one.get(entity, entity)

    def joined(self) -> Iterable[tuple[str, str]]:
        """Every entity that is joined with others, with the one that stands for them."""
        return self._one.items()

    def shielded(self, entity: str) -> bool:
        """Whether somebody put the person among those who are put before nobody as a match."""
        return self.one(entity) in self._shielded

    def beside_protected(self) -> "np.ndarray[Any, Any]":
        """For every row, whether it is about a protected person, or of a thing that names one."""
        import numpy as np

        told = categories_told(self._scan).items()
        hidden = {self.one(who) for who, words in told if not PROTECTED.isdisjoint(words)}
        numbers, entities = codes(self._scan, "entity")
        them = {entity for entity in entities if self.one(entity) in hidden}
        naming = among(self._scan, "entity", them) | among(self._scan, "value", them | hidden)
        found = np.zeros(len(entities), dtype=bool)
        found[numbers[naming]] = True
        beside: np.ndarray[Any, Any] = found[numbers] if entities else naming
        return beside

    def rankable(self) -> set[str]:
        """Ids of those whom every decision calls suspect or convicted."""
        decided = self._decided().items()
        return {person for person, words in decided if words and words <= RANKABLE}

    def called(self, name: str) -> list[str]:
        """The smallest id of each person who bears this very name."""
        wanted = " ".join(name.split())
        return sorted(
            min(row.entity for row in named)
            for named in self._named.values()
            if wanted in {row.value for row in named}
        )

    @cached_property
    def undecided(self) -> list[str]:
        """Persons about whom nobody decided."""
        decided = self._decided()
        return [person for person in self._named if person not in decided]

    def without_category(self) -> Iterator[QueueEntry]:
        """Persons about whom nobody decided, those first whom most reports name."""
        urns, _ = codes(self._scan, "urn")
        waiting = [
            (len({int(urns[row.number]) for row in self._named[person]}), person)
            for person in self.undecided
        ]
        for reports, person in sorted(waiting, key=lambda one: (-one[0], one[1])):
            named = self._named[person]
            # The smallest id that the viewer sees, which need not be that of the cluster.
            entity = min(row.entity for row in named)
            yield QueueEntry(
                id=entity,
                kind="category",
                about=(entity,),
                what=f"What is {_name(named)}?",
                why=f"Named in {number_of(reports, 'report')}, without a category; "
                "decide with headwater categorise.",
                evidence=self._evidence(named),
            )

    def of_one_name(self) -> Iterator[QueueEntry]:
        """Pairs of persons with one full name that no judgement speaks of, a few hundred at most.

        Nobody who is being moved, a victim or a witness is put before anybody as a match.
        """
        pairs = self.pairs_of_one_name
        for left, right in sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:_MOST_PAIRS]:
            yield self._pair(left, right, pairs[left, right])

    @cached_property
    def pairs_of_one_name(self) -> dict[tuple[str, str], int]:
        """Such pairs, all of them, with how many statements a join brings together."""
        alike: dict[str, set[str]] = defaultdict(set)
        for written, bearers in self._bearers().items():
            name = fold(written)
            if " " in name:
                alike[name] |= bearers
        groups = [group for group in alike.values() if len(group) > 1]
        weights = self._weights({person for group in groups for person in group})
        pairs = {}
        for group in groups:
            for one, other in self._open(sorted(group, key=lambda who: (-weights[who], who))):
                pairs[one, other] = weights[one] + weights[other]
        return pairs

    def _bearers(self) -> dict[str, set[str]]:
        """By name as it is written, those who bear it; nobody who is shielded."""
        found: dict[str, set[str]] = defaultdict(set)
        for person, named in self._named.items():
            if person not in self._shielded:
                for row in named:
                    found[row.value].add(person)
        return dict(found)

    def _open(self, group: list[str]) -> Iterator[tuple[str, str]]:
        """Each of a group with the first before it that nobody judged it against."""
        for at, person in enumerate(group):
            for other in group[:at]:
                if frozenset((person, other)) not in self._apart:
                    yield min(person, other), max(person, other)
                    break

    def _pair(self, left: str, right: str, joined: int) -> QueueEntry:
        one, other = self._named[left], self._named[right]
        first, second = sorted(min(row.entity for row in named) for named in (one, other))
        return QueueEntry(
            id=f"{first}~{second}",
            kind="pair",
            about=(first, second),
            what=f"Are {_name(one)} ({first}) and {_name(other)} ({second}) the same?",
            why="The same name; a name alone never joins two persons. "
            f"A join brings {joined} statements together.",
            evidence=(*self._evidence(one[:1]), *self._evidence(other[:1])),
        )

    @cached_property
    def _shielded(self) -> set[str]:
        decided = self._decided().items()
        return {person for person, words in decided if not NEVER_MATCHED.isdisjoint(words)}

    def _decided(self) -> dict[str, set[str]]:
        """What was decided, by person, whoever decided and in whatever case."""
        chosen = standing(self._scan) & among(self._scan, "schema", {"CategoryDecision"})
        said = list(rows(self._scan, chosen))
        words: dict[str, set[str]] = defaultdict(set)
        for row in said:
            if row.property == "category":
                words[row.entity].add(row.value)
        found: dict[str, set[str]] = defaultdict(set)
        for row in said:
            if row.property == "subject":
                found[self.one(row.value)] |= words[row.entity]
        return dict(found)

    def _weights(self, persons: set[str]) -> dict[str, int]:
        """Statements about each of the persons."""
        import numpy as np

        numbers, entities = codes(self._scan, "entity")
        counts = np.bincount(numbers, minlength=len(entities))
        weights: dict[str, int] = defaultdict(int)
        for entity, count in zip(entities, counts.tolist(), strict=True):
            if (person := self.one(entity)) in persons:
                weights[person] += count
        return weights

    def _evidence(self, named: Sequence[Row]) -> tuple[str, ...]:
        return tuple(map(self._ids.of, (row.number for row in named[:_EVIDENCE])))


def _name(named: Sequence[Row]) -> str:
    return Counter(row.value for row in named).most_common(1)[0][0]

"""Matching: which holders of one identifier are joined, and which go to a person.

It keeps, for every cluster as it grows, what is known of all its members, so that a contradiction
between clusters is seen and not only one between the two holders compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from headwater.model import Judgement, Verdict, schemata
from headwater.resolve.clusters import (
    Forest,
    by_person,
    clusters,
    governing_judgements,
    standing_judgements,
)
from headwater.resolve.strong.handed_on import by_name, differing
from headwater.resolve.strong.identifiers import Holding
from headwater.resolve.strong.profile import NAME, Doubt, Profile, more_specific

MOST_NAMES = 20
"""More differently named holders than this, and an identifier is an office's, a shop's or a
misreading: it joins nobody by itself."""


class Match(NamedTuple):
    """Two holders of one identifier, and what speaks against joining them.

    Attributes:
        left: The holder with the smaller id.
        right: The other.
        doubt: Why a person has to decide; its reason is empty where nothing speaks against it.
    """

    left: Holding
    right: Holding
    doubt: Doubt


class Matcher:
    """Joins holders identifier by identifier.

    Args:
        profiles: What is known of every entity that may come up.
        known: All judgements there are; what they join is joined, what people decided stays.
        labels: For every row of the scan, the label that decides who may see it.
    """

    def __init__(
        self, profiles: Mapping[str, Profile], known: Sequence[Judgement], labels: Sequence[int]
    ) -> None:
        self._labels = labels
        governing = governing_judgements(known)
        decided = [j for j in governing if by_person(j)]
        self._decided = {(j.left, j.right) for j in decided}
        self._taken_back = _taken_back(known, governing)
        self._forest = Forest((j.left, j.right) for j in decided if j.verdict is Verdict.DIFFERENT)
        self._profiles = dict(profiles)
        self._names = _Names(profiles, known)
        for entity, smallest in clusters(governing).items():
            self._join(smallest, entity)

    def matches(self, holders: Sequence[Holding]) -> Iterator[Match]:
        """The matches among the holders of one identifier, in the order of their ids.

        Of a crowd under one identifier only the first two are put to a person.
        """
        crowd = self._crowd(holders)
        if crowd.reason:
            other = next(holder for holder in holders if holder.entity != holders[0].entity)
            yield Match(holders[0], other, crowd)
            return
        doubt = self._doubt_of_all(holders)
        for branch in self._branches(holders):
            groups = self._groups(branch)
            pairs = [(pair, doubt) for group in groups for pair in self._chains(group)]
            pairs += [
                ((groups[0][0], other[0]), self._differing(groups[0][0], other[0]))
                for other in groups[1:]
            ]
            for (left, right), against in pairs:
                match = self._match(left, right, against)
                if match:
                    yield match

    def _groups(self, branch: list[Holding]) -> list[list[Holding]]:
        """Holders whom the identifier may join: those of a phone by what they are called."""
        if branch[0].kind != "phone" or len(branch) < 2:
            return [branch]
        return by_name(branch, {one.entity: self._names.of(one.entity) for one in branch})

    def _differing(self, left: Holding, right: Holding) -> Doubt:
        return differing(self._profile(left.entity), self._profile(right.entity))

    def _chains(self, holders: Sequence[Holding]) -> Iterator[tuple[Holding, Holding]]:
        """Pairs that connect all holders for whichever labels somebody may see.

        Under one label each is paired with the smallest id; between two labels the smallest of
        each. With one chain over all, a holder whom a viewer may not see would break it for them.
        """
        by_label: dict[int, list[Holding]] = defaultdict(list)
        for holder in holders:
            by_label[self._labels[holder.number]].append(holder)
        for members in by_label.values():
            yield from ((members[0], other) for other in members[1:])
        for one, other in combinations([members[0] for members in by_label.values()], 2):
            if one.entity != other.entity:
                yield one, other

    def _match(self, left: Holding, right: Holding, doubt: Doubt) -> Match | None:
        ours, theirs = self._profile(left.entity), self._profile(right.entity)
        together = ours is theirs
        fits = together or _may_be_one(ours.schema, theirs.schema)
        if not fits or (left.entity, right.entity) in self._decided or (doubt.reason and together):
            return None
        if not doubt.reason and not together:
            doubt = ours.contradiction(theirs)
        if doubt.reason or together or self._join(left.entity, right.entity):
            if not doubt.reason:
                self._names.join(left.entity, right.entity)
            return Match(left, right, doubt)
        return None

    def _join(self, left: str, right: str) -> bool:
        ours, theirs = self._profile(left), self._profile(right)
        if not self._forest.join(left, right):
            return False
        if ours is not theirs:
            ours.take_in(theirs)
        self._profiles[self._forest.root(left)] = ours
        return True

    def _profile(self, entity: str) -> Profile:
        root = self._forest.root(entity)
        if root not in self._profiles:
            self._profiles[root] = Profile()
        return self._profiles[root]

    def _crowd(self, holders: Sequence[Holding]) -> Doubt:
        if len(holders) <= MOST_NAMES:
            return Doubt()
        names = [self._profile(holder.entity).said.get(NAME) for holder in holders]
        named = dict(min(said.items()) for said in names if said)
        if len(named) <= MOST_NAMES:
            return Doubt()
        reason = f"the identifier is held under more than {MOST_NAMES} different names"
        return Doubt(reason, tuple(named[name] for name in sorted(named)[: MOST_NAMES + 1]))

    def _doubt_of_all(self, holders: Sequence[Holding]) -> Doubt:
        if self._taken_back:
            entities = {holder.entity for holder in holders}
            if any(left in entities and right in entities for left, right in self._taken_back):
                return Doubt("somebody took back a join of holders of this identifier")
        return Doubt()

    def _branches(self, holders: Sequence[Holding]) -> list[list[Holding]]:
        """Holders that can be one: a person is no organisation, and a document is neither."""
        branches: dict[str, list[Holding]] = defaultdict(list)
        for holder in holders:
            branches[_branch(self._profile(holder.entity).schema)].append(holder)
        sure = [name for name in ("Person", "Organization") if name in branches]
        if len(sure) == 1 and "" in branches:
            merged = branches.pop("") + branches[sure[0]]
            branches[sure[0]] = sorted(merged, key=lambda holder: holder.entity)
        return list(branches.values())


class _Names:
    """Names of entities, with those of all that rules and scores join them with.

    What people join is left out: else a rule would join others because of it, and taking the one
    join back would not bring the earlier picture back.

    Args:
        profiles: What is known of every entity by itself.
        known: All judgements there are.
    """

    def __init__(self, profiles: Mapping[str, Profile], known: Sequence[Judgement]) -> None:
        self._names = {one: set(profile.said.get(NAME, ())) for one, profile in profiles.items()}
        self._forest = Forest(())
        held = [
            judgement
            for judgement in standing_judgements(known)
            if not (by_person(judgement) and judgement.verdict is Verdict.SAME)
        ]
        for entity, smallest in clusters(held).items():
            self.join(entity, smallest)

    def of(self, entity: str) -> set[str]:
        """The names of one entity."""
        return self._names.get(self._forest.root(entity), set())

    def join(self, left: str, right: str) -> None:
        """From now on both have the names of either."""
        names = self.of(left) | self.of(right)
        self._forest.join(left, right)
        self._names[self._forest.root(left)] = names


@cache
def _branch(schema_name: str) -> str:
    """Person, Organization, the schema of a thing; empty for whoever may be either of the two."""
    known = schemata().get(schema_name)
    kinds = ("Person", "Organization", "Vehicle")
    sure = next((kind for kind in kinds if known and known.is_a(kind)), schema_name)
    return "" if sure == "LegalEntity" else sure


def _may_be_one(left: str, right: str) -> bool:
    return not (left or right) or bool(more_specific(left, right))


def _taken_back(
    known: Iterable[Judgement], governing: Iterable[Judgement]
) -> list[tuple[str, str]]:
    """Pairs of joins that people took back and nobody decided on again."""
    by_id = {judgement.id: judgement for judgement in known}
    undone = (by_id[j.undoes] for j in by_id.values() if j.undoes in by_id and by_person(j))
    pairs = {(j.left, j.right) for j in undone if j.verdict is Verdict.SAME}
    return sorted(pairs - {(j.left, j.right) for j in governing})

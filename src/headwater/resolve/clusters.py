"""Clusters: which entities are one, worked out anew from the judgements; nothing is overwritten.

The answer depends on the judgements alone, never on their order. A judgement that was taken back
counts for nothing; "different" holds between whole clusters, not only between the two it names.
"""

from collections import defaultdict
from collections.abc import Iterable

from headwater.model import Judgement, Verdict

RULE_PREFIX = "resolve/"
"""Authors that begin so are rules; all others are people, and a person outranks a rule."""

SCORE = "resolve/score/"
APART = "resolve/apart/"
"""Rules by their names: joins on a score, and what keeps those apart."""

LARGEST_BY_SCORE = 50
"""No score makes a cluster of more members than this."""


def clusters(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For every entity that is joined with another, the id that stands for all of them.

    That id is the smallest in text order. Where joining two clusters would put a pair together
    that is held to be different, the join is left out; joins made by people come first, then those
    on identifiers, then those on a score, the greater weight first, then the smaller ids. What a
    rule holds to be different keeps scores from joining, and nobody else. Cost: near-linear in the
    number of judgements.
    """
    held = governing_judgements(judgements)
    apart = [j for j in held if j.verdict is Verdict.DIFFERENT]
    same = [j for j in held if j.verdict is Verdict.SAME]
    scored = [j for j in same if by_score(j)]
    if apart or scored:  # else the order makes no difference
        same.sort(key=_precedence)
    forest = Forest([(j.left, j.right) for j in apart if by_person(j)])
    for judgement in same[: len(same) - len(scored)]:
        forest.join(judgement.left, judgement.right)
    forest.keep_apart((j.left, j.right) for j in apart if not by_person(j))
    for judgement in same[len(same) - len(scored) :]:
        forest.join(judgement.left, judgement.right, largest=LARGEST_BY_SCORE)
    return forest.canonical()


def standing_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements that nobody took back; taking back an undo brings its judgement back."""
    known = {judgement.id: judgement for judgement in judgements}
    undos = [judgement for judgement in known.values() if judgement.undoes]
    undone: set[str] = set()
    # Whatever undoes an undo lies deeper, so going from the deepest settles it first.
    for undo in sorted(undos, key=lambda j: (-_depth(j, known), j.id)):
        if undo.id not in undone:
            undone.add(undo.undoes)
    return [j for j in known.values() if j.id not in undone and not j.undoes]


def governing_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """One judgement for each pair: a person's before a rule's, the latest of several people's.

    Among rules a join is kept before a doubt, so that a second identifier cannot unmake the first.
    """
    governing: dict[tuple[str, str], Judgement] = {}
    for judgement in standing_judgements(judgements):
        pair = (min(judgement.left, judgement.right), max(judgement.left, judgement.right))
        known = governing.get(pair)
        if known is None or _authority(judgement) > _authority(known):
            governing[pair] = judgement
    return list(governing.values())


def by_person(judgement: Judgement) -> bool:
    """Whether a person made it, and not a rule."""
    return not judgement.author.startswith(RULE_PREFIX)


def by_score(judgement: Judgement) -> bool:
    """Whether a score made it."""
    return judgement.author.startswith(SCORE)


def _authority(judgement: Judgement) -> tuple[bool, bool, str, str]:
    person = by_person(judgement)
    joins = not person and judgement.verdict is Verdict.SAME
    return person, joins, judgement.made, judgement.id


def _precedence(judgement: Judgement) -> tuple[bool, bool, float, str, str]:
    pair = sorted((judgement.left, judgement.right))
    weight = -(judgement.score or 0.0)
    return by_score(judgement), not by_person(judgement), weight, pair[0], pair[1]


def _depth(judgement: Judgement, known: dict[str, Judgement]) -> int:
    """How many steps of undoing lead down from it; bounded, in case they go in a circle."""
    depth = 0
    while judgement.undoes in known and depth <= len(known):
        judgement = known[judgement.undoes]
        depth += 1
    return depth


class Forest:
    """Entities joined into clusters, each known by its smallest id, some of which stay apart.

    Args:
        apart: Pairs whose clusters are never joined.
    """

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._above: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._foes: dict[str, set[str]] = defaultdict(set)
        self.keep_apart(apart)

    def keep_apart(self, apart: Iterable[tuple[str, str]]) -> None:
        """Never join the clusters of these pairs from now on; what is joined stays joined."""
        for left, right in apart:
            one, other = self.root(left), self.root(right)
            if one != other:
                self._foes[one].add(other)
                self._foes[other].add(one)

    def root(self, entity: str) -> str:
        """The smallest id of the cluster that an entity is in; itself where it is in none."""
        above = self._above
        parent = above.get(entity)
        if parent is None:
            return entity
        while (higher := above.get(parent)) is not None:
            above[entity] = higher
            entity, parent = parent, higher
        return parent

    def join(self, left: str, right: str, *, largest: int = 0) -> bool:
        """Join the clusters of two entities; False where they must stay apart.

        Args:
            left: One entity.
            right: The other.
            largest: Most members that the joined cluster may have; 0 for any number.
        """
        one, other = self.root(left), self.root(right)
        if one == other:
            return True
        size = self._size.get(one, 1) + self._size.get(other, 1)
        if (self._foes and other in self._foes.get(one, ())) or 0 < largest < size:
            return False
        smaller, larger = (one, other) if one < other else (other, one)
        self._above[larger] = smaller
        self._size[smaller] = size
        for foe in self._foes.pop(larger, ()):
            self._foes[foe].discard(larger)
            self._foes[foe].add(smaller)
            self._foes[smaller].add(foe)
        return True

    def canonical(self) -> dict[str, str]:
        """The smallest id for every member of a cluster of several."""
        below = {entity: self.root(entity) for entity in list(self._above)}
        return below | {smallest: smallest for smallest in below.values()}

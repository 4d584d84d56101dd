"""Judging: verdicts of a score as judgements, and what of the earlier ones no longer holds.

A score's judgements are about two persons alone, so they do not depend on who came in first; which
of the joins are made, where they contradict each other, is worked out from all of them together
(`headwater.resolve.clusters`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from headwater.model import Judgement, Verdict
from headwater.resolve.clusters import (
    APART,
    SCORE,
    by_person,
    standing_judgements,
)
from headwater.resolve.decisions import digest, withdrawal
from headwater.resolve.lookup.entry import packed
from headwater.resolve.lookup.verdict import Scored, Scoring

Pair = tuple[str, str]
Evidence = Mapping[str, tuple[str, ...]]
"""Ids of the statements behind what was compared, by entity."""

VERSION = "1"
_AT_ONCE = 10_000  # pairs that are explained together, which bounds the memory
_SURE = "The records agree so well that 99 in 100 such pairs are one person."
_LIKELY = "The records are likely to be of one person."


class Known:
    """The judgements there are on some persons, by pair.

    Args:
        judgements: Every judgement that has one of them as an end.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        every = list(judgements)
        self.all = every
        self.ids = {judgement.id for judgement in every}
        self._number: dict[Pair, int] = defaultdict(int)
        self.scored: dict[Pair, Judgement] = {}
        self.settled: set[Pair] = set()
        by_id = {judgement.id: judgement for judgement in every}
        for judgement in every:
            self._number[judgement.left, judgement.right] += 1
            undone = by_id.get(judgement.undoes)
            if undone is not None and by_person(judgement):
                self.settled.add((judgement.left, judgement.right))
        for judgement in standing_judgements(every):
            pair = judgement.left, judgement.right
            if judgement.author.startswith(SCORE):
                self.scored[pair] = judgement
            elif not judgement.author.startswith(APART):
                self.settled.add(pair)

    def how_many(self, pair: Pair) -> int:
        """How many judgements there were on a pair, so that the next has an id of its own."""
        return self._number[pair]


def changes(
    verdicts: Iterable[Scored], known: Known, looked_at: Iterable[Pair]
) -> tuple[list[Judgement], list[Scored]]:
    """What no longer holds, and what is to be said.

    Args:
        verdicts: What the score says of pairs now.
        known: What was said before; a pair that a person or a strong identifier settled is left.
        looked_at: Pairs that were scored now; one without a verdict is no longer likely.
    """
    said = {(one.left.id, one.right.id): one for one in verdicts}
    gone, new = [], []
    for pair in sorted(set(looked_at) | said.keys()):
        before, now = known.scored.get(pair), said.get(pair)
        if pair in known.settled or _unchanged(before, now):
            continue
        if before is not None:
            gone.append(before)
        if now is not None:
            new.append(now)
    return gone, new


def _unchanged(before: Judgement | None, now: Scored | None) -> bool:
    if before is None or now is None:
        return before is None and now is None
    return before.verdict is now.verdict and before.reason == _reason(now)


def _reason(scored: Scored) -> str:
    if scored.verdict is Verdict.SAME:
        return _SURE
    return f"{_LIKELY} A person has to decide: {scored.doubt}."


def judgements(
    scored: Sequence[Scored], evidence: Evidence, known: Known, model: Scoring, made: str
) -> Iterator[Judgement]:
    """Judgements that say what a score says; their explanation holds no content.

    Args:
        scored: What the score says.
        evidence: The statements behind both records.
        known: What was said before on these pairs.
        model: What weighed them.
        made: ISO time to put on them.
    """
    texts = {end.id: packed(end) for one in scored for end in (one.left, one.right)}
    explained = _explained(scored, texts, model)
    for one in scored:
        left, right = one.left.id, one.right.id
        yield Judgement(
            id=digest("score", left, right, one.verdict, str(known.how_many((left, right)))),
            left=left,
            right=right,
            verdict=one.verdict,
            author=f"{SCORE}{VERSION}",
            made=made,
            reason=_reason(one),
            score=round(one.bits, 2),
            explanation=explained[texts[left], texts[right]],
            evidence=tuple(sorted({*evidence.get(left, ()), *evidence.get(right, ())})),
        )


def _explained(
    scored: Sequence[Scored], texts: Mapping[str, str], model: Scoring
) -> dict[Pair, str]:
    """What speaks for each pair of records, in lines; many mentions say the same, which is weighed
    once."""
    import numpy as np

    pairs = {(texts[one.left.id], texts[one.right.id]): one for one in scored}
    weighed_by = f"model: {model.digest[:16]}"
    found: dict[Pair, str] = {}
    said = list(pairs)
    for begin in range(0, len(said), _AT_ONCE):
        part = said[begin : begin + _AT_ONCE]
        records = [end for pair in part for end in (pairs[pair].left, pairs[pair].right)]
        places = np.arange(2 * len(part)).reshape(-1, 2)
        for pair, weight in zip(part, model.weigh_each(records, places), strict=True):
            lines = [f"{one.field}: {one.level}, {one.bits:+.1f} bits" for one in weight.parts]
            found[pair] = "\n".join([*lines, weighed_by])
    return found


def withdrawn(gone: Iterable[Judgement], made: str) -> list[Judgement]:
    """Judgements that take back what a score said and no longer says."""
    return [withdrawal(judgement, made) for judgement in gone]


def apart(pair: Pair, reasons: Sequence[str], evidence: Sequence[str], made: str) -> Judgement:
    """A rule's word that two members of what would be one cluster contradict each other."""
    left, right = min(pair), max(pair)
    return Judgement(
        id=digest("apart", left, right, *reasons, *evidence),
        left=left,
        right=right,
        verdict=Verdict.DIFFERENT,
        author=f"{APART}{VERSION}",
        made=made,
        reason=f"No score joins them: {', and '.join(reasons)}.",
        explanation="\n".join(f"against: {reason}" for reason in reasons),
        evidence=tuple(evidence),
    )

"""Waiting: which pairs a person should look at, the most useful first.

Usefulness is uncertainty times what would change: 4 p (1 - p), which is 1 at even odds and 0 where
the answer is known, times the pairs of records that a join brings together.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from headwater.resolve.linkage.agglomeration import Agglomeration
from headwater.resolve.linkage.company import Company
from headwater.resolve.linkage.linked import ReviewPair, Scoring
from headwater.resolve.linkage.scale import Scale
from headwater.resolve.records import PersonRecord


class Question(NamedTuple):
    """Whether two clusters are one, put by their two most telling records.

    Attributes:
        pair: Places of the two records.
        weight: Mean weight across, in bits above even odds.
        relational: Weight from shared company.
        settles: Pairs of records that a join brings together.
        contradictions: Why they stay apart until a person says otherwise.
    """

    pair: tuple[int, int]
    weight: float
    relational: float
    settles: int
    contradictions: tuple[str, ...] = ()


def questions(done: Agglomeration, company: Company, least: float) -> Iterator[Question]:
    """Every join made without being sure, and every one of at least the given weight not made."""
    for merge in done.merges:
        if not merge.sure and not merge.judged:
            yield Question(merge.pair, merge.weight, merge.relational, merge.settles)
    for left, right in done.met():
        weight, relational = done.weight(left, right), company.bits(left, right)
        if weight + relational >= least:
            pair, settles = done.best(left, right), done.settles(left, right)
            yield Question(pair, weight, relational, settles, done.why_apart(left, right))


def review(
    records: Sequence[PersonRecord], asked: Iterable[Question], model: Scoring, scale: Scale
) -> tuple[ReviewPair, ...]:
    """The questions in the order of their use."""
    waiting = [_put(records, question, model, scale) for question in asked]
    return tuple(sorted(waiting, key=lambda pair: (-pair.value, pair.left, pair.right)))


def _put(
    records: Sequence[PersonRecord], question: Question, model: Scoring, scale: Scale
) -> ReviewPair:
    left, right = (records[place] for place in question.pair)
    weighed = model.weigh(left, right)
    probability = model.probability(scale.even + question.weight + question.relational)
    return ReviewPair(
        left=left.id,
        right=right.id,
        bits=weighed.bits,
        relational=question.relational,
        probability=probability,
        settles=question.settles,
        value=4 * probability * (1 - probability) * question.settles,
        reasons=tuple(weighed.parts),
        contradictions=question.contradictions,
    )

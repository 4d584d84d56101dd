"""Waiting: which pairs a person should look at, the most useful first.

Usefulness is uncertainty times what would change: 4 p (1 - p), which is 1 at even odds and 0 where
the answer is known, times the pairs of records that a join brings together.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from headwater.resolve.linkage.agglomeration import Agglomeration
from headwater.resolve.linkage.compared import Compared
from headwater.resolve.linkage.contradictions import NEAR
from headwater.resolve.linkage.linked import ReviewPair, Scoring
from headwater.resolve.linkage.scale import chance


class Question(NamedTuple):
    """Whether two clusters are one, put by their two most telling records.

    Attributes:
        odds: Log2 odds from the records.
        relational: Bits from shared company.
        pair: Places of the two records.
        settles: Pairs of records that a join brings together.
        contradictions: Why they stay apart until a person says otherwise.
    """

    odds: float
    relational: float
    pair: tuple[int, int]
    settles: int
    contradictions: tuple[str, ...] = ()


def questions(done: Agglomeration, least: float) -> Iterator[Question]:
    """Every join made without being sure, and every one of at least the given chance not made.

    What a contradiction keeps apart is asked only where a join is more likely than not otherwise.
    """
    for merge in done.merges:
        if not merge.sure and not merge.judged:
            yield Question(*merge[2:6], merge.contradictions)
    for left, right in done.met():
        odds, relational = done.odds(left, right), done.relational(left, right)
        if chance(odds + relational) < least:
            continue
        reasons = done.why_apart(left, right)
        if not reasons or odds + relational > 0:
            pair, settles = done.best(left, right), done.settles(left, right)
            yield Question(odds, relational, pair, settles, reasons)


def review(
    compared: Compared, asked: Iterable[Question], model: Scoring, explained: int
) -> tuple[ReviewPair, ...]:
    """The questions in the order of their use, the first so many with their reasons."""
    waiting = sorted(asked, key=lambda question: (-_value(question), question.pair))
    return tuple(
        _put(compared, question, model if place < explained else None)
        for place, question in enumerate(waiting)
    )


def _value(question: Question) -> float:
    probability = chance(question.odds + question.relational)
    return 4 * probability * (1 - probability) * question.settles


def _put(compared: Compared, question: Question, model: Scoring | None) -> ReviewPair:
    left, right = (compared.records[place] for place in question.pair)
    return ReviewPair(
        left=left.id,
        right=right.id,
        bits=compared.bits_of(*question.pair),
        relational=question.relational,
        probability=chance(question.odds + question.relational),
        settles=question.settles,
        value=_value(question),
        reasons=tuple(model.weigh(left, right).parts) if model else (),
        contradictions=question.contradictions,
        near=NEAR in question.contradictions,
    )

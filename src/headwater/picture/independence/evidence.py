"""Evidence: what speaks for and against one of two reports having its claims from the other."""

from datetime import date

import numpy as np
import numpy.typing as npt

from headwater.picture.independence.candidates import BLOCK, Pairs, corpus
from headwater.picture.independence.facts import Facts, Kind
from headwater.picture.independence.holdings import Holdings
from headwater.picture.independence.texts import Codes, Texts, distinct

Table = npt.NDArray[np.float64]

QUICK = ("bits", "most", "same day known", "other day known", "days apart", "one day")
"""Columns that every candidate gets."""

FULL = (
    *QUICK,
    *("sentences later", "sentences earlier"),
    *(f"shared {kind.name.lower()}" for kind in Kind),
    *(f"only later {kind.name.lower()}" for kind in Kind),
    *(f"only earlier {kind.name.lower()}" for kind in Kind),
    *("others later", "others earlier", "behind the best"),
)
"""Columns of candidates that pass the first look. Shared facts are weighed by their rarity in bits;
those that only one has are counted."""


def quick(facts: Facts, pairs: Pairs) -> Table:
    """The columns `QUICK`, one row a pair."""
    day = np.array([ordinal(one) for one in facts.days], dtype=np.float64)
    apart = np.nan_to_num(day[pairs.later] - day[pairs.earlier], nan=30.0)
    one, other = facts.known[pairs.earlier], facts.known[pairs.later]
    both = (one >= 0) & (other >= 0)
    columns = [
        pairs.bits,
        pairs.most,
        both & (one == other),
        both & (one != other),
        np.log1p(np.maximum(apart, 0)),
        apart == 0,
    ]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def ordinal(day: str) -> float:
    """The number of a day, or not a number where it is no date."""
    try:
        return float(date.fromisoformat(day).toordinal())
    except ValueError:
        return float("nan")


class Ledger:
    """The facts of each report, for comparing pairs.

    Args:
        texts: The texts.
        facts: Their facts.
    """

    def __init__(self, texts: Texts, facts: Facts) -> None:
        self._facts = facts
        n, reports = max(1, len(facts.words)), len(texts.urns)
        held = distinct(texts.report[facts.sentence] * n + facts.fact)
        dated = np.flatnonzero(facts.known >= 0)
        told = distinct(np.concatenate([held, dated * n + facts.known[dated]]))
        self._held, self._told = (Holdings(each, reports, n) for each in (held, told))
        self.rarity = np.log2(corpus(reports) / (np.bincount(held % n, minlength=n) + 0.5))
        self._kinds = _by_kind(held // n, facts.kind[held % n], reports)
        telling = np.bincount(facts.sentence, minlength=len(texts.sentences)) > 1
        self._sentences = np.bincount(texts.report[telling], minlength=reports)

    def full(self, pairs: Pairs, quick: Table, score: Table) -> Table:
        """The columns `FULL`, one row a pair; `score` is what the first look gave."""
        later, earlier = pairs.later, pairs.earlier
        shared, only_later = self._compared(later, earlier)
        _, only_earlier = self._compared(earlier, later)
        best = np.full(self._sentences.size, -np.inf)
        np.maximum.at(best, later, score)
        rest = [
            np.log2(np.bincount(later, minlength=self._sentences.size)[later]),
            np.log2(np.bincount(earlier, minlength=self._sentences.size)[earlier]),
            best[later] - score,
        ]
        sentences = [self._sentences[later], self._sentences[earlier]]
        return np.column_stack([quick, *sentences, shared, only_later, only_earlier, *rest])

    def _compared(self, whose: Codes, other: Codes) -> tuple[Table, Table]:
        """For each pair and kind: bits that both hold, and how many facts only the one does."""
        blocks = range(0, max(1, whose.size), BLOCK)
        parts = [self._block(whose[i : i + BLOCK], other[i : i + BLOCK]) for i in blocks]
        shared, only = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return shared, only

    def _block(self, whose: Codes, other: Codes) -> tuple[Table, Table]:
        met = self._held.both(whose, other, self._told)
        kind = self._facts.kind[met.thing]
        shared = _by_kind(met.pair, kind, whose.size, self.rarity[met.thing])
        return shared, self._kinds[whose] - _by_kind(met.pair, kind, whose.size)

    def kinds(self, whose: Codes, other: Codes) -> npt.NDArray[np.bool_]:
        """For each pair and kind whether both reports hold a fact of it."""
        shared, _ = self._compared(whose, other)
        return shared > 0

    def shared(self, one: int, other: int) -> Codes:
        """The facts that both of two reports state."""
        return np.intersect1d(self._held.of(one), self._told.of(other))

    def differ(self, one: int, other: int) -> bool:
        """Whether one of two reports states a fact, other than a name, that the other does not."""
        only = [
            np.setdiff1d(self._held.of(a), self._told.of(b), assume_unique=True)
            for a, b in ((one, other), (other, one))
        ]
        return bool((self._facts.kind[np.concatenate(only)] != Kind.NAME).any())


def _by_kind(row: Codes, kind: Codes, rows: int, weight: Table | None = None) -> Table:
    """For each row and kind of fact how many there are, or what they weigh."""
    found = np.bincount(row * len(Kind) + kind, weight, rows * len(Kind))
    return found.astype(np.float64).reshape(rows, len(Kind))

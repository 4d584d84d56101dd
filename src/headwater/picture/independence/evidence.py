"""Evidence: what speaks for and against one of two reports having its claims from the other."""

from datetime import date

import numpy as np
import numpy.typing as npt

from headwater.picture.independence.candidates import BLOCK, Pairs, corpus
from headwater.picture.independence.facts import Facts, Kind
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
        self._n = max(1, len(facts.words))
        self._reports = len(texts.urns)
        self._held = distinct(texts.report[facts.sentence] * self._n + facts.fact)
        self._begins = np.searchsorted(self._held, np.arange(self._reports + 1) * self._n)
        held = np.bincount(self._held % self._n, minlength=self._n)
        self.rarity = np.log2(corpus(self._reports) / (held + 0.5))
        telling = np.bincount(facts.sentence, minlength=len(texts.sentences)) > 1
        self._sentences = np.bincount(texts.report[telling], minlength=self._reports)

    def full(self, pairs: Pairs, quick: Table, score: Table) -> Table:
        """The columns `FULL`, one row a pair; `score` is what the first look gave."""
        later, earlier = pairs.later, pairs.earlier
        shared, only_later = self._compared(later, earlier)
        _, only_earlier = self._compared(earlier, later)
        best = np.full(self._reports, -np.inf)
        np.maximum.at(best, later, score)
        rest = [
            np.log2(np.bincount(later, minlength=self._reports)[later]),
            np.log2(np.bincount(earlier, minlength=self._reports)[earlier]),
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
        row, fact = self._of(whose)
        hit = self._holds(other[row], fact)
        cell = row * len(Kind) + self._facts.kind[fact]
        size = whose.size * len(Kind)
        shared = np.bincount(cell[hit], self.rarity[fact[hit]], size).astype(np.float64)
        only = np.bincount(cell[~hit], minlength=size).astype(np.float64)
        return shared.reshape(-1, len(Kind)), only.reshape(-1, len(Kind))

    def _of(self, reports: Codes) -> tuple[Codes, Codes]:
        """Every fact of each of these reports, with the row that it belongs to."""
        counts = self._begins[reports + 1] - self._begins[reports]
        row = np.repeat(np.arange(reports.size), counts)
        within = np.arange(row.size) - np.repeat(np.cumsum(counts) - counts, counts)
        return row, self._held[np.repeat(self._begins[reports], counts) + within] % self._n

    def _holds(self, reports: Codes, facts: Codes) -> npt.NDArray[np.bool_]:
        """Whether each report states the fact, or has it as its date of information."""
        wanted = reports * self._n + facts
        place = np.minimum(np.searchsorted(self._held, wanted), max(0, self._held.size - 1))
        held: npt.NDArray[np.bool_] = self._held[place] == wanted
        held |= self._facts.known[reports] == facts
        return held

    def kinds(self, whose: Codes, other: Codes) -> npt.NDArray[np.bool_]:
        """For each pair and kind whether both reports hold a fact of it."""
        shared, _ = self._compared(whose, other)
        return shared > 0

    def shared(self, one: int, other: int) -> Codes:
        """The facts that both of two reports state."""
        _, fact = self._of(np.array([one], dtype=np.int64))
        return fact[self._holds(np.full(fact.size, other), fact)]

    def differ(self, one: int, other: int) -> bool:
        """Whether one of two reports states a fact, other than a name, that the other does not."""
        pair = np.array([one, other], dtype=np.int64)
        _, only = self._compared(pair, pair[::-1])
        return bool(np.delete(only, int(Kind.NAME), axis=1).any())

"""Wording: reports that share rare phrases, and the phrases.

A phrase is three words in a row. It weighs by how rare its words are (inverse document frequency
over all reports, mixed with a prior while there are few: short words are frequent, as Zipf found),
and less the more reports of one originator have it: forms and legal boilerplate.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.picture.independence.candidates import BLOCK, begins_of
from headwater.picture.independence.holdings import Holdings
from headwater.picture.independence.texts import Codes, Texts, distinct

Numbers = npt.NDArray[np.float64]

_FLOOR = 25.0  # below this two reports are not worth comparing
_OF_A_NAME = 0.3
_MOST_OF_A_RUN = 45.0  # a long quotation is one thing shared, not many
_MOST_HOLDERS = 100  # a phrase that more reports hold makes no candidates
_BACK = 5
_BACKGROUND = 4_000  # random pairs of a language whose weights set its threshold
_PERCENTILE = 0.999
_PRIOR_REPORTS = 200
_PRIOR = np.array([0.5, 0.5, 0.5, 1.0, 2.5, 4.0, 4.5, 5.0])  # by the length of a word
_FEW_OF_ONE = 5  # reports of one originator before its boilerplate can be told


class Alike(NamedTuple):
    """Pairs of reports that share rare phrases.

    Attributes:
        earlier: The report that stands earlier in time.
        later: The other.
        weight: Of the phrases that they share.
        share: How much of the phrases of either both have (Jaccard).
    """

    earlier: Codes
    later: Codes
    weight: Numbers
    share: Numbers


class Wording:
    """The phrases of texts.

    Args:
        texts: The texts.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts, self._n = texts, len(texts.urns)
        self._kept, self.word, self.report = _words(texts)
        self.words = np.bincount(self.report, minlength=self._n)
        rarity = self._rarity()
        at = np.flatnonzero(self.report[2:] == self.report[:-2])
        three = np.stack([self.word[at], self.word[at + 1], self.word[at + 2]])
        _, phrase = np.unique(_mixed(three), return_inverse=True)
        self._size = int(phrase.max(initial=0)) + 1
        self._held, first = np.unique(self.report[at] * self._size + phrase, return_index=True)
        worth = self._spoken(rarity)
        worth = worth[at] + worth[at + 1] + worth[at + 2]
        self._worth = worth[first] * self._own_words()
        self._worth_at = np.zeros(self.word.size)
        self._worth_at[at] = self._worth[
            np.searchsorted(self._held, self.report[at] * self._size + phrase)
        ]
        self._phrases = Holdings(self._held, self._n, self._size)

    def _rarity(self) -> Numbers:
        forms = int(self.word.max(initial=-1)) + 1
        held = distinct(self.report * max(1, forms) + self.word) % max(1, forms)
        holders = np.bincount(held, minlength=forms)
        corpus = np.log((self._n + 1) / (holders + 0.5))
        # Whoever says a word needs it again: a text's own formulas are no phrases of another.
        again = np.log(np.bincount(self.word, minlength=forms) / np.maximum(holders, 1))
        length = np.zeros(forms, dtype=np.int64)
        spelled = np.array([len(form) for form in self._texts.forms], dtype=np.int64)
        length[self.word] = spelled[self._texts.word[self._kept]]
        prior = _PRIOR[np.minimum(length, _PRIOR.size - 1)]
        share = self._n / (self._n + _PRIOR_REPORTS)
        return np.maximum(share * corpus + (1 - share) * prior - again, 0.0)

    def _spoken(self, rarity: Numbers) -> Numbers:
        """The worth of each word where it stands: names and titles tell the topic, not the text."""
        capital = np.array([form[:1].isupper() for form in self._texts.forms], dtype=np.bool_)
        return rarity[self.word] * np.where(capital[self._texts.word[self._kept]], _OF_A_NAME, 1.0)

    def _own_words(self) -> Numbers:
        """How little of a boilerplate each held phrase is, 1 for none, within its originator."""
        names = self._texts.reports["originator"].to_pylist()
        _, office = np.unique(np.array(names, dtype=str), return_inverse=True)
        reports = np.bincount(office, minlength=1)
        owner, phrase = self._held // self._size, self._held % self._size
        keys, at, times = np.unique(
            office[owner] * self._size + phrase, return_inverse=True, return_counts=True
        )
        of = reports[keys // self._size]
        rare = np.log((of + 1) / (times + 0.5)) / np.log((of + 1) / 1.5)
        return np.where(of < _FEW_OF_ONE, 1.0, np.clip(rare, 0.0, 1.0))[at]

    def alike(self, rank: Codes) -> Alike:
        """Pairs whose shared phrases weigh more than those of random pairs of their language.

        Args:
            rank: The place of each report in time.
        """
        owner, phrase = self._held // self._size, self._held % self._size
        holders = np.bincount(phrase, minlength=self._size)[phrase]
        some = np.flatnonzero((holders > 1) & (holders <= _MOST_HOLDERS))
        some = some[np.lexsort((rank[owner[some]], phrase[some]))]
        owner, phrase, worth = owner[some], phrase[some], self._worth[some]
        blocks = range(0, max(1, self._n), BLOCK)
        pair = np.concatenate(
            [self._block(owner, phrase, worth, (first, first + BLOCK)) for first in blocks]
        )
        return self._above(self.compared(pair // max(1, self._n), pair % max(1, self._n)))

    def _block(self, owner: Codes, phrase: Codes, worth: Numbers, block: tuple[int, int]) -> Codes:
        """Pairs worth comparing whose earlier report is in a block, each as one number."""
        wanted = (owner >= block[0]) & (owner < block[1])
        pairs, weights = [owner[:0]], [worth[:0]]
        for back in range(1, min(_BACK, owner.size - 1) + 1):
            at = np.flatnonzero((phrase[back:] == phrase[:-back]) & wanted[:-back])
            pairs.append(owner[at] * self._n + owner[at + back])
            weights.append(np.minimum(worth[at], worth[at + back]))
        pair, weight = _added(np.concatenate(pairs), np.concatenate(weights))
        return pair[weight >= _FLOOR]

    def _above(self, found: Alike) -> Alike:
        languages = np.array(self._texts.languages, dtype=str)
        least = np.full(self._n, _FLOOR)
        for language in np.unique(languages):
            own = np.flatnonzero(languages == language)
            least[own] = max(_FLOOR, self._background(own))
        kept = found.weight >= least[found.later]
        earlier, later = found.earlier[kept], found.later[kept]
        return Alike(earlier, later, found.weight[kept], found.share[kept])

    def _background(self, own: Codes) -> float:
        """The weight that one random pair in a thousand of these reports exceeds."""
        if own.size < _PRIOR_REPORTS:
            return 0.0
        draw = np.random.default_rng(0).integers(own.size, size=(2, _BACKGROUND))
        draw = draw[:, draw[0] != draw[1]]
        weight = self.compared(own[draw[0]], own[draw[1]]).weight
        return float(np.quantile(weight, _PERCENTILE)) if weight.size else 0.0

    def compared(self, one: Codes, other: Codes) -> Alike:
        """Any pairs, compared phrase by phrase."""
        blocks = range(0, max(1, one.size), BLOCK)
        parts = [self._compared(one[i : i + BLOCK], other[i : i + BLOCK]) for i in blocks]
        weight, share = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return Alike(one, other, weight, share)

    def _compared(self, one: Codes, other: Codes) -> tuple[Numbers, Numbers]:
        mine, theirs = self._phrases.both(one, other), self._phrases.both(other, one)
        worth = np.minimum(self._worth[mine.place], self._worth[theirs.place])
        weight: Numbers = np.bincount(mine.pair, worth, one.size).astype(np.float64)
        both = np.bincount(mine.pair, minlength=one.size)
        either = self._phrases.counts[one] + self._phrases.counts[other] - both
        share: Numbers = (both / np.maximum(either, 1)).astype(np.float64)
        return weight, share

    def runs(self, a: int, b: int) -> list[tuple[int, int, float]]:
        """Runs of words of `a` that `b` has too: first and last word, and weight."""
        mine, theirs = (np.flatnonzero(self.report == one) for one in (a, b))
        told = {tuple(self.word[i : i + 3].tolist()) for i in theirs[:-2].tolist()}
        found: dict[tuple[int, ...], tuple[int, int, float]] = {}
        start = end = -1
        for i in [*mine[:-2].tolist(), -1]:
            if i >= 0 and tuple(self.word[i : i + 3].tolist()) in told:
                start, end = (i if start < 0 else start), i + 3
            elif start >= 0:
                weight = min(_MOST_OF_A_RUN, float(self._worth_at[start : end - 2].sum()))
                found.setdefault(tuple(self.word[start:end].tolist()), (start, end, weight))
                start = -1
        return sorted(found.values(), key=lambda run: (-run[2], run[0]))

    def phrases(self, a: int, b: int, most: int = 6) -> tuple[str, ...]:
        """The weightiest runs that both have, in the words of `a`."""
        return tuple(self._spelled(start, end) for start, end, _ in self.runs(a, b)[:most])

    def _spelled(self, start: int, end: int) -> str:
        forms = self._texts.word[self._kept[start:end]]
        return " ".join(self._texts.forms[form] for form in forms.tolist())


def _words(texts: Texts) -> tuple[Codes, Codes, Codes]:
    """Words without their case and punctuation: which of `texts.word`, its code, its report."""
    codes: dict[str, int] = {}
    bare = ["".join(c for c in form.casefold() if c.isalnum()) for form in texts.forms]
    of_form = np.array(
        [codes.setdefault(form, len(codes)) if form else -1 for form in bare], dtype=np.int64
    )
    word = of_form[texts.word] if of_form.size else texts.word
    kept = np.flatnonzero(word >= 0)
    return kept, word[kept], texts.report[texts.sentence[kept]]


def _mixed(three: Codes) -> Codes:
    """One number for three; two triples meet by chance once in 2^64."""
    with np.errstate(over="ignore"):
        a, b, c = three.astype(np.uint64)
        mixed = (a * np.uint64(0x9E3779B97F4A7C15) ^ b) * np.uint64(0xC2B2AE3D27D4EB4F) ^ c
        mixed *= np.uint64(0x165667B19E3779F9)
    numbers: Codes = (mixed ^ (mixed >> np.uint64(29))).view(np.int64)
    return numbers


def _added(pair: Codes, weight: Numbers) -> tuple[Codes, Numbers]:
    if not pair.size:
        return pair, weight
    order = np.argsort(pair, kind="stable")
    begins = begins_of(pair[order])
    return pair[order][begins], np.add.reduceat(weight[order], begins)

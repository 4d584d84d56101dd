"""Candidates: pairs of reports that share a combination of facts which few reports hold.

Two facts in one sentence (a name and a place, a number and a date) are a combination. How few
reports hold it says how unlikely it is that two hold it by chance.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from headwater.picture.independence.facts import Facts
from headwater.picture.independence.texts import Codes, Texts, distinct

Numbers = npt.NDArray[np.float64]

BLOCK = 20_000
"""So many reports or pairs are worked on at once, which bounds the memory."""

_FACTS_A_SENTENCE = 8  # so many of its rarest make combinations
_BACK = 10  # reports before it with the same combination that a report is compared with
_FEWEST_BITS = 6.5  # a combination that more reports hold makes no candidates
_FEWEST_TOGETHER = 9.0  # over all sentences of the later report
_FEWEST, _MOST = 5_000, 20_000


def corpus(reports: int) -> int:
    """Among how many reports rarity is counted.

    Few tell little of how rare something is. Among many a chance match is rarer for each pair, but
    there are more pairs, and the two cancel out.
    """
    return min(max(reports, _FEWEST), _MOST)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of reports, the earlier first.

    Attributes:
        earlier: The report that stands earlier in time.
        later: The other.
        bits: Rarity of the rarest shared combination, added up over sentences of the later.
        most: Of its one sentence with the most.
    """

    earlier: Codes
    later: Codes
    bits: Numbers
    most: Numbers

    def at(self, places: npt.NDArray[np.int64]) -> "Pairs":
        """Some of these pairs."""
        return Pairs(self.earlier[places], self.later[places], self.bits[places], self.most[places])


def candidates(texts: Texts, facts: Facts) -> Pairs:
    """Each report with the nearest earlier ones that share a rare combination.

    Cost: near-linear in the words; a combination that many hold is compared with neighbours in
    time only.
    """
    n, rank = len(texts.urns), in_time(facts)
    sentence, key = _combinations(texts, facts)
    report = texts.report[sentence]
    order = np.lexsort((rank[report], key))
    report, sentence, key = report[order], sentence[order], key[order]
    bits = _rarity(key, report, n)
    rare = bits >= _FEWEST_BITS
    report, sentence, key, bits = report[rare], sentence[rare], key[rare], bits[rare]
    told = sentence.astype(np.int32), bits.astype(np.float32)
    blocks = range(0, max(n, 1), BLOCK)
    parts = [_block(report, key, told, (first, first + BLOCK), n) for first in blocks]
    return Pairs(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def _block(
    report: Codes,
    key: Codes,
    told: tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]],
    block: tuple[int, int],
    n: int,
) -> tuple[Codes, Codes, Numbers, Numbers]:
    """Pairs whose later report is in a block, so that not all are held at once."""
    sentence, bits = told
    wanted = (report >= block[0]) & (report < block[1])
    pairs, sentences, weights = [report[:0]], [sentence[:0]], [bits[:0]]
    for back in range(1, min(_BACK, key.size - 1) + 1):
        same = (key[back:] == key[:-back]) & (report[back:] != report[:-back])
        at = np.flatnonzero(same & wanted[back:])
        pairs.append(report[at] * n + report[at + back])
        sentences.append(sentence[at + back])
        weights.append(bits[at])
    found = _together(np.concatenate(pairs), np.concatenate(sentences), np.concatenate(weights), n)
    return found.earlier, found.later, found.bits, found.most


def in_time(facts: Facts) -> Codes:
    """The place of each report in time; those of one day in the order of their URNs."""
    _, day = np.unique(np.array(facts.days), return_inverse=True)
    rank = np.empty(len(facts.days), dtype=np.int64)
    rank[np.argsort(day, kind="stable")] = np.arange(rank.size)
    return rank


def _combinations(texts: Texts, facts: Facts) -> tuple[Codes, Codes]:
    """For each pair of facts of a sentence the sentence, and a number for the pair."""
    n = max(1, len(facts.words))
    known = facts.known[texts.report]
    dated = np.flatnonzero(known >= 0)
    both = distinct(
        np.concatenate([facts.sentence, dated]) * n + np.concatenate([facts.fact, known[dated]])
    )
    sentence, fact = both // n, both % n
    held = np.bincount(distinct(texts.report[sentence] * n + fact) % n, minlength=n)
    shared = held[fact] > 1
    sentence, fact = sentence[shared], fact[shared]
    order = np.lexsort((fact, held[fact], sentence))
    sentence, fact = sentence[order], fact[order]
    begins = np.flatnonzero(np.r_[True, sentence[1:] != sentence[:-1]][: sentence.size])
    place = np.arange(sentence.size) - np.repeat(begins, np.diff(np.r_[begins, sentence.size]))
    sentence, fact = sentence[place < _FACTS_A_SENTENCE], fact[place < _FACTS_A_SENTENCE]
    sentences, keys = [sentence[:0]], [fact[:0]]
    for apart in range(1, min(_FACTS_A_SENTENCE, sentence.size)):
        at = np.flatnonzero(sentence[apart:] == sentence[:-apart])
        one, other = fact[at], fact[at + apart]
        sentences.append(sentence[at])
        keys.append(np.minimum(one, other) * n + np.maximum(one, other))
    return np.concatenate(sentences), np.concatenate(keys)


def _rarity(key: Codes, report: Codes, n: int) -> npt.NDArray[np.float64]:
    """Bits of each sorted row: log2 of one in how many reports holds its combination.

    What only one report holds has none.
    """
    if not key.size:
        return np.zeros(0)
    new = np.r_[True, key[1:] != key[:-1]]
    begins = np.flatnonzero(new)
    held = np.add.reduceat(new | np.r_[True, report[1:] != report[:-1]], begins, dtype=np.int64)
    bits = np.where(held > 1, np.log2(corpus(n) / (held + 0.5)), 0.0)
    return np.repeat(bits, np.diff(np.r_[begins, key.size]))


def _together(
    pair: Codes, sentence: npt.NDArray[np.int32], weight: npt.NDArray[np.float32], n: int
) -> Pairs:
    """One row a pair: the rarest combination of each sentence, added up."""
    bits = weight.astype(np.float64)
    if not pair.size:
        return Pairs(pair, pair, bits, bits)
    order = np.argsort(pair * (int(sentence.max()) + 1) + sentence)
    pair, sentence, bits = pair[order], sentence[order], bits[order]
    begins = begins_of(pair, sentence)
    pair, bits = pair[begins], np.maximum.reduceat(bits, begins)
    begins = begins_of(pair)
    pair, most = pair[begins], np.maximum.reduceat(bits, begins)
    bits = np.add.reduceat(bits, begins)
    kept = np.flatnonzero(bits >= _FEWEST_TOGETHER)
    return Pairs(pair // n, pair % n, bits, most).at(kept)


def begins_of(*columns: npt.NDArray[np.signedinteger[Any]]) -> Codes:
    """Where a new value begins in any of these columns."""
    new = np.ones(columns[0].size, dtype=np.bool_)
    new[1:] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return np.flatnonzero(new)

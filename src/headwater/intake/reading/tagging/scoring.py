"""Scoring: what every word of a text adds for each label, kept by word so that texts go fast."""

from collections.abc import Sequence
from itertools import chain
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from headwater.intake.reading.tagging.model import (
    AFTER,
    AFTER_NAME,
    AFTER_OTHER,
    BEFORE,
    BEFORE_NAME,
    BEFORE_OTHER,
    EDGE,
    OWN,
    SECOND_AFTER,
    SECOND_BEFORE,
    SLOTS,
    Weights,
    decode,
)
from headwater.intake.reading.tagging.traits import See, Word

_MOST_KEPT = 20_000  # words, or groups in a row, after which all is forgotten
_FIRST_KEPT = 1024
_GROUP = (1 << 20) - 1
_EDGES = 2  # rows between two sentences, as far as a trait reaches

Numbered = NDArray[np.intp]
Kind = TypeVar("Kind", bound=np.generic)


class Scorer:
    """Labels sentences with one model.

    Args:
        model: Its weights.
        see: Gives the traits of a word, from the word and whether it is the first of its sentence.
    """

    def __init__(self, model: Weights, see: See) -> None:
        self.model, self._see = model, see
        self._forget()

    def _forget(self) -> None:
        size = SLOTS, len(self.model.labels)
        self._rows = np.zeros((_FIRST_KEPT, *size), dtype=np.float32)
        self._groups = np.zeros(_FIRST_KEPT, dtype=np.int64)
        self._name_like = np.zeros(_FIRST_KEPT, dtype=np.bool_)
        self._numbers: dict[tuple[str, bool], int] = {("", False): 0}
        self._group_numbers: dict[str, int] = {}
        self._group_names: list[str] = []
        self._chains: dict[int, int] = {}
        self._chain_rows = np.zeros((_FIRST_KEPT, size[1]), dtype=np.float32)
        self._votes: dict[tuple[str, ...], NDArray[np.float32]] = {}
        self._keep([EDGE])

    def _keep(self, seen: Sequence[Word]) -> None:
        """Keep what the words with the last numbers add."""
        last = len(self._numbers)
        first = last - len(seen)
        self._rows = _with_room(self._rows, last)
        self._groups = _with_room(self._groups, last)
        self._name_like = _with_room(self._name_like, last)
        self._rows[first:last] = self.model.rows(each.traits for each in seen)
        self._groups[first:last] = [self._group(each.group) for each in seen]
        self._name_like[first:last] = [each.name_like for each in seen]

    def _group(self, name: str) -> int:
        number = self._group_numbers.setdefault(name, len(self._group_names))
        if number == len(self._group_names):
            self._group_names.append(name)
        return number

    def scores(self, sentences: Sequence[Sequence[str]]) -> tuple[NDArray[np.float32], Numbered]:
        """Score of every label by row, and the row of every word; other rows are edges."""
        if max(len(self._numbers), len(self._chains)) > _MOST_KEPT:
            self._forget()
        numbers: list[int] = [0] * _EDGES
        places: list[int] = []
        known, new = self._numbers, list[tuple[str, bool]]()
        for sentence in sentences:
            places += range(len(numbers), len(numbers) + len(sentence))
            for at, written in enumerate(sentence):
                key = written, at == 0
                number = known.get(key)
                if number is None:
                    number = known[key] = len(known)
                    new.append(key)
                numbers.append(number)
            numbers += [0] * _EDGES
        if new:
            self._keep([self._see(*key) for key in new])
        found = np.array(numbers, dtype=np.intp)
        return self._windows(found) + self._in_a_row(found), np.array(places, dtype=np.intp)

    def _windows(self, found: Numbered) -> NDArray[np.float32]:
        rows = self._rows[found]
        total: NDArray[np.float32] = rows[:, OWN].copy()
        named = self._name_like[found][:, None]
        total[1:] += rows[:-1, BEFORE] + np.where(
            named[1:], rows[:-1, BEFORE_NAME], rows[:-1, BEFORE_OTHER]
        )
        total[:-1] += rows[1:, AFTER] + np.where(
            named[:-1], rows[1:, AFTER_NAME], rows[1:, AFTER_OTHER]
        )
        total[2:] += rows[:-2, SECOND_BEFORE]
        total[:-2] += rows[2:, SECOND_AFTER]
        return total

    def _in_a_row(self, found: Numbered) -> NDArray[np.float32]:
        """What two and three groups in a row add."""
        groups = self._groups[found]
        code = (groups[:-2] << 40) | (groups[1:-1] << 20) | groups[2:]
        known, new = self._chains, list[int]()
        numbers = []
        for each in code.tolist():
            number = known.get(each)
            if number is None:
                number = known[each] = len(known) + 1
                new.append(each)
            numbers.append(number)
        if new:
            last = len(known) + 1
            self._chain_rows = _with_room(self._chain_rows, last)
            rows = self.model.rows(self._chain(each) for each in new)
            self._chain_rows[last - len(new) : last] = rows[:, OWN]
        added: NDArray[np.float32] = self._chain_rows[[0, *numbers, 0]]
        return added

    def _chain(self, code: int) -> list[tuple[int, str]]:
        names = self._group_names
        before, own, after = (names[code >> by & _GROUP] for by in (40, 20, 0))
        return [(0, trait) for trait in chains(before, own, after)]

    def vote(self, scores: NDArray[np.float32], votes: dict[int, tuple[str, ...]]) -> None:
        """Add to the scores what the rest of the document says of some rows' words."""
        for row, said in votes.items():
            added = self._votes.get(said)
            if added is None:
                added = self._votes[said] = self.model.rows([[(1, each) for each in said]])[0]
            scores[row] += added[OWN]
            scores[row + 1] += added[BEFORE]
            scores[row - 1] += added[AFTER]

    def read(self, sentences: Sequence[Sequence[str]]) -> list[str]:
        """The likeliest label of every word, sentence after sentence."""
        return self.labels(*self.scores(sentences)) if sentences else []

    def labels(self, scores: NDArray[np.float32], places: Numbered) -> list[str]:
        """The likeliest labels for given scores; `places` are the rows of words."""
        breaks = np.ones(len(scores), dtype=np.bool_)
        breaks[places] = False
        names = self.model.labels
        return [names[at] for at in decode(scores, breaks, self.model)[places].tolist()]


def _with_room(rows: NDArray[Kind], wanted: int) -> NDArray[Kind]:
    """The array, or a longer one that begins with it."""
    while len(rows) < wanted:
        rows = np.concatenate([rows, rows])
    return rows


def chains(before: str, own: str, after: str) -> tuple[str, str, str]:
    """The traits of two and three groups in a row."""
    return f"{before}\t{own}\t", f"\t{own}\t{after}", f"{before}\t{own}\t{after}"


def flattened(sentences: Sequence[Sequence[str]]) -> list[str]:
    """All words one after the other."""
    return list(chain.from_iterable(sentences))

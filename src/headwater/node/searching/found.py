"""Found: what answers a question, by kind, each with the sentence it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.node.searching.numbers import Numbered
from headwater.node.searching.question import Question

A_PAGE = 20
"""Results of one kind on a page."""

AT_FIRST = 5
"""Results of each kind where no kind was chosen."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Which entities answer, how well, and by what.

    Attributes:
        rows: Rows of the entities, each once.
        score: How well each answers.
        name: Row of `names` by which it answers, or -1.
        numbers: By row of the entity, the number by which it answers.
    """

    rows: npt.NDArray[np.int64]
    score: npt.NDArray[np.float32]
    name: npt.NDArray[np.int32]
    numbers: Mapping[int, Numbered]

    def keep(self, which: npt.NDArray[np.bool_]) -> "Answers":
        """Some of them."""
        return Answers(self.rows[which], self.score[which], self.name[which], self.numbers)


@dataclass(frozen=True, slots=True)
class Hit:
    """One result.

    Attributes:
        kind: What kind of result it is.
        id: Id of the thing; URN of the report.
        name: What it is called.
        what: What it is, in the field's word.
        as_written: The name or number that answers, where it is written otherwise; or empty.
        category: What somebody decided that a person is; empty for all else.
        groups: How many independent groups of reports speak of it.
        when: Days that are told, or empty.
        grade: Grade of the sentence.
        statement: Id of the statement behind it; empty for an item.
        item: Number of the item.
        sentence: The sentence in pieces, and whether each is what was looked for.
    """

    kind: str
    id: str
    name: str
    what: str
    as_written: str = ""
    category: str = ""
    groups: int = 0
    when: str = ""
    grade: str = ""
    statement: str = ""
    item: int = 0
    sentence: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a question.

    Attributes:
        question: The question.
        counts: How many results of each kind this viewer may see.
        hits: The results shown, by kind.
        start: Number of results before the first one shown.
    """

    question: Question
    counts: dict[str, int]
    hits: dict[str, tuple[Hit, ...]]
    start: int

    @property
    def whole(self) -> int:
        """How many there are of all kinds."""
        return sum(self.counts.values())

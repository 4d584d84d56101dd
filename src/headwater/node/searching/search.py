"""Search: a question put to what a viewer's picture holds.

Names are found in any script and spelling, numbers however they are written, words of texts in any
of their forms. Whoever is not named to this viewer is found by nothing, and counted nowhere.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.node.node import Node
from headwater.node.searching.found import A_PAGE, AT_FIRST, Answers, Found, Hit
from headwater.node.searching.index import SearchIndex
from headwater.node.searching.question import KINDS, Question
from headwater.node.searching.showing import show_items, show_things
from headwater.node.things import Shield
from headwater.safeguard import Operation

Rows = npt.NDArray[np.int64]

_WHOLE_NUMBER, _PLACE, _NUMBER = 300.0, 200.0, 100.0  # before any name, in this order


def search(
    node: Node, index: SearchIndex, shield: Shield, question: Question, start: int = 0
) -> Found:
    """What answers a question, for this viewer and purpose; a consultation.

    Args:
        node: Where it is asked; what was asked goes into the log, with the purpose.
        index: The viewer's picture, ready to be searched.
        shield: Who is not named to the viewer.
        question: The question.
        start: Number of results to leave out, where one kind was chosen.

    Raises:
        WrongUse: If the question cannot be.
    """
    question.check()
    node.log(Operation.CONSULTATION, ["search"], reason=question.words)
    asked = shield.open_words(question.words).strip()
    answers = _things(index, shield, question, asked)
    rows = {kind: _of_kind(index, answers, n) for n, kind in enumerate(KINDS[:-1])}
    rows["reports"] = _items(index, question, asked)
    hits: dict[str, tuple[Hit, ...]] = {}
    begin, most = (max(0, start), A_PAGE) if question.kind else (0, AT_FIRST)
    for kind, some in rows.items():
        part = some[begin : begin + most].tolist() if question.kind in ("", kind) else []
        if part and kind == "reports":
            hits[kind] = show_items(index, shield, part, asked)
        elif part:
            hits[kind] = show_things(index, shield, answers, kind, part)
    counts = {kind: len(some) for kind, some in rows.items()}
    return Found(question, counts, hits, begin)


def _of_kind(index: SearchIndex, answers: Answers, kind: int) -> Rows:
    """Rows of the entities of one kind, the best first; of those as good, the better told."""
    rows = np.flatnonzero((answers.score > 0) & (index.kind == kind))
    order = np.lexsort((rows, -index.groups[rows], -answers.score[rows]))
    found: Rows = rows[order]
    return found


def _things(index: SearchIndex, shield: Shield, question: Question, asked: str) -> Answers:
    answers = Answers(len(index.ids))
    _by_name(index, answers, asked)
    for one in index.numbers.bearing(asked):
        row, worth = index.row(one.entity), _WHOLE_NUMBER if one.whole else _NUMBER
        if row >= 0 and worth > answers.score[row]:
            answers.score[row], answers.numbers[row] = worth, one
    answers.score[~index.open_to(shield)] = 0
    if question.grade:
        answers.score[~index.of_grade(question.grade)] = 0
    if question.begin or question.end:
        rows = np.flatnonzero(answers.score)
        told = index.picture.entities.select(["first", "last"]).take(pa.array(rows))
        answers.score[rows[~_in_days(told["first"], told["last"], question)]] = 0
    return answers


def _by_name(index: SearchIndex, answers: Answers, asked: str) -> None:
    """Whoever bears all the words, and the place that is known by them."""
    from headwater.intake import lookup
    from headwater.resolve import Spellings

    words = Spellings.words_of(asked)
    if not words:
        return
    scores = index.names.scores(words)
    rising = np.argsort(scores, kind="stable")
    rising = rising[scores[rising] > 0]
    entities = index.names.entity[rising]  # of one entity's names the best comes last, and stays
    answers.score[entities] = scores[rising]
    answers.name[entities] = rising
    place = lookup(asked)
    row = index.row(f"place:{place.id}") if place else -1
    if row >= 0:
        answers.score[row] = _PLACE


def _items(index: SearchIndex, question: Question, asked: str) -> Rows:
    """The items that hold every word, the latest first."""
    rows = index.texts.holding(asked)
    rows = rows[index.received[rows]]
    at = pa.array(rows)
    keep = _in_days(index.first.take(at), index.last.take(at), question)
    if question.grade:
        grades = pc.cast(index.picture.items["grade"].take(at), pa.string())
        keep &= _flags(pc.equal(grades, question.grade))
    rows = rows[keep]
    days = index.first.take(pa.array(rows))
    latest: Rows = rows[pc.array_sort_indices(days, order="descending").to_numpy()].astype(np.int64)
    return latest


def _in_days(
    first: pa.Array | pa.ChunkedArray, last: pa.Array | pa.ChunkedArray, question: Question
) -> npt.NDArray[np.bool_]:
    """Whether what is told from one day to another touches the days asked for."""
    keep = np.ones(len(first), dtype=np.bool_)
    if question.begin:
        told = pc.if_else(pc.equal(last, ""), first, last)
        keep &= _flags(pc.greater_equal(told, question.begin))
    if question.end:
        # The day asked for as 2026-01 reaches to the end of that month.
        told = pc.and_(pc.not_equal(first, ""), pc.less_equal(first, f"{question.end}~"))
        keep &= _flags(told)
    return keep


def _flags(found: pa.Array | pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    whole = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    flags: npt.NDArray[np.bool_] = whole.to_numpy(zero_copy_only=False)
    return flags

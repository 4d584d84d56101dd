"""Search: a question put to what a viewer's picture holds.

Names are found in any script and spelling, numbers however they are written, words of texts in any
of their forms. Whoever is not named to this viewer is found by nothing, and counted nowhere.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.node.searching.found import A_PAGE, AT_FIRST, Answers, Found, Hit
from headwater.node.searching.index import SearchIndex
from headwater.node.searching.numbers import Numbered
from headwater.node.searching.question import KINDS, Question
from headwater.node.searching.showing import show_items, show_things
from headwater.node.things import Shield

Rows = npt.NDArray[np.int64]

_WHOLE_NUMBER, _PLACE, _NUMBER = 300.0, 200.0, 100.0  # before any name, in this order


def search(index: SearchIndex, shield: Shield, question: Question, start: int = 0) -> Found:
    """What answers a question, for this viewer and purpose.

    Args:
        index: The viewer's picture, ready to be searched.
        shield: Who is not named to the viewer.
        question: The question.
        start: Number of results to leave out, where one kind was chosen.

    Raises:
        WrongUse: If the question cannot be.
    """
    question.check()
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
    """Places in the answers of those of one kind, the best first; of as good, the better told."""
    of_kind = np.flatnonzero(index.kind[answers.rows] == kind)
    rows, score = answers.rows[of_kind], answers.score[of_kind]
    found: Rows = of_kind[np.lexsort((rows, -index.groups[rows], -score))]
    return found


def _things(index: SearchIndex, shield: Shield, question: Question, asked: str) -> Answers:
    answers = _answering(index, asked)
    answers = answers.keep(~shield.hides_rows(answers.rows))
    if question.grade:
        answers = answers.keep(index.of_grade(question.grade)[answers.rows])
    if question.begin or question.end:
        told = index.picture.entities.select(["first", "last"]).take(pa.array(answers.rows))
        answers = answers.keep(_in_days(told["first"], told["last"], question))
    return answers


def _answering(index: SearchIndex, asked: str) -> Answers:
    """Whoever bears all the words, the place that is known by them, and who bears the number."""
    from headwater.intake import lookup
    from headwater.resolve import Spellings

    words = Spellings.words_of(asked)
    rows, name, score = index.names.bearing(words)
    named = dict(zip(rows.tolist(), name.tolist(), strict=True))
    numbers: dict[int, Numbered] = {}
    worth: dict[int, float] = {}
    for one in index.numbers.bearing(asked):
        row, much = index.row(one.entity), _WHOLE_NUMBER if one.whole else _NUMBER
        if row >= 0 and much > worth.get(row, 0):
            worth[row], numbers[row] = much, one
    place = lookup(asked) if words else None
    row = index.row(f"place:{place.id}") if place else -1
    if row >= 0:
        worth[row] = _PLACE
    better = np.array(list(worth), dtype=np.int64)
    others = ~np.isin(rows, better)
    return Answers(
        rows=np.concatenate((rows[others], better)),
        score=np.append(score[others], list(worth.values())).astype(np.float32),
        name=np.append(name[others], [named.get(row, -1) for row in worth]).astype(np.int32),
        numbers=numbers,
    )


def _items(index: SearchIndex, question: Question, asked: str) -> Rows:
    """The items that hold every word, the latest first."""
    rows = index.texts.holding(asked)
    rows = rows[index.received[rows]]
    report = pa.array(index.report[rows])
    keep = _in_days(index.first.take(report), index.last.take(report), question)
    if question.grade:
        grades = index.picture.items["grade"].take(pa.array(rows))
        keep &= _flags(pc.equal(grades, question.grade))
    rows = rows[keep]
    days = index.first.take(pa.array(index.report[rows]))
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

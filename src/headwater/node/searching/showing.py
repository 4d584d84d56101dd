"""Showing: results with the sentence each rests on, what was looked for marked in it."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from headwater.node.searching.found import Answers, Hit
from headwater.node.searching.index import SearchIndex
from headwater.node.searching.texts import is_form
from headwater.node.things import Shield, kind_word, rows_at

_WORD = re.compile(r"\w+")
_AROUND = 140  # characters shown on either side of what was looked for
_MOST_MARKS = 12
_LONGEST = 20_000

Fields = dict[str, Any]
Pieces = tuple[tuple[str, bool], ...]


def show_things(
    index: SearchIndex, shield: Shield, answers: Answers, kind: str, rows: Sequence[int]
) -> tuple[Hit, ...]:
    """Things with the sentence by which each was found."""
    told = rows_at(index.picture.entities, answers.rows[rows], _TOLD)
    proofs = [_proof(index, answers, row) for row in rows]
    said = _statements(index, [statement for statement, _ in proofs if statement])
    return tuple(
        Hit(
            kind=kind,
            id=entity["id"],
            name=entity["caption"] or entity["id"],
            what=kind_word(entity["schema"]),
            as_written=written if written != entity["caption"] else "",
            category=entity["category"],
            groups=entity["groups"] or 0,
            when=_when(entity["first"], entity["last"]),
            statement=statement,
            **_behind(said.get(statement), shield),
        )
        for entity, (statement, written) in zip(told, proofs, strict=True)
    )


_TOLD = ("id", "schema", "caption", "category", "groups", "first", "last")


def _proof(index: SearchIndex, answers: Answers, place: int) -> tuple[str, str]:
    """Statement by which an entity answers, and the name or number that it gives."""
    row, name = int(answers.rows[place]), int(answers.name[place])
    if row in answers.numbers:
        return answers.numbers[row].statement, answers.numbers[row].value
    if name < 0:
        return "", ""
    names = index.picture.names
    return names["statement"][name].as_py(), names["name"][name].as_py()


def _statements(index: SearchIndex, ids: Sequence[str]) -> dict[str, Fields]:
    """Statements by id, each with the text of its item."""
    rows = [row for row in map(index.sentences.statement, ids) if row >= 0]
    found = rows_at(index.picture.statements, rows, _SAID)
    items = [index.sentences.item(row["urn"], row["item"]) for row in found]
    texts = rows_at(index.picture.items, items, ["text"])
    return {
        row["id"]: row | {"whole": item["text"]} for row, item in zip(found, texts, strict=True)
    }


_SAID = ("id", "urn", "item", "text", "start", "grade")


def _behind(row: Fields | None, shield: Shield) -> Fields:
    if row is None:
        return {}
    text = shield.text(row["urn"], row["item"], row["whole"] or row["text"])
    at = text.find(row["text"]) if row["start"] < 0 else row["start"]
    if text[at : at + len(row["text"])] != row["text"]:  # something before it was taken out
        at = text.find(row["text"])
    spans = [(at, at + len(row["text"]))] if at >= 0 and row["text"] else []
    return {"grade": row["grade"], "item": row["item"], "sentence": around(text, spans)}


def show_items(
    index: SearchIndex, shield: Shield, rows: Sequence[int], asked: str
) -> tuple[Hit, ...]:
    """Items with what stands around the words that were looked for."""
    words = index.texts.words(asked)
    items = rows_at(index.picture.items, rows, ("urn", "item", "text", "grade"))
    report = index.report[rows]
    known = rows_at(index.picture.reports, report, ("title", "originator"))
    days = index.first.take(pa.array(report)).to_pylist()
    hits = []
    for item, told, first in zip(items, known, days, strict=True):
        text = shield.text(item["urn"], item["item"], item["text"])
        hits.append(
            Hit(
                kind="reports",
                id=item["urn"],
                name=shield.words(told["title"]) or item["urn"],
                what=told["originator"],
                when=first,
                grade=item["grade"],
                item=item["item"],
                sentence=around(text, _marks(index, text, words)),
            )
        )
    return tuple(hits)


def _marks(index: SearchIndex, text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    found = []
    for match in _WORD.finditer(text[:_LONGEST]):
        form = index.texts.plain(match[0])
        if any(is_form(form, word) for word in words):
            found.append(match.span())
            if len(found) == _MOST_MARKS:
                break
    return found


def around(text: str, spans: Iterable[tuple[int, int]]) -> Pieces:
    """What stands around the first of some spans, in pieces; of a short text all."""
    marks = sorted(spans)
    first = marks[0] if marks else (0, 0)
    begin = 0 if first[0] <= _AROUND else text.rfind(" ", 0, first[0] - _AROUND) + 1
    stop = text.find(" ", first[1] + 2 * _AROUND)
    stop = len(text) if stop < 0 else stop
    pieces: list[tuple[str, bool]] = [("… ", False)] if begin else []
    at = begin
    for start, end in marks:
        if at <= start and end <= stop:
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    pieces += [(text[at:stop], False), (" …" if stop < len(text) else "", False)]
    return tuple(piece for piece in pieces if piece[0])


def _when(first: str, last: str) -> str:
    return first if first == last or not last else f"{first} – {last}"

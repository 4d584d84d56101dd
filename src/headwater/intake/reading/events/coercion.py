"""Signs of coercion: people kept in, robbed of their papers, forced, hurt or threatened.

They are put before a person first of all and are never weighed: a sign is an incident whose cause
it is, and a named person to whom it was done is marked as possibly coerced, which protects that
person until a human decides. Who did it is not marked. The indicators are those that UNODC and the
ILO give for trafficking in persons and forced labour.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from headwater.intake.reading.claim import Voice
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.language import FAMILIES
from headwater.intake.reading.names import fold, plain, rows, to_cyrillic
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people import POLICE

SIGN = "sign of coercion"
"""How the cause of such an incident begins."""

_NOT_FREE, _PAPERS = "not free to leave", "papers taken"
_CALLED = {
    "confined": "kept in",
    "not_free": _NOT_FREE,
    "papers": _PAPERS,
    "forced": "forced",
    "hurt": "hurt",
    "threatened": "threatened",
    "debt": "held by debt",
}
_WORD = re.compile(r"\w+")
_BEGINS = 3
_GAP = r"(?:[^\w.!?\n]+\w+){0,4}?"
_BETWEEN = r"[^\w.!?\n]+"
_AND = frozenset("وف")
_NEAR = 70
_BY = re.compile(r"\b(?:by|od|od strane|од|од стране|од страна на|от|nga|prej|par|von)\s$")


class Sign(NamedTuple):
    """Words that tell of coercion.

    Attributes:
        span: Where they stand.
        kind: What they tell of.
        suffered: Whether the grammatical subject is the one it was done to.
    """

    span: Span
    kind: str
    suffered: bool


def signs(passage: Passage) -> list[Sign]:
    """The signs of coercion in a passage; of several at one place the longest."""
    text = plain(fold(passage.text))
    known = _table(FAMILIES.get(passage.language, passage.language))
    found: list[Sign] = []
    free = 0
    for word in _WORD.finditer(text):
        if word.start() < free:
            continue
        hits = [
            Sign(match.span(), kind, suffered)
            for start in _starts(word)
            for pattern, kind, suffered in known.get(
                text[start : min(start + _BEGINS, word.end())], ()
            )
            if (match := pattern.match(text, start))
        ]
        if hits:
            found.append(max(hits, key=lambda sign: sign.span[1]))
            free = found[-1].span[1]
    return found


def _starts(word: re.Match[str]) -> tuple[int, ...]:
    """Where a word begins; in Arabic also behind "and", which hangs on to it."""
    start, end = word.span()
    return (start, start + 1) if word[0][0] in _AND and end - start > _BEGINS else (start,)


def coerced(frame: Frame, found: list[Sign]) -> None:
    """Propose what the signs of a sentence tell.

    What officers take and keep is no sign where it is papers.
    """
    passage = frame.passage
    officers = passage.named("body", frame.span) or POLICE.search(passage.text, *frame.span)
    told = [sign for sign in found if sign.kind != _PAPERS or not officers]
    if not told:
        return
    about = (frame.draft.fresh(), "Incident")
    for sign in told:
        voice = _voice(frame, sign)
        frame.draft.say(about, "cause", f"{SIGN}: {sign.kind}", sign.span, voice)
        _mark(frame, sign, voice)
    voice = _voice(frame, told[0])
    frame.say_place(about, "place", frame.where, voice)
    frame.say_date(about, voice)


def _voice(frame: Frame, sign: Sign) -> Voice:
    """How it is put; the "not" of "may not leave" denies nothing."""
    voice = frame.voice(sign.span[0])
    own = sign.kind == _NOT_FREE and voice.modality == "denied"
    return voice._replace(modality="done") if own else voice


def _mark(frame: Frame, sign: Sign, voice: Voice) -> None:
    """Mark the one named person of the sentence, where it was done to that person."""
    someone = frame.someone
    if not sign.suffered or someone is None:
        return
    person, span = someone
    passage, between = frame.passage, (span[1], sign.span[0])
    if not 0 <= between[1] - between[0] <= _NEAR or _BY.search(passage.text, 0, span[0]):
        return
    others = passage.hits("moved", between) or any(
        between[0] <= one.span[0] < between[1] for one in frame.quantities
    )
    if others or any(between[0] <= start < between[1] for start, _ in frame.withheld):
        return
    about = (frame.draft.fresh(), "NetworkRole")
    frame.draft.say(about, "member", f"@{person.mention}", span, voice)
    frame.draft.say(about, "possiblyCoerced", "true", sign.span, voice)


_Pattern = tuple[re.Pattern[str], str, bool]


@cache
def _table(family: str) -> dict[str, list[_Pattern]]:
    """Patterns by how their first word begins; of all languages where none is known."""
    table: dict[str, list[_Pattern]] = {}
    for row in rows("coercion_words.csv"):
        if family and row["language"] != family:
            continue
        for written in row["patterns"].split("|"):
            for pattern in _alphabets(written, row["language"]):
                compiled = re.compile(_expression(pattern))
                entry = (compiled, _CALLED[row["sign"]], row["whose"] == "suffered")
                for begin in _beginnings(pattern):
                    table.setdefault(begin, []).append(entry)
    return table


def _alphabets(pattern: str, language: str) -> Iterator[str]:
    yield plain(fold(pattern))
    if language == "sh":
        yield plain(fold(to_cyrillic(pattern)))


def _expression(pattern: str) -> str:
    words = pattern.split(" ")
    made = ""
    for at, word in enumerate(words):
        if word == "..":
            made += _GAP
            continue
        made += (_BETWEEN if at else "") + f"(?:{'|'.join(map(_form, word.split('/')))})"
    return made + r"(?!\w)"


def _form(word: str) -> str:
    form = re.escape(word.rstrip("*")).replace("'", "['’]").replace("\u200c", r"\W?")
    return form + r"\w*" if word.endswith("*") else form + r"(?!\w)"


def _beginnings(pattern: str) -> set[str]:
    """The first letters of the words that a pattern may begin with, as `\\w+` finds them."""
    first = (_WORD.match(word) for word in pattern.split(" ", 1)[0].split("/"))
    return {match[0][:_BEGINS] for match in first if match}

"""The reader: text in, claims out.

It works by passages, each in one language, so a long text takes time in proportion to its length;
people are known again from passage to passage.
"""

import re
from datetime import date

from headwater.intake.reading.claim import Draft, Reading
from headwater.intake.reading.events import (
    Frame,
    acts,
    aims,
    associations,
    belongings,
    coerced,
    contacts,
    denials,
    details,
    is_payment,
    legs,
    networks,
    propose_fee,
    propose_payment,
    roles,
    seized_cash,
    signs,
    sure_births,
)
from headwater.intake.reading.grammar import (
    Amount,
    Fee,
    amounts,
    dates,
    fees,
    identifiers,
    makes,
    measures,
    numbers,
    quantities,
)
from headwater.intake.reading.language import Stretch, most_of, stretches
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import place
from headwater.intake.reading.passage import Passage, Span, sentences
from headwater.intake.reading.people import Register, people, withheld_names, withheld_spans
from headwater.intake.reading.routes import route, spoken_of

LONGEST = 200_000
"""Characters of one text that are read; what is left over is told in `Reading.unread`."""

_PASSAGE = 12_000


def propose(text: str, *, language: str = "", report_date: date | None = None) -> Reading:
    """Read a text and propose what it claims.

    Every claim carries its exact words: `text[claim.start:claim.end]`. Precision comes before
    recall; nothing is guessed, nothing is taken from outside the text but the names of places and
    public bodies.

    Args:
        text: The text of one item of a report, in any of the languages read.
        language: ISO 639-1 code where it is known; else it is identified.
        report_date: Date against which words such as "yesterday" are read.
    """
    read = text[:LONGEST]
    spans = list(sentences(read))
    parts = [Stretch(0, len(read), language)] if language else stretches(read, spans)
    draft, known = Draft(), _Known()
    for part in parts:
        start = part.start
        while start < part.end:
            end = _passage_end(read, start, part.end)
            draft.offset = start
            whole = (start, end) == (0, parts[-1].end)
            own = spans if whole else None
            _read(Passage(read[start:end], part.language, report_date, own), known, draft)
            start = end
    unread = len(text) - len(read)
    return Reading(most_of(parts), tuple(sure_births(draft.claims)), unread, tuple(parts))


def counted(text: str) -> list[Span]:
    """Where people are named who are counted only: people being moved, victims, witnesses, payers.

    Whoever adds to what was read is told so before a name is written down that was left out here.
    """
    read, names = text[:LONGEST], set[str]()
    for part in stretches(read, list(sentences(read))):
        passage = Passage(read[part.start : part.end], part.language, None)
        names |= {passage.text[slice(*span)] for span in withheld_names(passage)}
    found = (re.finditer(re.escape(name), read) for name in names if name)
    return sorted(one.span() for each in found for one in each)


def _passage_end(text: str, start: int, last: int) -> int:
    """Where the passage ends: at a line's or sentence's end before its full length."""
    limit = start + _PASSAGE
    if limit >= last:
        return last
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, start + _PASSAGE // 2, limit)
        if at > 0:
            return at + len(mark)
    return limit


class _Known:
    """What is known again from passage to passage: people and networks by name."""

    def __init__(self) -> None:
        self.people = Register()
        self.networks: dict[str, str] = {}


def _read(passage: Passage, known: _Known, draft: Draft) -> None:
    marks = identifiers(passage)
    dated = dates(passage)
    named = people(passage, known.people, draft, [mark.span[0] for mark in marks])
    hidden = list(withheld_spans(passage, known.people))
    groups = networks(passage, draft, known.networks)
    counted = numbers(passage)
    sums = amounts(passage, counted)
    prices = {fee.amount: fee for fee in fees(passage, sums)}
    quantified = quantities(passage, counted)
    measured, made = measures(passage, counted), makes(passage)
    places = spoken_of(passage)
    _say_names(passage, places, draft)
    pressed = signs(passage)
    frame: Frame | None = None
    for span in passage.sentences:
        before = frame if frame and "\n" not in passage.text[frame.span[1] : span[0]] else None
        frame = Frame(
            passage,
            draft,
            span,
            route(passage, places, span),
            [one for one in dated if _in(one.span, span)],
            [one for one in quantified if _in(one.span, span)],
            sorted(((p, s) for p in named for s in p.spans if _in(s, span)), key=lambda x: x[1]),
            [one for one in marks if _in(one.span, span)],
            [one for one in groups if _in(one[1], span)],
            before,
            tuple(one for one in hidden if _in(one, span)),
        )
        money = [one for one in sums if _in(one.span, span)]
        if money or not frame.empty:
            first = len(draft.claims)
            _read_sentence(frame, money, prices)
            details(frame, first, measured, made)
        denials(frame)
        told = [one for one in pressed if _in(one.span, span)]
        if told:
            coerced(frame, told)
    aims(passage, draft)


def _read_sentence(frame: Frame, money: list[Amount], prices: dict[Amount, Fee]) -> None:
    travelled = legs(frame)
    for amount in money:
        fee = prices.get(amount)
        if fee and not is_payment(frame, fee):
            propose_fee(frame, fee, travelled[0] if len(travelled) == 1 else "")
        elif frame.hits("seized"):
            seized_cash(frame, amount)
        else:
            propose_payment(frame, amount)
    belongings(frame)
    acts(frame)
    roles(frame)
    contacts(frame)
    associations(frame)


def _say_names(passage: Passage, places: list[Hit], draft: Draft) -> None:
    """Propose the places and public bodies that the text names."""
    for hit in places:
        known = place(hit.value)
        if known:
            draft.say((f"=place:{hit.value}", "Place"), "name", known.name, (hit.start, hit.end))
    for hit in passage.names:
        if hit.kind == "body":
            where = (hit.start, hit.end)
            name = passage.text[slice(*where)]
            draft.say((f"=body:{hit.value}", "PublicBody"), "name", name, where)


def _in(span: Span, sentence: Span) -> bool:
    return sentence[0] <= span[0] < sentence[1]

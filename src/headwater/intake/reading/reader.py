"""The reader: text in, claims out.

It works by passages, so a long text takes time in proportion to its length; people are known again
from passage to passage.
"""

from datetime import date

from headwater.intake.reading.claim import Draft, Reading
from headwater.intake.reading.events import aims, figures, people, routes
from headwater.intake.reading.grammar import amounts, dates, fees, numbers, quantities
from headwater.intake.reading.language import identify
from headwater.intake.reading.names import place
from headwater.intake.reading.passage import Passage

LONGEST = 400_000
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
    code = language or identify(read)
    draft, register = Draft(), people.Register()
    start = 0
    while start < len(read):
        end = _passage_end(read, start)
        draft.offset = start
        _read(Passage(read[start:end], code, report_date), register, draft)
        start = end
    return Reading(code, tuple(draft.claims), len(text) - len(read))


def _passage_end(text: str, start: int) -> int:
    """Where the passage ends: at a line's or sentence's end before its full length."""
    limit = start + _PASSAGE
    if limit >= len(text):
        return len(text)
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, start + _PASSAGE // 2, limit)
        if at > 0:
            return at + len(mark)
    return limit


def _read(passage: Passage, register: people.Register, draft: Draft) -> None:
    named = people.people(passage, register, draft)
    dated = dates(passage)
    counted = numbers(passage)
    priced = fees(passage, amounts(passage, counted))
    places = routes.spoken_of(passage)
    for hit in places:
        known = place(hit.value)
        draft.say(
            (f"=place:{hit.value}", "Place"), "name", known.name if known else "", (hit.start, hit.end)
        )
    for hit in passage.names:
        if hit.kind == "body":
            where = (hit.start, hit.end)
            draft.say((f"=body:{hit.value}", "PublicBody"), "name", passage.text[slice(*where)], where)
    for fee in priced:
        way = routes.route(passage, places, passage.sentence_at(fee.amount.span[0]))
        figures.propose_fee(passage, draft, fee, way)
    for quantity in quantities(passage, counted):
        figures.propose_count(passage, draft, quantity, dated)
    aims.aims(passage, draft)
    del named

"""Frame: one sentence with everything that was found in it, for the events to be read from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from headwater.intake.reading.claim import Draft, Voice
from headwater.intake.reading.grammar import Dated, Identifier, Quantity, births, plain
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import place
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people import Person
from headwater.intake.reading.routes import Route, bound_for, way_words
from headwater.intake.reading.voice import voice_at

_WORD = re.compile(r"[^\W\d_]+")
_OPENING = 40
EQUIPMENT = ("boats", "engines", "pumps")
"""Articles of the trade: who supplies them is told."""
_WIDE = frozenset(["country", "region", "river", "sea"])


@dataclass
class Frame:
    """One sentence.

    Attributes:
        passage: The passage it stands in.
        draft: Where claims are put.
        span: The sentence.
        route: Its places by what the words before them make of them.
        dated: Its dates.
        quantities: Its counts.
        people: People named in it, in order, with where.
        identifiers: Phones, plates and so on in it.
        networks: Networks named in it: mention and span.
        before: The sentence before, in the same paragraph, or None.
        withheld: Names of people being moved, victims and payers in it.
        used: Counts that an event has told, so that they are not told again.
        vehicles: Vehicles whose plates stand in it: mention and span.
        dialled: Holders, not named, of the numbers that were called in it: mention and span.
    """

    passage: Passage
    draft: Draft
    span: Span
    route: Route
    dated: list[Dated]
    quantities: list[Quantity]
    people: list[tuple[Person, Span]]
    identifiers: list[Identifier]
    networks: list[tuple[str, Span]]
    before: "Frame | None" = None
    withheld: tuple[Span, ...] = ()
    used: set[Quantity] = field(default_factory=set)
    vehicles: list[tuple[str, Span]] = field(default_factory=list)
    dialled: list[tuple[str, Span]] = field(default_factory=list)

    def hits(self, kind: str) -> list[Hit]:
        """Words of a kind in this sentence."""
        return self.passage.hits(kind, self.span)

    def voice(self, position: int, police: bool = False) -> Voice:
        """How a claim at a position is put; of what an agency did, with `police`."""
        return voice_at(self.passage, position, police)

    def of(self, *counts: str) -> list[Quantity]:
        """Counts of certain things."""
        return [q for q in self.quantities if q.counts in counts]

    def say_date(self, about: tuple[str, str], voice: Voice, prop: str = "date") -> None:
        """Say when, if the sentence names one date, or goes on with the one before that does."""
        dated = self.dated
        if not dated and self.before and self.goes_on:
            dated = self.before.dated
        if len(dated) == 1:
            self.draft.say(about, prop, self.date_value(dated[0]), dated[0].span, voice)

    def date_value(self, dated: Dated) -> str:
        """ISO 8601, or the words themselves where the day cannot be known."""
        return dated.period.text if dated.period else self.passage.text[slice(*dated.span)]

    def say_place(self, about: tuple[str, str], prop: str, place: Hit | None, voice: Voice) -> None:
        """Say where; a border is a place of the text alone."""
        if place:
            where = (place.start, place.end)
            sign = "@" if place.kind == "border" else "=place:"
            self.draft.say(about, prop, sign + place.value, where, voice)

    def say_number(
        self, about: tuple[str, str], prop: str, quantity: Quantity, voice: Voice
    ) -> None:
        """Say how many, where one number was given."""
        self.used.add(quantity)
        if quantity.exact and quantity.low is not None:
            self.draft.say(about, prop, plain(quantity.low), quantity.span, voice)

    def say_word(self, about: tuple[str, str], prop: str, word: Hit | None, voice: Voice) -> None:
        """Say what a word of the lexicon stands for."""
        if word:
            self.draft.say(about, prop, word.value, (word.start, word.end), voice)

    @property
    def empty(self) -> bool:
        """Whether nothing was found in it that an event could be read from."""
        route = self.route
        places = route.at or route.ways or route.origin or route.destination
        if self.quantities or self.people or self.identifiers or places:
            return False
        born = any(self.span[0] <= one.span[0] < self.span[1] for one in births(self.passage))
        return not born and not (self.hits("role") and self.goes_on)

    @cached_property
    def goes_on(self) -> bool:
        """Whether the sentence begins with a word that points back: "they", "the driver"."""
        if self.before is None:
            return False
        first = _WORD.findall(self.passage.text[self.span[0] : self.span[0] + _OPENING].lower())
        known = way_words(self.passage.language)
        return any("back" in known.kinds("_".join(first[:length])) for length in (1, 2, 3))

    @property
    def earlier(self) -> Hit | None:
        """The one place at which the sentence before happens, or None."""
        return self.before.where if self.before else None

    @property
    def where(self) -> Hit | None:
        """The one place at which the sentence happens, or None."""
        at = self.route.at
        if not at and self.route.destination and not self.route.ways:
            at = (self.route.destination,)
        return _narrowest(at)

    @property
    def set_out(self) -> Hit | None:
        """The one place from which something sets out, or None; never where it is bound for."""
        place = self.route.origin or self.where
        return None if place and bound_for(self.passage, place) else place

    def where_at(self, position: int) -> Hit | None:
        """The one place of the clause in which a word stands, else of the sentence."""
        start, end = self.passage.clause_at(position)
        near = [hit for hit in self.route.at if start <= hit.start < end]
        here = _narrowest(near) or self.where
        if here is None and not self.route.at and self.goes_on:
            return self.earlier
        return here

    @property
    def someone(self) -> tuple[Person, Span] | None:
        """The one person whom the sentence names, or None."""
        return self.people[0] if len({p.mention for p, _ in self.people}) == 1 else None


def _narrowest(hits: Sequence[Hit]) -> Hit | None:
    """The one place among these; a town rather than the river or the country it lies in."""
    towns = [hit for hit in hits if (known := place(hit.value)) and known.kind not in _WIDE]
    least = towns or hits
    return least[0] if len({hit.value for hit in least}) == 1 else None

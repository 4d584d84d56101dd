"""Claim: one thing a text says, with its exact words; Reading: all claims of one text."""

from typing import NamedTuple

from headwater.intake.reading.language import Stretch

NAMELESS = frozenset(("ar", "fa", "ps", "ckb"))
"""Languages in whose running text no names of people are found, only places and bodies."""


class Claim(NamedTuple):
    """One proposed claim; `text[start:end]` of the text it was read from are its exact words.

    Attributes:
        mention: Who or what it is about: a local id (`m1`), or a global one for what everybody
            knows (`=place:gn-3189595`, `=body:home-office`).
        schema: Schema of the mention.
        property: Property of that schema.
        value: Normalised value; `@m3` or a global id where the property holds an entity.
        start: First character of the words.
        end: One past their last character.
        modality: How the text puts it, a `headwater.model.Modality` value.
        attribution: Who says so, in the text's words; empty where the text itself does.
        basis: `fact`, or `assessment` where the text concludes rather than reports.
    """

    mention: str
    schema: str
    property: str
    value: str
    start: int
    end: int
    modality: str = "done"
    attribution: str = ""
    basis: str = "fact"


class Reading(NamedTuple):
    """What was read in one text.

    Attributes:
        language: ISO 639-1 code of most of the text, or empty where it could not be told.
        claims: The claims, in a fixed order.
        unread: Number of characters at the end that were not read, because the text is longer than
            one reading takes; 0 nearly always.
        stretches: The parts of the text by language, which together are what was read.
    """

    language: str
    claims: tuple[Claim, ...]
    unread: int = 0
    stretches: tuple[Stretch, ...] = ()

    def language_at(self, position: int) -> str:
        """The language of the stretch in which a position lies."""
        inside = (one.language for one in self.stretches if one.start <= position < one.end)
        return next(inside, self.language) or self.language

    @property
    def left_out(self) -> list[str]:
        """What in the text was not read, each in a line."""
        said = {one.language for one in self.stretches} & NAMELESS
        return ["names of people in Arabic script were not read"] if said else []


class Voice(NamedTuple):
    """How a stretch of text puts what it says."""

    modality: str = "done"
    attribution: str = ""
    basis: str = "fact"


PLAIN = Voice()


class Draft:
    """Claims as they are gathered, with fresh local ids; offsets are those of the whole text."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.offset = 0
        self._last = 0
        self._seen: set[Claim] = set()

    def fresh(self) -> str:
        """A new local id."""
        self._last += 1
        return f"m{self._last}"

    def say(
        self,
        about: tuple[str, str],
        prop: str,
        value: str,
        span: tuple[int, int],
        voice: Voice = PLAIN,
    ) -> None:
        """Add a claim about a (mention, schema); the span counts from the passage's beginning."""
        start, end = span[0] + self.offset, span[1] + self.offset
        claim = Claim(*about, prop, value, start, end, *voice)
        if start < end and value and claim not in self._seen:
            self._seen.add(claim)
            self.claims.append(claim)

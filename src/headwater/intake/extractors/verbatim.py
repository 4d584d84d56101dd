"""Verbatim: what of an extractor's suggestions is taken.

Only words that stand in the text, as whole words, of a kind we know, which our own reading has not
found; at most `MOST` of one text. A name that stands in a sentence about people being moved,
victims or witnesses is withheld: they are counted, not named. Nothing else that an extractor says
is looked at, so an order in a report that it obeys changes nothing but this list of names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from headwater.intake.extractors.suggestion import KINDS, Suggestion

if TYPE_CHECKING:
    from headwater.intake.reading.claim import Claim
    from headwater.intake.reading.passage import Span

LONGEST = 100
"""Characters of one name."""
MOST = 1000


@dataclass(frozen=True, slots=True)
class Checked:
    """What was taken, and how much was not.

    Attributes:
        claims: One for each name and place where it stands; one mention for each name.
        rejected: Suggestions whose words do not stand in the text, or of no kind we know.
        withheld: Names in sentences about people who are not to be named.
    """

    claims: "tuple[Claim, ...]"
    rejected: int = 0
    withheld: int = 0


def checked(
    text: str, language: str, suggestions: Iterable[Suggestion], named: "Sequence[Span]" = ()
) -> Checked:
    """Hold suggestions against the text.

    Args:
        text: What the extractor was given.
        language: Its language, or empty.
        suggestions: What it gave back; from position `MOST` on they are rejected.
        named: Where our own reading has found names; they are not claimed again.
    """
    from headwater.intake.reading.claim import Claim
    from headwater.intake.reading.passage import Passage

    passage = Passage(text, language, None)
    covered = list(named)
    mentions: dict[tuple[str, str], str] = {}
    claims: list[Claim] = []
    rejected = withheld = 0
    for number, suggestion in enumerate(suggestions):
        start = _where(text, suggestion) if number < MOST else -1
        if start < 0:
            rejected += 1
            continue
        end = start + len(suggestion.quote)
        if any(start < stop and begin < end for begin, stop in covered):
            continue
        if suggestion.kind == "person" and passage.hits("moved", passage.sentence_at(start)):
            withheld += 1
            continue
        covered.append((start, end))
        name = " ".join(suggestion.quote.split())
        schema, prop = KINDS[suggestion.kind]
        mention = mentions.setdefault((schema, name), f"x{len(mentions) + 1}")
        claims.append(Claim(mention, schema, prop, name, start, end, basis="assessment"))
    return Checked(tuple(claims), rejected, withheld)


def _where(text: str, suggestion: Suggestion) -> int:
    """Where the words stand, looked for once if not where they are said to be; -1 for nowhere."""
    quote, start = suggestion.quote, suggestion.start
    if suggestion.kind not in KINDS or not 2 <= len(quote) <= LONGEST or not _is_name(quote):
        return -1
    if start < 0 or text[start : start + len(quote)] != quote:
        start = text.find(quote)
    end = start + len(quote)
    if start < 0 or _joins(text[start - 1 : start]) or _joins(text[end : end + 1]):
        return -1
    return start


def _is_name(quote: str) -> bool:
    return quote == quote.strip() and "\n" not in quote and any(map(str.isalpha, quote))


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"

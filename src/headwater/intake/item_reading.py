"""Item reading: the items of a report are read by our own reader, then by programs asked for."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from headwater.intake.taken import Original
from headwater.model import Item, Refusal, Refused, Report, Statement, schema

if TYPE_CHECKING:
    from headwater.intake.extractors import Extractor

EXTRACTOR = "text/1"
"""What statements of our own reader name."""

Reader = Callable[..., Any]
"""`propose(text, *, language, report_date) -> Reading`, as `headwater.intake.reading` offers it."""

_NAMED = frozenset(("Person", "Organization", "PublicBody", "Network", "Place"))


def read_items(
    report: Report, reader: Reader
) -> tuple[list[Statement], dict[int, str], list[tuple[int, str]]]:
    """Have the items of a report read.

    Returns:
        Proposed statements, the language of each item, and by item what its reading left out.
    """
    when = report.information_date or report.record_date
    statements: list[Statement] = []
    languages: dict[int, str] = {}
    left_out: list[tuple[int, str]] = []
    for item in report.items:
        reading = reader(item.text, language="", report_date=when.earliest if when else None)
        languages[item.number] = reading.language
        left_out += [(item.number, what) for what in reading.left_out]
        statements += _statements(report.urn, item, reading, EXTRACTOR, 0)
    return statements, languages, left_out


def read_again(
    original: Original,
    report: Report,
    read: Sequence[Statement],
    extractors: "Sequence[Extractor]",
) -> tuple[list[Statement], list[Refusal]]:
    """Names that other programs find in the items and our own reading did not.

    Args:
        original: The file that the report came from.
        report: The report, its items with their languages.
        read: The statements of our own reading.
        extractors: Asked one after the other; what one has found is not claimed by the next.

    Returns:
        Proposed statements, numbered on from those of the item, and notes: suggestions whose words
        do not stand in the text, names withheld, a program that did not answer.
    """
    found: list[Statement] = []
    notes: list[Refusal] = []
    for item in report.items if extractors else ():
        own = [one for one in read if one.item == item.number]
        for extractor in extractors:
            more, reasons = _ask(report.urn, item, own, extractor)
            own += more
            found += more
            notes += [
                original.refusal(f"item {item.number}", f"{extractor.name}: {what}", why, do)
                for what, why, do in reasons
            ]
    return found, notes


def _ask(
    urn: str, item: Item, own: Sequence[Statement], extractor: "Extractor"
) -> tuple[list[Statement], list[tuple[str, str, str]]]:
    """What one program finds in an item, and what was not taken of it: what, why, what to do."""
    from headwater.intake.extractors import checked
    from headwater.intake.reading.claim import Reading

    named = [(s.start, s.end) for s in own if s.property == "name" and s.schema in _NAMED]
    try:
        suggestions = extractor.find(item.text)
    except Refused as bad:
        return [], [(bad.what, bad.why, bad.do)]
    result = checked(item.text, item.language, suggestions, named)
    reasons = []
    if result.rejected:
        why = "their words do not stand in the text, or they are of no kind we know"
        reasons.append((f"{result.rejected} suggestions were not taken", why, ""))
    if result.withheld:
        why = "they stand in sentences about people being moved, victims or witnesses"
        reasons.append((f"{result.withheld} names were withheld", why, ""))
    reading = Reading(item.language, result.claims)
    return _statements(urn, item, reading, extractor.name, len(own)), reasons


def _statements(
    urn: str,
    item: Item,
    reading: Any,  # noqa: ANN401 - a Reading, whose module is loaded with the first text
    extractor: str,
    after: int,
) -> list[Statement]:
    """What was read as proposed statements, numbered on from those that the item has already."""
    prefix = f"{urn}#{item.number}@"

    def place(name: str) -> str:
        return name[1:] if name.startswith("=") else prefix + name

    found = []
    for n, claim in enumerate(reading.claims, after + 1):
        value = claim.value
        if value[:1] in ("@", "=") and _points(claim.schema, claim.property):
            value = place(value.removeprefix("@"))
        found.append(
            Statement(
                *(urn, item.number, n, place(claim.mention), claim.schema, claim.property, value),
                text=item.text[claim.start : claim.end] if claim.start >= 0 else "",
                language=reading.language_at(claim.start),
                start=claim.start,
                end=claim.end,
                extractor=extractor,
                basis=claim.basis,
                modality=claim.modality,
                attribution=claim.attribution,
            )
        )
    return found


@cache
def _points(schema_name: str, property_name: str) -> bool:
    """Whether the value of a property is another entity, and not a word that begins with @."""
    return schema(schema_name).properties[property_name].type == "entity"

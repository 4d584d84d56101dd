"""FollowTheMoney entities as JSON, one a line: each line becomes an item with accepted statements.

Source: https://followthemoney.tech/docs/ (entity streams).
"""

import json
import re
from functools import cache
from typing import Any, NoReturn

from headwater.intake.plain import visible
from headwater.intake.tables import Form, Read, cell_reader
from headwater.intake.taken import DoorOptions, Original, Taken
from headwater.model import Item, Property, Refusal, Refused, Report, Schema, Statement, schemata

EXTRACTOR = "ftm/1"
DEEPEST = 16
"""Levels of nesting; an entity has three."""
LONGEST_LINE = 5_000_000
MOST_DIGITS = 400


def take_entities(original: Original, text: str, options: DoorOptions) -> Taken:
    """Make one report of a stream of entities.

    A line that is no entity is refused; so is, by itself, a property that its schema does not have,
    a sensitive one, and a value that is none of its type.

    Raises:
        Refused: If no line is an entity.
    """
    stream = _Stream(original, options)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            stream.take(number, line)
    if not stream.items:
        if len(stream.refusals) == 1:
            first = stream.refusals[0]
            raise Refused(first.what, why=first.why, do=first.do)
        return Taken(refusals=tuple(stream.refusals) or original.refused(*_EMPTY).refusals)
    report = Report(
        urn=original.urn,
        originator=options.agency,
        items=tuple(stream.items),
        file=original.file,
        sha256=original.sha256,
        format="ftm",
    )
    originals = {original.sha256: original.content}
    return Taken((report,), tuple(stream.statements), tuple(stream.refusals), originals)


_EMPTY = ("there are no entities in it", "the file is empty", "give one JSON object a line")


class _Stream:
    """The lines read so far."""

    def __init__(self, original: Original, options: DoorOptions) -> None:
        self.original = original
        self.options = options
        self.items: list[Item] = []
        self.statements: list[Statement] = []
        self.refusals: list[Refusal] = []

    def take(self, number: int, line: str) -> None:
        """Take one line, or note why not."""
        try:
            entity, kind, properties = _entity(line)
            self._item(number, entity, kind, properties)
        except Refused as bad:
            self._refuse(f"line {number}", bad)

    def _refuse(self, position: str, bad: Refused) -> None:
        do = bad.do or "correct the entity"
        self.refusals.append(self.original.refusal(position, bad.what, bad.why or bad.what, do))

    def _item(self, number: int, entity: str, kind: Schema, properties: dict[str, Any]) -> None:
        pieces, length = [f"schema: {kind.name}"], len(f"schema: {kind.name}")
        claims: list[tuple[str, str, str, int]] = []
        for name, given in properties.items():
            for given_value in given if isinstance(given, list) else [given]:
                raw = _words(given_value)
                try:
                    value = _value(kind, name, raw)
                except Refused as bad:
                    self._refuse(f"line {number}, {name}", bad)
                    continue
                piece = f"{name}: {raw}"
                claims.append((name, value, raw, length + 2 + len(name) + 2))
                length += 2 + len(piece)
                pieces.append(piece)
        if not claims:
            raise Refused("nothing of the entity could be taken", why="no property has a value")
        grade, handling = self.options.marking
        text = "; ".join(pieces)
        assumed = self.options.marking_assumed
        self.items.append(Item(number, text, grade, handling, assumed))
        urn, author = self.original.urn, self.options.author
        for n, (name, value, raw, start) in enumerate(claims, 1):
            end = start + len(raw)
            self.statements.append(
                Statement(
                    *(urn, number, n, entity, kind.name, name, value),
                    *(raw, "", start, end, EXTRACTOR, author, "accepted"),
                )
            )


def _entity(line: str) -> tuple[str, Schema, dict[str, Any]]:
    """Id, schema and properties of the entity on a line."""
    raw = parse_json(line)
    if not isinstance(raw, dict):
        raise Refused("the line is not an entity", why="it is not a JSON object")
    entity, name, properties = raw.get("id"), raw.get("schema"), raw.get("properties")
    if not isinstance(entity, str) or not entity.strip() or "#" in entity or "@" in entity:
        raise Refused("the entity's id cannot be taken", why="it is missing, or holds # or @")
    kind = schemata().get(name) if isinstance(name, str) else None
    if kind is None or kind.abstract:
        raise Refused(
            f"there is no schema {str(name)[:40]!r}", do="use a schema of FollowTheMoney or ours"
        )
    if not isinstance(properties, dict):
        raise Refused("the entity has no properties", why="they are an object of lists")
    return entity, kind, properties


def _words(given: Any) -> str:  # noqa: ANN401 - whatever stands there
    """A value as words with its controls visible; empty where it is neither text nor number."""
    # JSON can spell out controls and lone surrogates that the file itself does not hold.
    plain = isinstance(given, str | int | float) and not isinstance(given, bool)
    return visible(str(given))[0] if plain else ""


def _value(kind: Schema, name: str, raw: str) -> str:
    prop = kind.properties.get(name)
    if prop is None:
        raise Refused(f"{kind.name} has no property {name[:40]!r}", do="use a property it has")
    if prop.sensitive:
        raise Refused(
            f"{name} is sensitive",
            why="it may be taken only where it is strictly necessary (DPA 2018 s.35)",
            do="bring it in by a mapping that states the necessity",
        )
    value = _reader(prop)(raw)
    if not value:
        raise Refused(f"a value of {name} is no text", why="values are filled text in lists")
    return value


@cache
def _reader(prop: Property) -> Read:
    return cell_reader(prop, Form())


def parse_json(line: str) -> Any:  # noqa: ANN401 - whatever the line holds
    """Parse JSON that a stranger wrote.

    Raises:
        Refused: If it is no JSON, nests too deep, names a key twice, or holds NaN or a number of
            hundreds of digits.
    """
    if len(line) > LONGEST_LINE:
        raise Refused("the line is too long", why=f"over {LONGEST_LINE:,} characters")
    if _depth_over(line, DEEPEST):
        raise Refused("the JSON nests too deep", why=f"over {DEEPEST} levels")
    try:
        return json.loads(
            line, object_pairs_hook=_unique, parse_constant=_no_number, parse_int=_integer
        )
    except ValueError as bad:
        raise Refused("the line is not JSON", why=str(bad)[:200]) from bad


# A whole string, or one bracket; strings come first, so that brackets inside them do not count.
# One that is not closed reaches to the end, which keeps the search linear.
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[{}\[\]]', re.DOTALL)


def _depth_over(line: str, most: int) -> bool:
    """Whether brackets outside of strings nest deeper than that."""
    if line.count("{") + line.count("[") <= most:
        return False
    depth = 0
    for found in _BRACKETS.finditer(line):
        bracket = found[0]
        if bracket in ("{", "["):
            depth += 1
            if depth > most:
                return True
        elif bracket in ("}", "]"):
            depth -= 1
    return False


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Refused("a key stands twice in the JSON", why="it is not clear which value holds")
    return found


def _no_number(word: str) -> NoReturn:
    raise Refused(f"{word} is not a number", why="JSON has no such value")


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise Refused("a number is too long", why=f"over {MOST_DIGITS} digits")
    return int(digits)

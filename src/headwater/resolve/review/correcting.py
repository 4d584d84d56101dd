"""Correcting: the statement that takes the place of a proposal which a person read otherwise.

What was proposed stays as it was, rejected. What takes its place rests on words that stand in the
item, like everything else.
"""

import re
from collections.abc import Callable
from contextlib import suppress

from headwater.model import (
    Modality,
    Property,
    Refused,
    Statement,
    Status,
    WrongUse,
    parse_period,
    schemata,
)

BY_A_PERSON = "person/1"
"""Extractor of what a person put in the place of a proposal."""

_FORMS: dict[str, tuple[re.Pattern[str], str]] = {
    "number": (re.compile(r"-?\d+(\.\d+)?"), "a plain number, as 4500 or 1.5"),
    "phone": (re.compile(r"\+\d{6,15}"), "a phone with its country, as +381641234567"),
    "flag": (re.compile("true|false"), "true or false"),
    "date": (
        re.compile(r"\d{4}(-\d\d(-\d\d(T[\d:]+Z?)?)?)?"),
        "a date, as 2025-03-15, 2025-03 or 2025",
    ),
}


def corrected(
    statement: Statement, whole: str, value: str, words: str, author: str, modality: str = ""
) -> Statement:
    """What a person says that the item says instead, as an accepted statement.

    Args:
        statement: What was proposed.
        whole: Text of its item.
        value: The right value; empty where it was read rightly.
        words: The words of the item that say so. Empty: the value itself where it stands in the
            item, else the words of the proposal. Of several places the nearest to those counts.
        author: Who corrects.
        modality: How the item puts it; empty where that was read rightly.

    Raises:
        WrongUse: If the words do not stand in the item, or the value may not or need not change.
    """
    _refuse_what_is_settled(statement)
    put = _modality(modality or statement.modality)
    value = value.strip() or (statement.value if modality else "")
    as_read = bool(modality) and not words and value == statement.value
    start, end = statement.start, statement.end
    if not as_read:
        _refuse_unfit(statement, value)
        start, end = _span(statement, whole, value, words)
    if (value, start, put) == (statement.value, statement.start, statement.modality):
        raise WrongUse(
            f"{statement.id} says {value!r} already",
            do=f"headwater review accept {statement.id!r} --reason TEXT",
        )
    return statement._replace(
        value=value,
        text=statement.text if as_read else whole[start:end],
        start=start,
        end=end,
        modality=put,
        extractor=BY_A_PERSON,
        author=author,
        status=Status.ACCEPTED,
    )


def _modality(modality: str) -> Modality:
    with suppress(ValueError):
        return Modality(modality)
    raise WrongUse(f"{modality!r} is no modality", do=f"give one of {', '.join(Modality)}")


def _refuse_what_is_settled(statement: Statement) -> None:
    if statement.status == Status.REJECTED:
        raise WrongUse(
            f"{statement.id} is rejected already",
            do=f"take that back first: headwater review undo {statement.id!r} --reason TEXT",
        )
    if statement.schema == "CategoryDecision":
        raise WrongUse(
            "what a person is in a case is decided, not read",
            where=statement.id,
            do="headwater categorise PERSON CATEGORY --case C --reason TEXT",
        )


def _refuse_unfit(statement: Statement, value: str) -> None:
    schema = schemata().get(statement.schema)
    known = schema.properties.get(statement.property) if schema else None
    wanted = _wanted(known, value) if value else "a value"
    if wanted:
        raise WrongUse(
            f"{value!r} is no value of {statement.property}",
            where=statement.id,
            do=f"give {wanted}",
        )


def _wanted(known: Property | None, value: str) -> str:
    """What the value should be instead; empty where it fits."""
    if known is None:
        return ""
    if known.type == "enum":
        return "" if value in known.words else f"one of {', '.join(known.words)}"
    form, wanted = _FORMS.get(known.type, (None, ""))
    if form is None or (form.fullmatch(value) and _exists(known.type, value)):
        return ""
    return wanted


def _exists(kind: str, value: str) -> bool:
    """Whether a date is a day of the calendar; anything else is what it looks like."""
    if kind == "date":
        with suppress(Refused):
            return bool(parse_period(value))
        return False
    return True


def _span(statement: Statement, whole: str, value: str, words: str) -> tuple[int, int]:
    """Where the words stand in the item."""
    places = _places(whole, words or value)
    if places:
        start = min(places, key=_distance(statement.start))
        return start, start + len(words or value)
    if not words and statement.start >= 0:
        return statement.start, statement.end
    raise WrongUse(
        f"the words {words or value!r} do not stand in the item",
        where=f"{statement.urn}#{statement.item}",
        why="every statement rests on words of its item, letter by letter",
        do="copy them from the item: --words 'WORDS OF THE ITEM'",
    )


def _distance(from_: int) -> Callable[[int], int]:
    return lambda start: abs(start - from_)


def _places(whole: str, words: str) -> list[int]:
    """Where the words begin; none of them in the middle of a longer word or number."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)" if words.strip() else "(?!)"
    return [found.start() for found in re.finditer(pattern, whole)]

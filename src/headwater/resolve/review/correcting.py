"""Correcting: the statement that takes the place of a proposal which a person read otherwise.

What was proposed stays as it was, rejected. What takes its place rests on words that stand in the
item, like everything else; and so does what a person adds where nothing was proposed at all.
"""

import re
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
"""Extractor of what a person put in the place of a proposal, or added where there was none."""

_LONGEST_WORDS, _LAST_FIGURES = 10_000, 6
_ADDED = re.compile(r"(@p[0-9a-f]{8})(?:-\d)?$")

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


def added_mention(item: str, token: str, n: int = 0) -> str:
    """Id of a thing that a person adds to an item (`URN#item`); the n-th of one addition.

    Args:
        item: The item.
        token: Eight hexadecimal digits, drawn at random for this addition.
        n: 0 for what it is about, others for those who are named for the first time.
    """
    return f"{item}@p{token}-{n}" if n else f"{item}@p{token}"


def added_with(statement: Statement) -> str:
    """What is the same for all that was added in one go; empty for anything else."""
    found = _ADDED.search(statement.entity) if statement.extractor == BY_A_PERSON else None
    return found[1] if found else ""


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
            where=statement.id if statement.n else f"{statement.urn}#{statement.item}",
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
    found = standing(whole, words or value, statement.start)
    if found:
        return found
    if not words and statement.start >= 0:
        return statement.start, statement.end
    raise not_standing(f"{statement.urn}#{statement.item}", words or value)


def not_standing(item: str, words: str) -> WrongUse:
    """What whoever gives words is told that do not stand in the item."""
    return WrongUse(
        f"the words {words!r} do not stand in the item",
        where=item,
        why="every statement rests on words of its item, letter by letter",
        do="copy them from the item",
    )


def standing(
    whole: str, words: str, near: int = 0, within: tuple[int, int] | None = None
) -> tuple[int, int] | None:
    """Where words stand in a text, as near to a place as they do; None where nowhere.

    None of them in the middle of a longer word or number. A line's end stands for a space.

    Args:
        whole: The text.
        words: The words; of a phone with its country, the end of it in whatever form.
        near: The place.
        within: The part of the text that is looked at; None for all.
    """
    if len(words) > _LONGEST_WORDS:
        return None
    pattern = r"\s+".join(map(re.escape, words.split()))
    if _FORMS["phone"][0].fullmatch(words):
        last = r"[\s()/.-]{0,3}".join(words[-_LAST_FIGURES:])
        pattern = rf"(?:{pattern}|[+(\d][\d\s()/.-]{{0,20}}{last})"
    places = re.compile(rf"(?<!\w){pattern}(?!\w)").finditer(whole, *within or (0, len(whole)))
    spans = (found.span() for found in places if pattern)
    return min(spans, key=lambda span: abs(span[0] - near), default=None)

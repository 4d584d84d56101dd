"""Caveats of what was counted, each worded in one way."""

from collections.abc import Mapping, Sequence

from headwater.picture import Picture
from headwater.series import Part, Whole

ADDED = "told place by place or mode by mode and added up"
"""What is said of a series that `sums` describes."""
LACKING = (
    "dates have no number for a place or mode that their source tells then, or at more than half "
    "of the dates it tells in parts; they are gaps, not low numbers"
)
"""What is said of dates that `lacks` names."""

_MOST_NAMED = 5


def count_some(caveats: list[str], count: int, words: str) -> None:
    """Add a caveat that counts what was found; none where nothing was."""
    if count:
        caveats.append(f"{count:,} {words}")


def name_some(caveats: list[str], found: Sequence[str], words: str) -> None:
    """Add a caveat that counts what was found and names the first of it; none where nothing was."""
    if found:
        rest = f" and {len(found) - _MOST_NAMED:,} more" if len(found) > _MOST_NAMED else ""
        caveats.append(f"{len(found):,} {words}: {', '.join(found[:_MOST_NAMED])}{rest}.")


def names_of_places(picture: Picture) -> dict[str, str]:
    """What a reader calls the places of a picture, by id; what is no place is called by no name."""
    others = dict.fromkeys(picture.entities["id"].to_pylist(), "a place without a name")
    places = picture.places
    return others | dict(zip(places["id"].to_pylist(), places["name"].to_pylist(), strict=True))


def contradiction(whole: Whole, called: Mapping[str, str]) -> str:
    """The different numbers that one source tells for one date, each with its part if it has one.

    Args:
        whole: What is told for the date.
        called: Names of places by id.
    """
    told = []
    for part, values in whole.contradicted.items():
        name = _part(part, called)
        told.append(f"{name}{': ' if name else ''}{' and '.join(f'{one:g}' for one in values)}")
    return ", ".join(told)


def sums(wholes: Mapping[str, Whole], called: Mapping[str, str], named: int = _MOST_NAMED) -> str:
    """How the dates of a series are added up from parts; empty where no more than one part is told.

    Args:
        wholes: By date, what is told for it.
        called: Names of places by id.
        named: How many of the parts are named.
    """
    added = [one.parts for one in wholes.values() if one.known and one.parts]
    parts = sorted({part for held in added for part in held})
    if len(parts) <= 1:
        return ""
    names = list(dict.fromkeys(_part(part, called) for part in parts))
    fewest, most = min(map(len, added)), max(map(len, added))
    over = f"{most} at a time"
    if fewest < most:
        over = f"{fewest} to {over} (the others add 0)"
    rest = f" and {len(names) - named:,} more" if len(names) > named else ""
    return f"{len(added):,} dates, {over}: {', '.join(names[:named])}{rest}"


def lacks(wholes: Mapping[str, Whole], called: Mapping[str, str]) -> list[str]:
    """The dates of a series that are gaps because a part of them is not told, with the part.

    Args:
        wholes: By date, what is told for it.
        called: Names of places by id.
    """
    return [
        f"{day} (without {' and '.join(_part(part, called) for part in one.lacking)})"
        for day, one in wholes.items()
        if one.lacking
    ]


def _part(part: Part, called: Mapping[str, str]) -> str:
    return " by ".join(one for one in (called.get(part.place, part.place), part.mode) if one)

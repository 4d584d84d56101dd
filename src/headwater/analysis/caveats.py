"""Caveats of what was counted, each worded in one way."""

from collections.abc import Mapping, Sequence

from headwater.picture import Picture
from headwater.series import Whole

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
    """The different numbers that one source tells for one date, with the place if it has one."""
    return ", ".join(
        f"{called.get(place, place)}{': ' if place else ''}"
        f"{' and '.join(f'{one:g}' for one in values)}"
        for place, values in whole.contradicted.items()
    )


def tell_places(
    caveats: list[str], wholes: Mapping[str, Whole], called: Mapping[str, str], of: str = ""
) -> None:
    """Add what a reader must know of dates that are told place by place.

    Args:
        caveats: Where it is added.
        wholes: By date, what is told for it.
        called: Names of places by id.
        of: What stands before a date, such as the series.
    """
    sums = [one.places for one in wholes.values() if one.known and one.places]
    ids = sorted({place for places in sums for place in places})
    if len(ids) > 1:
        names = [called.get(one, one) for one in ids]
        fewest, most = min(map(len, sums)), max(map(len, sums))
        over = f"{most}" if fewest == most else f"{fewest} to {most}"
        rest = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
        told = f"{', '.join(names[:_MOST_NAMED])}{rest}, as the source tells them place by place"
        said = "" if fewest == most else "; a place that is not told at a date adds nothing to it"
        caveats.append(f"{of}{len(sums):,} dates are sums over {over} places: {told}{said}.")
    lacking = [
        f"{of}{day} (without {' and '.join(called.get(place, place) for place in one.lacking)})"
        for day, one in wholes.items()
        if one.lacking
    ]
    said = (
        "dates have no number for a place that their source tells then, or at more than half of "
        "the dates it tells by place; they are gaps, not low numbers"
    )
    name_some(caveats, lacking, said)

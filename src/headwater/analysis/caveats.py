"""Caveats of what was counted, each worded in one way."""

from collections.abc import Sequence

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

"""Means: by which means each stretch of a way was travelled; one stretch, one means.

A whole journey told "by boat" was travelled so in part only: then no stretch is given the boat.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage
from headwater.intake.reading.routes.ways import part, way_words

_PARTLY = re.compile(
    r"\b(?:partly|part of the way|delom|delimično|dijelom|djelomično|делом|делимично|дијелом|"
    r"делумно|отчасти|pjesërisht)\W",
    re.IGNORECASE,
)
# "..., the last part by boat", "..., poslednju deonicu čamcem": behind the way it is a part of.
_LAST_PART = re.compile(
    r"\b(?:(?:last|final|first)\s(?:part|leg|stretch|stage|section|bit)|"
    r"(?:poslednj|posljednj|zadnj|prv|završn)\w*\s(?:deo|dio|deonic\w*|dionic\w*|etap\w*)|"
    r"(?:последњ|посљедњ|последн|задњ|прв|първ|завршн)\w*\s"
    r"(?:део|дио|дел|деониц\w*|диониц\w*|делниц\w*|отсечк\w*|участък|част|етап\w*)|"
    r"(?:pjes|etap)\w*\s(?:e|i)\s(?:fundit|parë))\W",
    re.IGNORECASE,
)
# What begins another stretch: "by lorry and then by boat".
_ON = re.compile(
    r"[,;]|\b(?:and|then|a|i|pa|dalje|potom|zatim|onda|а|и|па|даље|потом|затим|онда|потоа|па|после|"
    r"след|dhe|pastaj|pas|më)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_LOOK = 20


def shared_out(
    passage: Passage, ways: Sequence[Sequence[Hit]], modes: Sequence[Hit]
) -> list[list[Hit]]:
    """Which of the words for means belong to each of several ways in a sentence.

    One that stands before them all, or behind them all, is the last's or the first's only where
    the others have their own.
    """
    if len(ways) < 2:
        return [list(modes) for _ in ways]
    found: list[list[Hit]] = [[] for _ in ways]
    loose: list[tuple[int, Hit]] = []
    for mode in modes:
        begun = sum(way[0].start <= mode.start for way in ways)
        if not begun:
            loose.append((0, mode))
            continue
        end, at = ways[begun - 1][-1].end, begun - 1
        if mode.start >= end and begun == len(ways):
            loose.append((at, mode))
        elif mode.start >= end and _ON.search(passage.text, end, mode.start):
            found[begun].append(mode)
        else:
            found[at].append(mode)
    if any(found) or len(loose) > 1:
        for at, mode in loose:
            found[at].append(mode)
    return found


def means(passage: Passage, way: Sequence[Hit], modes: Sequence[Hit]) -> list[Hit | None]:
    """The word for the means of each stretch of a way, or None where the words do not tell.

    Args:
        passage: The passage.
        way: Places from its beginning to its end; two at least.
        modes: Words for means of travel in the sentence, in order.
    """
    if len(way) == 2:
        values = {mode.value for mode in modes}
        whole = len(values) == 1 and not _partly(passage, way, modes[0])
        return [modes[0] if whole else None]
    if any(one.start > following.start for one, following in pairwise(way)):
        return [None] * (len(way) - 1)  # "from A to C over B": by which means each, no word tells
    return _shared_out(passage, way, modes)


def _shared_out(passage: Passage, way: Sequence[Hit], modes: Sequence[Hit]) -> list[Hit | None]:
    """By where the words stand: between the ends of their stretch, or right behind its end."""
    found: list[dict[str, Hit]] = [{} for _ in way[1:]]
    loose: list[tuple[int, Hit]] = []
    for mode in modes:
        behind = sum(point.end <= mode.start for point in way)
        if behind in (0, len(way)):
            loose.append((min(behind, len(way) - 1) - (behind > 0), mode))
            continue
        stretch = _stretch(passage, way, behind - 1, mode)
        if stretch is not None:
            found[stretch].setdefault(mode.value, mode)
    if any(found):  # before the first and behind the last place only where others have their own
        for stretch, mode in loose:
            begins = way[-1].end if stretch else mode.start
            if not _ON.search(passage.text, begins, mode.start):
                found[stretch].setdefault(mode.value, mode)
    return [next(iter(one.values())) if len(one) == 1 else None for one in found]


def _stretch(passage: Passage, way: Sequence[Hit], gap: int, mode: Hit) -> int | None:
    """The stretch of a word between two places: the one that ends next, or the one just ended."""
    text, following = passage.text, way[gap + 1]
    if _ON.search(text, way[gap].end, mode.start):
        return gap
    if _ON.search(text, mode.end, following.start):
        return gap - 1 if gap else None
    before = [word.lower() for word in _WORD.findall(text, mode.end, following.start)][-8:]
    return gap if not gap and part(before, way_words(passage.language)) != "via" else None


def _partly(passage: Passage, way: Sequence[Hit], mode: Hit) -> bool:
    """Whether a word says that only a part of the way was travelled so."""
    text, begin = passage.text, passage.sentence_at(mode.start)[0]
    if _PARTLY.search(text, max(begin, mode.start - _LOOK), mode.end + 1):
        return True
    last = max(point.end for point in way)
    return last <= mode.start and _LAST_PART.search(text, last, mode.start) is not None

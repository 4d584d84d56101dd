"""Serbian, Croatian, Bosnian or Montenegrin: told by a few words each."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from headwater.intake.reading.language.tables import tells

_WESTERN = ("hr", "bs", "cnr")


def variety(words: Iterable[str], otherwise: str = "sr") -> str:
    """`sr`, `hr`, `bs` or `cnr`, from the words of a text in small letters.

    Args:
        words: The words, in either alphabet.
        otherwise: What it is where nothing tells; Serbian writes `e` where the others write `ije`.
    """
    known = tells()
    signs = Counter(chain.from_iterable(filter(None, map(known.get, words))))
    if not signs:
        return otherwise
    best = max(_WESTERN, key=lambda each: signs[each])
    if signs["sr"] and signs["sr"] >= signs["ije"] + signs[best]:
        return "sr"
    if signs[best]:
        return best
    if not signs["ije"]:
        return otherwise
    return otherwise if otherwise in _WESTERN else "bs"

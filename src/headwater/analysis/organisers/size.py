"""How large a network may be for the methods that play it through many times."""

from headwater.model import WrongUse

MOST_PAIRS = 200_000
"""Pairs of tied people, up to which a method that needs many worlds can be answered in minutes."""


def check_size(pairs: int, most: int = MOST_PAIRS) -> None:
    """Make sure that a network with so many pairs of tied people is not too large.

    Raises:
        WrongUse: If it is.
    """
    if pairs > most:
        raise WrongUse(
            f"{pairs:,} pairs of tied people are too many for this method",
            where="the ties between people who may be ranked",
            why=f"it plays the network through in many worlds, which is done in minutes up to "
            f"{most:,} pairs; beyond that the answer would rest on a handful of worlds",
            do="choose layers, drop weak grades (drop_weak=yes), or give only the part that "
            "matters; organisers.ranking and organisers.groups take larger networks and help to "
            "find it",
        )

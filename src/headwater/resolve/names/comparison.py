"""Comparison of two names: bits, and where they come from."""

from typing import NamedTuple

from headwater.resolve.names.name import Name


class Comparison(NamedTuple):
    """What speaks for two names being one.

    Attributes:
        bits: Evidence in bits.
        lines: The explanation, a line for each pair of words.
    """

    bits: float
    lines: tuple[str, ...] = ()


def name_bits(left: Name, right: Name) -> float:
    """Provisional."""
    import difflib

    one = " ".join(sorted(t.text for t in left.tokens))
    other = " ".join(sorted(t.text for t in right.tokens))
    return 40 * difflib.SequenceMatcher(None, one, other).ratio() - 22


def compare(left: str, right: str) -> Comparison:
    """Provisional."""
    from headwater.resolve.names.name import read_name

    return Comparison(name_bits(read_name(left), read_name(right)))

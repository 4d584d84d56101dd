"""Comparison of two names: bits, and where they come from."""

from typing import NamedTuple

from headwater.resolve.names.assignment import assign
from headwater.resolve.names.name import Name, read_name


def name_bits(left: Name, right: Name) -> float:
    """Evidence in bits that two texts name one person; 0 where one of them is no usable name."""
    if left.problem or right.problem:
        return 0.0
    return assign(left, right).bits


class Comparison(NamedTuple):
    """Provisional."""

    bits: float
    lines: tuple[str, ...] = ()


def compare(left: str, right: str) -> Comparison:
    """Provisional."""
    return Comparison(name_bits(read_name(left), read_name(right)))

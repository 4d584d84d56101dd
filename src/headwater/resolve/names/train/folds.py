"""Folds: which pairs a table may learn from, which tune it, and which only test it."""

import hashlib
from collections.abc import Iterable, Sequence

TRAIN, DEVELOPMENT, TEST = "train", "development", "test"


def folds(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The fold of every pair: about 80 % train, 10 % development, 10 % test.

    Pairs that share a form on either side are linked and stay together, so that no form is both
    learned and tested. A group falls where the SHA-256 of its first form in sorted order sends it.
    """
    root: dict[str, str] = {}

    def find(node: str) -> str:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in pairs:
        one, other = sorted((find("l " + left), find("r " + right)))
        root[other] = one
    return [_fold(find("l " + left)) for left, _ in pairs]


def forms(pairs: Iterable[tuple[str, str]]) -> set[str]:
    """All forms of both sides, so that other data which holds one of them can be left out."""
    return {form for pair in pairs for form in pair}


def _fold(group: str) -> str:
    tenth = int.from_bytes(hashlib.sha256(group.encode()).digest()[:8]) % 10
    if tenth < 8:
        return TRAIN
    return DEVELOPMENT if tenth == 8 else TEST

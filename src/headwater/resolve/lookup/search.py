"""Search: the entries that share keys with a person, of whom it is worth asking more.

What a shared key is worth is how rare it is: log2 of all persons over those under the key, in bits.
Where many people share two words of a name and nothing else, none of them is worth a comparison: it
could only say again that they share the name.

What a comparison says does not depend on who came in first, but whether it is made can: how many
share a key is counted when a person is looked up, so that a pair that is met while its name is rare
may not be met once it is common. Reports in another order may then lead to other pairs before a
person, never to another verdict on a pair; to look everybody up anew against all that is known now
settles it. Shares frozen in the model would not do: a name that is rare in the model's population
and common in a node would let one look-up touch the whole node.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import log2
from typing import NamedTuple

from headwater.resolve.candidates import key_hash
from headwater.store import Store

MOST_UNDER_KEY = 300
"""A key with more entries than this finds nobody by itself."""

MOST_FOUND = 20
"""So many are compared, the likeliest first."""

MOST_NAMESAKES = 4
"""Of those with whom nothing but words of a name is shared, so many are compared, the oldest of
those who share as much: each mention of one name against every other would be asked about."""

_OF_NAMES = frozenset({"n", "n+", "t", "t+"})
_MOST_ALIKE = 4.0
"""Of so many who share the same with a person, each is worth comparing; of more, none is."""

_WORTH_OF_CROWDED = 3.0
_MOST_HELD = 1_000_000
"""Numbers of entries that are remembered under their keys."""
_MOST_RANKED = 20_000


class Search:
    """Looks into the index of a store while nothing is written to it.

    What lies under a key is read once, and whoever has the same keys is ranked once: in reports one
    person is mentioned again and again.

    Args:
        store: The node's store.
        prior: log2 odds that two persons, of whom nothing is known, are one.
    """

    def __init__(self, store: Store, prior: float) -> None:
        self._store = store
        self._prior = prior
        self._least = -prior - log2(_MOST_ALIKE)
        self._under: dict[str, list[int]] = {}
        self._held = 0  # numbers in all those lists
        self._ranked: dict[tuple[tuple[str, ...], tuple[bool, ...]], _Ranked] = {}

    def found(self, keys: Sequence[str], itself: int) -> list[int]:
        """Numbers of the entries worth comparing, best first; ties are broken on the number.

        Of the keys of one kind (the readings of a name above all) the rarest counts in full and the
        next by half, since they say much the same.

        Args:
            keys: Keys of the person, as `lookup_keys` gives them.
            itself: Number of the person's own entry; 0 where there is none.

        Cost: at most `MOST_UNDER_KEY` rows for each key, however many entries there are.
        """
        under = self._numbers_under(keys)
        own = tuple(_among(itself, numbers) for numbers in under)
        who = tuple(keys), own
        ranked = self._ranked.get(who)
        if ranked is None:
            if len(self._ranked) >= _MOST_RANKED:
                self._ranked.clear()
            ranked = self._ranked[who] = self._rank(keys, under, own)
        beyond = set([one for one in ranked.namesakes if one != itself][MOST_NAMESAKES:])
        return [one for one in ranked.best if one != itself and one not in beyond][:MOST_FOUND]

    def _numbers_under(self, keys: Sequence[str]) -> list[list[int]]:
        known = self._under
        missing = [key for key in keys if key not in known]
        if self._held > _MOST_HELD:
            self._held, missing = 0, list(keys)
            known.clear()
        hashes = [key_hash(key) for key in missing]
        for key, numbers in zip(
            missing, self._store.found_under(hashes, MOST_UNDER_KEY + 1), strict=True
        ):
            known[key] = numbers
            self._held += len(numbers)
        return [known[key] for key in keys]

    def _rank(
        self, keys: Sequence[str], under: Sequence[list[int]], own: Sequence[bool]
    ) -> "_Ranked":
        """Everybody worth comparing with whoever has these keys; that one may be among them."""
        again = _found_again(under)
        worth: dict[int, dict[str, float]] = {}
        rarest = sorted(zip(keys, under, own, strict=True), key=lambda one: (len(one[1]), one[0]))
        for key, numbers, is_own in rarest:
            holders = max(1, len(numbers) - is_own)
            crowded = holders > MOST_UNDER_KEY
            bits = _WORTH_OF_CROWDED if crowded else -self._prior - log2(holders)
            # What is found once only is worth comparing if that key is enough by itself.
            likely = numbers if bits >= self._least else again.intersection(numbers)
            _add(worth, worth.keys() & likely if crowded else likely, key[0], bits)
        sums = {
            number: sum([bits / len(kind) for kind, bits in parts.items()])
            for number, parts in worth.items()
        }
        enough = [number for number, bits in sums.items() if bits >= self._least]
        enough.sort(key=lambda number: (-sums[number], number))
        # One more of each than are compared, since the one who is looked up may be among them.
        namesakes = [number for number in enough if worth[number].keys() <= _OF_NAMES]
        beyond = set(namesakes[MOST_NAMESAKES + 1 :])
        best = [number for number in enough if number not in beyond][: MOST_FOUND + 2]
        return _Ranked(best, namesakes[: MOST_NAMESAKES + 1])


class _Ranked(NamedTuple):
    """Who is worth comparing, best first, and those of them with whom only a name is shared."""

    best: list[int]
    namesakes: list[int]


def _add(
    worth: dict[int, dict[str, float]], numbers: Iterable[int], kind: str, bits: float
) -> None:
    """Put down what a key of a kind is worth; of further keys of that kind the last."""
    further = f"{kind}+"
    for number in numbers:
        parts = worth.get(number)
        if parts is None:
            worth[number] = {kind: bits}
        else:
            parts[further if kind in parts else kind] = bits


def _among(number: int, numbers: Sequence[int]) -> bool:
    """Whether a number is one of these, which rise."""
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number


def _found_again(under: Iterable[Sequence[int]]) -> set[int]:
    """Numbers that stand under several keys."""
    seen: set[int] = set()
    again: set[int] = set()
    for numbers in under:
        again |= seen.intersection(numbers)
        seen.update(numbers)
    return again

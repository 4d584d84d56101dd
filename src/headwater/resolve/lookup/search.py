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

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log2

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


def found(store: Store, keys: Sequence[str], itself: int, prior: float) -> list[int]:
    """Numbers of the entries worth comparing, best first; ties are broken on the number.

    Of the keys of one kind (the readings of a name above all) the rarest counts in full and the
    next by half, since they say much the same.

    Args:
        store: The node's store.
        keys: Keys of the person, as `lookup_keys` gives them.
        itself: Number of the person's own entry; 0 where there is none.
        prior: log2 odds that two persons, of whom nothing is known, are one.

    Cost: at most `MOST_UNDER_KEY` rows for each key, however many entries there are.
    """
    under = store.found_under([key_hash(key) for key in keys], MOST_UNDER_KEY + 1)
    least = -prior - log2(_MOST_ALIKE)
    again = _found_again(under)
    worth: dict[int, dict[str, float]] = defaultdict(dict)
    rarest = sorted(zip(keys, under, strict=True), key=lambda one: (len(one[1]), one[0]))
    for key, numbers in rarest:
        kind, holders = key[0], max(1, len(numbers) - (itself in numbers))
        crowded = holders > MOST_UNDER_KEY
        bits = _WORTH_OF_CROWDED if crowded else -prior - log2(holders)
        # What is found once only is worth comparing if that key is enough by itself.
        likely = numbers if bits >= least else again.intersection(numbers)
        for number in worth.keys() & likely if crowded else likely:
            parts = worth[number]
            parts[kind if kind not in parts else f"{kind}+"] = bits
    worth.pop(itself, None)
    sums = {
        number: sum(bits / len(kind) for kind, bits in parts.items())
        for number, parts in worth.items()
    }
    enough = (number for number, bits in sums.items() if bits >= least)
    ordered = sorted(enough, key=lambda number: (-sums[number], number))
    namesakes = [number for number in ordered if worth[number].keys() <= _OF_NAMES]
    beyond = set(namesakes[MOST_NAMESAKES:])
    return [number for number in ordered if number not in beyond][:MOST_FOUND]


def _found_again(under: Iterable[Sequence[int]]) -> set[int]:
    """Numbers that stand under several keys."""
    seen: set[int] = set()
    again: set[int] = set()
    for numbers in under:
        again |= seen.intersection(numbers)
        seen.update(numbers)
    return again

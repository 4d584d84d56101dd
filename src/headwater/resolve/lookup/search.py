"""Search: the entries that share keys with a person, those first that share the rarest ones."""

from collections import defaultdict
from collections.abc import Sequence
from math import log2

from headwater.store import Store

MOST_UNDER_KEY = 300
"""A key with more entries than this is shared by chance: by itself it finds nobody."""

MOST_FOUND = 50
"""So many are compared, those of the most and the rarest shared keys."""

_WORTH_OF_CROWDED = 0.5


def found(store: Store, keys: Sequence[int], itself: int) -> list[int]:
    """Numbers of the entries worth comparing, best first; ties are broken on the number.

    Cost: at most `MOST_UNDER_KEY` rows for each key, however many entries there are.
    """
    under = store.found_under(keys, MOST_UNDER_KEY + 1)
    worth: dict[int, float] = defaultdict(float)
    for numbers in sorted(under, key=len):
        if len(numbers) <= MOST_UNDER_KEY:
            value = log2(2 * MOST_UNDER_KEY / max(1, len(numbers)))
            for number in numbers:
                worth[number] += value
        else:
            for number in worth.keys() & set(numbers):
                worth[number] += _WORTH_OF_CROWDED
    worth.pop(itself, None)
    return sorted(worth, key=lambda number: (-worth[number], number))[:MOST_FOUND]

"""Ranking for a look-up: which holders of a record's keys to compare first, from the keys alone."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from headwater.resolve.candidates.keys import DATE, PAIR, WORD, YEAR, name_words
from headwater.resolve.names import token_keys
from headwater.resolve.records import PersonRecord

_YEAR_BITS = 5.0


def ranked(
    record: PersonRecord,
    holders: Mapping[str, Iterable[int]],
    counts: Mapping[str, int],
    total: int,
    most: int = 50,
) -> list[tuple[int, float]]:
    """Records that share keys with one record, the likeliest first.

    Every word, the birth year, the birth date and every identifier counts once, by how rare it
    is: log2 of all records over those that have it. This is what `candidate_pairs` ranks by, as
    far as keys tell.

    Args:
        record: The record that is looked up.
        holders: For each of its keys (`record_keys`) those who hold it. Leave out, or cut short,
            keys with too many holders.
        counts: How many hold each key, those that were left out too. A key that is not here
            counts as held by one.
        total: Number of records in the index.
        most: At most so many come back.

    Returns:
        Records and bits, of equal ones the smaller number first.
    """
    words = _words(record)
    evidence: dict[int, dict[str, float]] = defaultdict(dict)
    for key, ids in holders.items():
        worth = [(part, _rarity(of, counts, total)) for part, of in _parts(key, words)]
        for found in ids:
            parts = evidence[found]
            for part, bits in worth:
                parts[part] = max(bits, parts.get(part, bits))
    sums = ((found, sum(parts.values())) for found, parts in evidence.items())
    return sorted(sums, key=lambda item: (-item[1], item[0]))[:most]


def _words(record: PersonRecord) -> dict[str, str]:
    """For each key of a word, the word: so that two readings of one word count once."""
    names = record.values.get("name", ())
    tokens = [token for text in names for token in name_words(text)]
    return {key: token.text for token in reversed(tokens) for key in token_keys(token)}


def _rarity(key: str, counts: Mapping[str, int], total: int) -> float:
    if key == YEAR:
        return _YEAR_BITS
    return math.log2(max(2, total) / max(1, counts.get(key, 1)))


def _parts(key: str, words: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a key says: each thing, and the key whose rarity tells what it is worth."""
    kind, value = key.split(":", 1)
    if kind in (PAIR, WORD, YEAR):
        found = value.split("|")[: 1 if kind == YEAR else 2]
        parts = [(words.get(word, word), f"{WORD}:{word}") for word in found]
        return [*parts, (YEAR, YEAR)] if kind == YEAR else parts
    return [(key, key), (YEAR, YEAR)] if kind == DATE else [(key, key)]

"""Attributes: what is known of each record, as columns, for splitting blocks and ranking pairs."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.candidates.keys import dates, key_hash, name_words, plain
from headwater.resolve.candidates.likeness import Words, words_of
from headwater.resolve.names import Token, token_keys
from headwater.resolve.records import PersonRecord

Ints = NDArray[np.int64]
CODES = ("country", "sex", "place", "postcode")
"""Fields compared as they stand, by their first value."""


class Attributes(NamedTuple):
    """Columns over all records; 0 is "not known" in each of them.

    Attributes:
        year: Year of birth.
        day: Day and month of birth in either order, as one code.
        codes: Column of each field of `CODES`.
        name: Code of the whole name as it is spelled, in any order.
        words: What each word of a name sounds like.
        start: Where the words of each record begin in `word`; one longer than the records.
        word: Numbers of words, record after record.
    """

    year: Ints
    day: Ints
    codes: dict[str, Ints]
    name: Ints
    words: Words
    start: Ints
    word: Ints


def attributes(records: Sequence[PersonRecord]) -> Attributes:
    """Columns of records."""
    numbers: dict[tuple[str, str], int] = {}
    tokens: list[Token] = []
    word: list[int] = []
    start = [0]
    for record in records:
        seen = {(t.text, t.script): t for n in record.values.get("name", ()) for t in name_words(n)}
        for spelling, token in seen.items():
            if spelling not in numbers:
                numbers[spelling] = len(tokens)
                tokens.append(token)
            word.append(numbers[spelling])
        start.append(len(word))
    whole = ["|".join(sorted(map(str, word[a:b]))) for a, b in pairwise(start)]
    born = [next(dates(r.values.get("birth_date", ())), ("0", "")) for r in records]
    return Attributes(
        np.array([int(year) for year, _ in born], np.int64),
        np.array([key_hash(day) if day else 0 for _, day in born], np.int64),
        {field: _codes(records, field) for field in CODES},
        np.array([key_hash(text) if text else 0 for text in whole], np.int64),
        words_of(tokens, np.bincount(np.array(word, np.int64), minlength=len(tokens))),
        np.array(start, np.int64),
        np.array(word, np.int64),
    )


def _codes(records: Sequence[PersonRecord], field: str) -> Ints:
    first = [next(iter(r.values.get(field, ())), "") for r in records]
    seen = {text: _code(text, field) for text in set(first)}
    return np.array([seen[text] for text in first], np.int64)


def _code(text: str, field: str) -> int:
    """A code of a value, 0 if there is none; places by their sound, as each script spells them."""
    said = plain(text)
    if field == "place":
        said = "|".join(sorted(token_keys(word)[0] for word in name_words(text))) or said
    return key_hash(said) if said else 0

"""Keys of a record: texts that records of one person probably share, whatever the script.

A key is `kind:value`. The kinds: `n` two words of the name (unordered skeletons), `t` one word,
`y` one word and the birth year, `d` the birth date (day and month in either order), and one kind
for each identifier. A kind that is wide (`t` above all) is split by what else is known when pairs
are made, never dropped.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, product

from headwater.resolve.names import Token, read_name, token_keys
from headwater.resolve.records import PersonRecord

PAIR = "n"
WORD = "t"
YEAR = "y"
DATE = "d"
IDENTIFIERS = {
    "phone": "p",
    "document": "i",
    "plate": "v",
    "account": "a",
    "email": "e",
    "handle": "h",
}
"""Fields that identify by themselves, and the kind of their keys."""

KEYED = ("name", "birth_date", *IDENTIFIERS)
"""The fields that the keys of a record come from."""

MOST_WORDS = 6
"""So many words of one name make keys, so that a text of 300 words does not make 45,000 of them."""

_SILENT_ROLES = frozenset({"initial", "title", "particle", "suffix"})


def name_words(text: str) -> tuple[Token, ...]:
    """Words of a name that say who it is: without titles, particles, initials and suffixes.

    A name that has nothing else keeps them; a text that is no usable name has none.
    """
    tokens = read_name(text).tokens
    telling = tuple(token for token in tokens if token.role not in _SILENT_ROLES)
    return (telling or tokens)[:MOST_WORDS]


def dates(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Year, and day and month in either order (empty where not full), of each readable date."""
    for text in texts:
        year, *rest = text.strip().split("-")
        if len(year) == 4 and year.isascii() and year.isdigit():
            full = len(rest) == 2 and all(part.isdigit() for part in rest)
            yield year, "-".join(sorted(rest)) if full else ""


def plain(text: str) -> str:
    """Letters and digits of an identifier, in lower case, without separators."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _identifier(field: str, text: str) -> str:
    # A document's kind and issuer are often missing: its number alone makes the key.
    number = text.rsplit("|", 1)[-1] if field == "document" else text
    return text.casefold().strip() if field in ("email", "handle") else plain(number)


@lru_cache(maxsize=20_000)  # a person who comes in is keyed to be found, and again to find others
def _keys_of_name(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Keys of the words of a name, and keys of each two of them."""
    words = [token_keys(token) for token in name_words(text)]
    both = (pair for left, right in combinations(words, 2) for pair in product(left, right))
    pairs = {f"{PAIR}:{min(pair)}|{max(pair)}" for pair in both}
    return tuple({key for keys in words for key in keys}), tuple(pairs)


def record_keys(record: PersonRecord) -> tuple[str, ...]:
    """Keys of a record, each once, sorted.

    Two records are candidates for being one person if they share a key. The number of keys grows
    with the square of the words of a name; `MOST_WORDS` bounds it.
    """
    found: set[str] = set()
    years = list(dates(record.values.get("birth_date", ())))
    for text in record.values.get("name", ()):
        words, pairs = _keys_of_name(text)
        found.update(pairs)
        for key in words:
            found.add(f"{WORD}:{key}")
            found.update(f"{YEAR}:{key}|{year}" for year, _ in years)
    found.update(f"{DATE}:{year}-{rest}" for year, rest in years if rest)
    for field, kind in IDENTIFIERS.items():
        values = (_identifier(field, text) for text in record.values.get(field, ()))
        found.update(f"{kind}:{value}" for value in values if value)
    return tuple(sorted(found))


@lru_cache(maxsize=50_000)
def key_hash(key: str) -> int:
    """A signed 64-bit number for a key: the same in every process, version and machine."""
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

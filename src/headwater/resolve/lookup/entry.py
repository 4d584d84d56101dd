"""Entry: what the look-up index holds of a person, as one short text, and the keys to it."""

from collections.abc import Iterable
from functools import lru_cache

from headwater.resolve.candidates import KEYED, key_hash, record_keys
from headwater.resolve.lookup.verdict import Scoring
from headwater.resolve.records import FIELDS, PersonRecord
from headwater.store import IndexEntry

FORM = "lookup/1"
"""Changes whenever the keys or the form of an entry change."""

_LETTERS = {field: chr(ord("a") + place) for place, field in enumerate(FIELDS)}
_FIELDS = {letter: field for field, letter in _LETTERS.items()}
_CATEGORIES = "~"
_BETWEEN_FIELDS, _BETWEEN_VALUES = "\x1e", "\x1f"
_SEPARATORS = str.maketrans({_BETWEEN_FIELDS: " ", _BETWEEN_VALUES: " "})
_WORD, _PAIR, _DATE, _YEAR = "t:", "n:", "d:", "y:"


def rules(model: Scoring) -> str:
    """By what an index was made: the form of its entries, and the model that judged who is in it.

    When either changes, the index is made anew and everybody is looked up again, so that what an
    earlier model said is said anew or withdrawn.
    """
    return f"{FORM} {model.digest}"


def entry_of(record: PersonRecord, held: Iterable[int] = ()) -> IndexEntry:
    """The entry of a person, with further keys for what the person is said to hold."""
    keys = {*map(key_hash, lookup_keys(record)), *held}
    return IndexEntry(record.id, tuple(sorted(keys)), packed(record))


def lookup_keys(record: PersonRecord) -> tuple[str, ...]:
    """The keys under which a person is looked up.

    A single word of a name, or a date alone, is a key only where there is nothing narrower: under
    such keys lie more people than anybody could compare. A word stands with the whole birth date
    where that is known, and else with the year.
    """
    return _lookup_keys(tuple(record.values.get(field, ()) for field in KEYED))


@lru_cache(maxsize=20_000)  # a person is keyed to be found, and again to find others
def _lookup_keys(values: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    keys = record_keys(PersonRecord("", dict(zip(KEYED, values, strict=True))))
    dates = [key.removeprefix(_DATE) for key in keys if key.startswith(_DATE)]
    narrow = [key for key in keys if not key.startswith((_WORD, _DATE, _YEAR))]
    named = any(key.startswith(_PAIR) for key in narrow)
    for key in keys:
        if key.startswith(_YEAR):
            word, year = key.removeprefix(_YEAR).rsplit("|", 1)
            narrow += [f"w:{word}|{date}" for date in dates if date.startswith(year)] or [key]
    if not named:
        narrow += [key for key in keys if key.startswith((_WORD, _DATE))]
    return tuple(sorted(set(narrow)))


def packed(record: PersonRecord) -> str:
    """A record as text: letter of the field, values, and the same for the next field."""
    parts = [
        _LETTERS[field] + _BETWEEN_VALUES.join(value.translate(_SEPARATORS) for value in values)
        for field, values in record.values.items()
        if field in _LETTERS and values
    ]
    if record.categories:
        parts.append(_CATEGORIES + _BETWEEN_VALUES.join(record.categories))
    return _BETWEEN_FIELDS.join(parts)


def unpacked(entity: str, text: str) -> PersonRecord:
    """The record in an entry."""
    values: dict[str, tuple[str, ...]] = {}
    categories: tuple[str, ...] = ()
    for part in text.split(_BETWEEN_FIELDS) if text else ():
        held = tuple(part[1:].split(_BETWEEN_VALUES))
        if part[0] == _CATEGORIES:
            categories = held
        else:
            values[_FIELDS[part[0]]] = held
    return PersonRecord(entity, values, categories)

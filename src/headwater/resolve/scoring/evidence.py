"""Evidence: what the values of many pairs of records say, before anything is weighed.

Every pair of different values is compared once, however many pairs of records have it.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.names import read_name
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring.fields import SCORED, levels, normal
from headwater.resolve.scoring.frequency import (
    Frequencies,
    meet_names,
    population_bits,
    value_shares,
)
from headwater.resolve.scoring.name_shapes import KIN

STRATA = ("latn latn", "cyrl cyrl", "arab arab", "cyrl latn", "arab latn", "arab cyrl", "other")
"""Pairs of scripts, which are calibrated apart from each other."""

Pairs = NDArray[np.int64]
_OTHER = len(STRATA) - 1
_AT_ONCE = 50_000
"""Pairs of names compared at a time, so that what is remembered of them stays bounded."""
_FEW = 64
"""Pairs of records up to which values are met one after the other."""


class FieldEvidence(NamedTuple):
    """What one field says.

    Attributes:
        rows: Positions of the pairs in which both records have the field.
        level: Level of the best agreement between their values.
        rarity: log2 of the share of people that have the commoner of the two values.
    """

    rows: NDArray[np.int64]
    level: NDArray[np.int8]
    rarity: NDArray[np.float64]

    def of(self, chosen: NDArray[np.int64]) -> "FieldEvidence":
        """The evidence of some of the pairs, given by their places in rising order."""
        at = np.searchsorted(chosen, self.rows)
        mine = at < len(chosen)
        mine[mine] = chosen[at[mine]] == self.rows[mine]
        return FieldEvidence(at[mine], self.level[mine], self.rarity[mine])


class NameEvidence(NamedTuple):
    """What names say.

    Attributes:
        rows: Positions of the pairs in which both records have a usable name.
        bits: Bits of the best pair of names, with the frequency of the name taken in.
        stratum: Pair of scripts of that pair of names, as an index of `STRATA`.
        shape: Which of their words agree, as an index of `SHAPES`.
    """

    rows: NDArray[np.int64]
    bits: NDArray[np.float64]
    stratum: NDArray[np.int8]
    shape: NDArray[np.int8]


class Evidence(NamedTuple):
    """What all fields say of some pairs of records.

    Attributes:
        pairs: Number of pairs.
        names: What names say.
        fields: What the other fields say, those that any pair has.
    """

    pairs: int
    names: NameEvidence
    fields: Mapping[str, FieldEvidence]

    @property
    def strata(self) -> NDArray[np.int8]:
        """The stratum of every pair; a pair without names is in the last one."""
        strata = np.full(self.pairs, _OTHER, dtype=np.int8)
        strata[self.names.rows] = self.names.stratum
        return strata

    @property
    def kin(self) -> NDArray[np.bool_]:
        """Whether the names of each pair are as those of relatives often are."""
        kin = np.zeros(self.pairs, dtype=bool)
        kin[self.names.rows] = np.isin(self.names.shape, KIN)
        return kin


class _Met(NamedTuple):
    """Values that meet in pairs of records: each unordered pair of values once."""

    values: list[str]
    one: NDArray[np.int64]
    two: NDArray[np.int64]
    rows: NDArray[np.int64]
    which: NDArray[np.int64]


def gather(records: Sequence[PersonRecord], pairs: Pairs, frequencies: Frequencies) -> Evidence:
    """Compare the records of every pair, field by field.

    Args:
        records: The records.
        pairs: Positions in `records`, shape (n, 2); their order does not matter.
        frequencies: Shares of values in the population.
    """
    pairs = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    names = compare_names(records, pairs, frequencies)
    return Evidence(len(pairs), names, compare_fields(records, pairs, frequencies))


def compare_names(
    records: Sequence[PersonRecord],
    pairs: Pairs,
    frequencies: Frequencies,
    least: NDArray[np.float64] | None = None,
) -> NameEvidence:
    """What the names of every pair say; arguments as for `gather`.

    Args:
        records: The records.
        pairs: Positions in `records`, shape (n, 2).
        frequencies: Shares of values in the population.
        least: Bits for each pair. Where words stand against each other, and all that names can say
            is less, nobody asks how much it is: minus infinity.
    """
    met = _meet(records, pairs, "name")
    return _names(met, frequencies, np.full(len(pairs), -np.inf) if least is None else least)


def name_strata(records: Sequence[PersonRecord], pairs: Pairs) -> NDArray[np.bool_]:
    """Which strata each pair may be in, by the scripts of the names: shape (n, strata).

    A pair without names is in the last one; one of several names may be in several.
    """
    met = _meet(records, pairs, "name")
    scripts = [_script(text) for text in met.values]
    ends = zip(met.one.tolist(), met.two.tolist(), strict=True)
    strata = np.asarray([_stratum(scripts[one], scripts[two]) for one, two in ends], np.int64)
    found = np.zeros((len(pairs), len(STRATA)), dtype=bool)
    found[met.rows, strata[met.which]] = True
    found[~found.any(axis=1), _OTHER] = True
    return found


def compare_fields(
    records: Sequence[PersonRecord], pairs: Pairs, frequencies: Frequencies
) -> dict[str, FieldEvidence]:
    """What every field but the names says, where any pair has it; arguments as for `gather`."""
    given = {field for place in np.unique(pairs).tolist() for field in records[place].values}
    fields: dict[str, FieldEvidence] = {}
    for field in SCORED:
        met = _meet(records, pairs, field) if field in given else None
        if met is not None and len(met.rows):
            fields[field] = _compare(field, met, frequencies)
    return fields


def _meet(records: Sequence[PersonRecord], pairs: Pairs, field: str) -> _Met:
    """All combinations of the values of both records of each pair."""
    if len(pairs) <= _FEW:
        return _meet_few(records, pairs, field)
    used = np.unique(pairs)
    texts = [_values(records[i], field) for i in used.tolist()]
    values = sorted({value for held in texts for value in held})
    code = {value: i for i, value in enumerate(values)}
    flat = np.asarray([code[v] for held in texts for v in held], dtype=np.int64)
    size = np.asarray([len(held) for held in texts], dtype=np.int64)
    start = np.cumsum(size) - size
    at = np.searchsorted(used, pairs)
    number = size[at[:, 0]] * size[at[:, 1]]
    rows = np.repeat(np.arange(len(pairs), dtype=np.int64), number)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(number) - number, number)
    width = size[at[rows, 1]]
    left = flat[start[at[rows, 0]] + within // width]
    right = flat[start[at[rows, 1]] + within % width]
    key = np.minimum(left, right) * max(len(values), 1) + np.maximum(left, right)
    unique, which = np.unique(key, return_inverse=True)
    return _Met(values, *np.divmod(unique, max(len(values), 1)), rows, which.reshape(-1))


def _meet_few(records: Sequence[PersonRecord], pairs: Pairs, field: str) -> _Met:
    """The same, one pair after the other: for a few the columns take longer than the work."""
    ends = pairs.tolist()
    having = [place for place in {place for pair in ends for place in pair}
              if field in records[place].values]  # fmt: skip
    texts = {place: _values(records[place], field) for place in having}
    values = sorted({value for held in texts.values() for value in held})
    code = {value: number for number, value in enumerate(values)}
    coded = {place: [code[value] for value in held] for place, held in texts.items()}
    known: dict[tuple[int, int], int] = {}
    rows, which = [], []
    for row, (left, right) in enumerate(ends):
        for one in coded.get(left, ()):
            for two in coded.get(right, ()):
                met = (one, two) if one <= two else (two, one)
                rows.append(row)
                which.append(known.setdefault(met, len(known)))
    first, second = np.array([*known], np.int64).reshape(-1, 2).T
    return _Met(values, first, second, np.array(rows, np.int64), np.array(which, np.int64))


def _values(record: PersonRecord, field: str) -> tuple[str, ...]:
    return _normal_values(field, record.values.get(field, ()))


@lru_cache(maxsize=50_000)
def _normal_values(field: str, held: tuple[str, ...]) -> tuple[str, ...]:
    if field == "name":
        return tuple(text for text in dict.fromkeys(held) if not read_name(text).problem)
    return tuple(dict.fromkeys(value for text in held if (value := normal(field, text))))


def _compare(field: str, met: _Met, frequencies: Frequencies) -> FieldEvidence:
    left = [met.values[i] for i in met.one.tolist()]
    right = [met.values[i] for i in met.two.tolist()]
    level = levels(field, left, right)
    rarity = np.log2(value_shares(frequencies, field, met.values))
    commoner = np.maximum(rarity[met.one], rarity[met.two])
    best = _best(met.rows, -level[met.which].astype(float), -commoner[met.which])
    chosen = met.which[best]
    return FieldEvidence(met.rows[best], level[chosen], commoner[chosen])


def _names(met: _Met, frequencies: Frequencies, least: NDArray[np.float64]) -> NameEvidence:
    scripts = [_script(text) for text in met.values]
    ends = list(zip(met.one.tolist(), met.two.tolist(), strict=True))
    texts = [(met.values[one], met.values[two]) for one, two in ends]
    told = _Told(np.zeros(len(ends)), np.zeros(len(ends), np.int8), np.zeros(len(ends), bool))
    _tell(told, np.arange(len(ends)), texts, frequencies, closely=bool(np.isneginf(least).all()))
    out = told.ceiling[met.which] & (told.bits[met.which] < least[met.rows])
    out = (np.bincount(met.rows, ~out, len(least)) == 0)[met.rows]
    open_ = np.unique(met.which[~out & told.ceiling[met.which]])
    _tell(told, open_, texts, frequencies, closely=True)
    bits = np.where(out, -np.inf, told.bits[met.which])
    stratum = np.asarray([_stratum(scripts[one], scripts[two]) for one, two in ends], np.int8)
    best = _best(met.rows, bits, np.zeros(len(met.which)))
    chosen = met.which[best]
    return NameEvidence(met.rows[best], bits[best], stratum[chosen], told.shape[chosen])


class _Told(NamedTuple):
    """What is known of many pairs of names: bits, shape, and whether the bits are a ceiling."""

    bits: NDArray[np.float64]
    shape: NDArray[np.int8]
    ceiling: NDArray[np.bool_]


def _tell(
    told: _Told,
    places: NDArray[np.int64],
    texts: Sequence[tuple[str, str]],
    frequencies: Frequencies,
    *,
    closely: bool,
) -> None:
    for begin in range(0, len(places), _AT_ONCE):
        part = places[begin : begin + _AT_ONCE]
        met = meet_names([texts[place] for place in part.tolist()], closely=closely)
        told.bits[part] = [population_bits(frequencies, each) for each in met]
        told.shape[part] = [each.shape for each in met]
        told.ceiling[part] = [each.ceiling for each in met]


@lru_cache(maxsize=200_000)
def _script(text: str) -> str:
    counted = [token.script for token in read_name(text).tokens]
    return max(sorted(set(counted)), key=counted.count) if counted else "other"


@cache
def _stratum(one: str, two: str) -> int:
    label = " ".join(sorted((one, two)))
    return STRATA.index(label) if label in STRATA else _OTHER


def _best(
    rows: NDArray[np.int64], first: NDArray[np.float64], second: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Position of the best combination of each pair: greatest `first`, then greatest `second`."""
    if len(rows) == 0 or bool(np.all(rows[1:] > rows[:-1])):
        return np.arange(len(rows), dtype=np.int64)
    order = np.lexsort((-second, -first, rows))
    kept = np.concatenate(([True], rows[order][1:] != rows[order][:-1]))
    return order[kept]

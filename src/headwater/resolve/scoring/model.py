"""Model: the weights that fields carry, in bits (Fellegi and Sunter 1969)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from math import log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.records import FIELDS, Kind, PersonRecord
from headwater.resolve.scoring.calibration import Calibration, probabilities
from headwater.resolve.scoring.evidence import (
    STRATA,
    Evidence,
    FieldEvidence,
    NameEvidence,
    Pairs,
    compare_fields,
    compare_names,
    gather,
    name_strata,
)
from headwater.resolve.scoring.fields import LEVELS
from headwater.resolve.scoring.frequency import Frequencies
from headwater.resolve.scoring.name_shapes import BANDS, OPPOSED, SHAPES

CENTRES = (
    -40.0, -25.0, -15.0, -10.0, -7.0, -4.0, -2.0, 0.0, 2.0, 4.0,
    6.0, 8.0, 10.0, 12.0, 14.0, 17.0, 20.0, 24.0, 30.0, 40.0,
)  # fmt: skip
"""Bits of names at which their worth is measured; between them it is interpolated."""

SHARED = frozenset(
    {"sex", "country", *(name for name, kind in FIELDS.items() if kind == Kind.IDENTIFIER)}
)
"""Fields in which people who are alike agree, however rare the value: families share a phone, and
people of one name are mostly of one sex and one country."""

FIRST_LINE = "headwater scoring model\t2"
"""How the text of a model begins."""

# Share of relatives who are met in one place, on development seeds of the identity benchmark.
_SHARED_BY_KIN = 0.1

_NAME_WORDS = ((12.0, "the same name"), (6.0, "much alike"), (1.0, "alike"), (-3.0, "hardly alike"))
Floats = NDArray[np.float64]

_GRID = np.array([-np.inf, *np.arange(CENTRES[0], CENTRES[-1], 0.5)])


class Part(NamedTuple):
    """What one field adds: bits, and the level of agreement in plain words, without content."""

    field: str
    level: str
    bits: float


class Weight(NamedTuple):
    """What speaks for two records being one person: the sum of its parts, prior included."""

    bits: float
    parts: tuple[Part, ...]


class Table(NamedTuple):
    """Chances of each level, between records of one person and of two people."""

    same: tuple[float, ...]
    other: tuple[float, ...]


@dataclass(frozen=True)
class Model:
    """Weights of one set of records; immutable, and the same on every machine.

    Attributes:
        records: Number of records among which a pair is looked for.
        matches: Pairs of one person that a record is in, on average, halved: pairs per record.
        fields: Chances by field, levels as in `LEVELS`.
        names: Chances by pair of scripts, classes as in `CENTRES`.
        shapes: Chances of each shape of names, band of bits by band, as in `SHAPES` and `BANDS`.
        frequencies: Shares of values in the population, frozen.
        calibration: By pair of scripts.
        header: Where the model comes from: data, seed, licence.
    """

    records: int
    matches: float
    fields: Mapping[str, Table]
    names: Mapping[str, Table]
    shapes: Table
    frequencies: Frequencies
    calibration: Mapping[str, Calibration]
    header: Mapping[str, str] = field(default_factory=dict)

    @property
    def prior(self) -> float:
        """log2 of the odds that two records, about which nothing is known, are one person."""
        return log2(2 * self.matches / max(self.records - 1, 1))

    @cached_property
    def text(self) -> str:
        """The model as lines of text, closed by their SHA-256; `read_model` reads it back."""
        body = "".join(f"{line}\n" for line in self._lines())
        return f"{body}{sealed(body)}\n"

    @property
    def digest(self) -> str:
        """SHA-256 of the model's text, which a decision made with it names."""
        return self.text.rstrip("\n").rsplit("\t", 1)[1]

    def sized(self, records: int) -> "Model":
        """The same weights for a look-up among another number of records."""
        return replace(self, records=records)

    def weigh(self, left: PersonRecord, right: PersonRecord) -> Weight:
        """The weight of one pair, with what each field adds. Symmetric."""
        return self.weigh_each((left, right), np.array([[0, 1]]))[0]

    def weigh_each(self, records: Sequence[PersonRecord], pairs: Pairs) -> list[Weight]:
        """`weigh` for each of many pairs, given as positions in `records`, shape (n, 2)."""
        evidence = gather(records, pairs, self.frequencies)
        prior = Part("prior", f"among {self.records} records", self.prior)
        parts = [[prior] for _ in range(evidence.pairs)]
        names = evidence.names
        told = zip(names.rows.tolist(), self._name_bits(names).tolist(), names.shape.tolist(),
                   strict=True)  # fmt: skip
        for row, bits, shape in told:
            parts[row].append(Part("name", f"{_in_words(bits)}: {SHAPES[shape]}", bits))
        for name, held in evidence.fields.items():
            levels = LEVELS[FIELDS[name]]
            found = self._field_bits(name, held) - self._shared_by_kin(name, held, evidence)
            of_field = zip(held.rows.tolist(), held.level.tolist(), found.tolist(), strict=True)
            for row, level, bits in of_field:
                parts[row].append(Part(name, levels[level], bits))
        return [Weight(sum(part.bits for part in some), tuple(some)) for some in parts]

    def weigh_pairs(self, records: Sequence[PersonRecord], pairs: Pairs) -> Floats:
        """Total bits of many pairs, given as positions in `records`, shape (n, 2)."""
        return self.bits_of(gather(records, pairs, self.frequencies))

    def weigh_evidence(
        self, records: Sequence[PersonRecord], pairs: Pairs
    ) -> tuple[Floats, NDArray[np.int8]]:
        """Total bits and stratum of many pairs, in one pass."""
        evidence = gather(records, pairs, self.frequencies)
        return self.bits_of(evidence), evidence.strata

    def weigh_likely(
        self, records: Sequence[PersonRecord], pairs: Pairs, chance: float
    ) -> tuple[Floats, NDArray[np.int8]]:
        """Total bits and stratum of many pairs, where a given chance can be reached.

        The names of a pair whose other fields rule that out, whatever the names might say, are not
        compared: it comes back with minus infinity.

        Args:
            records: The records.
            pairs: Positions in `records`, shape (n, 2).
            chance: Calibrated probability of being one person, above 0 and below 1.
        """
        fields = compare_fields(records, pairs, self.frequencies)
        bits = self._bits_of(len(pairs), fields)
        least = self._least_of_fields(chance)
        open_ = np.flatnonzero(bits >= least.min())
        possible = name_strata(records, pairs[open_])
        likely = bits[open_] >= np.where(possible, least, np.inf).min(axis=1)
        open_, possible = open_[likely], possible[likely]
        enough = self._least_of_opposed(chance, bits[open_], possible)
        names = compare_names(records, pairs[open_], self.frequencies, enough)
        evidence = Evidence(len(open_), names, {f: held.of(open_) for f, held in fields.items()})
        found = np.full(len(pairs), -np.inf)
        found[open_] = self.bits_of(evidence)
        found[open_[names.rows[np.isneginf(names.bits)]]] = -np.inf
        strata = np.full(len(pairs), len(STRATA) - 1, dtype=np.int8)
        strata[open_] = evidence.strata
        return found, strata

    def weigh_fields(self, records: Sequence[PersonRecord], pairs: Pairs) -> Floats:
        """Bits that each field but the name adds to many pairs, without the prior.

        Names take nearly all the time that a pair takes; what they say, and what follows from that
        for other fields, is the rest of what `weigh_pairs` gives.

        Returns:
            One row a pair, one column a field of `FIELDS`; not a number where a field is missing.
        """
        column = {name: at for at, name in enumerate(FIELDS)}
        found = np.full((len(pairs), len(FIELDS)), np.nan)
        for name, held in compare_fields(records, pairs, self.frequencies).items():
            found[held.rows, column[name]] = self._field_bits(name, held)
        return found

    def bits_of(self, evidence: Evidence) -> Floats:
        """Total bits of gathered evidence."""
        total = self._bits_of(evidence.pairs, evidence.fields)
        total[evidence.names.rows] += self._name_bits(evidence.names)
        for name, held in evidence.fields.items():
            total[held.rows] -= self._shared_by_kin(name, held, evidence)
        return total

    def probability(self, bits: Floats, strata: NDArray[np.int8] | None = None) -> Floats:
        """Calibrated probability that pairs with these total bits are one person.

        Args:
            bits: Total bits, as `weigh_pairs` gives them.
            strata: Pair of scripts of each, as an index of `STRATA`; without it the first counts.
        """
        which = np.zeros(np.shape(bits), dtype=np.int8) if strata is None else strata
        curves = np.array([self.calibration[stratum][:2] for stratum in STRATA])
        return probabilities(curves[which, 0] + curves[which, 1] * np.asarray(bits))

    def sure(self, bits: Floats, strata: NDArray[np.int8]) -> NDArray[np.bool_]:
        """Whether pairs, of these total bits and strata, may be merged unseen.

        From there on the lower 95 % bound of precision among checked pairs is at least 0.99.
        """
        return np.asarray(np.asarray(bits) >= self._sure_from[strata])

    @cached_property
    def _sure_from(self) -> Floats:
        return np.array([self.calibration[stratum].sure_from for stratum in STRATA])

    def _lines(self) -> Iterator[str]:
        yield FIRST_LINE
        for key, text in sorted(self.header.items()):
            yield f"header\t{key}\t{' '.join(text.split())}"
        yield f"size\t{self.records}\t{self.matches!r}"
        shapes = {"all": self.shapes}
        for word, tables in (("field", self.fields), ("name", self.names), ("shape", shapes)):
            for key, table in sorted(tables.items()):
                yield f"{word}\t{key}\t{_listed(table.same)}\t{_listed(table.other)}"
        for key, known in sorted(self.calibration.items()):
            counts = f"{_listed(known.checked)}\t{_listed(known.matches)}"
            yield f"calibration\t{key}\t{known.offset!r}\t{known.slope!r}\t{counts}"
        for key, held in sorted(self.frequencies.items()):
            yield f"held\t{key}\t{held.records}"
            for value, share in sorted(held.shares.items()):
                yield f"share\t{key}\t{value:016x}\t{share!r}"

    def _bits_of(self, pairs: int, fields: Mapping[str, FieldEvidence]) -> Floats:
        """Bits of many pairs without their names, prior included."""
        total = np.full(pairs, self.prior)
        for name, held in fields.items():
            total[held.rows] += self._field_bits(name, held)
        return total

    def _least_of_fields(self, chance: float) -> Floats:
        """By stratum, bits without the names below which no names bring a pair to a chance."""
        return self._bits_for(chance) - self._most_of_names

    def _bits_for(self, chance: float) -> Floats:
        """By stratum, total bits that make a chance."""
        odds = log2(chance / (1 - chance))
        curves = [self.calibration[stratum] for stratum in STRATA]
        return np.array([(odds - one.offset) / one.slope for one in curves])

    def _least_of_opposed(
        self, chance: float, fields: Floats, possible: NDArray[np.bool_]
    ) -> Floats:
        """What names must say at least that bring pairs to a chance, where words stand against
        each other.

        Args:
            chance: The chance.
            fields: Bits of each pair without its names.
            possible: Strata it may be in, as `name_strata` gives them.
        """
        least = np.full(possible.shape, np.inf)
        wanted_of = self._bits_for(chance).tolist()
        for at in np.flatnonzero(possible.any(axis=0)).tolist():
            rows, wanted = possible[:, at], wanted_of[at]
            reached = np.searchsorted(self._opposed[at], wanted - fields[rows])
            least[rows, at] = np.append(_GRID, np.inf)[reached]
        return np.asarray(least.min(axis=1))

    @cached_property
    def _opposed(self) -> list[Floats]:
        """By stratum, what names of which words stand against each other are worth at most, up to
        the next step above each of `_GRID`."""
        shapes = self._shape_curve.reshape(-1, len(SHAPES))[:, OPPOSED].max(axis=1)
        steps = np.append(_GRID[1:], CENTRES[-1])
        bands = np.searchsorted(BANDS, steps)
        return [
            np.maximum.accumulate(np.interp(steps, CENTRES, self._curves[s]) + shapes[bands])
            for s in STRATA
        ]

    @cached_property
    def _most_of_names(self) -> Floats:
        """By stratum, what names are worth at most; no less than nothing."""
        top = [self._curves[stratum][-1] + self._shape_curve.max() for stratum in STRATA]
        return np.maximum(top, 0.0)

    @cached_property
    def _shape_curve(self) -> Floats:
        return np.asarray(np.log2(np.array(self.shapes.same) / np.array(self.shapes.other)))

    @cached_property
    def _curves(self) -> Mapping[str, Floats]:
        return {stratum: name_curve(self.names[stratum]) for stratum in STRATA}

    def _name_bits(self, names: NameEvidence) -> Floats:
        found = self._shape_curve[shape_classes(names)]
        for index in np.unique(names.stratum).tolist():
            mine = names.stratum == index
            found[mine] += np.interp(names.bits[mine], CENTRES, self._curves[STRATA[index]])
        return found

    def _shared_by_kin(self, name: str, held: FieldEvidence, evidence: Evidence) -> Floats:
        """By how much less a field says where people may be relatives and live together."""
        if name != "place":
            return np.zeros(len(held.rows))
        most = log2(self.fields[name].same[0] / _SHARED_BY_KIN)
        kin = evidence.kin[held.rows]
        return np.where(kin, np.maximum(self._field_bits(name, held) - most, 0.0), 0.0)

    def _field_bits(self, name: str, held: FieldEvidence) -> Floats:
        table = self.fields[name]
        rarity = held.rarity
        if name in SHARED:
            rarity = np.maximum(rarity, log2(table.other[0]))
        agreeing = log2(table.same[0]) - rarity
        # Less agreement never weighs more than agreement in the commoner value would.
        return np.minimum(self._level_curves[name][held.level], agreeing)

    @cached_property
    def _level_curves(self) -> Mapping[str, Floats]:
        return {
            name: np.concatenate(([np.inf], _falling(table.same[1:], table.other[1:])))
            for name, table in self.fields.items()
        }


def shape_classes(names: NameEvidence) -> NDArray[np.int64]:
    """The class in `Model.shapes` of each pair of names."""
    return np.asarray(np.searchsorted(BANDS, names.bits) * len(SHAPES) + names.shape)


def sealed(body: str) -> str:
    """The last line of a model's text: a digest of all lines above it."""
    return f"sha256\t{sha256(body.encode()).hexdigest()}"


def _listed(values: Sequence[float]) -> str:
    return " ".join(map(repr, values))


def name_curve(table: Table) -> Floats:
    """What names are worth at each of `CENTRES`, in bits; rising."""
    return _falling(table.same[::-1], table.other[::-1])[::-1]


def _falling(same: Sequence[float], other: Sequence[float]) -> Floats:
    """log2 of same/other, pooled with the last where it would rise (Ayer et al. 1955)."""
    pools: list[tuple[float, float, int]] = []
    for one, two in zip(same, other, strict=True):
        pool = (one, two, 1)
        while pools and pool[0] * pools[-1][1] > pools[-1][0] * pool[1]:
            last = pools.pop()
            pool = (last[0] + pool[0], last[1] + pool[1], last[2] + pool[2])
        pools.append(pool)
    return np.repeat([log2(s / o) for s, o, _ in pools], [n for _, _, n in pools])


def _in_words(bits: float) -> str:
    return next((words for least, words in _NAME_WORDS if bits >= least), "different")

"""Fit: weights from records themselves, without labels, and from what people judged.

Expectation-maximisation over candidate pairs (Winkler 1988) that always keeps the whole of the
pairs in view: what two people's records look like is counted over random pairs, the prior is the
number of expected matches over all pairs. Each chance is held towards the model it starts from as
if that had been seen a few times (a gamma prior), so that twenty records give a sane model.
The fields are taken as independent given the truth, which overstates what dependent fields say
together; calibration corrects for it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.records import FIELDS, Kind, PersonRecord
from headwater.resolve.scoring.calibration import calibrated
from headwater.resolve.scoring.evidence import STRATA, Evidence, Pairs, gather
from headwater.resolve.scoring.frequency import count_values, shares
from headwater.resolve.scoring.model import CENTRES, Floats, Model, Table
from headwater.resolve.scoring.starting import shipped_model

Judged = Mapping[tuple[str, str], bool]
"""What people judged, by the ids of both records: one person or not."""

_TRUST = 4.0
"""How often the starting model counts as having been seen, at each level."""

_RANDOM_PAIRS = 20_000
_SAMPLE = 400_000
_ROUNDS = 40
_DONE = 1e-3
_MANY_REPEATS = 3.0
_TINY = 1e-9


class _Seen(NamedTuple):
    """Evidence of a set of pairs, and how many pairs each stands for."""

    evidence: Evidence
    times: Floats
    fixed: Floats
    """1 or 0 where a person judged, else not a number."""


def fit(
    records: Sequence[PersonRecord],
    pairs: Pairs,
    judged: Judged | None = None,
    start: Model | None = None,
    seed: int = 0,
) -> Model:
    """Fit a model to records; the order of records and pairs does not matter.

    Args:
        records: Records to resolve, without the protected ones.
        pairs: Candidate pairs as positions in `records`, shape (n, 2).
        judged: What people judged; judged pairs count as known.
        start: Model to start from and to lean on where the data say little; else the shipped one.
        seed: Seed of the random pairs.
    """
    start = start or shipped_model()
    if len(records) < 2:
        return start.sized(max(len(records), 2))
    known = judged or {}
    ranked, pairs = _in_order(records, np.asarray(pairs, dtype=np.int64).reshape(-1, 2))
    drawn = _random_pairs(len(ranked), seed)
    counts = count_values(ranked)
    repeats, model = 2.0, start
    for _ in range(2):
        frequencies = shares(counts, repeats)
        model = replace(start, records=len(ranked), frequencies=frequencies)
        candidates = _seen(model, ranked, pairs, known)
        random = _seen(model, ranked, drawn, {})
        model = _converged(model, start, candidates, random)
        repeats = max(2.0, 1 + 2 * model.matches)
        if repeats < _MANY_REPEATS:
            break
    return _judged(model, ranked, known)


def _in_order(records: Sequence[PersonRecord], pairs: Pairs) -> tuple[list[PersonRecord], Pairs]:
    """Records by id, and pairs in one order, so that sums come out the same to the last digit."""
    order = sorted(range(len(records)), key=lambda i: records[i].id)
    place = np.empty(len(records), dtype=np.int64)
    place[order] = np.arange(len(records))
    moved = np.sort(place[pairs], axis=1)
    return [records[i] for i in order], np.unique(moved, axis=0)


def _random_pairs(records: int, seed: int) -> Pairs:
    """Pairs drawn from all, or all where they are few."""
    if records * (records - 1) // 2 <= _RANDOM_PAIRS:
        return np.stack(np.triu_indices(records, 1), axis=1).astype(np.int64)
    generator = np.random.default_rng(seed)
    left = generator.integers(0, records, _RANDOM_PAIRS)
    right = (left + generator.integers(1, records, _RANDOM_PAIRS)) % records
    return np.stack([left, right], axis=1)


def _seen(model: Model, records: Sequence[PersonRecord], pairs: Pairs, known: Judged) -> _Seen:
    step = -(-len(pairs) // _SAMPLE) if len(pairs) else 1
    taken = pairs[::step]
    fixed = np.full(len(taken), np.nan)
    if known:
        ids = [(records[a].id, records[b].id) for a, b in taken.tolist()]
        answers = [known.get((a, b), known.get((b, a))) for a, b in ids]
        fixed = np.array([np.nan if said is None else float(said) for said in answers])
    return _Seen(gather(records, taken, model.frequencies), np.full(len(taken), float(step)), fixed)


def _converged(model: Model, start: Model, candidates: _Seen, random: _Seen) -> Model:
    for _ in range(_ROUNDS):
        matching, drawn = _chances(model, candidates), _chances(model, random)
        expected = float(matching @ candidates.times)
        rate = (expected + 2.0) / (model.records + 2.0 / start.matches)
        fields = {
            name: _field(model, start, name, (candidates, matching), (random, drawn))
            for name in start.fields
        }
        names = {
            stratum: _names(start, index, (candidates, matching), (random, drawn))
            for index, stratum in enumerate(STRATA)
        }
        change = abs(rate - model.matches)
        model = replace(model, matches=rate, fields=fields, names=names)
        if change < _DONE * rate:
            break
    return model


def _chances(model: Model, seen: _Seen) -> Floats:
    """The chance that each pair is one person; judged pairs are known."""
    bits = np.clip(model.bits_of(seen.evidence), -60.0, 60.0)
    return np.where(np.isnan(seen.fixed), 1 / (1 + np.exp2(-bits)), seen.fixed)


def _field(
    model: Model,
    start: Model,
    name: str,
    candidates: tuple[_Seen, Floats],
    random: tuple[_Seen, Floats],
) -> Table:
    begin = start.fields[name]
    levels = len(begin.same)
    same, seen_same = _counts(name, *candidates, levels)
    other, seen_other = _counts(name, random[0], 1 - random[1], levels)
    exposure = np.full(levels, seen_other)
    if FIELDS[name] == Kind.IDENTIFIER:
        # Equal numbers are too rare for random pairs, but every such pair is a candidate.
        close, _ = _counts(name, candidates[0], 1 - candidates[1], levels)
        held = model.frequencies[name].records
        other[:2], exposure[:2] = close[:2], held * (held - 1) / 2
    return Table(
        _leaning(begin.same, same, np.full(levels, seen_same)),
        _leaning(begin.other, other, exposure),
    )


def _counts(name: str, seen: _Seen, chance: Floats, levels: int) -> tuple[Floats, float]:
    """Expected pairs at each level, and of all that have the field."""
    held = seen.evidence.fields.get(name)
    if held is None:
        return np.zeros(levels), 0.0
    weight = chance[held.rows] * seen.times[held.rows]
    return np.bincount(held.level, weight, levels).astype(float), float(weight.sum())


def _names(
    start: Model, index: int, candidates: tuple[_Seen, Floats], random: tuple[_Seen, Floats]
) -> Table:
    begin = start.names[STRATA[index]]
    same, seen_same = _name_counts(index, *candidates)
    other, seen_other = _name_counts(index, random[0], 1 - random[1])
    size = len(CENTRES)
    return Table(
        _leaning(begin.same, same, np.full(size, seen_same)),
        _leaning(begin.other, other, np.full(size, seen_other)),
    )


def _name_counts(index: int, seen: _Seen, chance: Floats) -> tuple[Floats, float]:
    names = seen.evidence.names
    mine = names.stratum == index
    rows = names.rows[mine]
    weight = chance[rows] * seen.times[rows]
    middles = (np.array(CENTRES[1:]) + np.array(CENTRES[:-1])) / 2
    at: NDArray[np.int64] = np.searchsorted(middles, names.bits[mine])
    return np.bincount(at, weight, len(CENTRES)).astype(float), float(weight.sum())


def _leaning(begin: tuple[float, ...], counted: Floats, exposure: Floats) -> tuple[float, ...]:
    """Chances that lean on where they begin as if each level had been seen `_TRUST` times there."""
    before = np.maximum(np.array(begin), _TINY)
    found = (counted + _TRUST) / (exposure + _TRUST / before)
    return tuple((found / found.sum()).tolist())


def _judged(model: Model, records: Sequence[PersonRecord], judged: Judged) -> Model:
    """The model with its calibration refined by judgements."""
    place = {record.id: i for i, record in enumerate(records)}
    known = [
        (place[a], place[b], s) for (a, b), s in sorted(judged.items()) if a in place and b in place
    ]
    if not known:
        return model
    pairs = np.array([(a, b) for a, b, _ in known], dtype=np.int64)
    evidence = gather(records, pairs, model.frequencies)
    same = np.array([said for _, _, said in known], dtype=bool)
    return replace(
        model,
        calibration=calibrated(model.calibration, model.bits_of(evidence), evidence.strata, same),
    )

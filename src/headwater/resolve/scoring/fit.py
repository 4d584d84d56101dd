"""Fit: weights from records themselves, without labels, and from what people judged.

Expectation-maximisation over candidate pairs (Winkler 1988) that always keeps the whole of the
pairs in view: what two people's records look like is counted over random pairs, the prior is the
number of expected matches over all pairs. Each chance is held towards the model it starts from as
if that had been seen a few times (a gamma prior), so that twenty records give a sane model.
The fields are taken as independent given the truth, which overstates what dependent fields say
together; calibration corrects for it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.records import FIELDS, Kind, PersonRecord
from headwater.resolve.scoring.calibration import calibrated
from headwater.resolve.scoring.evidence import STRATA, Evidence, Pairs, gather
from headwater.resolve.scoring.frequency import TOKEN, count_values, shares, values_of
from headwater.resolve.scoring.model import CENTRES, Floats, Model, Table, shape_classes
from headwater.resolve.scoring.name_shapes import SHAPES
from headwater.resolve.scoring.starting import shipped_model

Judged = Mapping[tuple[str, str], bool]
"""What people judged, by the ids of both records: one person or not."""


class Trust(NamedTuple):
    """How often the starting model counts as having been seen at each level.

    Names: how spellings differ is a matter of languages more than of one table.
    """

    fields: float = 4.0
    names: float = 300.0


UNLABELLED = Trust()
LABELLED = Trust(2.0, 10.0)
"""Where all pairs are judged, little has to be taken on trust."""

_RANDOM_PAIRS = 20_000
_NAMED_PAIRS = 3_000
_SAMPLE = 200_000
_ROUNDS = 40
_NAMES_AGREE = 6.0
_DONE = 1e-3
_MANY_REPEATS = 3.0
_TINY = 1e-9


class _Seen(NamedTuple):
    """Evidence of a set of pairs, and how many pairs each stands for."""

    evidence: Evidence
    times: Floats
    fixed: Floats
    """1 or 0 where a person judged, else not a number."""


class _Sets(NamedTuple):
    """The pairs that a fit looks at."""

    candidates: _Seen
    strangers: _Seen
    """Drawn at random from all; their names are left out, for they take long to compare."""
    named: _Seen
    """A few of them, with their names."""
    namesakes: _Seen
    """Drawn at random from those that share a word of the name."""


class _Drawn(NamedTuple):
    """Pairs of records to look at, and what is known of the candidates."""

    candidates: Pairs
    random: Pairs
    of_one_word: Pairs
    judged: Judged


class _Lean(NamedTuple):
    start: Model
    trust: Trust


class _Weighed(NamedTuple):
    """Pairs, and the chance of each to be one person, or to be two."""

    seen: _Seen
    chance: Floats

    def against(self) -> "_Weighed":
        return _Weighed(self.seen, 1 - self.chance)


def fit(
    records: Sequence[PersonRecord],
    pairs: Pairs,
    judged: Judged | None = None,
    start: Model | None = None,
    seed: int = 0,
    trust: Trust = UNLABELLED,
) -> Model:
    """Fit a model to records; the order of records and pairs does not matter.

    Args:
        records: Records to resolve, without the protected ones.
        pairs: Candidate pairs as positions in `records`, shape (n, 2).
        judged: What people judged; judged pairs count as known.
        start: Model to start from and to lean on where the data say little; else the shipped one.
        seed: Seed of the random pairs.
        trust: How much to lean.
    """
    start = start or shipped_model()
    if len(records) < 2:
        return start.sized(max(len(records), 2))
    ranked, pairs = _in_order(records, np.asarray(pairs, dtype=np.int64).reshape(-1, 2))
    drawn = _Drawn(
        pairs, _random_pairs(len(ranked), seed), _pairs_of_one_word(ranked, seed), judged or {}
    )
    counts = count_values(ranked)
    repeats, model = 2.0, start
    for _ in range(2):
        frequencies = shares(counts, repeats)
        model = replace(start, records=len(ranked), frequencies=frequencies)
        model = _converged(model, _Lean(start, trust), _sets(model, ranked, drawn))
        repeats = max(2.0, 1 + 2 * model.matches)
        if repeats < _MANY_REPEATS:
            break
    return _judged(model, ranked, judged or {})


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
        every = np.stack(np.triu_indices(records, 1), axis=1).astype(np.int64)
        return np.asarray(np.random.default_rng(seed).permutation(every))
    generator = np.random.default_rng(seed)
    left = generator.integers(0, records, _RANDOM_PAIRS)
    right = (left + generator.integers(1, records, _RANDOM_PAIRS)) % records
    return np.stack([left, right], axis=1)


def _without_names(record: PersonRecord) -> PersonRecord:
    return record._replace(values={f: v for f, v in record.values.items() if f != "name"})


def _pairs_of_one_word(records: Sequence[PersonRecord], seed: int) -> Pairs:
    """Pairs drawn from records that share a word of the name, whatever else they share."""
    words = [sorted(values_of(record).get(TOKEN, ())) for record in records]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(words):
        for word in held:
            holders[word].append(place)
    named = [place for place, held in enumerate(words) if any(len(holders[w]) > 1 for w in held)]
    if not named:
        return np.zeros((0, 2), dtype=np.int64)
    draws = np.random.default_rng(seed).random((min(_NAMED_PAIRS, 20 * len(named)), 3)).tolist()
    pairs = []
    for one, word, other in draws:
        left = named[int(one * len(named))]
        among = holders[words[left][int(word * len(words[left]))]]
        pairs.append((left, among[int(other * len(among))]))
    return np.array([pair for pair in pairs if pair[0] != pair[1]], dtype=np.int64).reshape(-1, 2)


def _seen(model: Model, records: Sequence[PersonRecord], pairs: Pairs, known: Judged) -> _Seen:
    step = -(-len(pairs) // _SAMPLE) if len(pairs) else 1
    taken = pairs[::step]
    fixed = np.full(len(taken), np.nan)
    if known:
        ids = [(records[a].id, records[b].id) for a, b in taken.tolist()]
        answers = [known.get((a, b), known.get((b, a))) for a, b in ids]
        fixed = np.array([np.nan if said is None else float(said) for said in answers])
    return _Seen(gather(records, taken, model.frequencies), np.full(len(taken), float(step)), fixed)


def _sets(model: Model, records: Sequence[PersonRecord], drawn: _Drawn) -> _Sets:
    nameless = [_without_names(record) for record in records]
    return _Sets(
        _seen(model, records, drawn.candidates, drawn.judged),
        _seen(model, nameless, drawn.random, {}),
        _seen(model, records, drawn.random[:_NAMED_PAIRS], {}),
        _seen(model, records, drawn.of_one_word, {}),
    )


def _converged(model: Model, lean: _Lean, sets: _Sets) -> Model:
    for _ in range(_ROUNDS):
        weighed = tuple(_Weighed(seen, _chances(model, seen)) for seen in sets)
        expected = float(weighed[0].chance @ sets.candidates.times)
        rate = (expected + 2.0) / (model.records + 2.0 / lean.start.matches)
        fields = {name: _field(model, lean, name, weighed) for name in model.fields}
        names = {stratum: _names(model, lean, i, weighed) for i, stratum in enumerate(STRATA)}
        shapes = _shapes(lean, weighed[0])
        change = abs(rate - model.matches)
        model = replace(model, matches=rate, fields=fields, names=names, shapes=shapes)
        if change < _DONE * rate:
            break
    return model


def _chances(model: Model, seen: _Seen) -> Floats:
    """The chance that each pair is one person; judged pairs are known."""
    bits = np.clip(model.bits_of(seen.evidence), -60.0, 60.0)
    return np.where(np.isnan(seen.fixed), 1 / (1 + np.exp2(-bits)), seen.fixed)


def _field(model: Model, lean: _Lean, name: str, weighed: tuple[_Weighed, ...]) -> Table:
    candidates, strangers, _, namesakes = weighed
    begin = lean.start.fields[name]
    levels = len(begin.same)
    same, seen_same = _counts(name, candidates, levels)
    met = namesakes if name in ("sex", "country") else strangers
    other, seen_other = _counts(name, met.against(), levels)
    exposure = np.full(levels, seen_other)
    if FIELDS[name] == Kind.IDENTIFIER:
        # Equal numbers are too rare for random pairs, but every such pair is a candidate.
        close, _ = _counts(name, candidates.against(), levels)
        held = model.frequencies[name].records
        other[:2], exposure[:2] = close[:2], held * (held - 1) / 2
    return Table(
        _leaning(begin.same, same, np.full(levels, seen_same), lean.trust.fields),
        _leaning(begin.other, other, exposure, lean.trust.fields),
    )


def _counts(name: str, weighed: _Weighed, levels: int) -> tuple[Floats, float]:
    """Expected pairs at each level, and of all that have the field."""
    held = weighed.seen.evidence.fields.get(name)
    if held is None:
        return np.zeros(levels), 0.0
    weight = weighed.chance[held.rows] * weighed.seen.times[held.rows]
    return np.bincount(held.level, weight, levels).astype(float), float(weight.sum())


def _names(model: Model, lean: _Lean, index: int, weighed: tuple[_Weighed, ...]) -> Table:
    candidates, _, strangers, _ = weighed
    begin = lean.start.names[STRATA[index]]
    same, seen_same = _name_counts(index, candidates)
    other, seen_other = _name_counts(index, strangers.against())
    exposure = np.full(len(CENTRES), seen_other)
    # Names that agree are too rare for random pairs, but such pairs are candidates.
    close, _ = _name_counts(index, candidates.against())
    share = seen_other / max(len(strangers.chance), 1)
    agree = np.array(CENTRES) >= _NAMES_AGREE
    other[agree] = close[agree]
    exposure[agree] = share * model.records * (model.records - 1) / 2
    return Table(
        _leaning(begin.same, same, np.full(len(CENTRES), seen_same), lean.trust.names),
        _leaning(begin.other, other, exposure, lean.trust.names),
    )


def _shapes(lean: _Lean, candidates: _Weighed) -> Table:
    """Chances of each shape within each band of bits, which the table of names has weighed."""
    names = candidates.seen.evidence.names
    classes, start = shape_classes(names), lean.start.shapes
    same, other = (
        np.bincount(classes, (side.chance * side.seen.times)[names.rows], len(start.same))
        .reshape(-1, len(SHAPES))
        .astype(float)
        for side in (candidates, candidates.against())
    )
    both = same + other + 1
    both = both / both.sum(axis=1, keepdims=True)
    begin = (np.array(start.same) / np.array(start.other)).reshape(both.shape)
    return Table(
        _within_bands(both * begin, same, lean.trust.names),
        _within_bands(both, other, lean.trust.names),
    )


def _within_bands(begin: Floats, counted: Floats, trust: float) -> tuple[float, ...]:
    bands = zip(begin, counted, strict=True)
    return tuple(
        chance
        for before, seen in bands
        for chance in _leaning(tuple(before), seen, np.full(len(seen), seen.sum()), trust)
    )


def _name_counts(index: int, weighed: _Weighed) -> tuple[Floats, float]:
    names = weighed.seen.evidence.names
    mine = names.stratum == index
    rows = names.rows[mine]
    weight = weighed.chance[rows] * weighed.seen.times[rows]
    middles = (np.array(CENTRES[1:]) + np.array(CENTRES[:-1])) / 2
    at: NDArray[np.int64] = np.searchsorted(middles, names.bits[mine])
    return np.bincount(at, weight, len(CENTRES)).astype(float), float(weight.sum())


def _leaning(
    begin: tuple[float, ...], counted: Floats, exposure: Floats, trust: float
) -> tuple[float, ...]:
    """Chances that lean on where they begin as if each level had been seen so often there."""
    before = np.maximum(np.array(begin), _TINY)
    found = (counted + trust) / (exposure + trust / before)
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
    same = np.array([said for _, _, said in known], dtype=bool)
    return recalibrated(model, *model.weigh_evidence(records, pairs), same)


def recalibrated(
    model: Model, bits: Floats, strata: NDArray[np.int8], same: NDArray[np.bool_]
) -> Model:
    """The model with its calibration refined by pairs that were checked.

    Args:
        model: The model so far.
        bits: Total bits of the checked pairs.
        strata: Their pairs of scripts, as `Model.weigh_evidence` gives them.
        same: Whether each was found to be one person.
    """
    return replace(model, calibration=calibrated(model.calibration, bits, strata, same))

"""Units: fees that may be compared, in camps where they contradict each other, as rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from headwater.analysis.business.fees.camps import camps, nearest
from headwater.analysis.business.fees.claims import Claim
from headwater.analysis.business.fees.estimate import Distribution, Told, bounds, estimate
from headwater.model import Refused, parse_period

Row = dict[str, Any]

_QUANTILES = {"q05": 0.05, "q25": 0.25, "median": 0.5, "q75": 0.75, "q95": 0.95}
_KEY = (
    *("origin", "destination", "mode", "basis", "service_model", "payment_mode"),
    *("season", "group", "currency"),
)
_SUMMER = range(4, 10)


@dataclass(frozen=True, slots=True)
class Unit:
    """Claims on one thing in one unit that do not contradict each other.

    Attributes:
        key: What they share, in the order of the columns, places in small letters.
        claims: The claims.
        number: Number of the camp, from 1, best supported first; 0 where there is only one.
        against: The claim of another camp that is most at odds with these.
    """

    key: tuple[str, ...]
    claims: tuple[Claim, ...]
    number: int
    against: Claim | None

    @property
    def id(self) -> str:
        """The key, and the number of the camp."""
        return "|".join([*self.key, str(self.number)] if self.number else self.key)

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements behind it, those that it contradicts included."""
        ids = {one for claim in self.claims for one in claim.statements}
        return tuple(sorted(ids | set(self.against.statements if self.against else ())))


def told_apart(
    claims: Iterable[Claim], by: Sequence[str], parameters: Mapping[str, Any]
) -> list[Unit]:
    """The units, those of most independent groups first.

    Args:
        claims: Fees.
        by: What else they are told apart by, beside stretch, basis and currency.
        parameters: `season` and `apart`.
    """
    alike: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[_key(claim, by, parameters["season"])].append(claim)
    units = []
    for key, told in alike.items():
        comparable = told[0].comparable
        parts = camps(told, parameters["apart"]) if comparable else [told]
        for number, part in enumerate(parts, 1):
            others = [other for other in parts if other is not part]
            units.append(Unit(key, tuple(part), number if others else 0, nearest(part, others)))
    return sorted(units, key=lambda u: (-len(_groups(u.claims)), -len(u.claims), u.id))


def row_of(unit: Unit) -> Row:
    """A unit as a row."""
    told = _weighted(unit.claims)
    known = estimate(told) if unit.claims[0].comparable else None
    lows = [one.low for one in told if one.low is not None]
    highs = [one.high for one in told if one.high is not None]
    between = bounds(told, 0.5) if unit.claims[0].comparable else (None, None)
    return {
        "leg": unit.claims[0].leg,
        **dict(zip(_KEY, unit.key, strict=True)),
        **{end: getattr(unit.claims[0], end) for end in ("origin", "destination")},
        "low": _money(min(lows, default=None)),
        **_quantiles(known),
        "high": _money(max(highs, default=None)),
        "median_low": _money(between[0]),
        "median_high": _money(between[1]),
        "fees": len(unit.claims),
        "independent_groups": len(_groups(unit.claims)),
        "reports": len({claim.report for claim in unit.claims}),
        "conflict": unit.against is not None,
        "against": _both(unit),
        "why": "; ".join(_reasons(unit)),
        "id": unit.id,
    }


def _quantiles(known: Distribution | None) -> dict[str, float | None]:
    if known is None:
        return dict.fromkeys(_QUANTILES)
    amounts = known.quantiles(list(_QUANTILES.values()))
    return {name: _money(amount) for name, amount in zip(_QUANTILES, amounts, strict=True)}


def _key(claim: Claim, by: Sequence[str], season: str) -> tuple[str, ...]:
    split = {"group": claim.network, "season": _season(claim.date, season)}
    for name in ("mode", "service_model", "payment_mode"):
        split[name] = getattr(claim, name)
    kept = {name: split[name] for name in (*by, "season")}
    ends = (_folded(claim.origin), _folded(claim.destination))
    kept |= dict(zip(("origin", "destination"), ends, strict=True))
    kept |= {"basis": claim.basis, "currency": claim.currency}
    return tuple(kept.get(name, "") for name in _KEY)


def _folded(place: str) -> str:
    """A place that is only a name is one place however its letters and spaces are set."""
    return " ".join(place.casefold().split())


def _season(said: str, season: str) -> str:
    if season == "all" or not said:
        return ""
    try:
        when = parse_period(said)
    except Refused:
        return ""
    start, end = when.earliest, when.latest
    words = {
        "half": {"Apr-Sep" if d.month in _SUMMER else "Oct-Mar" for d in (start, end)},
        "year": {f"{d.year:04d}" for d in (start, end)},
        "quarter": {f"{d.year:04d}-Q{(d.month + 2) // 3}" for d in (start, end)},
        "month": {f"{d.year:04d}-{d.month:02d}" for d in (start, end)},
    }[season]
    whole_year = season == "half" and when.days > 183
    return words.pop() if len(words) == 1 and not whole_year else ""


def _groups(claims: Iterable[Claim]) -> set[str]:
    return {claim.group for claim in claims}


def _weighted(claims: Iterable[Claim]) -> list[Told]:
    """Each range with its weight: each independent group of reports weighs as much as another."""
    of_group: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    for claim in claims:
        of_group[claim.group].add((claim.low, claim.high))
    weight: dict[tuple[float | None, float | None], float] = defaultdict(float)
    for ranges in of_group.values():
        for one in ranges:
            weight[one] += 1.0 / len(ranges)
    order = sorted(weight, key=lambda ends: (ends[0] or 0.0, ends[1] or float("inf")))
    return [Told(*ends, weight[ends]) for ends in order]


def _money(amount: float | None) -> float | None:
    return None if amount is None else round(amount, 2)


def _both(unit: Unit) -> list[Row]:
    """Both statements of a contradiction."""
    if unit.against is None:
        return []
    ours = nearest([unit.against], [unit.claims]) or unit.claims[0]
    return [
        {"low": _money(one.low), "high": _money(one.high), "statement": one.statements[0]}
        for one in (ours, unit.against)
    ]


def _reasons(unit: Unit) -> list[str]:
    first = unit.claims[0]
    missing = [word for word in ("currency", "basis") if not getattr(first, word)]
    reasons = [f"no {' and no '.join(missing)} is told: compared with nothing"] if missing else []
    if unit.against is not None:
        reasons.append("other sources contradict it: shown apart, not averaged")
    if all(claim.low is None or claim.high is None for claim in unit.claims):
        reasons.append("only one end is told: no estimate")
    notes = sorted({claim.note for claim in unit.claims if claim.note})
    more = [f"and {len(notes) - 3} more rates"] if len(notes) > 3 else []
    return [*reasons, *notes[:3], *more]

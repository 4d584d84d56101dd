"""Fees as they were told: ranges within one currency and one basis, and where they contradict."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

Fee = Mapping[str, Any]


def fee_ranges(fees: Iterable[Fee]) -> list[dict[str, Any]]:
    """For each currency and basis the lowest and highest amount named.

    An end that nobody gives is null. `statements` and `groups` count what stands behind it;
    `differ` says that two of its sources give ranges that do not meet.
    """
    told = list(fees)
    apart = {(one["currency"], one["basis"]) for one in fee_conflicts(told)}
    ranges = []
    for (currency, basis), given in sorted(_comparable(told).items()):
        low, high = _span(given)
        ranges.append(
            {
                "currency": currency,
                "basis": basis,
                "low": low,
                "high": high,
                "statements": len({fee["fee_statement"] for fee in given}),
                "groups": len({fee["group"] for fee in given}),
                "differ": (currency, basis) in apart,
            }
        )
    return ranges


def fee_conflicts(fees: Iterable[Fee]) -> list[dict[str, Any]]:
    """For each currency and basis the two fees farthest apart, where their ranges do not meet."""
    conflicts = []
    for (currency, basis), given in sorted(_comparable(fees).items()):
        whole = [fee for fee in given if None not in _ends(fee)]
        if not whole:
            continue
        cheapest = min(whole, key=lambda fee: (fee["fee_max"], fee["fee_statement"]))
        dearest = max(whole, key=lambda fee: (fee["fee_min"], fee["fee_statement"]))
        if cheapest["fee_max"] < dearest["fee_min"]:
            pair = {"lower": _said(cheapest), "higher": _said(dearest)}
            conflicts.append({"currency": currency, "basis": basis, **pair})
    return conflicts


def _comparable(fees: Iterable[Fee]) -> dict[tuple[str, str], list[Fee]]:
    """Fees that may be compared; one without a currency or basis with nothing but its like."""
    found: dict[tuple[str, str], list[Fee]] = defaultdict(list)
    for fee in fees:
        found[(fee["currency"], fee["fee_basis"])].append(fee)
    return found


def _span(fees: Iterable[Fee]) -> tuple[float | None, float | None]:
    """The lowest and the highest amount; null where all fees are open to that side."""
    lows, highs = (
        [one for one in side if one is not None] for side in zip(*map(_ends, fees), strict=True)
    )
    return (
        min([*lows, *highs]) if lows else None,
        max([*lows, *highs]) if highs else None,
    )


def _ends(fee: Fee) -> tuple[float | None, float | None]:
    return fee["fee_min"], fee["fee_max"]


def _said(fee: Fee) -> dict[str, Any]:
    return {"low": fee["fee_min"], "high": fee["fee_max"], "statement": fee["fee_statement"]}

"""Camps: claims on one thing that cannot be reconciled stand apart, and are never averaged."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from headwater.analysis.business.fees.claims import Claim


def camps(claims: Iterable[Claim], apart: float) -> list[list[Claim]]:
    """The claims in camps, that with most independent groups first.

    Two camps are parted by a gap that no range closes: the least of the dearer is more than
    `apart` times the most of the cheaper. An open range joins the best supported camp that it
    leaves room for.
    """
    every = sorted(claims, key=attrgetter("statements"))
    closed = [one for one in every if one.low is not None and one.high is not None]
    found = _parted(closed, apart)
    found.sort(key=_support)
    for claim in every:
        if claim.low is None or claim.high is None:
            room = next((camp for camp in found if _leaves_room(claim, camp)), None)
            if room is None:
                found.append([claim])
            else:
                room.append(claim)
    return sorted(found, key=_support)


def nearest(camp: Sequence[Claim], others: Iterable[Sequence[Claim]]) -> Claim | None:
    """The claim of the best supported other camp that is most at odds with this one."""
    other = min(others, key=_support, default=None)
    if other is None:
        return None
    middle = _middle(camp[0])
    return max(other, key=lambda one: (abs(_middle(one) - middle), one.statements))


def _parted(claims: Sequence[Claim], apart: float) -> list[list[Claim]]:
    found: list[list[Claim]] = []
    reach = 0.0
    for claim in sorted(claims, key=lambda one: (one.low or 0.0, one.high or 0.0, one.statements)):
        low, high = claim.low or 0.0, claim.high or 0.0
        if not found or low > reach * apart:
            found.append([])
        found[-1].append(claim)
        reach = max(reach, high)
    return found


def _leaves_room(claim: Claim, camp: Sequence[Claim]) -> bool:
    """Whether some amount of the camp lies within an open range; open ones leave room to each."""
    lows = [one.low for one in camp if one.low is not None]
    highs = [one.high for one in camp if one.high is not None]
    below = claim.high is None or not lows or min(lows) <= claim.high
    above = claim.low is None or not highs or max(highs) >= claim.low
    return below and above


def _support(camp: Sequence[Claim]) -> tuple[int, int, tuple[str, ...]]:
    first = min(claim.statements for claim in camp)
    return -len({claim.group for claim in camp}), -len(camp), first


def _middle(claim: Claim) -> float:
    ends = [end for end in (claim.low, claim.high) if end is not None]
    return sum(ends) / len(ends)

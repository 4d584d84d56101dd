"""From signs to a probability for each role, and to what would settle it."""

import math
from collections.abc import Sequence
from typing import Any

from headwater.analysis.organisers.roles.reading import (
    BASE,
    PHRASES,
    ROLES,
    SETTLES,
    SIGNS,
    STATED,
    STATED_OTHER,
    STATED_OWN,
)
from headwater.analysis.organisers.roles.signs import Sign


def assessed(signs: Sequence[Sign]) -> list[dict[str, Any]]:
    """The roles that a statement speaks for, likeliest first.

    Signs of one person are read as if each were independent of the others.
    """
    found = [_role(role, signs) for role in ROLES if _behind(role, signs)]
    return sorted(found, key=lambda row: (-row["probability"], row["role"]))


def _role(role: str, signs: Sequence[Sign]) -> dict[str, Any]:
    behind = _behind(role, signs)
    logit = BASE + sum(_logits(role, sign) for sign in signs)
    groups = len(frozenset[int]().union(*(sign.origins for sign in behind)))
    thin = groups == 1
    return {
        "role": role,
        "verdict": "insufficient" if thin else "assessed",
        "probability": round(1 / (1 + math.exp(-logit)), 3),
        "shown_by": [_phrase(sign.word) for sign in behind],
        "groups": groups,
        "statements": list(dict.fromkeys(i for sign in behind for i in sign.statements)),
        "settles": _settles(role, signs, thin=thin),
    }


def _logits(role: str, sign: Sign) -> float:
    if not sign.word.startswith("stated:"):
        return SIGNS.get(sign.word, {}).get(role, 0.0) * sign.strength
    stated = STATED.get(sign.word.removeprefix("stated:"))
    return (STATED_OWN if stated == role else STATED_OTHER) * sign.strength


def _behind(role: str, signs: Sequence[Sign]) -> list[Sign]:
    """The signs with statements that speak for a role."""
    return [sign for sign in signs if sign.origins and _logits(role, sign) > 0]


def _phrase(word: str) -> str:
    if word.startswith("stated:"):
        return f"is called {word.removeprefix('stated:').replace('_', ' ')}"
    return PHRASES[word]


def _settles(role: str, signs: Sequence[Sign], *, thin: bool) -> str:
    """What evidence would settle a role, in a sentence."""
    shown = {sign.word for sign in signs}
    speaking = [
        (logits.get(role, 0.0), word) for word, logits in SIGNS.items() if word not in shown
    ]
    best, missing = max(speaking, default=(0.0, ""))
    parts = [SETTLES[role]]
    if best > 0 and missing not in ("stands_high", "stands_between", "keeps_away"):
        parts.append(f"a statement that the person {PHRASES[missing]}")
    more = "; and a second origin, independent of the first" if thin else ""
    return f"Would settle it: {', or '.join(parts)}{more}."

"""Verdict: what a score says of two persons; it depends on the two records and on nothing else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from headwater.model import Verdict
from headwater.resolve.linkage import NEAR, contradictions, facts, only_near, share_identifier
from headwater.resolve.records import PersonRecord
from headwater.safeguard import RANKABLE, Category, governing

if TYPE_CHECKING:
    import numpy as np

WORTH_ASKING = 0.5
"""Calibrated probability from which a person is asked."""

_JOINABLE = RANKABLE | {Category.OTHER}


class Weighed(Protocol):
    """What speaks for two records being one person."""

    @property
    def parts(self) -> Sequence[Any]:
        """Field, level and bits of each piece of evidence."""


class Scoring(Protocol):
    """What looking up asks of a scoring model, whose parameters are frozen."""

    @property
    def digest(self) -> str:
        """What tells it from any other model."""

    @property
    def prior(self) -> float:
        """log2 of the odds that two persons, of whom nothing is known, are one."""

    def weigh_each(
        self, records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]"
    ) -> Sequence[Weighed]:
        """Evidence for each of many pairs, given as places in the sequence."""

    def weigh_likely(
        self, records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]", chance: float
    ) -> "tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]":
        """Bits and stratum of many pairs, given as places in the sequence; minus infinity for
        those that cannot reach the chance."""

    def probability(
        self, bits: "np.ndarray[Any, Any]", strata: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Calibrated chance of pairs being one person."""

    def sure(
        self, bits: "np.ndarray[Any, Any]", strata: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Whether precision is at least 0.99 by its lower bound."""


class Scored(NamedTuple):
    """Two persons with what a score says of them.

    Attributes:
        left: Record of the smaller id.
        right: Record of the other.
        bits: Evidence in bits.
        verdict: Same, or unknown where a person has to decide.
        doubt: Why a person has to decide, in words without content; empty for "same".
    """

    left: PersonRecord
    right: PersonRecord
    bits: float
    verdict: Verdict
    doubt: str = ""


def may_be_scored(record: PersonRecord) -> bool:
    """Whether a score may say anything of a person: not of those moved, victims and witnesses."""
    return bool(record.values.get("name")) and not record.never_matched


def may_be_one(left: PersonRecord, right: PersonRecord) -> bool:
    """Whether two persons are worth scoring: not if all birth years lie more than one apart and
    they share no identifier, which leaves nothing that a person could be asked about."""
    ours, theirs = _years(left), _years(right)
    if not ours or not theirs or any(abs(one - other) <= 1 for one in ours for other in theirs):
        return True
    return share_identifier(left, right)


def _years(record: PersonRecord) -> list[int]:
    texts = record.values.get("birth_date", ())
    return [int(text[:4]) for text in texts if text[:4].isascii() and text[:4].isdigit()]


def verdicts(
    records: Sequence[PersonRecord], pairs: Sequence[tuple[int, int]], model: Scoring
) -> list[Scored]:
    """The pairs that are sure, or likely enough to ask a person.

    Args:
        records: Records that may be scored.
        pairs: Places of two records each.
        model: The frozen model.
    """
    import numpy as np

    if not pairs:
        return []
    places = np.array(pairs, dtype=np.int64)
    bits, strata = model.weigh_likely(records, places, WORTH_ASKING)
    likely = model.probability(bits, strata) >= WORTH_ASKING
    sure = model.sure(bits, strata) & likely
    rows = np.flatnonzero(likely).tolist()
    named = {place for row in rows for place in pairs[row]}
    told = {place: facts(records[place]) for place in named}
    found = []
    for row in rows:
        left, right = sorted(pairs[row], key=lambda place: records[place].id)
        against = contradictions(told[left], told[right])
        ends = records[left], records[right]
        found.append(_scored(*ends, float(bits[row]), against, sure=bool(sure[row])))
    return found


def _scored(
    left: PersonRecord, right: PersonRecord, bits: float, against: Sequence[str], *, sure: bool
) -> Scored:
    if against:
        doubt = f"{', and '.join(against)}"
    elif not sure:
        doubt = "what is known is not enough to be sure"
    elif only_near(left, right):
        doubt = NEAR
    elif not {governing(left.categories), governing(right.categories)} <= _JOINABLE:
        doubt = "nobody decided yet what they are"
    else:
        return Scored(left, right, bits, Verdict.SAME)
    return Scored(left, right, bits, Verdict.UNKNOWN, doubt)

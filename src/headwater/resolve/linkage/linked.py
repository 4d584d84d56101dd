"""Linked: what linkage found, which part of it is sure, and what waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from headwater.resolve.records import PersonRecord

if TYPE_CHECKING:
    import numpy as np

Pair = tuple[str, str]
"""Ids of two records, the smaller one first."""


class Weighed(Protocol):
    """What speaks for two records being one person: bits, and the parts they come from."""

    @property
    def bits(self) -> float:
        """Sum of the evidence."""

    @property
    def parts(self) -> Sequence[Any]:
        """Field, level and bits of each piece of evidence."""


class Scoring(Protocol):
    """What linkage asks of a scoring model; strata are pairs of scripts, as `STRATA` has them."""

    def weigh(self, left: PersonRecord, right: PersonRecord) -> Weighed:
        """Evidence from the two records alone."""

    def weigh_pairs(
        self, records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Bits of many pairs, given as places in the sequence."""

    def weigh_fields(
        self, records: Sequence[PersonRecord], pairs: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Bits of each field, one row a pair; not a number where a record lacks the field.

        What every pair has, such as a name, may be left out: it counts with the rest of the bits.
        """

    def probability(
        self, bits: "np.ndarray[Any, Any]", strata: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Calibrated chance that pairs of so many bits are one person; rises with bits."""

    def sure(
        self, bits: "np.ndarray[Any, Any]", strata: "np.ndarray[Any, Any]"
    ) -> "np.ndarray[Any, Any]":
        """Whether pairs may be joined unseen: the lower bound of precision is at least 0.99."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may decide about linkage.

    Attributes:
        bound: Most records of one cluster; nothing is merged beyond it.
        judged: What people decided about pairs (the smaller id first): True the same, which
            outranks every contradiction between the two; False different, which holds between
            their clusters.
        explained: How many pairs of the queue come with their reasons; of those further back
            `model.weigh` gives them when their turn comes.
        least: Calibrated probability below which a pair is not worth a person's time.
        sure_among: Whether a join is sure is judged as if it were found among at least so many
            records: a table of two says nothing of how many people bear a name.
    """

    bound: int = 50
    judged: Mapping[Pair, bool] = field(default_factory=dict)
    least: float = 0.05
    explained: int = 200
    sure_among: int = 0


class Join(NamedTuple):
    """Two records of one person, sure enough to be joined without asking.

    Attributes:
        left: Id of one record, the smaller of the two.
        right: Id of the other.
        bits: Evidence from the two records.
        relational: Evidence from company they share, as it stood when they were joined.
        probability: Calibrated, of both kinds of evidence.
    """

    left: str
    right: str
    bits: float
    relational: float
    probability: float


class ReviewPair(NamedTuple):
    """A pair for a person to decide; the answer settles a whole join of clusters.

    Attributes:
        left: Id of one record, the smaller of the two.
        right: Id of the other.
        bits: Evidence from the two records.
        relational: Evidence from company that their clusters share.
        probability: Calibrated, of both kinds of evidence.
        settles: How many pairs of records a join would bring together.
        value: Uncertainty (1 at even odds, 0 where the answer is known) times `settles`.
        reasons: The parts of the evidence from the two records, for the front of the queue.
        contradictions: Why they are not joined whatever the evidence; in words without content.
        near: Their names may be two of like letters, a doubt that the probability leaves out.
    """

    left: str
    right: str
    bits: float
    relational: float
    probability: float
    settles: int
    value: float
    reasons: tuple[Any, ...] = ()
    contradictions: tuple[str, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """The outcome of linkage.

    Attributes:
        cluster: For every record, the smallest id of its cluster, in the best clustering: as if a
            reviewer had answered every open question by its score.
        sure: Joins that need nobody; a cluster of k sure records has k - 1 of them.
        review: What waits for a person, the most useful first.
        relational: Bits by how rare the shared company is, as estimated from these records;
            empty without ties.
        overcount: Bits by which the model gave the odds of all pairs too high, for more namesakes
            than it knew of; the chances here are without them.
    """

    cluster: Mapping[str, str]
    sure: tuple[Join, ...] = ()
    review: tuple[ReviewPair, ...] = ()
    relational: tuple[tuple[str, float], ...] = ()
    overcount: float = 0.0

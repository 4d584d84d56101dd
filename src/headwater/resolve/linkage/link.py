"""Linkage: from weighed pairs of records to clusters, sure joins and questions for a person.

No plain connected components: one false pair would join two people for good. Steps: add the pairs
that a third record suggests; join by average link under contradictions; where there are ties, see
what company these clusters keep, and join anew with that as evidence; sort what waits.
The outcome depends on the sets of records, pairs and ties, never on their order.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from headwater.model import WrongUse
from headwater.resolve.linkage.agglomeration import Agglomeration, Merge, Rules
from headwater.resolve.linkage.company import Company, neighbourhoods
from headwater.resolve.linkage.compared import Compared
from headwater.resolve.linkage.contradictions import Contradictions
from headwater.resolve.linkage.evidence import Evidence
from headwater.resolve.linkage.linked import Join, Linked, Options, Scoring
from headwater.resolve.linkage.reliability import Worth, worth
from headwater.resolve.linkage.scale import Scale, chance
from headwater.resolve.linkage.waiting import questions, review
from headwater.resolve.records import PersonRecord, Tie

if TYPE_CHECKING:
    import numpy as np

_ROUNDS_OF_COMPLETION = 2


def link(
    records: Sequence[PersonRecord],
    pairs: "np.ndarray[Any, Any]",
    bits: "np.ndarray[Any, Any]",
    model: Scoring,
    ties: Iterable[Tie] = (),
    options: Options | None = None,
) -> Linked:
    """Cluster records of persons.

    Protected records are left alone whatever pairs are given: each is a cluster of its own.
    Cost: near-linear in the number of pairs.

    Args:
        records: The records; their ids are unique.
        pairs: Places in `records` of the compared pairs; shape (n, 2).
        bits: Evidence of each pair, as `model.weigh_pairs` gives it; shape (n,).
        model: Scores further pairs, and turns bits into calibrated probabilities.
        ties: What the records are tied to.
        options: Bounds and judgements; the defaults where left out.

    Raises:
        WrongUse: Two records bear one id, or pairs and bits do not belong together.
    """
    options = options or Options()
    places, records = _by_id(records)
    ties = sorted(set(ties))
    scale = Scale(model, records, options.sure_among)
    compared = compared_pairs(records, _arrays(places, pairs, bits), model, scale)
    against = Contradictions(records, ties, options.judged)
    rules = Rules(against, options.bound, scale.sure_from)
    done, levels = _clustered(compared, _Weighing(model, scale, rules), ties)
    return Linked(
        cluster={record.id: records[done.home[n]].id for n, record in enumerate(records)},
        sure=tuple(_join(compared, merge) for merge in done.merges if merge.sure),
        review=review(compared, questions(done, options.least), model, options.explained),
        relational=levels,
        overcount=scale.overcount,
    )


def compared_pairs(
    records: Sequence[PersonRecord],
    weighed: tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"],
    model: Scoring,
    scale: Scale,
) -> Compared:
    """Weighed pairs and those that a third record suggests, on a scale that is settled by them."""
    scale.settle(records, *weighed)
    compared = Compared(records, model, scale)
    compared.take(*weighed)
    compared.complete(_ROUNDS_OF_COMPLETION)
    return compared


def company_worth(compared: Compared, home: Sequence[int], ties: Sequence[Tie]) -> Worth:
    """What the company of clusters is worth; pairs in rare company are compared from now on."""
    company = Company(neighbourhoods(compared.records, ties), home)
    compared.add(company.in_rare_company())
    return worth(company, compared.pairs, compared.odds)


def _by_id(
    records: Sequence[PersonRecord],
) -> tuple["np.ndarray[Any, Any]", list[PersonRecord]]:
    """Where each record stands in the order of ids, and the records in that order."""
    import numpy as np

    order = sorted(range(len(records)), key=lambda number: records[number].id)
    for one, other in pairwise(order):
        if records[one].id == records[other].id:
            raise WrongUse(
                "Two records bear one id.", where=records[one].id, do="Give each its own."
            )
    places = np.empty(len(records), np.int64)
    places[order] = np.arange(len(records))
    return places, [records[number] for number in order]


def _arrays(
    places: "np.ndarray[Any, Any]", pairs: "np.ndarray[Any, Any]", bits: "np.ndarray[Any, Any]"
) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
    import numpy as np

    pairs = np.asarray(pairs, np.int64).reshape(-1, 2)
    bits = np.asarray(bits, np.float64)
    if bits.shape != (len(pairs),) or not np.isfinite(bits).all():
        raise WrongUse(
            "Pairs and bits do not belong together.",
            why=f"There are {len(pairs)} pairs and {bits.size} bits, or some are no numbers.",
        )
    return places[pairs], bits


class _Weighing(NamedTuple):
    model: Scoring
    scale: Scale
    rules: Rules


def _clustered(
    compared: Compared, by: _Weighing, ties: Sequence[Tie]
) -> tuple[Agglomeration, tuple[tuple[str, float], ...]]:
    """Clusters; where there are ties, found anew with the company that the first ones keep."""
    done = _agglomerated(compared, by)
    if not ties:
        return done, ()
    found = company_worth(compared, done.home, ties)
    return _agglomerated(compared, by, found.pairs), found.levels


def _agglomerated(
    compared: Compared, by: _Weighing, company: "np.ndarray[Any, Any] | None" = None
) -> Agglomeration:
    evidence = Evidence(compared, by.model, by.scale, company)
    done = Agglomeration(compared, evidence, by.rules)
    done.run()
    return done


def _join(compared: Compared, merge: Merge) -> Join:
    left, right = (compared.records[place].id for place in merge.pair)
    probability = chance(merge.odds + merge.relational)
    return Join(left, right, compared.bits_of(*merge.pair), merge.relational, probability)

"""Apart: members of what would be one cluster who contradict each other.

A score speaks of two persons only. Where it would draw a third into their cluster who contradicts
one of them, the contradiction is written down, and the cluster is made without it.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from headwater.model import Judgement, Verdict
from headwater.resolve.clusters import APART, standing_judgements
from headwater.resolve.linkage import contradictions, facts
from headwater.resolve.lookup.around import judged_around
from headwater.resolve.lookup.entry import unpacked
from headwater.resolve.lookup.judging import apart
from headwater.resolve.records import evidence_of, people_told
from headwater.store import Allowed, Store

_CONTRADICTED = ("birth_date", "document", "sex")
_LARGEST = 300
"""In a web of more persons than this nothing is looked for: no cluster may be so large."""


def kept_apart(
    store: Store, allowed: Allowed, new: Collection[Judgement], made: str
) -> list[Judgement]:
    """Contradictions within the webs of joins that new joins are part of, not known yet."""
    joins = [judgement for judgement in new if judgement.verdict is Verdict.SAME]
    ends = {end for judgement in joins for end in (judgement.left, judgement.right)}
    if not joins:
        return []
    around = [*judged_around(store, ends), *joins]
    known = {judgement.id for judgement in around}
    found: dict[str, Judgement] = {}
    for web in _webs(around):
        if len(web) <= _LARGEST and not ends.isdisjoint(web):
            found |= {one.id: one for one in _within(store, allowed, web, made)}
    return [one for name, one in sorted(found.items()) if name not in known]


def _webs(judgements: Iterable[Judgement]) -> list[set[str]]:
    """Entities that joins connect, whatever keeps them apart."""
    web_of: dict[str, set[str]] = {}
    for judgement in standing_judgements(judgements):
        if judgement.verdict is Verdict.SAME and not judgement.author.startswith(APART):
            left = web_of.setdefault(judgement.left, {judgement.left})
            right = web_of.setdefault(judgement.right, {judgement.right})
            if left is not right:
                left |= right
                web_of.update(dict.fromkeys(right, left))
    return list({id(web): web for web in web_of.values()}.values())


def _within(store: Store, allowed: Allowed, web: set[str], made: str) -> Iterator[Judgement]:
    if len(web) < 3:
        return
    records = [unpacked(e, text) for _, e, text in store.indexed_as(sorted(web)) if text]
    known = [(record.id, facts(record)) for record in sorted(records, key=lambda one: one.id)]
    against = {
        (left, right): reasons
        for (left, ours), (right, theirs) in combinations(known, 2)
        if (reasons := contradictions(ours, theirs))
    }
    if not against:
        return
    ends = {end for pair in against for end in pair}
    scan = store.scan_around(ends, allowed)
    told = people_told(scan)
    rows = evidence_of(scan, [(told[end], _CONTRADICTED) for end in ends if end in told])
    for pair, reasons in against.items():
        evidence = sorted({one for end in pair for one in rows.get(end, ())})
        yield apart(pair, reasons, evidence, made)

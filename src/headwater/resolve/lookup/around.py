"""Around: what has to be read with news, so that nothing is judged on half of what is known."""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from headwater.model import Judgement, Verdict, schemata
from headwater.resolve.candidates import key_hash
from headwater.resolve.clusters import by_score, clusters, standing_judgements
from headwater.resolve.columns import among, standing
from headwater.resolve.records import PersonRecord
from headwater.resolve.strong import holdings_in
from headwater.store import Store

if TYPE_CHECKING:
    import pyarrow as pa

_ABOUT = frozenset({"LegalEntity", "Identification", "Vehicle", "BankAccount", "UserAccount"})
_POINTING = frozenset({"holder", "owner", "caller", "receiver", "subject", "member"})
_MOST_HOLDERS = 2_000
"""Of an identifier with more holders than this only so many are looked at: nobody's own."""


def spoken_of(scan: "pa.Table") -> set[str]:
    """Entities of which the scan says something that could matter to who they are."""
    about = {name for name, one in schemata().items() if one.ancestors & _ABOUT}
    stands = standing(scan)
    own = scan.column("entity").filter(stands & among(scan, "schema", about))
    pointed_at = scan.column("value").filter(stands & among(scan, "property", _POINTING))
    return {*own.unique().to_pylist(), *pointed_at.unique().to_pylist()}


def holder_keys(scan: "pa.Table", among: Collection[str]) -> dict[str, set[int]]:
    """Hashes of the strong identifiers that some entities hold, by the entity."""
    found: dict[str, set[int]] = {}
    for holding in holdings_in(scan):
        if holding.entity in among:
            key = key_hash(f"{holding.kind} {holding.key}")
            found.setdefault(holding.entity, set()).add(key)
    return found


def sharing(store: Store, keys: Mapping[str, set[int]]) -> set[str]:
    """Entities that share an identifier with another, of those that hold these and those here."""
    holders: dict[int, set[str]] = {}
    for entity, held in keys.items():
        for key in held:
            holders.setdefault(key, set()).add(entity)
    ordered = sorted(holders)
    for key, numbers in zip(ordered, store.found_under(ordered, _MOST_HOLDERS), strict=True):
        holders[key] |= {entity for _, entity, _ in store.indexed(numbers)}
    return {entity for some in holders.values() if len(some) > 1 for entity in some}


def judged_around(store: Store, entities: Iterable[str]) -> list[Judgement]:
    """Judgements on some entities, and on all that are joined with them step by step."""
    seen: set[str] = set()
    ahead = set(entities)
    found: dict[str, Judgement] = {}
    while ahead:
        judgements = store.judgements_on(ahead)
        seen |= ahead
        found |= {judgement.id: judgement for judgement in judgements}
        joined = (j for j in standing_judgements(judgements) if j.verdict is Verdict.SAME)
        ahead = {end for j in joined for end in (j.left, j.right)} - seen
    return list(found.values())


def mates(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """For every entity that people or identifiers join with others, all of them with itself.

    Joins on a score do not count: what one says of a person must not rest on another.

    Args:
        judgements: Judgements on whole clusters, as `judged_around` finds them.
    """
    groups: dict[str, set[str]] = {}
    joined = clusters(one for one in judgements if not by_score(one))
    for entity, smallest in joined.items():
        groups.setdefault(smallest, set()).add(entity)
    return {entity: groups[smallest] for entity, smallest in joined.items()}


def with_categories(
    record: PersonRecord, mates: Iterable[str], decided: Mapping[str, tuple[str, ...]]
) -> PersonRecord:
    """The record with what was decided about anybody it is joined with."""
    words = {word for mate in mates for word in decided.get(mate, ())}
    return record._replace(categories=tuple(sorted({*words, *record.categories})))

"""Wanted: which persons bear a name that somebody watches for, and who is one with the watched."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import Judgement
from headwater.resolve.candidates import key_hash, record_keys
from headwater.resolve.clusters import clusters
from headwater.resolve.lookup import judged_around
from headwater.resolve.name_pairs import PRIOR, probability
from headwater.resolve.names import name_bits_many, read_name
from headwater.resolve.records import PersonRecord, categories_told, evidence_of, people_told
from headwater.store import Allowed, Store

if TYPE_CHECKING:
    import pyarrow as pa

_WORD = "t:"
_MOST_UNDER_KEY = 50_000


class Wanted(NamedTuple):
    """A name that is watched for.

    Attributes:
        id: Whatever the caller calls it by.
        name: The name, in any script.
        least: Least chance that another text is the same name.
    """

    id: str
    name: str
    least: float


class Sighted(NamedTuple):
    """A person bears a wanted name.

    Attributes:
        wanted: Id of what was wanted.
        entity: The person.
        chance: Chance that the two texts are one name; it says nothing of whether two persons who
            bear it are one.
        evidence: Ids of the statements that give the name.
    """

    wanted: str
    entity: str
    chance: float
    evidence: tuple[str, ...]


def wanted_in(scan: "pa.Table", wanted: Collection[Wanted]) -> list[Sighted]:
    """The persons of a scan of statements who bear a wanted name, by entity and what was wanted.

    People being moved, victims and witnesses are left out, as in every match.

    Cost: linear in what is said of persons; names are compared only where they share a key, however
    many are wanted.
    """
    if not wanted:
        return []
    known = {one.id: one for one in wanted}
    under = _under_keys(wanted)
    told = {
        entity: one for entity, one in people_told(scan).items() if not one.record.never_matched
    }
    pairs = [
        (asked, entity, name)
        for entity, one in told.items()
        for name in one.record.values.get("name", ())
        for asked in _sharing(under, name)
    ]
    read = [(read_name(known[asked].name), read_name(name)) for asked, _, name in pairs]
    best: dict[tuple[str, str], float] = {}
    for (asked, entity, _), bits in zip(pairs, name_bits_many(read), strict=True):
        chance = probability(bits, PRIOR)
        if chance >= known[asked].least:
            best[entity, asked] = max(chance, best.get((entity, asked), 0.0))
    proof = evidence_of(scan, ((told[entity], ("name",)) for entity in {e for e, _ in best}))
    return [
        Sighted(asked, entity, chance, proof.get(entity, ()))
        for (entity, asked), chance in sorted(best.items())
    ]


def may_bear(store: Store, name: str) -> frozenset[str] | None:
    """Entities that share two words with a name, in whatever script, as the look-up index has them.

    Whoever bears the name is among them, but for people who are never matched. None where the index
    cannot tell: the name is one word, or the index was never made.

    Cost: by how many bear such words.
    """
    keys = [key for key in _keys(name) if not key.startswith(_WORD)]
    if not keys or not store.index_rules():
        return None
    under = store.found_under([key_hash(key) for key in keys], _MOST_UNDER_KEY)
    numbers = {number for some in under for number in some}
    return frozenset(entity for _, entity, _ in store.indexed(sorted(numbers)))


def _under_keys(wanted: Iterable[Wanted]) -> dict[str, set[str]]:
    """What is wanted, by key: each two words of the name, or its only one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in wanted:
        keys = _keys(one.name)
        for key in [key for key in keys if not key.startswith(_WORD)] or keys:
            found[key].add(one.id)
    return found


def _sharing(under: Mapping[str, set[str]], name: str) -> list[str]:
    return sorted({one for key in _keys(name) for one in under.get(key, ())})


def _keys(name: str) -> tuple[str, ...]:
    return record_keys(PersonRecord("", {"name": (name,)}))


class KnownAs(NamedTuple):
    """One person, as a viewer sees it.

    Attributes:
        members: Entity ids that stand for the person.
        categories: What was decided of any of them; a sign of pressure or a stop is undecided.
    """

    members: frozenset[str]
    categories: frozenset[str]


def known_as(store: Store, entity: str, allowed: Allowed) -> KnownAs:
    """All that a viewer sees joined with an entity, and what was decided of it.

    Cost: by what is said and judged of these, whatever else the store holds.
    """
    judged = judged_around(store, [entity])
    scan = store.scan_around({entity, *_ends(judged)}, allowed)
    joined = clusters(_seen(store, judged, scan, allowed))
    own = joined.get(entity, entity)
    members = frozenset({entity, *(other for other, one in joined.items() if one == own)})
    decided = categories_told(scan)
    return KnownAs(members, frozenset(c for one in members for c in decided.get(one, ())))


def _ends(judgements: Iterable[Judgement]) -> set[str]:
    return {end for one in judgements for end in (one.left, one.right)}


def _seen(
    store: Store, judgements: Sequence[Judgement], scan: "pa.Table", allowed: Allowed
) -> list[Judgement]:
    """The judgements of which both ends, and all that they rest on, are seen.

    Args:
        store: The node's store.
        judgements: Some judgements.
        scan: What is seen of their ends.
        allowed: Ids of the labels that the viewer may see.
    """
    spoken_of = set(scan["entity"].unique().to_pylist())
    left_out = {one.id for one in judgements if not {one.left, one.right} <= spoken_of}
    proofs = {
        proof
        for one in judgements
        if not one.undoes and one.id not in left_out
        for proof in one.evidence
    }
    hidden = {one for one in proofs if store.statement(one, allowed) is None}
    return [
        one
        for one in judgements
        if one.id not in left_out and (one.undoes or hidden.isdisjoint(one.evidence))
    ]


def joined_with(store: Store, entities: Collection[str]) -> dict[str, frozenset[str]]:
    """By every entity that stands for the same person as some of these, which of these.

    It looks at all the store holds: what follows from it is shown to nobody before `known_as` says
    that they see it.
    """
    joined = clusters(judged_around(store, entities))
    asked: dict[str, set[str]] = defaultdict(set)
    for one in entities:
        asked[joined.get(one, one)].add(one)
    everybody = {*entities, *joined}
    standing = {one: joined.get(one, one) for one in everybody}
    return {one: frozenset(asked[own]) for one, own in standing.items() if own in asked}

"""The review queue: what waits for a person, most useful first.

The order is a rule that anybody can check, not a score:

1. pairs that share an identifier and of which nobody has decided, those first whose join would
   bring most statements together;
2. then in turn, so that none of the four hides the others:
   pairs that a score finds likely, the likeliest first, three at most of one person;
   proposed statements, by what they are about: humanitarian stops and categories; people who are
   suspects or convicted; roles; fees, prices and payments; supply, legs and launches; the rest
   (what one item proposes of one entity is one entry; within one rank the oldest stand first);
   pairs of persons with one full name, those of most statements first;
   persons without a category, those whom most reports name first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Any

from headwater.model import Judgement, Review, Status, parse_statement_id
from headwater.resolve.columns import Ids, among, codes, rows, standing, statement_ids
from headwater.resolve.review.doubts import Doubts
from headwater.resolve.review.entry import QueueEntry
from headwater.resolve.review.people import People
from headwater.resolve.review.wording import Names, Said, fold, number_of, told
from headwater.safeguard import RANKABLE

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

_RANKS: tuple[tuple[str, frozenset[str]], ...] = (
    ("a humanitarian stop or a category", frozenset({"HumanitarianStop", "CategoryDecision"})),
    ("about a suspect or convicted person", frozenset()),
    ("a role in a network", frozenset({"NetworkRole", "Membership", "Directorship"})),
    ("a fee, price or payment", frozenset({"Fee", "PriceAdvert", "Payment", "Debt"})),
    (
        "supply, a leg or a launch",
        frozenset({"EquipmentSupply", "Leg", "Launch", "Seizure", "Arrest", "Contact"}),
    ),
    ("other", frozenset()),
)
_ABOUT_RANKABLE = 1
_OTHER = len(_RANKS) - 1


def no_place(_entity: str) -> str:
    """A place that nobody knows a name of."""
    return ""


def queue(
    scan: "pa.Table",
    judgements: Sequence[Judgement],
    reviews: Sequence[Review],
    limit: int,
    *,
    find: str = "",
    place_name: Callable[[str], str] = no_place,
) -> list[QueueEntry]:
    """What waits for a person, of what the given scan shows.

    A pair is shown only where the scan holds statements of both entities and everything that the
    doubt rests on, so that nobody learns of a join from statements they may not see.

    Args:
        scan: The store's scan of statements for the viewer.
        judgements: All judgements.
        reviews: All reviews; the latest of a statement counts.
        limit: Most entries to return.
        find: Words that an entry must hold, whatever their case, diacritics and script.
        place_name: Name of a place that everybody knows, by its id.
    """
    names = Names(scan, place_name)
    seen = with_grounds(scan, judgements)
    people = People(scan, seen)
    doubts = Doubts(scan, seen, names, people)
    entries = chain(
        doubts.on_identifiers(),
        _in_turn(
            doubts.on_score(),
            _statements(scan, reviews, names),
            people.of_one_name(),
            people.without_category(),
        ),
    )
    return found(entries, find, limit)


def people_to_categorise(
    scan: "pa.Table", judgements: Sequence[Judgement], limit: int, *, find: str = ""
) -> list[QueueEntry]:
    """The persons of the queue who have no category."""
    people = People(scan, with_grounds(scan, judgements))
    return found(people.without_category(), find, limit)


def persons_named(scan: "pa.Table", judgements: Sequence[Judgement], name: str) -> list[str]:
    """Entity ids of the persons who bear this very name, one id for each person."""
    return People(scan, with_grounds(scan, judgements)).called(name)


def found(entries: Iterable[QueueEntry], find: str, limit: int) -> list[QueueEntry]:
    """The first entries that hold the words, as many as the limit allows."""
    wanted = fold(find)
    held = (e for e in entries if not wanted or wanted in fold(f"{e.what} {' '.join(e.about)}"))
    return list(islice(held, max(0, limit)))


def _in_turn(*streams: Iterator[QueueEntry]) -> Iterator[QueueEntry]:
    return (entry for round_ in zip_longest(*streams) for entry in round_ if entry is not None)


def with_grounds(scan: "pa.Table", judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements of which the scan holds everything that they rest on."""
    seen = _visible(scan, {one for judgement in judgements for one in judgement.evidence})
    return [judgement for judgement in judgements if seen.issuperset(judgement.evidence)]


def _visible(scan: "pa.Table", wanted: set[str]) -> set[str]:
    """Those of the wanted statements that the scan holds."""
    import numpy as np

    if not wanted:
        return set()
    urns = {parse_statement_id(one)[0] for one in wanted}
    numbers = np.flatnonzero(among(scan, "urn", urns)).tolist()
    return wanted & set(statement_ids(scan, numbers).values())


def _statements(scan: "pa.Table", reviews: Sequence[Review], names: Names) -> Iterator[QueueEntry]:
    """What items propose of entities, each group of one item and entity as one entry."""
    import numpy as np

    waiting = among(scan, "status", {Status.PROPOSED})
    ranks, ids = _ranks(scan), Ids(scan)
    settled = _settled(reviews)
    entities, _ = codes(scan, "entity")
    ends = np.flatnonzero((np.diff(ids.urns) != 0) | (np.diff(ids.items) != 0)) + 1
    bounds = np.concatenate(([0], ends, [len(entities)]))
    proposed = np.flatnonzero(waiting)
    done: set[int] = set()
    for first in proposed[np.argsort(ranks[proposed], kind="stable")].tolist():
        if first in done:
            continue
        at = int(np.searchsorted(bounds, first, "right"))
        begin, end = int(bounds[at - 1]), int(bounds[at])
        own = waiting[begin:end] & (entities[begin:end] == entities[first])
        group = (np.flatnonzero(own) + begin).tolist()
        done.update(group)
        group = [number for number in group if ids.of(number) not in settled]
        if group:
            evidence = tuple(map(ids.of, group))
            yield _proposal(scan, group, evidence, _RANKS[ranks[first]][0], names)


def _settled(reviews: Sequence[Review]) -> set[str]:
    latest = {r.statement: r.status for r in sorted(reviews, key=lambda r: (r.made, r.id))}
    return {one for one, status in latest.items() if status != Status.PROPOSED}


def _proposal(
    scan: "pa.Table", group: list[int], evidence: tuple[str, ...], rank: str, names: Names
) -> QueueEntry:
    fields = ("schema", "property", "value", "entity", "text")
    said = [tuple(str(scan.column(name)[number]) for name in fields) for number in group]
    words = ", ".join(dict.fromkeys(repr(row[-1]) for row in said if row[-1]))
    return QueueEntry(
        id=evidence[0] if len(evidence) == 1 else f"{evidence[0]}+",
        kind="statement",
        about=(said[0][3],),
        what=f"Does it say {told((Said(*row[:3]) for row in said), names)}?",
        why=f"Rank: {rank}. Words: {words}. {number_of(len(evidence), 'statement')}.",
        evidence=evidence,
    )


def _ranks(scan: "pa.Table") -> "np.ndarray[Any, Any]":
    import numpy as np

    kinds, names = codes(scan, "schema")
    by_name = {name: rank for rank, (_, schemata) in enumerate(_RANKS) for name in schemata}
    ranks = np.array([by_name.get(name, _OTHER) for name in names] or [_OTHER])[kinds]
    about = among(scan, "entity", _rankable(scan))
    return np.where(about & (ranks > _ABOUT_RANKABLE), _ABOUT_RANKABLE, ranks)


def _rankable(scan: "pa.Table") -> set[str]:
    """Subjects of a decision, not rejected, that they are suspected or convicted."""
    said = list(rows(scan, standing(scan) & among(scan, "schema", {"CategoryDecision"})))
    decisions = {r.entity for r in said if r.property == "category" and r.value in RANKABLE}
    return {r.value for r in said if r.property == "subject" and r.entity in decisions}

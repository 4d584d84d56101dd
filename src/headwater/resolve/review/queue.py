"""The review queue: what waits for a person, most useful first.

The order is a rule that anybody can check, not a score:

1. pairs that share an identifier and of which nobody has decided, those first whose join would
   bring most statements together;
2. then in turn, so that none of the four hides the others:
   pairs that a score finds likely, the likeliest first, three at most of one person;
   proposed statements, by what they would change (the ranks in value.py; within one rank those
   that fewest sources bear out, then the oldest; what one item proposes of one entity is one
   entry);
   pairs of persons with one full name, those of most statements first;
   persons without a category, those whom most reports name first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, dropwhile, islice, zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from headwater.model import Judgement, WrongUse, parse_statement_id
from headwater.resolve.columns import among, statement_ids
from headwater.resolve.review.doubts import Doubts
from headwater.resolve.review.entry import QueueEntry
from headwater.resolve.review.people import People
from headwater.resolve.review.proposals import Proposals
from headwater.resolve.review.value import by_hand
from headwater.resolve.review.wording import Names, fold

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


class Asked(NamedTuple):
    """Which entries are wanted.

    Attributes:
        limit: Most entries to return.
        find: Words that an entry must hold, whatever their case, diacritics and script.
        after: Id of the entry before the first one wanted; empty for the beginning.
        kind: `pair`, `statement` or `category`; empty for all.
    """

    limit: int
    find: str = ""
    after: str = ""
    kind: str = ""


class Page(NamedTuple):
    """A part of the queue.

    Attributes:
        entries: The entries asked for.
        more: Whether others follow them.
        waiting: How many wait in all, by kind, of the kinds asked for; words to find and the page
            do not change it.
    """

    entries: list[QueueEntry]
    more: bool
    waiting: dict[str, int]


def no_place(_entity: str) -> str:
    """A place that nobody knows a name of."""
    return ""


class Waiting:
    """What waits for a person, of what a scan shows, looked through once for all that is asked.

    A pair is shown only where the scan holds statements of both entities and everything that the
    doubt rests on, so that nobody learns of a join from statements they may not see.

    Args:
        scan: The store's scan of statements for the viewer.
        judgements: All judgements.
        place_name: Name of a place that everybody knows, by its id.
    """

    def __init__(
        self,
        scan: "pa.Table",
        judgements: Sequence[Judgement],
        *,
        place_name: Callable[[str], str] = no_place,
    ) -> None:
        self._scan = scan
        self._seen = with_grounds(scan, judgements)
        self._people = People(scan, self._seen)
        self._place_name = place_name

    @cached_property
    def _names(self) -> Names:
        return Names(self._scan, self._place_name)

    @cached_property
    def _doubts(self) -> Doubts:
        return Doubts(self._scan, self._seen, self._names, self._people)

    @cached_property
    def _proposals(self) -> Proposals:
        return Proposals(self._scan, self._names, self._people)

    def page(self, asked: Asked) -> Page:
        """Some of it, most useful first.

        Raises:
            WrongUse: If the entry to go on after does not wait.
        """
        only, people = asked.kind, self._people
        first = self._doubts.on_identifiers() if only in ("", "pair") else iter(())
        streams: tuple[tuple[str, Callable[[], Iterable[QueueEntry]]], ...] = (
            ("pair", lambda: self._doubts.on_score()),
            ("statement", lambda: self._proposals),
            ("pair", people.of_one_name),
            ("category", people.without_category),
        )
        chosen = [iter(stream()) for kind, stream in streams if only in ("", kind)]
        counts: dict[str, Callable[[], int]] = {
            "pair": lambda: len(self._doubts) + len(people.pairs_of_one_name),
            "statement": lambda: len(self._proposals),
            "category": lambda: len(people.undecided),
        }
        waiting = {kind: count() for kind, count in counts.items() if only in ("", kind)}
        return page_of(chain(first, _in_turn(*chosen)), asked, waiting)


def queue(
    scan: "pa.Table",
    judgements: Sequence[Judgement],
    asked: Asked,
    *,
    place_name: Callable[[str], str] = no_place,
) -> Page:
    """A page of what waits for a person; see `Waiting`."""
    return Waiting(scan, judgements, place_name=place_name).page(asked)


def people_to_categorise(scan: "pa.Table", judgements: Sequence[Judgement], asked: Asked) -> Page:
    """The persons of the queue who have no category."""
    return queue(scan, judgements, asked._replace(kind="category"))


def to_decide_alone(scan: "pa.Table", judgements: Sequence[Judgement]) -> "np.ndarray[Any, Any]":
    """For every row, whether a person decides on it by itself and never among many.

    That is what may protect somebody (a stop, a category, a sign of coercion), and everything
    about somebody who is protected.
    """
    people = People(scan, with_grounds(scan, judgements))
    alone: np.ndarray[Any, Any] = by_hand(scan) | people.beside_protected()
    return alone


def persons_named(scan: "pa.Table", judgements: Sequence[Judgement], name: str) -> list[str]:
    """Entity ids of the persons who bear this very name, one id for each person."""
    return People(scan, with_grounds(scan, judgements)).called(name)


def _found(entries: Iterable[QueueEntry], asked: Asked) -> Iterator[QueueEntry]:
    """The entries that hold the words, from where the asked page begins."""
    wanted = fold(asked.find)
    held = (e for e in entries if not wanted or wanted in fold(f"{e.what} {' '.join(e.about)}"))
    if not asked.after:
        return held
    rest = dropwhile(lambda entry: entry.id != asked.after, held)
    if next(rest, None) is None:
        raise WrongUse(
            f"{asked.after} does not wait here",
            why="it was decided on meanwhile, or other words or another kind were asked for",
            do="go on after another entry, or begin anew: headwater review",
        )
    return rest


def page_of(entries: Iterable[QueueEntry], asked: Asked, waiting: dict[str, int]) -> Page:
    """The part of the entries that was asked for.

    Raises:
        WrongUse: If the entry to go on after is not among them.
    """
    shown = list(islice(_found(entries, asked), max(0, asked.limit) + 1))
    return Page(shown[: asked.limit], len(shown) > asked.limit, waiting)


def _in_turn(*streams: Iterator[QueueEntry]) -> Iterator[QueueEntry]:
    return (entry for round_ in zip_longest(*streams) for entry in round_ if entry is not None)


def with_grounds(scan: "pa.Table", judgements: Sequence[Judgement]) -> list[Judgement]:
    """Judgements of which the scan holds everything that they rest on."""
    seen = visible(scan, {one for judgement in judgements for one in judgement.evidence})
    return [judgement for judgement in judgements if seen.issuperset(judgement.evidence)]


def visible(scan: "pa.Table", wanted: set[str]) -> set[str]:
    """Those of the wanted statements that the scan holds."""
    return wanted & set(_beside(scan, wanted).values())


def among_ids(scan: "pa.Table", wanted: set[str]) -> "np.ndarray[Any, Any]":
    """For every row, whether it is one of the wanted statements."""
    import numpy as np

    found = np.zeros(scan.num_rows, dtype=bool)
    found[[row for row, one in _beside(scan, wanted).items() if one in wanted]] = True
    return found


def ids_of(scan: "pa.Table") -> list[str]:
    """Ids of the statements of a scan, in its order."""
    return list(statement_ids(scan, range(scan.num_rows)).values())


def _beside(scan: "pa.Table", wanted: set[str]) -> dict[int, str]:
    """Statements of the reports of the wanted ones, by row."""
    import numpy as np

    if not wanted:
        return {}
    urns = {parse_statement_id(one)[0] for one in wanted}
    return statement_ids(scan, np.flatnonzero(among(scan, "urn", urns)).tolist())

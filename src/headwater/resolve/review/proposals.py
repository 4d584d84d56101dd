"""Proposals: what items say of entities and nobody has decided on, the most valuable first."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from headwater.model import Status
from headwater.resolve.columns import Ids, among, codes
from headwater.resolve.review.entry import QueueEntry
from headwater.resolve.review.people import People
from headwater.resolve.review.value import RANKS, Values
from headwater.resolve.review.wording import Names, number_of, said_in, told

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa


class Proposals:
    """What waits of a scan; what one item proposes of one entity is one entry.

    Args:
        scan: The store's scan of statements for the viewer.
        names: What entities are called.
        people: Who is one person.
    """

    def __init__(self, scan: "pa.Table", names: Names, people: People) -> None:
        self._scan = scan
        self._names = names
        self._people = people
        self._ids = Ids(scan)
        self._waiting = among(scan, "status", {Status.PROPOSED})

    def __len__(self) -> int:
        """How many entries there are."""
        import numpy as np

        entities, _ = codes(self._scan, "entity")
        most = int(entities.max(initial=0)) + 1
        groups = self._items[self._waiting] * most + entities[self._waiting]
        return len(np.unique(groups))

    def __iter__(self) -> Iterator[QueueEntry]:
        """The entries: by rank, then those that fewest sources bear out, then the oldest."""
        import numpy as np

        if not self._waiting.any():
            return
        values = Values(self._scan, self._people)
        entities, _ = codes(self._scan, "entity")
        bounds = np.append(np.flatnonzero(np.diff(self._items, prepend=-1)), len(entities))
        proposed = np.flatnonzero(self._waiting)
        order = np.lexsort((proposed, values.sources[proposed], values.ranks[proposed]))
        done: set[int] = set()
        for first in proposed[order].tolist():
            if first in done:
                continue
            at = int(self._items[first])
            begin, end = int(bounds[at]), int(bounds[at + 1])
            own = self._waiting[begin:end] & (entities[begin:end] == entities[first])
            group = (np.flatnonzero(own) + begin).tolist()
            done.update(group)
            yield self._entry(group, RANKS[values.ranks[first]], int(values.sources[first]))

    @cached_property
    def _items(self) -> "np.ndarray[Any, Any]":
        """For every row the number of its item, counted from 0 in the order of the scan."""
        import numpy as np

        changes = (np.diff(self._ids.urns) != 0) | (np.diff(self._ids.items) != 0)
        return np.concatenate(([0], np.cumsum(changes))) if len(self._ids.urns) else changes

    def _entry(self, group: list[int], rank: str, sources: int) -> QueueEntry:
        evidence = tuple(map(self._ids.of, group))
        texts = [str(self._scan.column("text")[row]) for row in group]
        words = ", ".join(dict.fromkeys(map(repr, filter(None, texts))))
        said = told((said_in(self._scan, row) for row in group), self._names)
        accepted = f" Accepted from {number_of(sources, 'source')}." if sources else ""
        return QueueEntry(
            id=evidence[0] if len(evidence) == 1 else f"{evidence[0]}+",
            kind="statement",
            about=(str(self._scan.column("entity")[group[0]]),),
            what=f"Does it say {said}?",
            why=f"Here because {rank}.{accepted} Words: {words}. "
            f"{number_of(len(evidence), 'statement')}.",
            evidence=evidence,
        )

"""The review queue: what waits for a person, most useful first.

The order is a rule that anybody can check, not a score:

1. pairs about which a rule is in doubt and nobody has decided, those first whose join would bring
   most statements together;
2. proposed statements, by what they are about: humanitarian stops and categories; people who are
   suspects or convicted; roles; fees, prices and payments; supply, legs and launches; the rest.

Within one rank the oldest stand first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from headwater.model import Judgement, Review, Status, Verdict, parse_statement_id
from headwater.resolve.clusters import by_person, governing_judgements
from headwater.resolve.columns import among, codes, rows, standing, statement_ids
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


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One thing that waits for a person.

    Attributes:
        id: What to give to `headwater review`: a judgement's id or a statement's.
        kind: `pair` or `statement`.
        about: Entity ids it is about.
        what: What is asked, in words.
        why: Why it stands here.
        evidence: Ids of the statements to look at.
    """

    id: str
    kind: str
    about: tuple[str, ...]
    what: str
    why: str
    evidence: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """The entry as JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "about": list(self.about),
            "what": self.what,
            "why": self.why,
            "evidence": list(self.evidence),
        }

    def lines(self) -> list[str]:
        """The entry for a terminal."""
        return [f"{self.id}  {self.what}", f"    {self.why} Evidence: {', '.join(self.evidence)}"]


def queue(
    scan: "pa.Table", judgements: Sequence[Judgement], reviews: Sequence[Review], limit: int
) -> list[QueueEntry]:
    """What waits for a person, of what the given scan shows.

    A pair is shown only where the scan holds statements of both entities and everything that the
    doubt rests on, so that nobody learns of a join from statements they may not see.

    Args:
        scan: The store's scan of statements for the viewer.
        judgements: All judgements.
        reviews: All reviews; the latest of a statement counts.
        limit: Most entries to return.
    """
    pairs = _pairs(scan, judgements)[:limit]
    return pairs + _statements(scan, reviews, limit - len(pairs))


def _pairs(scan: "pa.Table", judgements: Sequence[Judgement]) -> list[QueueEntry]:
    import numpy as np

    open_pairs = [
        judgement
        for judgement in governing_judgements(judgements)
        if judgement.verdict is Verdict.UNKNOWN and not by_person(judgement)
    ]
    numbers, entities = codes(scan, "entity")
    counts = dict(
        zip(entities, np.bincount(numbers, minlength=len(entities)).tolist(), strict=True)
    )
    seen = _visible(scan, {one for judgement in open_pairs for one in judgement.evidence})
    shown = [
        (counts[j.left] + counts[j.right], j)
        for j in open_pairs
        if counts.get(j.left) and counts.get(j.right) and seen.issuperset(j.evidence)
    ]
    shown.sort(key=lambda pair: (-pair[0], pair[1].made, pair[1].id))
    return [
        QueueEntry(
            id=judgement.id,
            kind="pair",
            about=(judgement.left, judgement.right),
            what=f"Are {judgement.left} and {judgement.right} the same?",
            why=f"{judgement.reason} A join brings {joined} statements together.",
            evidence=judgement.evidence,
        )
        for joined, judgement in shown
    ]


def _visible(scan: "pa.Table", wanted: set[str]) -> set[str]:
    """Those of the wanted statements that the scan holds."""
    import numpy as np

    if not wanted:
        return set()
    urns = {parse_statement_id(one)[0] for one in wanted}
    numbers = np.flatnonzero(among(scan, "urn", urns)).tolist()
    return wanted & set(statement_ids(scan, numbers).values())


def _statements(scan: "pa.Table", reviews: Sequence[Review], limit: int) -> list[QueueEntry]:
    import numpy as np

    proposed = np.flatnonzero(among(scan, "status", {Status.PROPOSED}))
    ranks = _ranks(scan)
    order = proposed[np.argsort(ranks[proposed], kind="stable")]
    latest = {r.statement: r.status for r in sorted(reviews, key=lambda r: (r.made, r.id))}
    settled = {one for one, status in latest.items() if status != Status.PROPOSED}
    # No more than the settled ones can fall away, so this many rows are always enough.
    first = order[: max(0, limit) + len(settled)].tolist()
    ids = statement_ids(scan, first)
    waiting = [number for number in first if ids[number] not in settled][: max(0, limit)]
    fields = scan.select(["entity", "schema", "property", "value", "text"])
    return [
        QueueEntry(
            id=ids[number],
            kind="statement",
            about=(row["entity"],),
            what=f"Does it say {row['schema']} {row['property']} = {row['value']}?",
            why=f"Rank: {_RANKS[ranks[number]][0]}. Words: {row['text']!r}.",
            evidence=(ids[number],),
        )
        for number in waiting
        for row in fields.slice(number, 1).to_pylist()
    ]


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

"""Arriving: what is new in a node is looked up, judged and indexed, a part at a time.

New persons are compared with new ones and with those that are here, never old ones with old ones:
who is spoken of again is looked up again only if the record has changed by that.
Nothing walks over the whole node; the cost is that of the new items and of what they touch. In a
node that was empty all is read once.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import Judgement, Verdict
from headwater.resolve.clusters import standing_judgements
from headwater.resolve.lookup.apart import kept_apart
from headwater.resolve.lookup.around import (
    holder_keys,
    judged_around,
    mates,
    sharing,
    spoken_of,
    with_categories,
)
from headwater.resolve.lookup.entry import entry_of, rules
from headwater.resolve.lookup.judging import Known, changes, judgements, withdrawn
from headwater.resolve.lookup.scoring import compare
from headwater.resolve.lookup.verdict import Scored, Scoring, may_be_scored
from headwater.resolve.records import Told, categories_told, evidence_of, people_told
from headwater.resolve.scoring import shipped_model
from headwater.resolve.strong import strong_judgements
from headwater.store import Allowed, IndexEntry, News, Store

if TYPE_CHECKING:
    import pyarrow as pa

ITEMS_A_PART = 500_000
"""Every part reads again what is known of those it touches, so parts are as large as memory allows:
some 700 bytes a statement."""

_READ = (
    "urn", "item", "n", "entity", "schema", "property", "value", "status", "modality", "label",
)  # fmt: skip
"""What is needed of a scan; the rest would take as much memory again."""

SIZE = 100_000
"""Persons among whom a match is looked for, as the frozen model takes it. A node's own number would
shift with every report, and what was decided in its first week would no longer be decided so."""

Progress = Callable[[int, int], None]


class Part(NamedTuple):
    """A part of the news, with what it touches.

    Attributes:
        scan: Everything that is said around the entities it touches.
        touched: Those entities.
        told: The persons among them, each with the categories of all it is joined with.
        held: Hashes of the strong identifiers that each of them holds.
    """

    scan: "pa.Table"
    touched: frozenset[str]
    told: Mapping[str, Told]
    held: Mapping[str, set[int]]


class _Sight(NamedTuple):
    """What was read of a node: all that is said around some entities; None for all there are."""

    scan: "pa.Table"
    entities: frozenset[str] | None

    def around(self, store: Store, allowed: Allowed, entities: frozenset[str]) -> "_Sight":
        """Itself, where it shows all that is said around these entities; else what does."""
        if self.entities is None or entities <= self.entities:
            return self
        return _Sight(_needed(store.scan_around(entities, allowed)), entities)


def resolve_news(
    store: Store, made: str, model: Scoring | None = None, *, progress: Progress | None = None
) -> Iterator[list[Judgement]]:
    """Take in what the look-up index does not know yet; of each part the judgements that follow
    from identifiers, if any, and then the rest, each as soon as they are written.

    When the rules of the index or the model have changed, or it was never made, it is made anew and
    everything is news. A part that was cut short is taken in again, with the same outcome.

    Args:
        store: The node's store.
        made: ISO time to put on the judgements.
        model: The frozen model that weighs; None for the one that is shipped.
        progress: Told after every quarter of a part how many items are done, of how many.
    """
    model = model or shipped_model().sized(SIZE)
    if empty := store.index_rules() != rules(model):
        store.reset_index(rules(model))
    allowed, done = frozenset(store.labels()), 0
    while news := store.news(allowed, ITEMS_A_PART):
        news = replace(news, scan=_needed(news.scan))
        told = _Quarters(progress, done, news)
        touched = frozenset(spoken_of(news.scan) | news.entities)
        sight = _Sight(news.scan, None if empty and not news.left else frozenset())
        strong, sight = _strong(store, allowed, touched, sight, made)
        told.next()
        anew = news.entities.union(_ends(one for one in strong if one.undoes))
        if strong:
            yield strong
        del strong  # of a first part there are tens of thousands, and the largest steps follow
        part = _part(store, allowed, touched, sight)
        told.next()
        looked_up = _indexed(store, part, anew)
        told.next()
        scored = _score(store, allowed, part, looked_up, made, model)
        scored += kept_apart(store, allowed, scored, made)
        store.put_in_index([], scored, news.upto)
        told.next()
        empty, done = False, done + news.scan.num_rows
        yield scored


class _Quarters:
    """Tells how far a part is done, which is four steps of much the same length."""

    def __init__(self, progress: Progress | None, before: int, news: News) -> None:
        self._progress = progress
        self._before = before
        self._rows, self._left = news.scan.num_rows, news.left
        self._done = 0

    def next(self) -> None:
        """One more step is done."""
        self._done += 1
        if self._progress is not None:
            done = self._before + self._rows * self._done // 4
            self._progress(done, self._before + self._rows + self._left)


def _needed(scan: "pa.Table") -> "pa.Table":
    """The columns that are needed of a scan; what the others took is handed back at once."""
    import pyarrow

    kept = scan.select(_READ)
    del scan
    pyarrow.default_memory_pool().release_unused()
    return kept


def _strong(
    store: Store, allowed: Allowed, touched: frozenset[str], sight: _Sight, made: str
) -> tuple[list[Judgement], _Sight]:
    """Joins on strong identifiers of the touched entities and of all that they are joined with.

    Of these identifiers every holder is looked at, with all that was judged of it. Who is only
    named beside somebody is not judged: not all holders of what they hold are here.
    """
    web = touched.union(_ends(judged_around(store, touched)))
    sight = sight.around(store, allowed, web)
    holders = web | sharing(store, holder_keys(sight.scan, web))
    about = judged_around(store, holders)
    sight = sight.around(store, allowed, holders.union(_ends(about)))
    asked = {(j.left, j.right, j.author, j.reason) for j in standing_judgements(about)}
    found = [
        one
        for one in strong_judgements(sight.scan, made, about, web)
        if one.verdict is Verdict.SAME  # a doubt is put once, whichever statements show it
        or one.undoes
        or (one.left, one.right, one.author, one.reason) not in asked
    ]
    store.judge(found)
    return found, sight


def _ends(judgements: Iterable[Judgement]) -> Iterator[str]:
    return (end for judgement in judgements for end in (judgement.left, judgement.right))


def _part(store: Store, allowed: Allowed, touched: frozenset[str], sight: _Sight) -> Part:
    joined = mates(judged_around(store, touched))
    everybody = touched.union(*(joined.get(one, ()) for one in touched))
    scan = sight.around(store, allowed, everybody).scan
    decided = categories_told(scan)
    told = {
        entity: Told(with_categories(one.record, joined.get(entity, ()), decided), one.rows)
        for entity, one in people_told(scan).items()
        if entity in everybody
    }
    return Part(scan, everybody, told, holder_keys(scan, everybody))


def _indexed(store: Store, part: Part, anew: Collection[str]) -> set[str]:
    """Write the entries of a part; who is looked up: whose record has changed, and some anew."""
    before = {entity: text for _, entity, text in store.indexed_as(sorted(part.touched))}
    entries = list(_entries(part))
    store.put_in_index(entries)
    now = {entry.entity: entry.record for entry in entries}
    changed = {one for one in part.touched if before.get(one, "") != now.get(one, "")}
    return changed | part.touched.intersection(anew)


def _entries(part: Part) -> Iterator[IndexEntry]:
    """Entries of a part; of people who are never scored nothing is held that could find them."""
    for entity in sorted(part.told.keys() | part.held.keys()):
        held = part.held.get(entity, set())
        told = part.told.get(entity)
        if told is not None and may_be_scored(told.record):
            yield entry_of(told.record, held)
        else:
            yield IndexEntry(entity, tuple(sorted(held)))


def _score(
    store: Store,
    allowed: Allowed,
    part: Part,
    looked_up: Collection[str],
    made: str,
    model: Scoring,
) -> list[Judgement]:
    """What a score says of the persons looked up, and what it no longer says.

    All of them are searched and compared at once: a pair of names is compared once for all
    mentions that bear it.
    """
    known = Known(store.judgements_on(looked_up))
    before = known.scored.keys()
    told = {entity: part.told[entity] for entity in part.told.keys() & looked_up}
    compared = compare(store, told, before, model)
    gone, new = changes(compared.verdicts, known, compared.pairs | before)
    evidence = _evidence(store, allowed, part, new)
    return [*withdrawn(gone, made), *judgements(new, evidence, known, model, made)]


def _evidence(
    store: Store, allowed: Allowed, part: Part, scored: Collection[Scored]
) -> dict[str, tuple[str, ...]]:
    """Ids of the statements behind what was compared of each person."""
    fields: dict[str, set[str]] = {}
    for one in scored:
        both = one.left.values.keys() & one.right.values.keys()
        for end in (one.left.id, one.right.id):
            fields.setdefault(end, set()).update(both)
    here = [(part.told[end], some) for end, some in fields.items() if end in part.told]
    found = evidence_of(part.scan, here)
    others = sorted(fields.keys() - part.told.keys())
    if others:
        scan = store.scan_around(others, allowed)
        told = people_told(scan)
        rest = [(told[end], fields[end]) for end in others if end in told]
        found |= evidence_of(scan, rest)
    return found

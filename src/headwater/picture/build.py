"""Building a picture: what one viewer may see for one purpose, from statements and judgements."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Judgement, Regrouping
from headwater.picture.awaiting import Question, Traces, open_questions, telling
from headwater.picture.coded import Coded, code_statements, statement_ids
from headwater.picture.entities import entities_of, names_of
from headwater.picture.independence import Group, independence, own_reasons
from headwater.picture.people import categories_of
from headwater.picture.picture import Picture
from headwater.picture.pivots import (
    Gazetteer,
    legs_of,
    links_of,
    money_of,
    places_of,
    series_of,
)
from headwater.picture.tables import KEYS, in_order, make_table
from headwater.resolve import clusters
from headwater.safeguard import Label, Purpose, Viewer, allowed


class Source(Traces, Protocol):
    """What a picture needs of a store."""

    def labels(self) -> dict[int, Label]:
        """All labels by id."""

    def judgements(self) -> Sequence[Judgement]:
        """All judgements."""

    def regroupings(self) -> Sequence[Regrouping]:
        """What people decided about which reports have one origin, oldest first."""

    def scan(self, allowed: frozenset[int]) -> Any:  # noqa: ANN401 - Arrow has no types
        """Allowed statements, as an Arrow table."""

    def reports(self, allowed: frozenset[int]) -> Any:  # noqa: ANN401 - Arrow has no types
        """Reports with an allowed item."""

    def items(self, allowed: frozenset[int]) -> Any:  # noqa: ANN401 - Arrow has no types
        """Allowed items."""


def build(
    store: Source, viewer: Viewer, purpose: Purpose, *, gazetteer: Gazetteer = lambda _: None
) -> Picture:
    """The picture of what this viewer may see in full for this purpose.

    What the viewer may not see, or may see only with people masked, changes nothing in it: it is
    as if it had never come in. A judgement counts only where both its entities and every statement
    it rests on are seen. Cost: near-linear in the statements seen.

    Args:
        store: Where the statements rest.
        viewer: Who looks.
        purpose: What for.
        gazetteer: Finds a well-known place by its id.
    """
    labels, _ = allowed(viewer, purpose, store.labels())
    # Put in order at once, so that no second copy of it is held later.
    scan = in_order(store.scan(labels), KEYS["statements"])
    items, known = store.items(labels), store.reports(labels)
    groups = independence(known, items, scan, store.regroupings())
    group_of = {urn: group.id for group in groups for urn in group.reports}
    coded = code_statements(scan, clusters(_seen(store.judgements(), scan)), group_of)
    del scan
    categories = categories_of(coded)
    waiting = open_questions(coded, categories, store, labels)
    reports = _reports(known, groups, coded.statements)
    tables = _tables(coded, reports, gazetteer, (categories, waiting))
    tables["items"] = make_table("items", items.select(_ITEM_COLUMNS))
    return Picture.of(tables, viewer=viewer.name, purpose=purpose.text)


class Part(NamedTuple):
    """A part of what a store holds.

    Attributes:
        scan: All that the viewer sees said of some entities, as `Source.scan` gives it.
        reports: The reports that say it.
        judged: What was judged of these entities.
    """

    scan: pa.Table
    reports: pa.Table
    judged: Sequence[Judgement]


def build_part(store: Source, part: Part, viewer: Viewer, purpose: Purpose) -> Picture:
    """The picture of a part: of its entities it tells what the whole one tells of what they are.

    It has no items, and every report is a group of its own: what rests on several reports is not
    to be read from it. Cost: near-linear in the statements of the part.

    Args:
        store: Where the statements rest.
        part: What is seen of some entities.
        viewer: Who looks.
        purpose: What for.
    """
    labels, _ = allowed(viewer, purpose, store.labels())
    coded = code_statements(part.scan, clusters(_seen(part.judged, part.scan)), {})
    categories = categories_of(coded)
    waiting = open_questions(coded, categories, store, labels)
    reports = _reports(part.reports, (), coded.statements)
    tables = _tables(coded, reports, lambda _: None, (categories, waiting))
    return Picture.of(tables, viewer=viewer.name, purpose=purpose.text)


def questions(
    store: Source,
    scan: pa.Table,
    allowed: frozenset[int],
    *,
    uncategorised: bool = False,
    judged: Sequence[Judgement] | None = None,
) -> list[Question]:
    """The people in a part of what a store holds who may be recorded as being moved.

    Args:
        store: Where the statements rest.
        scan: All that is said of these people, of what the viewer may see.
        allowed: The labels that the viewer may see in full.
        uncategorised: Whether people about whom nobody decided are asked about too.
        judged: What was judged of these people; None for all that the store holds.
    """
    if not store.traced_reports(allowed):
        return []
    joined = clusters(_seen(store.judgements() if judged is None else judged, scan))
    coded = code_statements(telling(scan), joined, {})
    decided = categories_of(coded)
    return open_questions(coded, decided, store, allowed, uncategorised=uncategorised)


def _tables(
    coded: Coded,
    reports: pa.Table,
    gazetteer: Gazetteer,
    people: tuple[pa.Table, Sequence[Question]],
) -> dict[str, pa.Table]:
    """Every table that statements decide; of people, what was decided and what is asked."""
    names, (categories, waiting) = names_of(coded), people
    entities = entities_of(coded, reports, names, (categories, waiting))
    places = places_of(coded, gazetteer, entities)
    called = zip(places["id"].to_pylist(), places["name"].to_pylist(), strict=True)
    return {
        "statements": coded.statements,
        "entities": _called_as_on_the_map(entities, places),
        "names": names,
        "categories": categories,
        "links": links_of(coded),
        "legs": legs_of(coded, dict(called)),
        "places": places,
        "money": money_of(coded),
        "series": series_of(coded),
        "reports": reports,
    }


def _called_as_on_the_map(entities: pa.Table, places: pa.Table) -> pa.Table:
    """Places are shown under one name in every table."""
    at = pc.index_in(entities["id"], value_set=places["id"].combine_chunks())
    caption = pc.coalesce(places["name"].take(at), entities["caption"])
    return entities.set_column(entities.schema.get_field_index("caption"), "caption", caption)


_ITEM_COLUMNS = [
    *("urn", "item", "text", "grade", "handling", "graded_by_default", "provenance", "language")
]


def _seen(judgements: Iterable[Judgement], scan: pa.Table) -> list[Judgement]:
    """The judgements about what is seen, resting on what is seen."""
    rows = list(judgements)
    if not rows:
        return []
    ends = pa.array([end for j in rows for end in (j.left, j.right)], pa.string())
    proofs = pa.array([proof for j in rows for proof in j.evidence], pa.string())
    entities = set(ends.filter(_among(ends, _spoken_of(scan))).to_pylist())
    statements = set(proofs.filter(_among(proofs, statement_ids(scan))).to_pylist())
    return [
        j
        for j in rows
        if {j.left, j.right} <= entities and (j.undoes or statements.issuperset(j.evidence))
    ]


def _among(asked: pa.Array, known: pa.ChunkedArray) -> pa.Array:
    return pc.is_in(asked, value_set=pc.unique(known.filter(pc.is_in(known, value_set=asked))))


def _spoken_of(scan: pa.Table) -> pa.ChunkedArray:
    ends = (_text(scan[name]) for name in ("entity", "value"))
    return pa.chunked_array([chunk for end in ends for chunk in end.chunks], pa.string())


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.cast(column, pa.string())


def _reports(known: pa.Table, groups: Sequence[Group], statements: pa.Table) -> pa.Table:
    """The table `reports`."""
    urns = known["urn"].combine_chunks()
    owner = {urn: group.id for group in groups for urn in group.reports}
    reasons = own_reasons(groups)
    counted = pc.value_counts(_text(statements["urn"]))
    at = pc.index_in(urns, value_set=counted.field("values"))
    columns = {name: known[name] for name in known.column_names}
    columns |= {
        "statements": pc.fill_null(pc.cast(counted.field("counts").take(at), pa.int32()), 0),
        "group": [owner.get(urn, urn) for urn in urns.to_pylist()],
        "group_reason": [reasons.get(urn, "") for urn in urns.to_pylist()],
    }
    return make_table("reports", columns)

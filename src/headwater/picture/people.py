"""People in a picture: what was decided about them, whether they may be ranked or are protected.

The rules are those of `headwater.safeguard`; here they are applied to columns, once for each
distinct set of facts.
"""

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture.coded import Coded
from headwater.picture.engine import ask, engine_over, wide
from headwater.picture.tables import make_table
from headwater.safeguard import PROTECTED, Category, governing, may_be_ranked, stands

SEPARATOR = "\x1f"
"""What joins a person's categories into one cell."""

_FLAGS = ("coerced", "stopped", "awaiting")


def judge_people(
    decisions: pa.Array, coerced: pa.Array, stopped: pa.Array, awaiting: pa.Array | None = None
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Category, rankable and protected for each person.

    Args:
        decisions: The categories decided for the person over all cases, sorted and joined by
            `SEPARATOR`; empty where nothing is decided.
        coerced: Whether a report calls the person possibly coerced, or a role presumes it.
        stopped: Whether a humanitarian stop stands.
        awaiting: Whether a human has to look first, because the person may be recorded as being
            moved; None where that is so of nobody.
    """
    waits = pa.array([False] * len(decisions), pa.bool_()) if awaiting is None else awaiting
    columns = {"decisions": decisions, "coerced": coerced, "stopped": stopped}
    facts = pa.table(columns | {"awaiting": waits})
    distinct = facts.group_by(facts.column_names).aggregate([])
    rows = []
    for fact in distinct.to_pylist():
        held = [word for word in fact["decisions"].split(SEPARATOR) if word]
        category = governing(held)
        rankable = may_be_ranked(held, **{name: fact[name] for name in _FLAGS})
        rows.append((str(category), rankable, category in PROTECTED))
    place = pc.index_in(_key(facts), value_set=_key(distinct))
    category, rankable, protected = (
        pa.array([row[i] for row in rows], type=kind).take(place)
        for i, kind in enumerate((pa.string(), pa.bool_(), pa.bool_()))
    )
    return category, rankable, protected


def _key(facts: pa.Table) -> pa.Array:
    marks = [pc.cast(facts[name], pa.string()) for name in _FLAGS]
    return pc.binary_join_element_wise(facts["decisions"], *marks, "|").combine_chunks()


def categories_of(coded: Coded) -> pa.Table:
    """The table `categories`: accepted decisions, one row each."""
    asked = ("subject", "category", "case", "decidedBy", "date", "startDate", "reason")
    with engine_over(wide=wide(coded.rows_of(["CategoryDecision"]), asked)) as engine:
        return make_table(
            "categories",
            ask(
                engine,
                """
                SELECT subject AS entity, category, coalesce("case", '') AS "case",
                    coalesce("decidedBy", '') AS decided_by,
                    coalesce(date, "startDate", nullif(valid_from, ''), '') AS date,
                    coalesce(reason, '') AS reason, statement
                FROM wide WHERE status = 'accepted' AND modality <> 'denied'
                    AND subject IS NOT NULL AND category IS NOT NULL""",
            ),
        )


def possibly_coerced(coded: Coded) -> pa.Array:
    """Ids of people whom a report calls possibly coerced, or gives a role that presumes it.

    A reading that nobody has accepted yet counts: a sign protects until a human rejects it.
    """
    asked = ("member", "role", "possiblyCoerced")
    with engine_over(wide=wide(coded.rows_of(["NetworkRole"]), asked)) as engine:
        return _column(
            ask(
                engine,
                """
                SELECT DISTINCT member AS id FROM wide
                WHERE member IS NOT NULL AND modality <> 'denied' AND (role = 'small_hand'
                    OR lower("possiblyCoerced") IN ('true', 'yes', '1'))""",
            )
        )


def humanitarian_stops(coded: Coded) -> pa.Array:
    """Ids of those under a humanitarian stop that nobody with a name and a reason has lifted."""
    rows = coded.rows_of(["HumanitarianStop"], also=["author"])
    told = wide(rows, ("subject", "liftedBy", "reason"))
    with engine_over(wide=told, rows=rows) as engine:
        found = ask(
            engine,
            """
            SELECT subject, wide.entity, coalesce("liftedBy", '') AS lifted_by,
                coalesce(reason, '') AS reason, coalesce(lift.author, '') AS author,
                coalesce(lift.status, '') AS status
            FROM wide LEFT JOIN rows lift ON lift.property = 'liftedBy'
                AND lift.e = wide.e AND lift.u = wide.u AND lift.item = wide.item
            WHERE subject IS NOT NULL""",
        )
    lifted = set()
    for row in found.to_pylist():
        asked = {name: row[name] for name in ("lifted_by", "reason", "author", "status")}
        if not stands(**asked):
            lifted.add(row["entity"])
    standing = [row["subject"] for row in found.to_pylist() if row["entity"] not in lifted]
    return pa.array(sorted(set(standing)), pa.string())


def decisions_of(categories: pa.Table, ids: pa.Array, presumed: Iterable[str] = ()) -> pa.Array:
    """For each id the categories decided for it, joined by `SEPARATOR`; empty where none is.

    Args:
        categories: The table `categories`.
        ids: The ids.
        presumed: Ids that are undecided again, whatever was decided.
    """
    held: dict[str, set[str]] = {}
    for entity, word in zip(
        categories["entity"].to_pylist(), categories["category"].to_pylist(), strict=True
    ):
        held.setdefault(entity, set()).add(word)
    for entity in presumed:
        held.setdefault(entity, set()).add(Category.UNDECIDED)
    joined = pa.array([SEPARATOR.join(sorted(words)) for words in held.values()], pa.string())
    at = pc.index_in(ids, value_set=pa.array(list(held), pa.string()))
    return pc.fill_null(joined.take(at), "")


def _column(table: pa.Table) -> pa.Array:
    return table["id"].combine_chunks()

"""People in a picture: category, whether they may be ranked, whether they are protected.

The rules are those of `headwater.safeguard`; here they are applied to columns, once for each
distinct set of facts.
"""

import pyarrow as pa
import pyarrow.compute as pc

from headwater.safeguard import PROTECTED, governing, may_be_ranked

SEPARATOR = "\x1f"
"""What joins a person's categories into one cell."""


def judge_people(
    decisions: pa.Array, coerced: pa.Array, stopped: pa.Array
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Category, rankable and protected for each person.

    Args:
        decisions: The categories decided for the person over all cases, sorted and joined by
            `SEPARATOR`; empty where nothing is decided.
        coerced: Whether a report calls the person possibly coerced, or a role presumes it.
        stopped: Whether a humanitarian stop stands.
    """
    facts = pa.table({"decisions": decisions, "coerced": coerced, "stopped": stopped})
    distinct = facts.group_by(facts.column_names).aggregate([])
    rows = []
    for fact in distinct.to_pylist():
        held = [word for word in fact["decisions"].split(SEPARATOR) if word]
        category = governing(held)
        rankable = may_be_ranked(held, coerced=fact["coerced"], stopped=fact["stopped"])
        rows.append((str(category), rankable, category in PROTECTED))
    place = pc.index_in(_key(facts), value_set=_key(distinct))
    category, rankable, protected = (
        pa.array([row[i] for row in rows], type=kind).take(place)
        for i, kind in enumerate((pa.string(), pa.bool_(), pa.bool_()))
    )
    return category, rankable, protected


def _key(facts: pa.Table) -> pa.Array:
    marks = [pc.cast(facts[name], pa.string()) for name in ("coerced", "stopped")]
    return pc.binary_join_element_wise(facts["decisions"], *marks, "|").combine_chunks()

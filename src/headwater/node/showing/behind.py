"""Behind a row: the statements that it rests on, each with its grade and its report."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture import Picture

A_PAGE = 50
_TOLD = ["id", "urn", "item", "schema", "property", "grade", "status", "group"]


def statements_behind(picture: Picture, ids: Sequence[str], start: int = 0) -> list[dict[str, Any]]:
    """Some of these statements as the picture tells them, in the order of the ids.

    Each is `{"id", "urn", "item", "schema", "property", "grade", "status", "group"}`; one that
    the picture no longer holds is left out.
    """
    some = list(ids)[max(0, start) :][:A_PAGE]
    rows = picture.statements
    found = rows.filter(pc.is_in(rows["id"], value_set=pa.array(some, pa.string())))
    by_id = {row["id"]: row for row in found.select(_TOLD).to_pylist()}
    return [by_id[one] for one in some if one in by_id]

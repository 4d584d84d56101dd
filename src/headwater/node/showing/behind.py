"""Behind a row: the statements that it rests on, each with its grade and its report."""

from collections.abc import Sequence
from typing import Any

from headwater.node.things import Sentences, rows_at
from headwater.picture import Picture

A_PAGE = 50
_TOLD = ["id", "urn", "item", "schema", "property", "grade", "status", "group"]


def statements_behind(
    picture: Picture, sentences: Sentences, ids: Sequence[str], start: int = 0
) -> list[dict[str, Any]]:
    """Some of these statements as the picture tells them, in the order of the ids.

    Each is `{"id", "urn", "item", "schema", "property", "grade", "status", "group"}`; one that
    the picture no longer holds is left out.

    Args:
        picture: The picture.
        sentences: Where its statements stand.
        ids: The statements.
        start: How many of them come before.
    """
    some = list(ids)[max(0, start) :][:A_PAGE]
    rows = [at for at in map(sentences.statement, some) if at >= 0]
    return rows_at(picture.statements, rows, _TOLD)

"""Questions: whether somebody is recorded as being moved by somebody else; a human answers.

Neither the row nor who recorded it is named to anybody: not to who decides, and not in the log.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from headwater.node.node import Node
from headwater.safeguard import Category

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from headwater.model import Judgement
    from headwater.picture import Question
    from headwater.resolve import review

ANSWERS = frozenset({Category.SUSPECT, Category.CONVICTED, Category.OTHER})
"""Categories that settle a question; the protective ones settle it by themselves."""

_WHY = (
    "It may protect somebody: the {why} agrees. Until somebody decides with headwater categorise, "
    "the person is in no ranking, removal or group."
)


def questions_in(
    node: Node,
    scan: "pa.Table",
    *,
    uncategorised: bool = False,
    judged: "Sequence[Judgement] | None" = None,
) -> "list[Question]":
    """The open questions about people in a part of what this viewer sees.

    Args:
        node: Where they are.
        scan: The part.
        uncategorised: Whether people about whom nobody decided are asked about too.
        judged: What was judged of them; None for all that the node holds.
    """
    from headwater.picture import questions

    allowed = node.allowed()
    return questions(node.store, scan, allowed, uncategorised=uncategorised, judged=judged)


def questions_on(node: Node, entity: str) -> "list[Question]":
    """The open questions about one person, under whichever id.

    Cost: by what is said and judged of that person, whatever else the node holds.
    """
    from headwater.resolve import joined_with

    if not node.store.traced_reports(node.allowed()):
        return []
    members = {entity, *joined_with(node.store, [entity])}
    scan = node.store.scan_around(members, node.allowed())
    asked = questions_in(node, scan, judged=node.store.judgements_on(members))
    return [found for found in asked if found.entity in members]


def beside_questions(node: Node, scan: "pa.Table") -> "np.ndarray[Any, Any]":
    """For every row, whether it is about somebody of whom it is asked, or of a thing naming one."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    from headwater.resolve import clusters

    asked = {one.entity for one in questions_in(node, scan)}
    if not asked:
        return np.zeros(scan.num_rows, dtype=bool)
    joined = clusters(node.store.judgements()).items()
    them = pa.array(asked | {one for one, stands in joined if stands in asked}, pa.string())
    entity, value = (pc.cast(scan[name], pa.string()) for name in ("entity", "value"))
    naming = pc.or_(pc.is_in(entity, value_set=them), pc.is_in(value, value_set=them))
    things = pc.unique(entity.filter(naming))
    beside: np.ndarray[Any, Any] = pc.is_in(entity, value_set=things).to_numpy()
    return beside


def asked_first(
    questions: "Sequence[Question]",
    asked: "review.Asked",
    rest: "Callable[[review.Asked], review.Page]",
) -> "review.Page":
    """A page of the queue with these questions before all that waits otherwise.

    Who has no category waits otherwise too, and is shown once.

    Args:
        questions: Of all that this viewer sees.
        asked: Which entries are wanted.
        rest: Gives a page of what waits otherwise.
    """
    if asked.kind not in ("", "category"):
        return rest(asked)
    held = [_entry(one) for one in questions]
    held = [one for one in held if _plain(asked.find) in _plain(f"{one.what} {one.id}")]
    ids = [one.id for one in held]
    begin = ids.index(asked.after) + 1 if asked.after in ids else len(ids) * bool(asked.after)
    first = held[begin:][: asked.limit]
    after = "" if asked.after in ids else asked.after
    twice = {one.mention for one in questions if one.category == Category.UNDECIDED}
    room = asked.limit - len(first)
    page = rest(asked._replace(limit=room + len(twice), after=after))
    others = [one for one in page.entries if one.id not in twice]
    asked_only = len(questions) - len(twice)
    waiting = page.waiting | {"category": page.waiting.get("category", 0) + asked_only}
    more = page.more or begin + len(first) < len(held) or len(others) > room
    return page._replace(entries=[*first, *others[:room]], more=more, waiting=waiting)


def _plain(text: str) -> str:
    from anyascii import anyascii

    return anyascii(text).casefold()


def _entry(one: "Question") -> "review.QueueEntry":
    from headwater.resolve import review

    suspected = one.category in (Category.SUSPECT, Category.CONVICTED)
    who = "this suspect" if suspected else "this person"
    return review.QueueEntry(
        id=one.mention,
        kind="category",
        about=(one.mention,),
        what=f"{one.name}: {who} may be recorded by another agency as being moved: categorise",
        why=_WHY.format(why=one.why),
        evidence=one.evidence,
    )

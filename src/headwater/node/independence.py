"""Independence at a node: the groups of reports, and what officers decide about them."""

import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from headwater.model import Regrouping, WrongUse
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.safeguard import Operation, Role

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.picture import Stories

SPLIT, JOIN, UNDO = "split", "join", "undo"


class Grouping:
    """The groups of a node, as its viewer may see them."""

    def __init__(self, node: Node) -> None:
        """Take the node whose groups are meant."""
        self._node = node

    def shown(self) -> dict[str, Any]:
        """The groups with the decisions in force about them; a consultation."""
        return _shown(self._node)

    def decide(self, decision: str, ids: Sequence[str], reason: str) -> str:
        """Write down an officer's decision on which reports have one origin; returns its id.

        Args:
            decision: `split` (these reports are taken apart from the others of their groups),
                `join` (they have one origin), or `undo` (of one decision in force).
            ids: URNs of reports, or the id of the decision to undo.
            reason: Why; kept with the decision.

        Raises:
            NotPermitted: If the viewer may not decide.
            WrongUse: If a report is not to be seen here, or the decision changes nothing.
        """
        return _decided(self._node, decision, ids, reason)


def _shown(node: Node) -> dict[str, Any]:
    from headwater.picture import groups_document

    stories, reports = _seen(node), _told(node)
    names = zip(reports["urn"].to_pylist(), reports["file"].to_pylist(), strict=True)
    files = {urn: [file] for urn, file in names}
    document = groups_document(stories, files)
    document["decisions"] = [
        {
            "id": one.id,
            "decision": JOIN if one.joins else SPLIT,
            "reports": list(one.reports),
            "from": list(one.others),
            **{name: getattr(one, name) for name in ("author", "made", "reason")},
        }
        for one in _in_force(node.store.regroupings())
        if files.keys() >= {*one.reports, *one.others}
    ]
    node.log(Operation.CONSULTATION, ["groups"])
    return document


def _seen(node: Node) -> "Stories":
    from headwater.picture import Stories

    store, allowed = node.store, node.allowed()
    return Stories(_told(node), store.items(allowed), store.scan(allowed), store.regroupings())


def _told(node: Node) -> "pa.Table":
    """The reports without what was decided here: a decision of our own is no source."""
    import pyarrow.compute as pc

    reports = node.store.reports(node.allowed())
    return reports.filter(pc.not_equal(reports["format"], "decision"))


def _in_force(regroupings: Sequence[Regrouping]) -> list[Regrouping]:
    """Decisions that nobody took back, oldest first."""
    undone = {one.undoes for one in regroupings}
    return [one for one in regroupings if not one.undoes and one.id not in undone]


def _decided(node: Node, decision: str, ids: Sequence[str], reason: str) -> str:
    node.may(Role.ANALYST, Role.OFFICER, Role.SUPERVISOR)
    made = _undone(node, ids) if decision == UNDO else _regrouping(node, decision, ids)
    one = Regrouping(
        id=f"G-{secrets.token_hex(6)}",
        joins=made.joins,
        reports=made.reports,
        others=made.others,
        author=node.viewer.name,
        made=clock(),
        reason=reason,
        undoes=made.undoes,
    )
    node.store.regroup([one])
    node.log(Operation.COMBINATION, [one.id, *ids], reason=reason)
    return one.id


def _undone(node: Node, ids: Sequence[str]) -> Regrouping:
    allowed = node.allowed()
    for one in _in_force(node.store.regroupings()):
        seen = all(node.store.report(urn, allowed) for urn in (*one.reports, *one.others))
        if [one.id] == list(ids) and seen:
            return Regrouping("", one.joins, (), (), "", "", "", undoes=one.id)
    raise WrongUse(
        f"no decision {' '.join(ids)} is in force here", do="headwater groups lists them with ids"
    )


def _regrouping(node: Node, decision: str, ids: Sequence[str]) -> Regrouping:
    chosen = tuple(sorted(set(ids)))
    allowed = node.allowed()
    for urn in chosen:
        if node.store.report(urn, allowed) is None:
            raise WrongUse(f"there is no report {urn!r} here", do="check the URN")
    if decision == JOIN:
        if len(chosen) < 2:
            raise WrongUse("a join needs two reports", do="headwater groups join URN URN --reason")
        return Regrouping("", True, chosen, (), "", "", "")
    others = {
        urn
        for group in _seen(node).sources()
        if not set(chosen).isdisjoint(group.reports)
        for urn in group.reports
    }.difference(chosen)
    if not others:
        raise WrongUse("these reports are a group of their own already", where=", ".join(chosen))
    return Regrouping("", False, chosen, tuple(sorted(others)), "", "", "")

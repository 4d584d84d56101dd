"""Independence at a node and on plain files: the groups, and what officers decide about them."""

import secrets
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from headwater.model import Refusal, Regrouping, Report, Statement, WrongUse
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.safeguard import Operation, Role

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.intake import Taken
    from headwater.picture import Stories

SPLIT, JOIN, UNDO = "split", "join", "undo"


def groups_of_files(taken: Iterable["Taken"]) -> tuple[dict[str, Any], list[Refusal]]:
    """Which of these reports are independent of each other, without a node.

    Args:
        taken: What the door made of the files.

    Returns:
        The document of `headwater groups --json`, and what could not be read.
    """
    reports: dict[str, Report] = {}
    files: dict[str, list[str]] = {}
    statements: list[Statement] = []
    refusals: list[Refusal] = []
    for one in taken:
        refusals += one.refusals
        for report in one.reports:
            known = reports.setdefault(report.urn, report)
            if known is report:
                statements += [row for row in one.statements if row.urn == report.urn]
            elif known.items != report.items:
                refusals.append(_same_urn(report))
                continue
            files.setdefault(report.urn, []).append(report.file)
    return _document(_stories(list(reports.values()), statements), files), refusals


def _stories(reports: Sequence[Report], statements: Sequence[Statement]) -> "Stories":
    """The stories of reports that no store holds."""
    import pyarrow as pa

    from headwater.picture import Stories

    words, number = pa.string(), pa.int64()
    dates = [report.information_date for report in reports]
    told = {
        "urn": pa.array([r.urn for r in reports], words),
        "originator": pa.array([r.originator for r in reports], words),
        "cites": pa.array([r.cites for r in reports], pa.list_(words)),
        "origin_known": pa.array([r.origin_known for r in reports], pa.bool_()),
        "dates_assumed": pa.array([r.dates_assumed for r in reports], pa.bool_()),
        "record_date": pa.array(
            [r.record_date.text if r.record_date else "" for r in reports], words
        ),
        "information_from": _iso(d and d.earliest for d in dates),
        "information_to": _iso(d and d.latest for d in dates),
        "format": pa.array([r.format for r in reports], words),
    }
    items = [(r.urn, item) for r in reports for item in r.items]
    held = {
        "urn": pa.array([urn for urn, _ in items], words),
        "item": pa.array([item.number for _, item in items], number),
        "text": pa.array([item.text for _, item in items], words),
        "language": pa.array([item.language for _, item in items], words),
    }
    said = {
        name: pa.array([getattr(one, name) for one in statements], kind)
        for name, kind in (
            *((name, words) for name in ("urn", "entity", "schema", "property", "value", "status")),
            *((name, number) for name in ("item", "start")),
        )
    }
    return Stories(pa.table(told), pa.table(held), pa.table(said))


def _iso(days: Iterable[Any]) -> "pa.Array":
    """ISO dates as words, empty where there is none."""
    import pyarrow as pa

    return pa.array([day.isoformat() if day else "" for day in days], pa.string())


def _same_urn(report: Report) -> Refusal:
    return Refusal(
        file=report.file,
        position="whole report",
        what="a report with this URN and other content was read already",
        why="a URN stands for one report",
        do="give it a URN of its own",
        urn=report.urn,
    )


def groups_of_node(node: Node) -> dict[str, Any]:
    """The groups of what this viewer may see; a consultation.

    Returns:
        The document of `headwater groups --json`, with the decisions in force about them.
    """
    stories = _seen(node)
    reports = node.store.reports(node.allowed())
    names = zip(reports["urn"].to_pylist(), reports["file"].to_pylist(), strict=True)
    files = {urn: [file] for urn, file in names}
    document = _document(stories, files)
    document["decisions"] = [
        {
            "id": one.id,
            "decision": JOIN if one.joins else SPLIT,
            "reports": list(one.reports),
            "from": list(one.others),
            **{name: getattr(one, name) for name in ("author", "made", "reason")},
        }
        for one in in_force(node.store.regroupings())
        if files.keys() >= {*one.reports, *one.others}
    ]
    node.log(Operation.CONSULTATION, ["groups"])
    return document


def _seen(node: Node) -> "Stories":
    from headwater.picture import Stories

    store, allowed = node.store, node.allowed()
    return Stories(
        store.reports(allowed), store.items(allowed), store.scan(allowed), store.regroupings()
    )


def _document(stories: "Stories", files: dict[str, list[str]]) -> dict[str, Any]:
    sources = {urn: source.id for source in stories.sources() for urn in source.reports}
    return {
        "groups": [
            {
                "id": group.id,
                "reports": list(group.reports),
                "files": [file for urn in group.reports for file in files[urn]],
                "links": [
                    {
                        "a": link.a,
                        "b": link.b,
                        "tier": link.tier,
                        "phrases": list(stories.shown(link)),
                        "source": link.source,
                    }
                    for link in group.links
                ],
                "reason": group.reason,
                "counts_with": sources[group.id],
            }
            for group in stories.groups()
        ]
    }


def in_force(regroupings: Sequence[Regrouping]) -> list[Regrouping]:
    """Decisions that nobody took back, oldest first."""
    undone = {one.undoes for one in regroupings}
    return [one for one in regroupings if not one.undoes and one.id not in undone]


def regroup(node: Node, decision: str, ids: Sequence[str], reason: str) -> str:
    """Write down an officer's decision on which reports have one origin; returns its id.

    Args:
        node: Where it is decided.
        decision: `split` (these reports are taken apart from the others of their groups), `join`
            (they have one origin), or `undo` (of one decision in force).
        ids: URNs of reports, or the id of the decision to undo.
        reason: Why; kept with the decision.

    Raises:
        NotPermitted: If the viewer may not decide.
        WrongUse: If a report is not to be seen here, or the decision changes nothing.
    """
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
    for one in in_force(node.store.regroupings()):
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

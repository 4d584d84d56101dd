"""Commands for independence: which reports go back to one origin, and decisions about that."""

from pathlib import Path
from typing import Any

import click

from headwater.cli.call import Call, counted
from headwater.cli.reports import refusal_lines, refusal_row
from headwater.model import Refusal, WrongUse

_ABOUT = {"split": "URN...", "join": "URN URN...", "undo": "ID"}


@click.command()
@click.argument("what", nargs=-1, metavar="[FILE...] | [split|join URN... | undo ID]")
@click.option("--reason", default="", help="Why; needed for every decision.")
@click.pass_obj
def groups(call: Call, what: tuple[str, ...], reason: str) -> None:
    """Show which reports are independent of each other, and why.

    With FILE...: of these files, without a node. With nothing: of the node. With split URN...: take
    these reports apart from the others of their group; join URN URN...: they have one origin;
    undo ID: take such a decision back.
    """
    if what and what[0] in _ABOUT:
        _decide(call, what[0], what[1:], reason)
    elif what:
        _of_files(call, [Path(one) for one in what])
    else:
        from headwater.node import Grouping

        with call.node(looks=True) as node:
            document = Grouping(node).shown()
        call.answer(document, _lines(document))


def _decide(call: Call, decision: str, ids: tuple[str, ...], reason: str) -> None:
    from headwater.node import Grouping

    if not ids or not reason.strip():
        raise WrongUse(
            "a decision needs what it is about, and a reason",
            do=f"headwater groups {decision} {_ABOUT[decision]} --reason TEXT",
        )
    with call.node(looks=True) as node:
        made = Grouping(node).decide(decision, ids, reason)
    call.answer({"decided": made}, [f"{decision}: {made}"])


def _of_files(call: Call, paths: list[Path]) -> None:
    from headwater.intake import read_paths
    from headwater.node import EVERY_ROLE, door_options
    from headwater.picture import FileGroups
    from headwater.safeguard import Viewer

    for path in paths:
        if not path.exists():
            raise WrongUse("there is no such file", where=str(path), do="check the path")
    settings = call.settings()
    viewer = Viewer(call.user or settings.login, "this desk", EVERY_ROLE)
    found = FileGroups()
    refusals: list[Refusal] = []
    with call.progress("reading") as progress:
        taken = read_paths(
            paths, door_options(viewer, "", None), progress=progress, workers=settings.workers
        )
        for one in taken:
            found.take(one.reports, one.statements)
            refusals += one.refusals
    refusals += found.refusals
    document = found.document()
    document["refusals"] = [refusal_row(refusal) for refusal in refusals]
    call.exit_code = 1 if refusals else 0
    call.answer(document, [*_lines(document), *refusal_lines(refusals)])


def _lines(document: dict[str, Any]) -> list[str]:
    found = document["groups"]
    sources = len({group["counts_with"] for group in found})
    reports = sum(len(group["reports"]) for group in found)
    lines = [
        f"{counted(reports, 'report')}, {counted(len(found), 'group')}; "
        f"they count as {counted(sources, 'source')}."
    ]
    for group in found:
        if group["links"]:
            lines.append(f"{group['id']}: {', '.join(group['files'])} ({group['reason']})")
            lines += [line for link in group["links"] for line in _link_lines(link)]
    lines += [
        f"{one['id']}  {one['decision']} {', '.join(one['reports'])}: "
        f"{one['reason']} ({one['author']})"
        for one in document.get("decisions", ())
    ]
    return lines


def _link_lines(link: dict[str, Any]) -> list[str]:
    origin = f", from {link['source']}" if link["source"] else ""
    head = f"  {link['a']} and {link['b']}: {link['tier']}{origin}"
    return [head, *(f'    "{phrase}"' for phrase in link["phrases"])]

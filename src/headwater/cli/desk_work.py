"""Commands for what a person decides on people, signs, and has to look at again."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from headwater.cli.call import Call, look_of
from headwater.cli.resolution import resolved_line
from headwater.model import Finding, WrongUse

_ASKED = (
    "Wait: this person may be recorded by another agency as being moved (the {why} agrees), and is "
    "in no ranking, removal or group. Look again; headwater categorise once more answers it."
)


@click.command()
@click.argument("person")
@click.argument("category", metavar="CATEGORY")
@click.option("--case", required=True, help="The case in which the person is this.")
@click.option("--reason", required=True, help="Why; it is kept with the decision.")
@click.pass_obj
def categorise(call: Call, person: str, category: str, case: str, reason: str) -> None:
    """Decide what a person is in a case.

    PERSON is the id that headwater review --people shows, or a name that only one person bears.
    CATEGORY is suspect, convicted, victim, witness, being_moved, other or undecided. Only suspects
    and convicted persons are ever ranked.
    """
    from headwater.node import categorise as decide_category
    from headwater.node import reading

    with call.node(looks=True) as node:
        barred = reading.barred_from(node, look_of(node))
        entity, urn, done, asked = decide_category(node, person, category, case, reason, barred)
    said = {"entity": entity, "category": category, "case": case, "report": urn, "asked": asked}
    lines = [f"{entity} is {category} in {case}; recorded as {urn}.", resolved_line(done)]
    call.answer({**said, **asdict(done)}, [*lines, *([_ASKED.format(why=asked)] if asked else [])])


@click.command("review-due")
@click.option("--keep", metavar="URN", default="", help="A report that is still needed.")
@click.option("--reason", default="", help="Why it is; kept in the log.")
@click.pass_obj
def review_due(call: Call, keep: str, reason: str) -> None:
    """List what retention asks a person to look at again.

    With --keep, a supervisor says why a report is still needed; it is due again after the time
    from one review to the next.
    """
    from headwater.node import queue
    from headwater.node import review_due as due_here

    with call.node(looks=True) as node:
        if keep:
            queue.retain(node, keep, reason)
        due = due_here(node)
    lines = [f"{row['due']}  {row['urn']}  {row['why']}" for row in due]
    call.answer({"due": due}, lines or ["Nothing is due."])


_SAVED = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("page", type=_SAVED)
@click.option("--operation", required=True, help="What the operation is called.")
@click.option("--periods", default=0, help="Length of its window, one of the page's.")
@click.option("--again", is_flag=True, help="Register a second design for one operation.")
@click.pass_obj
def register(call: Call, page: Path, operation: str, periods: int, *, again: bool) -> None:
    """Sign the PAGE of a design before its operation: what impact.power found, saved with --json.

    The document goes into the node, its SHA-256 into the audit tree. Without --periods the length
    is the shortest that shows the change hoped for with the chance wanted, else the longest.
    """
    from headwater.node.registration import register as register_here

    with call.node(looks=True) as node:
        found = register_here(node, _saved(page), operation, periods, again=again)
    told = found.document
    lines = [
        f"{told['operation']} is registered: {found.sha256}",
        f"the page is {told['page_sha256']}, as on the sheet that was signed: both find it.",
        f"{told['design']['treated']} from {told['design']['from']}, {told['periods']} periods; "
        f"recorded as {found.urn}.",
    ]
    late = ["This is late: the operation had begun."] if found.late else []
    call.answer(found.as_dict(), [*lines, *late])


@click.command()
@click.argument("sha256")
@click.argument("finding", type=_SAVED)
@click.pass_obj
def registered(call: Call, sha256: str, finding: Path) -> None:
    """Say whether a FINDING of impact.effect, saved with --json, follows a registered design."""
    from headwater.node.registration import held_against

    with call.node(looks=True) as node:
        held = held_against(node, sha256, _saved(finding))
    told = held.certificate["registered"]
    lines = [
        f"{told['operation']}, registered on {told['registered'][:10]} by {told['by']}: "
        + ("followed." if told["follows"] else "not followed."),
        *(
            f"  {one['part']}: registered {one['registered']}, now {one['now']}"
            for one in told["differs"]
        ),
    ]
    late = ["This is late: the operation had begun when it was registered."] if told["late"] else []
    call.answer(held.as_dict(), [*lines, *late])


def _saved(path: Path) -> Finding:
    """A finding from the file that --json wrote."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Finding(
            told["method"],
            told["version"],
            told["parameters"],
            told["picture"],
            tuple(told["rows"]),
            told["certificate"],
            told["sensitivity"],
            tuple(told["caveats"]),
            {key: tuple(ids) for key, ids in told["evidence"].items()},
            told["seconds"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongUse(
            "this file holds no finding",
            where=str(path),
            why=f"{type(error).__name__}: {error}",
            do="save one with headwater analyse METHOD --json > finding.json",
        ) from error

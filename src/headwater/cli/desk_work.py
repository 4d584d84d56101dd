"""Commands for the decisions that a person takes: same or not, true or not, who is what."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from headwater.cli.call import Call
from headwater.cli.resolution import resolved_line
from headwater.model import WrongUse

if TYPE_CHECKING:
    from headwater.node import Kind

_DECISIONS = ("accept", "reject", "same", "different", "unknown", "undo")


@click.command()
@click.argument("decision", required=False, type=click.Choice(_DECISIONS))
@click.argument("ids", nargs=-1)
@click.option("--reason", default="", help="Why; needed for every decision.")
@click.option("--find", default="", help="Only entries that hold these words.")
@click.option("--people", "kind", flag_value="people", help="Only people without a category.")
@click.option("--joined", "kind", flag_value="joined", help="Joins that stand, to be undone by id.")
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(min=1),
    help="How many entries to show.",
)
@click.pass_obj
def review(  # noqa: PLR0913 - the parameters are those of the command
    call: Call,
    decision: str | None,
    ids: tuple[str, ...],
    reason: str,
    find: str,
    kind: "Kind | None",
    limit: int,
) -> None:
    """Show what waits for a person, or decide: accept or reject statements; same, different or
    unknown for two entities; undo a judgement.

    An ID is the first word of an entry. An entry whose ID ends in + is decided on as a whole; give
    the ID without + for its first statement alone, or URN#item for all that an item proposes.
    """
    if decision is None:
        _show_queue(call, find, limit, kind)
        return
    if not ids or not reason.strip():
        raise WrongUse(
            "a decision needs what it is about, and a reason",
            do=f"headwater review {decision} ID --reason TEXT",
        )
    from headwater.node import decide

    with call.node(looks=True) as node:
        made = decide(node, decision, ids, reason)
    call.answer({"decided": made}, [f"{decision}: {one}" for one in made])


def _show_queue(call: Call, find: str, limit: int, kind: "Kind | None") -> None:
    from headwater.node import review_queue

    with call.node(looks=True) as node:
        entries = review_queue(node, limit, find, kind or "waiting")
    lines = [line for entry in entries for line in entry.lines()]
    nothing = "Nothing is joined." if kind == "joined" else "Nothing waits."
    document = {"queue": [entry.as_dict() for entry in entries]}
    call.answer(document, lines or ["Nothing found." if find else nothing])


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

    with call.node(looks=True) as node:
        entity, urn, done = decide_category(node, person, category, case, reason)
    call.answer(
        {"entity": entity, "category": category, "case": case, "report": urn, **asdict(done)},
        [
            f"{entity} is {category} in {case}; recorded as {urn}.",
            resolved_line(done),
        ],
    )


@click.command("review-due")
@click.pass_obj
def review_due(call: Call) -> None:
    """List what retention asks a person to look at again."""
    from headwater.node import review_due as due_here

    with call.node(looks=True) as node:
        due = due_here(node)
    lines = [f"{row['due']}  {row['urn']}  {row['why']}" for row in due]
    call.answer({"due": due}, lines or ["Nothing is due."])

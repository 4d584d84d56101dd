"""Commands for what a person decides on people, and has to look at again."""

from dataclasses import asdict

import click

from headwater.cli.call import Call
from headwater.cli.resolution import resolved_line

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

    with call.node(looks=True) as node:
        entity, urn, done, asked = decide_category(node, person, category, case, reason)
    said = {"entity": entity, "category": category, "case": case, "report": urn, "asked": asked}
    lines = [f"{entity} is {category} in {case}; recorded as {urn}.", resolved_line(done)]
    call.answer({**said, **asdict(done)}, [*lines, *([_ASKED.format(why=asked)] if asked else [])])


@click.command("review-due")
@click.pass_obj
def review_due(call: Call) -> None:
    """List what retention asks a person to look at again."""
    from headwater.node import review_due as due_here

    with call.node(looks=True) as node:
        due = due_here(node)
    lines = [f"{row['due']}  {row['urn']}  {row['why']}" for row in due]
    call.answer({"due": due}, lines or ["Nothing is due."])

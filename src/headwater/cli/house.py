"""Commands for the house: nodes, the log, erasure, the exercise and the demonstration."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any

import click

from headwater.cli.call import Call, counted
from headwater.cli.reports import receipt_line, refusal_lines

if TYPE_CHECKING:
    from headwater.exercise import Scale

_ONE = {
    "reports": "report",
    "items": "item",
    "statements": "statement",
    "entities": "entity",
    "judgements": "judgement",
    "reviews": "review",
    "refusals": "refusal",
    "originals": "original",
    "masked": "text blacked out",
    "log_texts": "log text",
    "decisions": "decision on a category",
}
"""What an erasure counts, each by the word for one of it."""

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_SCALES = ("small", "medium", "large")
_port = click.option(
    "--port",
    default=8400,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Port to listen on.",
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--agency", required=True, help="The agency that the node belongs to.")
@click.pass_obj
def init(call: Call, folder: Path, agency: str) -> None:
    """Make a new node in FOLDER; its maker is the first user, with every role."""
    from headwater.node import make_node

    node = make_node(folder, agency, call.settings(), call.user)
    name = node.viewer.name
    node.close()
    call.answer(
        {"node": str(folder), "agency": agency, "user": name},
        [f"Made a node for {agency} in {folder}. {name} has every role until a second user comes."],
    )


@click.command()
@click.argument("what", required=False, type=click.Choice(["verify"]))
@click.pass_obj
def log(call: Call, what: str | None) -> None:
    """Read the log of what was done, or verify that nothing in it was changed."""
    from headwater.node import log_entries, verify_log

    with call.node(looks=True) as node:
        if what == "verify":
            check = verify_log(node)
            document = {"size": check.size, "root": check.root, "faults": list(check.faults)}
            call.exit_code = 4 if check.faults else 0
            verdict = "FAULTS" if check.faults else "whole"
            lines = [f"{check.size} records, {verdict}; root {check.root}", *check.faults]
            call.answer(document, lines)
            return
        entries = log_entries(node)
    call.answer({"log": entries}, [_log_line(entry) for entry in entries])


def _log_line(entry: Mapping[str, Any], most: int = 3) -> str:
    """An entry of the log; texts that an erasure detached are said to be erased."""
    what = [one if len(one) < 40 else f"{one[:16]}…" for one in entry["what"]]
    about = ", ".join(what[:most]) + (f" and {len(what) - most} more" if len(what) > most else "")
    texts = (entry[name] for name in ("purpose", "recipient", "reason"))
    purpose, recipient, reason = ("(erased)" if text is None else text for text in texts)
    if entry["purpose"] is None:  # the three are detached together
        recipient = reason = ""
    line = f"{entry['when']}  {entry['who']:<16} {entry['operation']:<12} {purpose} [{about}]"
    return line + (f" -> {recipient}" if recipient else "") + (f" ({reason})" if reason else "")


@click.command()
@click.argument("target")
@click.option("--reason", required=True, help="Why; never repeat what is erased.")
@click.pass_obj
def erase(call: Call, target: str, reason: str) -> None:
    """Erase a report (URN) or an entity, to the last byte in the node's folder."""
    from headwater.node import erase as erase_here
    from headwater.node import review

    with call.node(looks=False) as node:
        copies = review.copies_of(node, target)
        done = erase_here(node, target, reason)
    said = [counted(n, _ONE[kind]) for kind, n in done.items() if n]
    outside = [f"Delete the copy outside the node: {copy}" for copy in copies]
    call.answer({"erased": done, "copies": copies}, [f"Erased {', '.join(said)}.", *outside])


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--seed", default=1, show_default=True)
@click.option("--scale", default="small", show_default=True, type=click.Choice(_SCALES))
@click.pass_obj
def exercise(call: Call, folder: Path, seed: int, scale: "Scale") -> None:
    """Write an invented world: FOLDER/reports for training, FOLDER/truth apart from it."""
    from headwater.exercise import write_world

    with call.progress("writing") as progress:
        summary = write_world(folder / "reports", folder / "truth", seed, scale, progress)
    counts = {name: getattr(summary, name) for name in summary.__dataclass_fields__}
    call.answer(counts, [f"{name:<14}{value}" for name, value in counts.items()])


@click.command()
@click.option("--once", is_flag=True, help="Build, print the summary, and end.")
@click.option(
    "--into",
    default="headwater-demo",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to build it in.",
)
@click.option("--seed", default=1, show_default=True)
@click.option("--scale", default="small", show_default=True, type=click.Choice(_SCALES))
@_port
@click.pass_obj
def demo(call: Call, once: bool, into: Path, seed: int, scale: "Scale", port: int) -> None:
    """A node on the exercise world, briefed, and its pages opened until Ctrl-C."""
    from headwater.node import demonstrate

    settings = call.settings()
    with call.progress("building the demonstration") as progress:
        built = demonstrate(
            into, settings, user=call.user, seed=seed, scale=scale, progress=progress
        )
    notes = [] if built.articles else ["The two example articles are not here: exercise alone."]
    document = {
        "node": str(built.node),
        "briefings": [str(out) for out in built.briefings],
        "receipt": built.receipt.counts(),
        "summary": built.summary,
        "notes": notes,
    }
    lines = [
        receipt_line(built.receipt.counts()),
        *refusal_lines(built.receipt.refusals, 3),
        *notes,
        "",
        *built.summary,
        "",
        f"Briefing: {built.briefings[0]} (also .html and .md)",
        f"Node:     {built.node}",
    ]
    call.answer(document, lines)
    if not once:
        _open_demonstration(call, built.node, port)


def _open_demonstration(call: Call, folder: Path, port: int) -> None:
    """Serve a demonstration to its maker, by an address that is good once, until Ctrl-C."""
    from headwater.desk import Address, OpenDoor, Reception, leave_soon, serve
    from headwater.node import looking

    house = looking.open_house(folder, call.settings())
    maker, purpose = house.store.users()[0], "the demonstration"
    door = OpenDoor(house, maker, purpose)
    with suppress(looking.StillBuilding):  # the first page then waits for it, and says so
        house.shelf.look(house.enter(maker, purpose))
    address, code = Address(port=port), token_urlsafe(9)
    reception = Reception(house, door, greeted={code: door.key})
    try:
        said = f"Desk:     {address.url}/welcome/{code}"
        serve(reception, address, lambda: call.say("", said), leave_soon)
    finally:
        house.close()


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@_port
@click.option("--certificate", type=_FILE, help="TLS certificate (PEM); needed beyond loopback.")
@click.option("--key", type=_FILE, help="Its private key (PEM).")
@click.option("--origin", default="", help="Address that browsers know it by, as https://HOST.")
@click.pass_obj
def desk(
    call: Call, host: str, port: int, certificate: Path | None, key: Path | None, origin: str
) -> None:
    """Serve the pages of the node until Ctrl-C; users sign in with two factors.

    Without --host only this machine reaches them. Invite users: headwater user invite NAME.
    """
    from headwater.desk import Address, NodeDoor, Reception, leave_soon, serve
    from headwater.node import access, looking

    address = Address(host, port, certificate, key)
    address.check()
    house = looking.open_house(call.folder, call.settings())
    gate = access.Gate(house.store, house.settings, origin or address.url)
    reception = Reception(house, NodeDoor(gate), secure=address.sealed, gate=gate)
    try:
        said = f"The desk is open at {gate.origin}"
        serve(reception, address, lambda: call.say(said), leave_soon)
    finally:
        house.close()

"""Commands for the users of a node."""

import click

from headwater.cli.call import Call

_HOURS = "The code is shown this once and good for 72 hours; it is typed in at the desk."


@click.group()
def user() -> None:
    """Users of the node."""


@user.command("add")
@click.argument("name")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    metavar="ROLE",
    help="admin, analyst, officer, supervisor, case_officer, liaison, auditor or safeguarding; "
    "may be repeated.",
)
@click.option("--compartment", "compartments", multiple=True, help="Compartment to let in to.")
@click.option("--clearance", default=1, show_default=True, type=click.IntRange(0, 5))
@click.pass_obj
def user_add(
    call: Call, name: str, roles: tuple[str, ...], compartments: tuple[str, ...], clearance: int
) -> None:
    """Add the user NAME and print an invitation, or change what the user may do."""
    from headwater.node import add_user
    from headwater.node.access import accounts

    with call.node(looks=False) as node:
        notes = add_user(node, name, roles, compartments, clearance)
        new = not accounts.has_account(node, name)
        code = accounts.invite(node, name) if new else ""
    document = {"user": name, "roles": sorted(roles), "notes": notes, "invitation": code}
    lines = [f"{name}: {', '.join(sorted(roles))}", *notes]
    call.answer(document, [*lines, f"Invitation: {code}", _HOURS] if code else lines)


@user.command("invite")
@click.argument("name")
@click.pass_obj
def user_invite(call: Call, name: str) -> None:
    """Invite NAME anew, after a lost password or telephone."""
    from headwater.node.access import accounts

    with call.node(looks=False) as node:
        code = accounts.invite(node, name)
    call.answer({"user": name, "invitation": code}, [f"Invitation: {code}", _HOURS])


@user.command("list")
@click.pass_obj
def user_list(call: Call) -> None:
    """Who is known here, what they may do, and whether they have an account."""
    from headwater.node.access import accounts

    with call.node(looks=False) as node:
        rows = accounts.listed(node)
    lines = [
        f"{row['name']:<20} {row['account']:<8} clearance {row['clearance']}  "
        f"{', '.join(row['roles'])}"
        + (f"  in {', '.join(row['compartments'])}" if row["compartments"] else "")
        for row in rows
    ]
    call.answer({"users": rows}, lines)


@user.command("end")
@click.argument("name")
@click.pass_obj
def user_end(call: Call, name: str) -> None:
    """Remove NAME and everything that lets NAME in; past decisions keep their author."""
    from headwater.node.access import accounts

    with call.node(looks=False) as node:
        accounts.end(node, name)
    call.answer({"ended": name}, [f"{name} is gone, with password, codes, sessions and tokens."])

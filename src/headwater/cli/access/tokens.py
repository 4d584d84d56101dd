"""Commands for the tokens of a user's own scripts."""

from dataclasses import asdict

import click

from headwater.cli.call import Call


@click.group()
def token() -> None:
    """Tokens with which your own scripts use the desk."""


@token.command("new")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    metavar="SCOPE",
    help="read, add, review or analyse; may be repeated.",
)
@click.option("--days", default=90, show_default=True, help="How long it is good.")
@click.pass_obj
def token_new(call: Call, name: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a token called NAME; what your script shows is printed this once."""
    from headwater.node.access import tokens

    with call.node(looks=False) as node:
        secret, made = tokens.new(node, name, scopes, days)
    call.answer(
        {"token": asdict(made), "secret": secret},
        [f"Token: {secret}", f"Shown this once. It may {', '.join(made.scopes)} to {made.until}."],
    )


@token.command("list")
@click.pass_obj
def token_list(call: Call) -> None:
    """Your tokens."""
    from headwater.node.access import tokens

    with call.node(looks=False) as node:
        own = tokens.listed(node)
    lines = [f"{t.handle[:8]}  {t.name:<20} {', '.join(t.scopes):<28} to {t.until}" for t in own]
    call.answer({"tokens": [asdict(one) for one in own]}, lines or ["You have no tokens."])


@token.command("end")
@click.argument("which")
@click.pass_obj
def token_end(call: Call, which: str) -> None:
    """End a token, by its name or the beginning of its handle."""
    from headwater.node.access import tokens

    with call.node(looks=False) as node:
        ended = tokens.end(node, which)
    call.answer({"ended": asdict(ended)}, [f"{ended.name} opens nothing any more."])

"""Commands for names: compare two of them, or score a file of pairs."""

from pathlib import Path

import click

from headwater.cli.call import Call, counted
from headwater.cli.reports import refusal_lines

_file = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def names() -> None:
    """Compare names across scripts, with the reason for every bit; no node is needed."""


@names.command()
@click.argument("left")
@click.argument("right")
@click.pass_obj
def compare(call: Call, left: str, right: str) -> None:
    """Say how strongly two names speak for being one, letter by letter, in bits.

    A bit doubles the odds: 0 is no evidence, 10 a thousand to one, below 0 speaks against. The
    order of the words and the script do not matter. Names only: two people may bear one name.
    """
    from headwater.resolve import compare as compare_names

    comparison = compare_names(left, right)
    call.exit_code = 1 if comparison.problem else 0
    call.answer(comparison.as_dict(), comparison.lines())


@names.command()
@click.argument("pairs", type=_file)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="CSV file to write: the columns of PAIRS, then weight, probability and problem.",
)
@click.option(
    "--prior",
    type=float,
    default=0.001,
    show_default="0.001, one pair in a thousand",
    help="Chance that a pair is one name before it is looked at. Use about 0.000001 for every "
    "pair of a long list, more for pairs that somebody picked.",
)
@click.pass_obj
def score(call: Call, pairs: Path, out: Path, prior: float) -> None:
    """Score a CSV (UTF-8, commas) of name pairs with the columns left and right.

    weight is the evidence in bits; probability adds the prior to it as log-odds; problem says why
    a row has neither, or what of its names was left aside. What has a problem is also listed as a
    refusal, with its line, and the others go on.
    """
    from headwater.resolve import score_pairs

    with call.progress("scoring") as progress:
        scored = score_pairs(pairs, out, prior, progress)
    call.exit_code = 1 if scored.refusals else 0
    document = {
        "out": str(out),
        "rows": scored.rows,
        "scored": scored.scored,
        "prior": prior,
        "refusals": [
            {"file": r.file, "position": r.position, "what": r.what, "why": r.why, "do": r.do}
            for r in scored.refusals
        ],
    }
    line = (
        f"Scored {counted(scored.scored, 'pair')} into {out}; "
        f"{counted(len(scored.refusals), 'refusal')}; prior {prior:g}."
    )
    call.answer(document, [line, *refusal_lines(list(scored.refusals))])

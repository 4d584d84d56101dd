"""Commands for the picture and what is found on it."""

from pathlib import Path
from typing import Any

import click

from headwater.cli.call import Call
from headwater.model import Finding, WrongUse

_PLAIN_FILES = ("links", "people", "legs", "series", "money", "operations", "incidents")


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the tables as Parquet.",
)
@click.pass_obj
def picture(call: Call, out: Path | None) -> None:
    """Build the picture; with --out, write its tables as Parquet."""
    from headwater.node import export_picture, see_picture

    with call.node(looks=True) as node:
        built, written = export_picture(node, out) if out else (see_picture(node), [])
    rows = {name: table.num_rows for name, table in built.tables.items()}
    document = {
        "picture": built.fingerprint,
        "rows": rows,
        "files": [str(path) for path in written],
        "caveats": list(built.caveats),
    }
    lines = [f"Picture {built.fingerprint[:16]}", *(f"  {n:<12}{c:>10}" for n, c in rows.items())]
    call.answer(document, [*lines, *built.caveats])


@click.command()
@click.pass_obj
def methods(call: Call) -> None:
    """List the declared methods: question, parameters, cost, what each is not for."""
    from headwater.analysis import methods as declared

    listed = declared()
    lines = []
    for method in listed:
        lines += [f"{method.id} {method.version}", f"  {method.question}"]
        lines += [f"  --set {p.name}={p.default}  {p.meaning}" for p in method.parameters]
        lines += [f"  cost: {method.cost}", f"  not for: {method.not_for}", ""]
    call.answer({"methods": [method.as_dict() for method in listed]}, lines)


@click.command()
@click.argument("method")
@click.option("--set", "given", multiple=True, metavar="NAME=VALUE", help="Set a parameter.")
@click.option(
    "--links",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="source,target[,weight][,layer][,date][,grade][,directed]",
)
@click.option(
    "--people",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="id[,name][,category][,birth_date][,phone][,country][,document]",
)
@click.option(
    "--legs",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="from,to[,mode][,date][,group][,persons][,fee_min][,fee_max][,currency]...",
)
@click.option(
    "--series",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="date,series,value[,release]",
)
@click.option(
    "--money",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="date,from,to,amount,currency[,memo]",
)
@click.option(
    "--operations",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="id,date,end,place,kind",
)
@click.option(
    "--incidents",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="date,lat,lon,dead_and_missing,cause",
)
@click.option("--assume-category", default="", help="Category of people whose file gives none.")
@click.pass_obj
def analyse(
    call: Call, /, method: str, given: tuple[str, ...], assume_category: str, **files: Path | None
) -> None:
    """Run one METHOD on the node's picture, or on plain files without a node."""
    from headwater.analysis import run

    settings = dict(_pair(text) for text in given)
    plain = {name: path for name in _PLAIN_FILES if (path := files[name]) is not None}
    if plain:
        from headwater.picture import from_plain_files

        built = from_plain_files(**plain, assume_category=assume_category)
        finding = run(built, method, settings)
    elif assume_category:
        raise WrongUse(
            "--assume-category is for plain files only",
            why="in a node, a human decides each category",
            do="use headwater categorise",
        )
    else:
        from headwater.node import analyse as analyse_node

        with call.node(looks=True) as node:
            finding = analyse_node(node, method, settings)
    call.answer(finding.as_dict(), finding_lines(finding))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise WrongUse(f"--set {text} says no value", do="write --set name=value")
    return name, value


def finding_lines(finding: Finding, limit: int = 20) -> list[str]:
    """A finding as a plain table, with its caveats beneath."""
    lines = [f"{finding.method} {finding.version}"]
    shown = finding.rows[:limit]
    if shown:
        columns = list(shown[0])
        cells = [[_cell(row[c]) for c in columns] for row in shown]
        widths = [max(len(c), *(len(row[i]) for row in cells)) for i, c in enumerate(columns)]
        for row in [columns, *cells]:
            lines.append("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())
    if len(finding.rows) > limit:
        lines.append(f"and {len(finding.rows) - limit} more rows: see --json")
    lines += [f"{key}: {_cell(value)}" for key, value in finding.certificate.items()]
    return lines + [f"Note: {caveat}" for caveat in finding.caveats]


def _cell(value: Any) -> str:  # noqa: ANN401 - a cell of a finding may be any JSON value
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return text if len(text) <= 48 else text[:47] + "…"

"""Commands for the picture and what is found on it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from headwater.cli.call import Call
from headwater.model import Finding, WrongUse

_PLAIN_FILES = {
    "links": "source,target[,weight][,layer][,date][,grade][,directed]",
    "people": "id[,name][,category][,birth_date][,phone][,country][,document]",
    "legs": "from,to[,mode][,date][,group][,persons][,fee_min][,fee_max][,currency][,fee_basis]"
    "[,service_model][,payment_mode][,from_lat][,from_lon][,to_lat][,to_lon][,report]",
    "series": "date,series,value[,place][,mode][,release]",
    "money": "date,from,to,amount,currency[,memo][,method][,from_kind][,to_kind]",
    "operations": "id,date,end,place,kind",
    "incidents": "date,lat,lon,dead_and_missing,cause",
    "rates": "date,currency,rate[,base]: what one unit of a currency is worth in the base (EUR)",
    "prices": "date,area,index: price index of an area or currency",
    "figures": "unit,parameter,low,high[,likely][,currency][,kind][,source][,date]: of the trade",
}
"""The plain files that a method may run on, with their columns."""

_BESIDE = {"rates", "prices", "figures"}
"""Plain files that tell of no trade: alone, they are read beside the node's picture."""

_DRAW = "Draw the finding into this SVG file; a method without a drawing is refused."

Command = Callable[..., Any]
_WIDTH = 120  # characters of a line
_MOST_LISTED = 12  # entries of a list of mappings that are printed
_LONGEST = 48  # characters of a cell; longer text stands beneath its row


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


def _plain_files(command: Command) -> Command:
    """An option for each plain file, in the order of the table."""
    for name, columns in reversed(_PLAIN_FILES.items()):
        file = click.Path(path_type=Path, exists=True, dir_okay=False)
        command = click.option(f"--{name}", type=file, help=columns)(command)
    return command


@click.command()
@click.argument("method")
@click.option("--set", "given", multiple=True, metavar="NAME=VALUE", help="Set a parameter.")
@_plain_files
@click.option("--assume-category", default="", help="Category of people whose file gives none.")
@click.option("--draw", type=click.Path(path_type=Path, dir_okay=False), help=_DRAW)
@click.pass_obj
def analyse(
    call: Call,
    /,
    method: str,
    given: tuple[str, ...],
    assume_category: str,
    draw: Path | None,
    **files: Path | None,
) -> None:
    """Run one METHOD on the node's picture, or on plain files without a node.

    Rates, prices and figures alone are read beside the node's picture.
    """
    settings = dict(_pair(text) for text in given)
    plain = {name: path for name in _PLAIN_FILES if (path := files[name]) is not None}
    if draw and draw.suffix != ".svg":
        raise WrongUse(f"{draw.name} is no name for a drawing", do="end it in .svg")
    if draw:
        from headwater.draw import refuse_undrawn

        refuse_undrawn(method)
    if plain.keys() - _BESIDE:
        finding = _on_plain_files(call, method, settings, plain, assume_category, draw)
    elif assume_category:
        raise WrongUse(
            "--assume-category is for plain files only",
            why="in a node, a human decides each category",
            do="use headwater categorise",
        )
    else:
        from headwater.node import analyse as analyse_node

        with call.node(looks=True) as node:
            finding = analyse_node(node, method, settings, draw, plain)
    call.answer(finding.as_dict(), finding_lines(finding))


def _on_plain_files(
    call: Call,
    method: str,
    settings: Mapping[str, object],
    plain: Mapping[str, Path],
    assume_category: str,
    draw: Path | None,
) -> Finding:
    from headwater.analysis import METHODS, run
    from headwater.picture import from_plain_files

    built = from_plain_files(**plain, assume_category=assume_category)
    finding = run(built, method, settings)
    aside = [f"--{name}" for name in plain if name not in METHODS[method].method.inputs]
    if aside:
        call.note(f"{method} does not read {', '.join(aside)}: left aside.")
    if draw:
        from headwater.draw import draw_finding

        draw.write_text(draw_finding(finding, built), encoding="utf-8")
    return finding


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise WrongUse(f"--set {text} says no value", do="write --set name=value")
    return name, value


def finding_lines(finding: Finding, limit: int = 20) -> list[str]:
    """A finding as a plain table that fits; beneath, what is proved, other readings, caveats.

    No text is cut: what is long is wrapped; a list that is a table of its own is only counted. Ids
    are told as names.
    """
    names = _names(finding)
    lines = [f"{finding.method} {finding.version}"]
    shown = [_row_named(row, names) for row in finding.rows[:limit]]
    if shown:
        lines += _table(shown)
    if len(finding.rows) > limit:
        lines.append(f"and {len(finding.rows) - limit} more: see --json")
    for key, value in finding.certificate.items():
        lines += _entry(key, _named(value, names))
    if finding.sensitivity:
        lines.append("Under other readings:")
    for reading, change in finding.sensitivity.items():
        lines += _entry(reading, _named(change, names), "  ")
    return lines + [line for caveat in finding.caveats for line in _wrapped(f"Note: {caveat}")]


def _names(finding: Finding) -> dict[str, str]:
    """What each id is called; the id stays beside a name that several bear."""
    names = dict(finding.names)
    for row in finding.rows:
        ends = [str(held or "?") for column, held in row.items() if column.endswith("_name")]
        name = row.get("name") or " to ".join(ends)
        if name and row.get("id"):
            names[str(row["id"])] = str(name)
    bearers = Counter(names.values())
    return {key: name if bearers[name] == 1 else f"{name} ({key})" for key, name in names.items()}


def _row_named(row: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A row with names in its lists; an id that is a cell has a column for its name already."""
    return {
        column: value if isinstance(value, str) else _named(value, names)
        for column, value in row.items()
    }


def _named(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any JSON value
    """A value with names for its ids."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list | tuple):
        return [_named(one, names) for one in value]
    if isinstance(value, Mapping):
        return {names.get(key, key): _named(held, names) for key, held in value.items()}
    return value


def _table(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Rows in columns, names before ids; what is too wide goes on beneath, names repeated.

    Columns with long text stand beneath each row instead.
    """
    names, rest = _names_first(list(rows[0]))
    cells = {column: [column, *(_words(row[column]) for row in rows)] for column in [*names, *rest]}
    widths = {column: max(map(len, held)) + 2 for column, held in cells.items()}
    long = [column for column in rest if widths[column] > _LONGEST + 2]
    beneath = [[], *(_beneath(row, long) for row in rows)]
    rest = [column for column in rest if column not in long]
    lines: list[str] = []
    while rest or not lines:
        room = _WIDTH + 2 - sum(widths[name] for name in names)
        fitting = 1
        while sum(widths[column] for column in rest[: fitting + 1]) <= room and fitting < len(rest):
            fitting += 1
        lines += [""] if lines else []
        for at, texts in enumerate(beneath):
            row = [cells[column][at].ljust(widths[column]) for column in names + rest[:fitting]]
            lines += ["".join(row).rstrip(), *texts]
        rest, beneath = rest[fitting:], [[] for _ in beneath]
    hidden = [column for column in rows[0] if column not in cells]
    return [*lines, f"not shown: {', '.join(hidden)}; see --json"] if hidden else lines


def _beneath(row: Mapping[str, Any], columns: Sequence[str]) -> list[str]:
    """What a row holds in these columns, those that hold nothing left out."""
    held = [column for column in columns if row[column] not in (None, "", [], {})]
    return [line for column in held for line in _entry(column, row[column], "    ")]


def _entry(key: str, value: Any, indent: str = "") -> list[str]:  # noqa: ANN401 - any JSON value
    """A value behind its key, wrapped; mappings of a list one beneath the other."""
    label = f"{indent}{_plain(key)}:"
    if _longest_of(value) > _MOST_LISTED:
        return _wrapped(f"{label} {_longest_of(value)} entries: see --json", indent)
    listed = isinstance(value, list | tuple) and all(isinstance(one, Mapping) for one in value)
    if not value or not listed:
        return _wrapped(f"{label} {_words(value)}", indent)
    inner = f"{indent}  "
    return [label, *(line for one in value for line in _wrapped(inner + _words(one), inner))]


def _longest_of(value: Any) -> int:  # noqa: ANN401 - any JSON value
    """How long the longest list of mappings in it is: a table of its own, that no page can hold."""
    if isinstance(value, Mapping):
        return max(map(_longest_of, value.values()), default=0)
    table = isinstance(value, list | tuple) and value and isinstance(value[0], Mapping)
    return len(value) if table else 0


def _wrapped(text: str, indent: str = "") -> list[str]:
    """A text as lines that fit, those after the first set in; no word is broken."""
    return wrap(
        text,
        _WIDTH,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _names_first(columns: Sequence[str]) -> tuple[list[str], list[str]]:
    """Names, and the rest with the id last and without other ids of what is named.

    All columns in order where none is a name.
    """
    names = [column for column in columns if column == "name" or column.endswith("_name")]
    ids = {"id", *(name.removesuffix("_name") for name in names)} if names else set()
    rest = [column for column in columns if column not in ids and column not in names]
    return names, [*rest, "id"] if "id" in ids & set(columns) else rest


def _words(value: Any) -> str:  # noqa: ANN401 - a cell of a finding may be any JSON value
    if isinstance(value, list | tuple):
        return ", ".join(map(_one, value)) or "none"
    if isinstance(value, Mapping):
        parts = "; ".join(_part(key, held) for key, held in value.items())
        return _money(value) if "currency" in value else parts or "none"
    if value is None or isinstance(value, bool):
        return {None: "-", True: "yes", False: "no"}[value]
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return str(value)


def _one(value: Any) -> str:  # noqa: ANN401 - a cell of a finding may be any JSON value
    """One of a list; a list of its own, as two people who are tied, stands in brackets."""
    return f"({_words(value)})" if isinstance(value, list | tuple) else _within(value)


def _within(value: Any) -> str:  # noqa: ANN401 - a cell of a finding may be any JSON value
    """A value inside another; what has parts of its own stands in brackets."""
    parts = isinstance(value, Mapping) and "currency" not in value
    return f"({_words(value)})" if parts else _words(value)


def _part(key: str, value: Any) -> str:  # noqa: ANN401 - a cell of a finding may be any JSON value
    colon = ":" if isinstance(value, list | tuple) else ""
    return f"{_plain(key)}{colon} {_within(value)}"


def _plain(key: str) -> str:
    return key.replace("_", " ")


def _money(value: Mapping[str, Any]) -> str:
    """A range of money, or two that do not meet, as `EUR 150-230 per person`."""
    ranges = [value[end] for end in ("lower", "higher") if end in value] or [value]
    told = " against ".join(_figures(value["currency"], one) for one in ranges)
    told = told.replace(f" against {value['currency']} ", " against ")
    per = f" per {value['basis']}" if value.get("basis") else ""
    return f"{told}{per}{' (sources differ)' if value.get('differ') else ''}"


def _figures(currency: str, held: Mapping[str, Any]) -> str:
    """Both ends of a range, or the one that is known: `from EUR 600`, `up to EUR 500`."""
    low, high = held.get("low"), held.get("high")
    if (low is None) != (high is None):
        return (
            f"from {currency} {_words(low)}" if high is None else f"up to {currency} {_words(high)}"
        )
    return f"{currency} {'-'.join(dict.fromkeys(map(_words, (low, high))))}"

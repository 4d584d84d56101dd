"""Commands for reports: read them, add them, brief on them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from headwater.cli.call import Call, counted
from headwater.model import Refusal

_paths = click.argument(
    "paths", nargs=-1, type=click.Path(path_type=Path, exists=True), required=True
)
_grading = click.option(
    "--grading", default="", help="Grading where none is given, as 2D-P (the default)."
)
_mapping = click.option(
    "--mapping",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="FollowTheMoney mapping (YAML) for tables.",
)
_extractor = click.option(
    "--extractor",
    "extractors",
    multiple=True,
    help="Ask another program for names too: spacy:PIPELINE, gliner:FOLDER or "
    "endpoint:http://127.0.0.1:PORT/v1#MODEL. Only words that stand in the text are proposed.",
)


@click.command()
@_paths
@_grading
@_mapping
@_extractor
@click.option(
    "--approval",
    nargs=2,
    default=("", ""),
    metavar="NAME REASON",
    help="Supervisor who lets texts go to an endpoint on another machine, and why.",
)
@click.pass_obj
def add(
    call: Call,
    paths: tuple[Path, ...],
    grading: str,
    mapping: Path | None,
    extractors: tuple[str, ...],
    approval: tuple[str, str],
) -> None:
    """Read reports into the node: files, folders or archives; prints a receipt."""
    from headwater.intake import ExtractorChoice
    from headwater.node import add_reports

    choice = ExtractorChoice(extractors, *approval) if extractors else None
    with call.node(looks=False) as node, call.progress("reading") as progress:
        receipt = add_reports(
            node, paths, grading=grading, mapping=mapping, extractors=choice, progress=progress
        )
    document = {"receipt": receipt.counts(), "refusals": [refusal_row(r) for r in receipt.refusals]}
    call.exit_code = 1 if receipt.refusals else 0
    call.answer(document, [receipt_line(receipt.counts()), *refusal_lines(receipt.refusals)])


@click.command()
@_paths
@_grading
@_mapping
@_extractor
@click.option(
    "--gist",
    is_flag=True,
    help="Show beside each sentence what Apertium, where it is installed, makes of it in English.",
)
@click.pass_obj
def read(
    call: Call,
    paths: tuple[Path, ...],
    grading: str,
    mapping: Path | None,
    extractors: tuple[str, ...],
    gist: bool,
) -> None:
    """Show what would be taken from these files, without a node."""
    from headwater.intake import ExtractorChoice, as_read_json, read_paths
    from headwater.node import EVERY_ROLE, door_options
    from headwater.safeguard import Viewer

    viewer = Viewer(call.user or call.settings().login, "this desk", EVERY_ROLE)
    document: dict[str, Any] = {"reports": [], "statements": [], "refusals": []}
    options = door_options(viewer, grading, mapping, ExtractorChoice(extractors))
    for taken in read_paths(paths, options):
        for part, rows in as_read_json(taken).items():
            document[part] += rows
    if gist:
        document |= _gists(document["reports"])
    call.exit_code = 1 if document["refusals"] else 0
    call.answer(document, _reading_lines(document))


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="File to write: .pdf, .html or .md.",
)
@_grading
@_mapping
@click.pass_obj
def brief(
    call: Call, paths: tuple[Path, ...], out: Path, grading: str, mapping: Path | None
) -> None:
    """Brief a commander: on the node, or on PATHS with a node that leaves nothing behind."""
    from headwater.node import add_reports, throw_away_node, write_briefing

    if not paths:
        with call.node(looks=True) as node:
            lines = write_briefing(node, [out])
        call.answer({"briefing": str(out), "summary": lines}, [*lines, f"Briefing: {out}"])
        return
    purpose = call.purpose or "a briefing on the files given"
    with throw_away_node(call.settings(), call.user, purpose) as node:
        with call.progress("reading") as progress:
            receipt = add_reports(node, paths, grading=grading, mapping=mapping, progress=progress)
        lines = write_briefing(node, [out], receipt)
    call.exit_code = 1 if receipt.refusals else 0
    document = {
        "briefing": str(out),
        "receipt": receipt.counts(),
        "refusals": [refusal_row(r) for r in receipt.refusals],
        "summary": lines,
    }
    call.answer(document, [*lines, f"Briefing: {out}"])


def receipt_line(counts: dict[str, int]) -> str:
    """A receipt as one line."""
    line = (
        f"Taken: {counted(counts['reports'], 'report')}, {counted(counts['items'], 'item')}, "
        f"{counted(counts['statements'], 'statement')}; {counted(counts['refusals'], 'refusal')}"
    )
    if counts["already_here"]:
        were = "was" if counts["already_here"] == 1 else "were"
        line += f"; {counted(counts['already_here'], 'report')} {were} here already"
    if counts["merged"]:
        line += f"; {counted(counts['merged'], 'pair')} joined"
    if counts["to_review"]:
        line += f"; {counted(counts['to_review'], 'pair')} put to review"
    return line + "."


def refusal_lines(refusals: list[Refusal], limit: int = 12) -> list[str]:
    """Refusals as lines, the first few of them."""
    lines = [
        f"  refused: {r.file}, {r.position}: {r.what} ({r.why}){f'; {r.do}' if r.do else ''}"
        for r in refusals
    ]
    if len(lines) > limit:
        lines = [*lines[:limit], f"  and {len(lines) - limit} more: see --json"]
    return lines


def refusal_row(refusal: Refusal) -> dict[str, str]:
    """A refusal as JSON."""
    return {
        "file": refusal.file,
        "position": refusal.position,
        "what": refusal.what,
        "why": refusal.why,
        "do": refusal.do,
        "urn": refusal.urn,
    }


def _reading_lines(document: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    for report in document["reports"]:
        lines.append(f"{report['file']}: {report['urn']}, {counted(len(report['items']), 'item')}")
    for row in document["statements"]:
        said = "" if row["modality"] == "done" else f" ({row['modality']})"
        lines.append(f"  {row['id']}  {row['schema']}.{row['property']} = {row['value']}{said}")
    for row in document.get("gists", ()):
        lines += [f"  {row['original']}", f"    machine gist ({row['pair']}): {row['gist']}"]
    lines += [f"  {note}" for note in document.get("gist_notes", ())]
    lines += [f"  refused: {r['file']}, {r['position']}: {r['what']}" for r in document["refusals"]]
    return lines


def _gists(reports: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """What a machine makes of each sentence, marked as such, and what it could not read."""
    from headwater.intake import gists

    rows: list[dict[str, Any]] = []
    notes: list[str] = []
    for report in reports:
        for item in report["items"]:
            found = gists(item["text"])
            rows += [
                {
                    "urn": report["urn"],
                    "item": item["number"],
                    "start": one.start,
                    "end": one.end,
                    "original": item["text"][one.start : one.end],
                    "gist": one.text,
                    "pair": one.pair,
                    "machine": True,
                }
                for one in found.sentences
            ]
            notes += [found.note] if found.note else []
    return {"gists": rows, "gist_notes": list(dict.fromkeys(notes))}

"""River: reports in, a picture, a finding, a briefing out; each use logged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headwater.model import Finding, Refusal, WrongUse, parse_marking
from headwater.node.approval import approve_extractors
from headwater.node.node import Node
from headwater.node.resolution import resolve_entities
from headwater.node.settings import clock, today
from headwater.node.watching import ask_watches
from headwater.safeguard import Operation, Role, Viewer

if TYPE_CHECKING:
    from headwater.intake import DoorOptions, ExtractorChoice, Taken
    from headwater.picture import Picture

STATEMENTS_A_BATCH = 50_000
FILES_A_BATCH = 2_000
"""What is gathered before it is written in one acknowledged transaction."""

BRIEFED = ("organisers.ranking", "routes.map", "business.fees")
"""The methods whose findings go into every briefing."""

ABOUT_NETWORKS = ("organisers.groups", "organisers.removal")
"""Methods that go into it where enough people are tied.

All run with their defaults, so that a briefing and `analyse` say the same."""

ENOUGH = 10
"""So many tied people who may be ranked make a network worth telling."""


@dataclass(slots=True)
class Receipt:
    """What became of the files that were handed in.

    Attributes:
        files: Files and archive members that were opened.
        reports: Reports taken in.
        items: Items in them.
        statements: Statements taken from them.
        already_here: Reports that the node held already.
        merged: Pairs of entities joined.
        to_review: Pairs of entities put before a person.
        refusals: What could not be taken.
        urns: The reports, those that were here already among them.
    """

    files: int = 0
    reports: int = 0
    items: int = 0
    statements: int = 0
    already_here: int = 0
    merged: int = 0
    to_review: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    urns: list[str] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """The receipt in figures, under the names of its attributes."""
        told = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "urns"}
        return told | {"refusals": len(self.refusals)}


def door_options(
    viewer: Viewer,
    grading: str,
    mapping: Path | None,
    extractors: "ExtractorChoice | None" = None,
) -> "DoorOptions":
    """What the door needs to know of the person who hands reports in.

    Raises:
        BadGrading: If the grading does not exist.
        WrongUse: If an extractor is not here.
        NotPermitted: If an extractor would take texts off this machine and nobody decided so.
    """
    from headwater.intake import DoorOptions

    given: dict[str, Any] = {}
    if grading:
        given = {"marking": parse_marking(grading), "marking_assumed": False}
    if extractors:
        given["extractors"] = extractors.load()
    return DoorOptions(
        author=viewer.name, agency=viewer.agency, today=today(), mapping=mapping, **given
    )


def add_reports(
    node: Node,
    paths: Sequence[Path],
    *,
    grading: str = "",
    mapping: Path | None = None,
    extractors: "ExtractorChoice | None" = None,
    progress: Callable[[int, int], None] | None = None,
) -> Receipt:
    """Read reports in, write them down, ask the watches, and look up who of them is here already.

    What is in the receipt is on disk. What could not be taken is a refusal, in the receipt and in
    the node. Cost: linear in what is read.

    Raises:
        NotPermitted: If the viewer may not bring reports in, or an extractor would take texts off
            this machine and no supervisor decided so.
        WrongUse: If the grading or the mapping cannot be used.
    """
    from headwater.intake import read_paths

    node.may(Role.OFFICER, Role.ANALYST, Role.SUPERVISOR)
    if extractors:
        approve_extractors(node, extractors)
    options = door_options(node.viewer, grading, mapping, extractors)
    receipt = Receipt()
    taken = read_paths(paths, options, progress=progress, workers=node.settings.workers)
    for batch in _batches(taken, receipt):
        _write(node, batch, receipt)
    if receipt.statements:
        done = resolve_entities(node, progress=progress)
        receipt.merged, receipt.to_review = done.joined, done.to_review
    return receipt


def _batches(taken: Iterator["Taken"], receipt: Receipt) -> Iterator[list["Taken"]]:
    waiting: list[Taken] = []
    statements = 0
    for one in taken:
        receipt.files += 1
        waiting.append(one)
        statements += len(one.statements)
        if statements >= STATEMENTS_A_BATCH or len(waiting) >= FILES_A_BATCH:
            yield waiting
            waiting, statements = [], 0
    if waiting:
        yield waiting


def _write(node: Node, batch: Sequence["Taken"], receipt: Receipt) -> None:
    from headwater.store import Batch

    originals: dict[str, bytes] = {}
    for taken in batch:
        originals |= taken.originals
    reports = [report for taken in batch for report in taken.reports]
    refusals = [refusal for taken in batch for refusal in taken.refusals]
    written = node.store.add(
        Batch(
            reports=reports,
            statements=[row for taken in batch for row in taken.statements],
            refusals=refusals,
            originals=originals,
            traces=[trace for taken in batch for trace in taken.traces],
        ),
        recorded=clock(),
    )
    receipt.reports += written.reports
    receipt.items += written.items
    receipt.statements += written.statements
    receipt.already_here += written.already_here
    receipt.refusals += refusals
    receipt.refusals += [_same_urn(urn) for urn in written.refused_urns]
    refused = set(written.refused_urns)
    receipt.urns += [report.urn for report in reports if report.urn not in refused]
    if reports:
        node.log(Operation.COLLECTION, [report.urn for report in reports])
        ask_watches(node)


def _same_urn(urn: str) -> Refusal:
    return Refusal(
        file=urn,
        position="whole report",
        what="a report with this URN and other content is here already",
        why="a URN stands for one report",
        do="give it a URN of its own, or erase the other first",
        urn=urn,
    )


def see_picture(node: Node) -> "Picture":
    """What this viewer may see for this purpose, as one immutable value; a consultation."""
    from headwater.intake import place
    from headwater.picture import build

    built = build(node.store, node.viewer, node.purpose, gazetteer=place)
    node.log(Operation.CONSULTATION, ["picture", built.fingerprint])
    return built


def export_picture(node: Node, folder: Path) -> tuple["Picture", list[Path]]:
    """Write the picture's tables as Parquet, with protected people withheld; a disclosure."""
    from headwater.picture import write_parquet

    built = see_picture(node)
    written = write_parquet(built, folder)
    _disclose(node, built, folder)
    return built, list(written)


def analyse(
    node: Node,
    method: str,
    given: Mapping[str, object],
    drawing: Path | None = None,
    beside: Mapping[str, Path] | None = None,
) -> Finding:
    """Run one declared method on the picture; with `drawing`, draw what it found into that file.

    Args:
        node: Whose picture it runs on.
        method: Id of the method.
        given: Values of its parameters.
        drawing: File to draw into.
        beside: Plain files that are read beside the picture (rates, prices, figures), by kind.

    Raises:
        WrongUse: If the method, a parameter, a file or the drawing cannot be.
    """
    from headwater.analysis import run
    from headwater.picture import with_plain_files

    picture = see_picture(node)
    if beside:
        picture = with_plain_files(picture, **beside)
    finding = run(picture, method, given)
    if drawing:
        from headwater.draw import draw_finding

        drawing.write_text(draw_finding(finding, picture), encoding="utf-8")
        _disclose(node, picture, drawing)
    return finding


def write_briefing(node: Node, outs: Sequence[Path], receipt: Receipt | None = None) -> list[str]:
    """Write a briefing in each format asked for; returns its summary as lines for a terminal.

    Args:
        node: Whose picture it is about.
        outs: Files to write; their endings say the formats.
        receipt: What was just handed in; None for a briefing on what the node holds.

    Raises:
        WrongUse: If an ending says no format; nothing is written then.
    """
    from headwater.analysis import run
    from headwater.brief import FORMS, Occasion, compose, rendered, terminal
    from headwater.intake import dangers

    for out in outs:
        if out.suffix not in FORMS:
            raise WrongUse(f"{out.name} says no format", do=f"end it in {' or '.join(FORMS)}")
    picture = see_picture(node)
    findings = [run(picture, method, {}) for method in BRIEFED]
    findings += [run(picture, method, {}) for method in more_briefed(findings[0])]
    refusals = receipt.refusals if receipt else node.store.refusals(node.allowed())
    already_here = receipt.already_here if receipt else 0
    occasion = Occasion(clock(), node.store.agency, refusals, already_here, dangers=dangers)
    briefing = compose(picture, findings, occasion)
    for out in outs:
        out.write_bytes(rendered(briefing, out.suffix))
        _disclose(node, picture, out)
    return terminal(briefing)


def more_briefed(ranking: Finding) -> tuple[str, ...]:
    """The methods that go into a briefing beside `BRIEFED`, for the ranking that was found."""
    tied = sum(bool(row["degree"]) for row in ranking.rows)
    return ABOUT_NETWORKS if tied >= ENOUGH else ()


def _disclose(node: Node, picture: "Picture", out: Path) -> None:
    recipient = f"{out.suffix.lstrip('.') or 'folder'} file of {node.viewer.name}"
    node.log(Operation.DISCLOSURE, ["picture", picture.fingerprint], recipient=recipient)

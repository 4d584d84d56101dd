"""Reports as tables for the bench of groups: worlds of the exercise, articles, public texts."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from headwater.exercise import Scale, write_world
from headwater.intake import DoorOptions, Taken, read_paths
from headwater.store import Batch, create_store

_AT_ONCE = 1000
_DAY = date(2026, 11, 22)


class Told(NamedTuple):
    """Reports, items and statements as a store gives them."""

    reports: pa.Table
    items: pa.Table
    scan: pa.Table


class World(NamedTuple):
    """A world of the exercise as it was read in, and its truth.

    Attributes:
        told: What was read.
        story: URN of each report of text, and the story that it tells.
        parent: URN of each derived report, and of the one that it derives from.
    """

    told: Told
    story: dict[str, str]
    parent: dict[str, str]


def world(folder: Path, seed: int, scale: Scale) -> World:
    """Write a world of the exercise into a folder, and read it in."""
    write_world(folder / "world" / "reports", folder / "world" / "truth", seed, scale)
    options = DoorOptions("bench", "bench", _DAY)
    taken = read_paths([folder / "world" / "reports"], options, workers=2)
    told = stored(folder / "node", taken)
    return World(told, *_truth(folder / "world" / "truth", told))


def stored(folder: Path, taken: Iterator[Taken]) -> Told:
    """What a store gives back of what was read."""
    store = create_store(folder, "bench")
    while batch := list(islice(taken, _AT_ONCE)):
        originals = {digest: c for one in batch for digest, c in one.originals.items()}
        reports = [report for one in batch for report in one.reports]
        rows = [row for one in batch for row in one.statements]
        store.add(Batch(reports, rows, (), originals), recorded="2026-11-22T00:00:00Z")
    every = frozenset(store.labels())
    told = Told(store.reports(every), store.items(every), store.scan(every))
    store.close()
    return told


def _truth(folder: Path, told: Told) -> tuple[dict[str, str], dict[str, str]]:
    files, urns = (told.reports[name].to_pylist() for name in ("file", "urn"))
    urn = dict(zip(files, urns, strict=True))
    story: dict[str, str] = {}
    parent: dict[str, str] = {}
    with (folder / "derivations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one, source = (urn.get(Path(row[n]).name) for n in ("report", "derives_from"))
            if one:
                story[one] = row["story"]
                if source:
                    parent[one] = source
    return story, parent


def plain(texts: Sequence[str], language: str = "en") -> Told:
    """Texts of unknown origin and date, without statements."""
    urns = [f"T-{number:04d}" for number in range(len(texts))]
    words, n = pa.string(), len(texts)
    empty = pa.array([""] * n, words)
    names = ("record_date", "information_from", "information_to")
    reports = {
        "urn": pa.array(urns, words),
        "originator": pa.array(["open source"] * n, words),
        "cites": pa.array([[]] * n, pa.list_(words)),
        "origin_known": pa.array([False] * n, pa.bool_()),
        "dates_assumed": pa.array([True] * n, pa.bool_()),
        "format": pa.array(["text"] * n, words),
        **dict.fromkeys(names, empty),
    }
    items = {
        "urn": pa.array(urns, words),
        "item": pa.array([1] * n, pa.int32()),
        "text": pa.array(texts, words),
        "language": pa.array([language] * n, words),
    }
    fields = [(name, words) for name in ("urn", "entity", "schema", "property", "value", "status")]
    scan = pa.schema([*fields, ("item", pa.int32()), ("start", pa.int32())]).empty_table()
    return Told(pa.table(reports), pa.table(items), scan)


def only(told: Told, urns: Sequence[str]) -> Told:
    """The part of some reports."""
    import pyarrow.compute as pc

    wanted = pa.array(urns, pa.string())

    def part(table: pa.Table) -> pa.Table:
        return table.filter(pc.is_in(pc.cast(table["urn"], pa.string()), value_set=wanted))

    return Told(*(part(table) for table in told))


def years_on(told: Told, years: int) -> Told:
    """The same reports so many years later, under other URNs."""
    import pyarrow.compute as pc

    def moved(table: pa.Table, *names: str) -> pa.Table:
        columns: dict[str, Any] = {name: table[name] for name in table.column_names}
        columns["urn"] = pc.binary_join_element_wise(
            pc.cast(table["urn"], pa.string()), f"+{years}", ""
        )
        for name in names:
            column = pc.cast(table[name], pa.string())
            for year in (2026, 2025, 2024):
                column = pc.replace_substring(column, str(year), str(year + years))
            columns[name] = column
        return pa.table(columns)

    dates = ("record_date", "information_from", "information_to")
    return Told(moved(told.reports, *dates), moved(told.items, "text"), moved(told.scan, "value"))


def documents(path: Path, sentences: int = 20) -> list[str]:
    """Pseudo-documents of so many sentences each from a file of one token a line."""
    made: list[str] = []
    lines: list[str] = []
    words: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip():
            words.append(line.split()[0])
            continue
        if words and words[0] != "-DOCSTART-":
            lines.append(" ".join(words))
        words = []
        if len(lines) == sentences:
            made.append("\n".join(lines))
            lines = []
    return made

"""Public sets: FEBRL 1-4, fake_1000, historical_50k. A section of `bench/resolve.py`.

Every set goes the product's own way: written as a plain table without its truth, read by the reader
of plain tables, resolved by `resolve_people` with its defaults and without a label. F1 is over
pairs of records; of FEBRL 4 over pairs across its two files. No number was fitted to these sets,
but they are no blind test: the levels at which dates, identifiers and texts are compared took their
shape after a look at labelled pairs of fake_1000, and that a contradiction may be outweighed in the
best clustering was proposed after a look at errors in FEBRL 1, fake_1000 and historical_50k.
`best_pairs_f1` is what the weights alone allow at the threshold that is best in hindsight.
`--rivals` runs Splink 5 on the same files with the settings of its own examples for these sets.
"""

import sys
import tempfile
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
from _rivals import NotRun, figures, python_with

from headwater.resolve import resolve_people
from headwater.resolve.candidates import candidate_pairs
from headwater.resolve.records import PersonRecord
from headwater.resolve.records.table import read_people
from headwater.resolve.scoring import fit

_RIVAL = Path(__file__).parent / "_rivals" / "splink_public_sets.py"


class PublicSet(NamedTuple):
    """A set as it is published.

    Attributes:
        files: Its files; two are to be linked with each other.
        truth: The column that says who is who.
        dropped: Columns that repeat others in another form.
    """

    files: tuple[str, ...]
    truth: str
    dropped: tuple[str, ...] = ()


SETS = {
    "febrl1": PublicSet(("febrl/dataset1.csv",), "entity"),
    "febrl2": PublicSet(("febrl/dataset2.csv",), "entity"),
    "febrl3": PublicSet(("febrl/dataset3.csv",), "entity"),
    "febrl4": PublicSet(("febrl/dataset4a.csv", "febrl/dataset4b.csv"), "entity"),
    "fake_1000": PublicSet(("fake_1000.csv",), "cluster"),
    "historical_50k": PublicSet(
        ("historical_50k.parquet",), "cluster", ("first_and_surname", "first_name", "surname")
    ),
}


class Table(NamedTuple):
    """Records of a set with what is true of them: the person and the file of each."""

    records: list[PersonRecord]
    person: list[str]
    file: list[int]


def run(data: Path, options: Namespace) -> dict[str, object]:
    """Figures of all sets, and of the rival where it is asked for."""
    found: dict[str, object] = {}
    for name, public in SETS.items():
        print(f"    {name}", file=sys.stderr)
        found[name] = _figures(_read(data / "entities", public))
        print(f"    {found[name]}", file=sys.stderr)
    answer: dict[str, object] = {"public_sets": found}
    if options.rivals:
        answer["public_sets_splink"] = _splink(data / "entities", options)
    return answer


def _read(folder: Path, public: PublicSet) -> Table:
    """The records of a set, read as a user's table: the truth is taken out first."""
    person: dict[str, str] = {}
    file: dict[str, int] = {}
    records: list[PersonRecord] = []
    with tempfile.TemporaryDirectory() as made, duckdb.connect() as database:
        for number, name in enumerate(public.files):
            path = folder / name
            source = (
                f"read_csv('{path}', all_varchar=true)" if path.suffix == ".csv" else f"'{path}'"
            )
            key = database.execute(f"SELECT * FROM {source} LIMIT 0").description[0][0]  # noqa: S608
            truth = database.execute(f"SELECT {key}, {public.truth} FROM {source}").fetchall()  # noqa: S608
            person |= dict(truth)
            file |= dict.fromkeys((id for id, _ in truth), number)
            left_out = ", ".join((public.truth, *public.dropped))
            table = Path(made) / f"{number}.parquet"
            database.execute(
                f"COPY (SELECT * EXCLUDE ({left_out}), 'suspect' AS category FROM {source}) "  # noqa: S608
                f"TO '{table}' (FORMAT parquet)"
            )
            records += read_people(table).records
    return Table(records, [person[r.id] for r in records], [file[r.id] for r in records])


def _figures(table: Table) -> dict[str, object]:
    begin = time.perf_counter()
    resolved = resolve_people(table.records).clusters
    seconds = time.perf_counter() - begin
    cluster = [resolved[record.id] for record in table.records]
    both = _together(zip(cluster, table.person, strict=True), table.file)
    said, true = _together(cluster, table.file), _together(table.person, table.file)
    precision, recall = both / max(said, 1), both / max(true, 1)
    return {
        "f1": round(2 * both / max(said + true, 1), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "best_pairs_f1": _best_pairs(table, true),
        "records": len(table.records),
        "seconds": round(seconds, 1),
    }


def _best_pairs(table: Table, true: int) -> float:
    """F1 of the weighed pairs by themselves at their best threshold, the truth in hand."""
    pairs = candidate_pairs(table.records)
    bits = fit(table.records, pairs).weigh_pairs(table.records, pairs)
    if max(table.file):
        across = np.array([table.file[a] != table.file[b] for a, b in pairs.tolist()])
        pairs, bits = pairs[across], bits[across]
    same = np.array([table.person[a] == table.person[b] for a, b in pairs.tolist()])
    hits = np.cumsum(same[np.argsort(-bits, kind="stable")])
    return round(float((2 * hits / (np.arange(1, len(hits) + 1) + true)).max()), 4)


def _together(groups: Iterable[Hashable], files: Sequence[int]) -> int:
    """Pairs of records of one group; across the two files where there are two."""
    sizes = Counter(zip(groups, files, strict=True))
    if not max(files):
        return sum(n * (n - 1) // 2 for n in sizes.values())
    return sum(n * sizes[group, 1] for (group, file), n in sizes.items() if file == 0)


def _splink(folder: Path, options: Namespace) -> dict[str, object]:
    """Splink's figures on the same files, in an environment of its own."""
    try:
        python = python_with(("splink>=5,<6",), options.environments, options.limit)
        return figures([str(python), str(_RIVAL), str(folder)], options.limit)
    except NotRun as error:
        return {"not_run": str(error)}

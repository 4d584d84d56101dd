"""One new record against a million: a section of `bench/resolve.py`.

Persons come from `headwater.exercise.identities`; there are as many as asked for because words of
their names, dates, phones and places are crossed at random, from a seed. One core, one process.

- `lookup_p50_ms`, `lookup_p99_ms`: keys of a new record, search in the index, scoring, verdicts
- `ingest_per_s`: new records written down, looked up, scored, judged and indexed, durable, in
  batches of 1,000 reports of one person each
- `bytes_per_record`: the index on disk, ids of the entities included
"""

import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from headwater.exercise.identities import Record, identities
from headwater.model import Item, Report, Statement
from headwater.resolve.lookup import SIZE, look_up, resolve_news
from headwater.resolve.lookup.entry import entry_of, rules
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import Model, shipped_model
from headwater.store import Batch, IndexEntry, Store, create_store

RECORDS = 1_000_000
SEED = 1
PARENTS = 10_000
LOOKED_UP = 1_500
ARRIVING = 3_000
A_BATCH = 1_000
_A_PART = 20_000
_WHEN = "2026-11-21T12:00:00Z"
_FIELDS = ("birth_date", "phone", "country", "sex", "place", "document")
_PROPERTIES = {"name": "name", "birth_date": "birthDate", "phone": "phone", "country": "country",
               "sex": "gender"}  # fmt: skip


def people(count: int, seed: int) -> Iterator[PersonRecord]:
    """Invented persons: the first word of one name, the rest of another; what else of others."""
    parents = [one for one in identities(SEED, PARENTS).records if one.name]
    seeded = np.random.default_rng(seed)
    by_script: dict[str, list[Record]] = {}
    for parent in parents:
        by_script.setdefault(parent.script, []).append(parent)
    for number, pick in enumerate(seeded.integers(2**32, size=(count, 2 + len(_FIELDS))).tolist()):
        first = parents[pick[0] % len(parents)]
        alike = by_script[first.script]
        words = alike[pick[1] % len(alike)].name.split()
        values = {"name": (" ".join([first.name.split()[0], *words[1:]]),)}
        for field, chosen in zip(_FIELDS, pick[2:], strict=True):
            value = getattr(parents[chosen % len(parents)], field)
            if value and field in ("phone", "document"):  # else every one would have 100 holders
                value = f"{value[:-6]}{chosen % 10**6:06d}"
            if value:
                values[field] = (value,)
        yield PersonRecord(f"F-{seed}-{number:07x}#1@m1", values, ("suspect",))


def _entries(part: Sequence[PersonRecord]) -> list[IndexEntry]:
    return [entry_of(record) for record in part]


def _parts(records: Iterator[PersonRecord]) -> Iterator[list[PersonRecord]]:
    part: list[PersonRecord] = []
    for record in records:
        part.append(record)
        if len(part) == _A_PART:
            yield part
            part = []
    if part:
        yield part


def fill(store: Store, count: int, model: Model) -> int:
    """Index so many persons at once, sorted; returns how many entries there are."""
    made = 0
    entries: list[IndexEntry] = []
    with ProcessPoolExecutor(2) as pool:
        for part in pool.map(_entries, _parts(people(count, SEED))):
            entries += part
            made += len(part)
            print(f"  {made:,} records keyed", file=sys.stderr)
    store.reset_index(rules(model))  # of another model, the first news would empty the index
    store.put_in_index(entries)
    return made


def lookups(store: Store, model: Model) -> list[float]:
    """Seconds of each look-up, the first 300 left out: they fill caches as a running node does."""
    took = []
    for record in people(LOOKED_UP, SEED + 1):
        begin = time.perf_counter()
        look_up(store, record, model)
        took.append(time.perf_counter() - begin)
    return took[300:]


def _batch(records: Sequence[PersonRecord]) -> Batch:
    reports, statements = [], []
    for record in records:
        urn = record.id.split("#")[0]
        text = "; ".join(value for values in record.values.values() for value in values)
        reports.append(Report(urn, "Agency", (Item(1, text),), file=f"{urn}.csv"))
        told = [(p, v) for f, p in _PROPERTIES.items() for v in record.values.get(f, ())]
        statements += [
            Statement(urn, 1, n, record.id, "Person", name, value, value, "en", status="accepted",
                      extractor="mapping/1", author="importer")
            for n, (name, value) in enumerate(told, 1)
        ]  # fmt: skip
    return Batch(reports, statements)


def ingest(store: Store, model: Model) -> float:
    """New records a second, from statements in memory to judgements on disk."""
    batches = [_batch(part) for part in _of(people(ARRIVING, SEED + 2), A_BATCH)]
    begin = time.perf_counter()
    for batch in batches:
        store.add(batch, recorded=_WHEN)
        for _ in resolve_news(store, _WHEN, model):
            pass
    return ARRIVING / (time.perf_counter() - begin)


def _of(records: Iterator[PersonRecord], size: int) -> Iterator[list[PersonRecord]]:
    every = list(records)
    return (every[at : at + size] for at in range(0, len(every), size))


def run(data: Path, options: Namespace) -> dict[str, object]:  # noqa: ARG001 - as every section
    """The figures of this section."""
    count = int(getattr(options, "lookup_records", RECORDS))
    model = shipped_model().sized(max(count, SIZE))
    with tempfile.TemporaryDirectory(prefix="headwater-bench-") as folder:
        node = Path(folder) / "node"
        store = create_store(node, "Agency")
        store.close()
        empty = (node / "node.db").stat().st_size
        store = create_store(node.with_name("full"), "Agency")
        made = fill(store, count, model)
        store.close()
        from headwater.store import open_store

        file = node.with_name("full") / "node.db"
        size = file.stat().st_size - empty
        store = open_store(node.with_name("full"))
        took = np.array(lookups(store, model)) * 1000
        per_s = ingest(store, model)
        store.close()
    return {
        "lookup_records": made,
        "lookup_p50_ms": round(float(np.percentile(took, 50)), 2),
        "lookup_p99_ms": round(float(np.percentile(took, 99)), 2),
        "ingest_per_s": round(per_s),
        "bytes_per_record": round(size / made, 1),
    }


if __name__ == "__main__":
    import json

    asked = int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS
    print(json.dumps(run(Path(), Namespace(lookup_records=asked))))

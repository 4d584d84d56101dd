"""Speed and size of the embedded store.

Figures (JSON, last on stdout): write_per_s, point_reads_per_s, bytes_per_statement, scan_s,
scan_peak_mb. `--rivals` measures nomenklatura's SQL store on SQLite in an environment of its own.
The statements are invented: reports of four items, six or seven statements an item with all
columns of provenance, one third of the items from tables.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from headwater.model import Grading, Handling, Item, Report, Statement
from headwater.store import Allowed, Batch, Store, create_store, open_store

ITEMS = 4
PER_REPORT = 26
PLACES = [f"gn-{3_190_000 + i}" for i in range(400)]
RIVAL = Path(__file__).with_name("_nomenklatura.py")


def reports(first: int, count: int) -> Iterator[tuple[Report, list[Statement]]]:
    """Invented reports, numbered on from `first`."""
    seeded = np.random.default_rng(first)
    for number in range(first, first + count):
        urn = f"F-{seeded.integers(2**48):012x}"
        statements: list[Statement] = []
        items = []
        for place in range(1, ITEMS + 1):
            table = (number + place) % 3 == 0
            text, taken = _item(seeded, urn, place, table=table)
            statements += taken
            handling = Handling("C", "A1", "S2") if number % 5 == 0 else Handling()
            items.append(Item(place, text, Grading("2", "D"), handling))
        yield Report(urn, f"Agency {number % 7}", tuple(items), file=f"{urn}.txt"), statements


def _item(
    seeded: np.random.Generator, urn: str, item: int, *, table: bool
) -> tuple[str, list[Statement]]:
    name = f"Person{seeded.integers(90_000)} Family{seeded.integers(90_000)}"
    phone = f"+38160{seeded.integers(10**7):07d}"
    fee = str(seeded.integers(500, 9_000))
    place = PLACES[int(seeded.integers(len(PLACES)))]
    other = f"Person{seeded.integers(90_000)}"
    text = (
        f"name: {name}; phone: {phone}; paid: {fee}; place: {place}; for: {other}"
        if table
        else f"{name} was seen with {other} near {place} and said that the crossing by boat would "
        f"cost {fee} euro for each person. He can be reached on {phone} until the end of the week."
    )
    person, companion = f"{urn}#{item}@m1", f"{urn}#{item}@m2"
    told = [
        (person, "Person", "name", name, name),
        (person, "Person", "phone", phone, phone),
        (companion, "Person", "name", other, other),
        (f"{urn}#{item}@m3", "Contact", "source", person, name),
        (f"{urn}#{item}@m3", "Contact", "target", companion, other),
        (f"{urn}#{item}@m4", "Fee", "amount", fee, fee),
        (f"{urn}#{item}@m4", "Fee", "location", place, place),
    ][: 6 + item % 2]
    found = []
    for n, (entity, schema, prop, value, words) in enumerate(told, 1):
        start = -1 if table else text.find(words)
        found.append(
            Statement(
                urn=urn,
                item=item,
                n=n,
                entity=entity,
                schema=schema,
                property=prop,
                value=value,
                text=words,
                language="en",
                start=start,
                end=-1 if table else start + len(words),
                extractor="mapping/1" if table else "text/1",
                author="importer" if table else "",
                status="accepted" if table else "proposed",
                valid_from="2025-03-01" if n == 6 else "",
            )
        )
    return text, found


def fill(store: Store, statements: int, batch: int) -> tuple[int, float, list[str]]:
    """Add at least so many statements; how many there were, seconds in `add`, some entities."""
    added, seconds, known = 0, 0.0, []
    for first in range(0, -(-statements // PER_REPORT), batch):
        made = list(reports(first, batch))
        claims = [statement for _, some in made for statement in some]
        known += [claims[i].entity for i in range(0, len(claims), 997)]
        begin = time.perf_counter()
        receipt = store.add(Batch([r for r, _ in made], claims), recorded="2026-11-21T12:00:00Z")
        seconds += time.perf_counter() - begin
        added += receipt.statements
        print(f"  {added:,} statements, {added / seconds:,.0f}/s", file=sys.stderr)
    return added, seconds, known


def point_reads(store: Store, allowed: Allowed, entities: list[str]) -> float:
    """Calls of statements_of a second, for entities with five to ten statements."""
    begin = time.perf_counter()
    calls = 0
    while time.perf_counter() - begin < 3:
        for entity in entities:
            assert store.statements_of(entity, allowed)
        calls += len(entities)
    return calls / (time.perf_counter() - begin)


def well_known(store: Store, count: int) -> list[str]:
    """Add reports whose entities have eight statements each; their ids."""
    made, claims = [], []
    for number in range(count):
        urn = f"K-{number:06d}"
        text = f"Person{number} was seen. " * 8
        made.append(Report(urn, "Agency 1", (Item(1, text),)))
        claims += [
            Statement(urn, 1, n, f"{urn}#1@m1", "Person", "summary", text[n : n + 12],
                      text[n : n + 12], "en", n, n + 12, "text/1")
            for n in range(1, 9)
        ]  # fmt: skip
    store.add(Batch(made, claims), recorded="2026-11-21T12:00:00Z")
    return [f"K-{number:06d}#1@m1" for number in range(count)]


def ours(statements: int, batch: int) -> dict[str, float]:
    """Our figures, on a node in a folder that is removed."""
    with tempfile.TemporaryDirectory(prefix="headwater-bench-") as folder:
        node = Path(folder) / "node"
        store = create_store(node, "Agency 1")
        added, seconds, known = fill(store, statements, batch)
        store.close()
        size = sum(path.stat().st_size for path in node.rglob("*") if path.is_file())
        store = open_store(node)
        allowed = frozenset(store.labels())
        point = point_reads(store, allowed, well_known(store, 5_000))
        spread = point_reads(store, allowed, known[:5_000])
        begin = time.perf_counter()
        rows = store.scan(allowed).num_rows
        scan = time.perf_counter() - begin
        store.close()
    print(f"  scanned {rows:,} statements in {scan:.1f} s", file=sys.stderr)
    return {
        "statements": added,
        "write_per_s": round(added / seconds),
        "point_reads_per_s": round(point),
        "point_reads_spread_per_s": round(spread),
        "bytes_per_statement": round(size / added, 1),
        "scan_s": round(scan, 2),
        "scan_peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def rival(limit: int) -> dict[str, object]:
    """nomenklatura's figures, from an environment made for the purpose."""
    with tempfile.TemporaryDirectory(prefix="headwater-rival-") as folder:
        environment = Path(folder) / "env"
        python = environment / "bin" / "python"
        print("  installing nomenklatura", file=sys.stderr)
        try:
            venv.create(environment, with_pip=True)
            install = [str(python), "-m", "pip", "install", "--quiet", "nomenklatura"]
            subprocess.run(install, check=True, timeout=limit, stdout=sys.stderr)
            answer = subprocess.run(
                [str(python), str(RIVAL), folder],
                check=True,
                timeout=limit,
                stdout=subprocess.PIPE,
            )
        except (subprocess.SubprocessError, OSError) as error:
            return {"name": "nomenklatura", "not_run": str(error)}
    found: dict[str, object] = json.loads(answer.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=3_000_000)
    parser.add_argument("--batch", type=int, default=4_000, help="reports in one transaction")
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--limit", type=int, default=240, help="seconds for a step of the rival")
    parser.add_argument("--data", help="not used: the statements are invented")
    given = parser.parse_args()
    answer: dict[str, object] = {**ours(given.statements, given.batch)}
    answer["rival"] = rival(given.limit) if given.rivals else {"not_run": "ask with --rivals"}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()

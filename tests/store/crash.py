"""A program that writes until it is killed, and the check of what it left behind.

Run as `python -m tests.store.crash FOLDER FIRST`: adds reports from number FIRST on, logs each, and
prints a line after each acknowledgement.
"""

import subprocess
import sys
import time
from pathlib import Path

from headwater.model import schemata
from headwater.safeguard import AuditRecord, Operation
from headwater.store import open_store
from headwater.store.keys import seal
from tests.conformance.stores import NOW, every, seen

ROOT = Path(__file__).resolve().parents[2]


def say(line: str) -> None:
    """One line to whoever started this program, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def write_for_ever(folder: Path, first: int) -> None:
    """Add report after report, saying so after each."""
    store = open_store(folder)
    schemata()  # what is read once is read before the clock of the killer starts
    seal(b"", b"")
    say("open")
    while True:
        urn = f"U{first}"
        store.add(seen(urn, f"Person {first}", original=True), recorded=NOW)
        say(urn)
        store.log(AuditRecord(Operation.COLLECTION, "ana", NOW, "", (urn,)))
        say(f"log {urn}")
        first += 1


def kill_once(folder: Path, first: int, seconds: float) -> list[str]:
    """Let a program write for so long, kill it, and return what it had acknowledged."""
    command = [sys.executable, "-m", "tests.store.crash", str(folder), str(first)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    time.sleep(seconds)
    child.kill()
    said = child.stdout.read().split("\n")[:-1]
    child.wait()
    child.stdout.close()
    return said


def look(folder: Path, acknowledged: list[str]) -> tuple[list[str], float]:
    """What is wrong with the node now, and how many seconds it took to open."""
    begin = time.perf_counter()
    store = open_store(folder)
    opened = time.perf_counter() - begin
    allowed = every(store)
    wrong = list(store.verify_audit().faults)
    reports = store.reports(allowed).to_pylist()
    here = {row["urn"] for row in reports}
    wrong += [f"{urn} is lost" for urn in acknowledged if urn[0] == "U" and urn not in here]
    logged = sum(line.startswith("log") for line in acknowledged)
    wrong += ["a log entry is lost"] if store.verify_audit().size < logged else []
    wrong += [
        f"{row['urn']} has no original" for row in reports if not store.original(row["sha256"])
    ]
    scan = store.scan(allowed).group_by("urn").aggregate([([], "count_all")]).to_pylist()
    wrong += [f"{row['urn']} is half written" for row in scan if row["count_all"] != 3]
    wrong += ["a report has no statements"] if len(scan) != len(here) else []
    store.close()
    return wrong, opened


if __name__ == "__main__":
    write_for_ever(Path(sys.argv[1]), int(sys.argv[2]))

"""Processes that write until they are killed, and the check of what they left behind.

Run as `python -m tests.store.crash FOLDER`: for each number on standard input a process adds
reports from that number on, logs each, and prints a line after each acknowledgement.
"""

import os
import signal
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
    say(f"open {os.getpid()}")
    while True:
        urn = f"U{first}"
        store.add(seen(urn, f"Person {first}", original=True), recorded=NOW)
        say(urn)
        store.log(AuditRecord(Operation.COLLECTION, "ana", NOW, "", (urn,)))
        say(f"log {urn}")
        first += 1


def start_writers(folder: Path) -> None:
    """For each number that is handed in, start a process that writes; say when it has ended."""
    schemata()  # what is read once is read before the clock of the killer starts
    seal(b"", b"")
    for first in sys.stdin:
        process = os.fork()
        if process == 0:
            write_for_ever(folder, int(first))
        os.waitpid(process, 0)
        say("ended")


class Writers:
    """Processes that write to a node, one after the other, each killed while it writes."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "tests.store.crash", str(folder)]
        self._starter = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def kill_one(self, first: int, seconds: float, lines: int = 0) -> list[str]:
        """Kill a new process so long after so many lines; return what it had acknowledged."""
        asked, told = self._starter.stdin, self._starter.stdout
        assert asked is not None
        assert told is not None
        asked.write(f"{first}\n")
        opened, process = told.readline().split()
        assert opened == "open"
        said = [told.readline() for _ in range(lines)]
        time.sleep(seconds)
        os.kill(int(process), signal.SIGKILL)
        said += iter(told.readline, "ended\n")
        return [line.rstrip("\n") for line in said]

    def __enter__(self) -> "Writers":
        return self

    def __exit__(self, *_: object) -> None:
        self._starter.communicate()


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
    start_writers(Path(sys.argv[1]))

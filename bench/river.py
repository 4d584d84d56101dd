"""The river's figures: how long the main job takes on the exercise world, and in how much memory.

Run: python bench/river.py [--scale large] [--data DIR]. Ours only; no open system does this job.
Prints one JSON document last:

- `add_s`, `picture_s`: seconds to read the world in (with entities joined), and to build the
  picture; the whole command, start of the interpreter included
- `add_cpu_s`: processor time of reading in, all processes together; on a busy machine it says more
- `peak_mb`: most memory of the command's whole process tree, as proportional set size, so that
  pages shared by the worker processes are counted once
- `growth_add`, `growth_add_cpu`, `growth_picture`: (time a report at the large scale) / (the same
  at medium); 1 is linear
- `help_s`: median of seven runs of `headwater --help`
- `brief_s`: a briefing on the two example articles, whole command; `brief_after_import_s` without
  the imports
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

HEADWATER = Path(sys.executable).with_name("headwater")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--rivals", action="store_true", help="there is none to compare with")
    parser.add_argument("--scale", choices=("small", "medium", "large"), default="large")
    arguments = parser.parse_args()
    scales = ("small", "medium", "large")
    smaller = scales[max(0, scales.index(arguments.scale) - 1)]
    with tempfile.TemporaryDirectory(prefix="headwater-bench-") as folder:
        as_installed(Path(folder) / "bytecode")
        before = measure(Path(folder), smaller)
        figures = measure(Path(folder), arguments.scale)
        figures |= {
            "scale": arguments.scale,
            "growth_add": growth(before, figures, "add_s"),
            "growth_add_cpu": growth(before, figures, "add_cpu_s"),
            "growth_picture": growth(before, figures, "picture_s"),
            "smaller": before | {"scale": smaller},
            "help_s": statistics.median(timed("--help")[0] for _ in range(7)),
        }
        figures |= briefing(Path(folder), arguments.data)
    print(json.dumps(figures, indent=2))


def as_installed(bytecode: Path) -> None:
    """Commands find their modules compiled, as after an installation, whatever the environment."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(bytecode)
    timed("--help")


def measure(folder: Path, scale: str) -> dict[str, Any]:
    """The world of one scale: written, read in, seen."""
    world, node = folder / scale, folder / f"{scale}-node"
    written, _, _ = timed("exercise", world, "--seed", 1, "--scale", scale, "--json")
    timed("init", node, "--agency", "Bench", "--as", "bench")
    place = ("--node", node, "--as", "bench", "--purpose", "bench", "--json")
    before = processor_s()
    add_s, add_mb, added = timed("add", world / "reports", *place)
    add_cpu_s = processor_s() - before
    receipt = json.loads(added)["receipt"]
    picture_s, picture_mb, seen = timed("picture", *place)
    return {
        "reports": receipt["reports"],
        "statements": receipt["statements"],
        "refusals": receipt["refusals"],
        "merged": receipt["merged"],
        "to_review": receipt["to_review"],
        "write_world_s": written,
        "add_s": add_s,
        "add_cpu_s": round(add_cpu_s, 1),
        "picture_s": picture_s,
        "peak_mb": max(add_mb, picture_mb),
        "add_peak_mb": add_mb,
        "picture_peak_mb": picture_mb,
        "node_mb": round(sum(f.stat().st_size for f in node.rglob("*") if f.is_file()) / 1e6, 1),
        "picture_rows": json.loads(seen)["rows"],
    }


def processor_s() -> float:
    """Processor time of all commands that have ended, their own children included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def growth(before: dict[str, Any], after: dict[str, Any], key: str) -> float:
    """How the time a report changes from the smaller world to the larger one."""
    ratio: float = (after[key] / after["reports"]) / (before[key] / before["reports"])
    return round(ratio, 2)


def briefing(folder: Path, data: Path) -> dict[str, Any]:
    """A briefing on the two example articles; nothing where they are not here."""
    articles = data.resolve().parent / "inputs" / "articles"
    if not articles.is_dir():
        return {"brief_s": None, "brief_note": "no example articles beside the data"}
    runs = [timed("brief", articles, "--out", folder / "b.pdf", "--json")[0] for _ in range(3)]
    imports = (
        "import time; t = time.perf_counter(); "
        "import headwater.cli, headwater.intake, headwater.store, headwater.picture, "
        "headwater.analysis, headwater.brief, headwater.resolve, pyarrow, duckdb, typst, jinja2; "
        "print(time.perf_counter() - t)"
    )
    run = subprocess.run(
        [sys.executable, "-c", imports], capture_output=True, text=True, check=True
    )
    whole = statistics.median(runs)
    return {
        "brief_s": whole,
        "brief_after_import_s": round(max(0.0, whole - float(run.stdout)), 2),
    }


def timed(*arguments: object) -> tuple[float, float, str]:
    """Run one command: seconds, peak megabytes of its process tree, and what it printed."""
    command = [str(HEADWATER), *map(str, arguments)]
    print("running", *command[1:3], file=sys.stderr)
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    watch = Watch(process.pid)
    out, _ = process.communicate()
    seconds = time.perf_counter() - begun
    peak = watch.stop()
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} ended with {process.returncode}: {out[-2000:]}")
    return round(seconds, 3), round(peak / 1024, 1), out


class Watch:
    """Polls the memory of a process tree (Linux: /proc) until stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(0.25):
            self._peak = max(self._peak, sum(map(_kilobytes, _tree(self._pid))))

    def stop(self) -> int:
        """End the polling; the peak in kilobytes."""
        self._ended.set()
        self._thread.join()
        return self._peak


def _tree(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            children = Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii")
        except OSError:
            continue  # it ended between two looks
        found += [int(child) for child in children.split()]
    return found


def _kilobytes(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()

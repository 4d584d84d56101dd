"""Kill a writing program again and again (`--kills`, 200 by default), and look at what is left.

Figures (JSON, last on stdout): kills, acknowledged, faults, slowest_open_s.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from headwater.store import create_store  # noqa: E402
from tests.store.crash import Writers, look  # noqa: E402


def main() -> None:
    """Kill, look, print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--rivals", action="store_true", help="there is none to compare with")
    parser.add_argument("--data", help="not used: the reports are invented")
    given = parser.parse_args()
    seeded = np.random.default_rng(1)
    acknowledged: list[str] = []
    faults: list[str] = []
    slowest = 0.0
    with tempfile.TemporaryDirectory(prefix="headwater-crash-") as folder:
        node = Path(folder) / "node"
        create_store(node, "Agency 1").close()
        with Writers(node) as writers:
            for kill in range(given.kills):
                first = len(acknowledged) + 1_000 * kill
                acknowledged += writers.kill_one(first, seeded.uniform(0.0, 0.15))
                wrong, opened = look(node, acknowledged)
                faults += wrong
                slowest = max(slowest, opened)
                if kill % 20 == 19:
                    print(f"  {kill + 1} kills, {len(faults)} faults", file=sys.stderr)
    print(
        json.dumps(
            {
                "kills": given.kills,
                "acknowledged": len(acknowledged),
                "faults": faults,
                "slowest_open_s": round(slowest, 3),
            }
        )
    )


if __name__ == "__main__":
    main()

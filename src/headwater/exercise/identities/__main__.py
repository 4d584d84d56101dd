"""`python -m headwater.exercise.identities DIR --seed N --records N` writes a benchmark world."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from headwater.exercise.identities.files import write_identities


def main(arguments: list[str]) -> int:
    """Write the world and its counts."""
    parser = argparse.ArgumentParser(prog="python -m headwater.exercise.identities")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, required=True, help="1-9 development, 101 up tests")
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--protected", type=float, default=0.0, help="share of protected people")
    chosen = parser.parse_args(arguments)
    manifest = write_identities(chosen.folder, chosen.seed, chosen.records, chosen.protected)
    rows = ", ".join(f"{name} {file['rows']:,}" for name, file in manifest["files"].items())
    share = manifest["unambiguous_pair_share"]
    sys.stdout.write(f"{rows}; {manifest['people']:,} people; unambiguous_pair_share {share}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Writing a benchmark world to a folder, with a manifest that proves which one it is."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from headwater.exercise.identities.names import FIRST_TEST_SEED
from headwater.exercise.identities.pairs import NamePair
from headwater.exercise.identities.recording import Record
from headwater.exercise.identities.ties import Contact, Movement
from headwater.exercise.identities.world import Truth, identities

VERSION = 2


def write_identities(
    folder: Path, seed: int, records: int, protected: float = 0.0
) -> dict[str, Any]:
    """Write the world of a seed into a folder and return its manifest."""
    world = identities(seed, records, protected)
    folder.mkdir(parents=True, exist_ok=True)
    tables: dict[str, tuple[Sequence[str], Sequence[tuple[object, ...]]]] = {
        "people.csv": (Record._fields, world.records),
        "truth.csv": (Truth._fields, world.truth),
        "contacts.csv": (Contact._fields, world.contacts),
        "movements.csv": (Movement._fields, world.movements),
        "pairs.csv": (NamePair._fields, world.pairs),
    }
    written = {}
    for name, (fields, rows) in tables.items():
        _write(folder / name, fields, rows)
        digest = sha256((folder / name).read_bytes()).hexdigest()
        written[name] = {"rows": len(rows), "sha256": digest}
    manifest = {
        "version": VERSION,
        "seed": seed,
        "name_parts": "test" if seed >= FIRST_TEST_SEED else "development",
        "protected": protected,
        "people": len({row.person for row in world.truth}),
        "unambiguous_pair_share": world.unambiguous_pair_share,
        "files": written,
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    return manifest


def _write(path: Path, fields: Sequence[str], rows: Sequence[tuple[object, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(fields)
        writer.writerows(rows)

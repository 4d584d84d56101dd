"""Writing a benchmark world to a folder, with a manifest that proves which one it is."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from headwater.exercise.identities.pairs import NamePair
from headwater.exercise.identities.parts import FIRST_TEST_SEED
from headwater.exercise.identities.recording import Record
from headwater.exercise.identities.ties import Contact, Movement
from headwater.exercise.identities.world import Truth, World, identities

VERSION = 1


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
        "unambiguous_pair_share": unambiguous_pair_share(world),
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


def unambiguous_pair_share(world: World) -> float:
    """Share of true pairs that agree on a phone, a full birth date, or a name nobody else has."""
    people: dict[str, list[Record]] = {}
    holders: dict[str, set[str]] = {}
    for record, truth in zip(world.records, world.truth, strict=True):
        people.setdefault(truth.person, []).append(record)
        holders.setdefault(record.name, set()).add(truth.person)
    pairs = clear = 0
    for records in people.values():
        for place, left in enumerate(records):
            for right in records[place + 1 :]:
                pairs += 1
                clear += _clear(left, right, holders)
    return round(clear / pairs, 4) if pairs else 0.0


def _clear(left: Record, right: Record, holders: dict[str, set[str]]) -> bool:
    same_phone = bool(left.phone) and left.phone == right.phone
    same_date = len(left.birth_date) == 10 and left.birth_date == right.birth_date
    return same_phone or same_date or (left.name == right.name and len(holders[left.name]) == 1)

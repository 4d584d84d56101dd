"""The files of a world: the same bytes for the same seed, proved by the manifest."""

import csv
import json
from hashlib import sha256
from pathlib import Path

from headwater.exercise.identities import write_identities


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    first = write_identities(tmp_path / "a", 1, 300)
    assert write_identities(tmp_path / "b", 1, 300) == first
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_the_manifest_proves_every_file(tmp_path: Path) -> None:
    write_identities(tmp_path, 101, 300)
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["seed"] == 101
    assert manifest["name_parts"] == "test"
    names = {"people.csv", "truth.csv", "contacts.csv", "movements.csv", "pairs.csv"}
    assert set(manifest["files"]) == names
    for name, stated in manifest["files"].items():
        content = (tmp_path / name).read_bytes()
        assert sha256(content).hexdigest() == stated["sha256"]
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.DictReader(file)) == stated["rows"]

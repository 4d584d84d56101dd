"""The world as a user sees it on disk: repeatable, apart from its truth, of the asked size."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from headwater.exercise import write_world
from headwater.model import HeadwaterError


def test_the_same_seed_writes_the_same_bytes(world, again):
    assert world.content() == again.content()


def test_another_process_with_other_hash_seed_writes_the_same_bytes(world, tmp_path):
    code = (
        "from pathlib import Path; from headwater.exercise import write_world;"
        f"b = Path({str(tmp_path)!r}); write_world(b / 'reports', b / 'truth', 1, 'small')"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        timeout=60,
        env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
    )
    made = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert made == world.content()


def test_another_seed_writes_another_world(world, other):
    assert world.texts() != other.texts()
    assert world.rows("people") != other.rows("people")


def test_a_small_world_has_about_400_reports(world):
    files = [path for path in world.reports.rglob("*") if path.is_file()]
    assert 350 <= len(files) <= 450
    assert len(files) == world.summary.reports
    assert world.summary.text_reports + world.summary.table_files == len(files)


def test_progress_reaches_the_end(tmp_path):
    told = []
    write_world(tmp_path / "r", tmp_path / "t", 3, "small", lambda *step: told.append(step))
    assert told[-1] == (400, 400)
    assert [done for done, _ in told] == list(range(1, 401))


def test_nothing_among_the_reports_reveals_the_truth(world):
    ids = [row["id"] for row in world.rows("people")] + [row["id"] for row in world.rows("legs")]
    words = ("truth", "derives_from", "possibly_coerced", "true_effect", "accurate", *ids)
    for path in world.reports.rglob("*"):
        if path.is_file():
            content = path.read_bytes().decode("utf-8", "replace")
            assert not [word for word in words if word in content], path
            assert "truth" not in path.name


def test_the_manifest_fits_what_lies_there(world):
    manifest = json.loads((world.truth / "manifest.json").read_text("utf-8"))
    assert (manifest["seed"], manifest["scale"]) == (1, "small")
    assert manifest["sha256"]["truth"]
    for name, digest in manifest["sha256"]["truth"].items():
        assert sha256((world.truth / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("truth", ["world", "world/truth", "."])
def test_truth_within_the_reports_is_refused(tmp_path, truth):
    with pytest.raises(HeadwaterError, match="apart"):
        write_world(tmp_path / "world", tmp_path / truth, 1, "small")


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path):
    kept = tmp_path / "reports" / "mine.txt"
    kept.parent.mkdir()
    kept.write_text("mine")
    with pytest.raises(HeadwaterError, match="not empty"):
        write_world(tmp_path / "reports", tmp_path / "truth", 1, "small")
    assert [path.name for path in kept.parent.iterdir()] == ["mine.txt"]


def test_an_unknown_scale_is_refused(tmp_path):
    with pytest.raises(HeadwaterError, match="scale"):
        write_world(tmp_path / "r", tmp_path / "t", 1, "huge")


def test_the_exercise_knows_nothing_of_who_reads_it():
    package = Path(sys.modules[write_world.__module__].__file__ or "").parent
    sources = [path.read_text("utf-8") for path in package.rglob("*.py")]
    assert len(sources) > 10
    assert not [text for text in sources if "headwater.intake" in text]
    assert not [text for text in sources if "headwater.resolve" in text]

"""What is shipped is what is here: the built wheel holds the code, its data and the licences."""

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.architecture.house import ROOT
from tests.architecture.paperwork import tracked_files


def test_the_wheel_holds_every_tracked_file_of_the_package_and_the_licences(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=600,
    )
    (wheel,) = tmp_path.glob("*.whl")
    shipped = zipfile.ZipFile(wheel).namelist()
    source = ROOT / "src"
    tracked = {str(f.relative_to(source)) for f in tracked_files(ROOT) if source in f.parents}
    licences = {name.rsplit("/", 1)[-1] for name in shipped if "/licenses/" in name}
    assert tracked - set(shipped) == set()
    assert licences == {"LICENSE", "THIRD_PARTY_NOTICES.md"}

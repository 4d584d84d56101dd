"""Environment: what one rival needs, installed apart from ours, made once and kept."""

import hashlib
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from headwater.model import HeadwaterError

PLACE = Path(tempfile.gettempdir()) / "headwater-rivals"
"""Where environments are kept unless another folder is named."""

_READY = "ready.txt"


class NotRun(HeadwaterError):
    """A rival could not be installed, or ended badly."""


def python_with(packages: Sequence[str], place: Path, limit: int) -> Path:
    """The interpreter of an environment that holds the packages.

    Args:
        packages: What pip is asked for.
        place: Folder that keeps environments from run to run.
        limit: Seconds that the installation may take.

    Raises:
        NotRun: If it cannot be made, with the reason that pip gave.
    """
    wanted = "\n".join([sys.version, *sorted(packages)])
    folder = place.resolve() / hashlib.sha256(wanted.encode()).hexdigest()[:12]
    python = folder / "bin" / "python"
    if not (folder / _READY).exists():
        print(f"  installing {', '.join(packages)} in {folder}", file=sys.stderr)
        venv.create(folder, clear=True, with_pip=True)
        printed([str(python), "-m", "pip", "install", "--quiet", *packages], limit)
        (folder / _READY).write_text(wanted, encoding="utf-8")
    return python


def printed(command: Sequence[str], limit: int) -> str:
    """What a command prints.

    Raises:
        NotRun: If it fails or takes longer than `limit` seconds; with the last line it wrote.
    """
    try:
        done = subprocess.run(command, timeout=limit, capture_output=True, text=True, check=False)
    except (subprocess.TimeoutExpired, OSError) as error:
        raise NotRun(f"{error}") from error
    print(done.stderr, end="", file=sys.stderr)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise NotRun(said[-1] if said else f"it ended with {done.returncode} and said nothing")
    return done.stdout


def figures(command: Sequence[str], limit: int) -> dict[str, Any]:
    """The JSON document that a command prints last."""
    found: dict[str, Any] = json.loads(printed(command, limit).splitlines()[-1])
    return found


def answer_of(
    packages: Sequence[str], script: str, given: object, place: Path, limit: int
) -> dict[str, Any]:
    """What a rival's script makes of some data, in an environment that holds its packages.

    Args:
        packages: What pip is asked for.
        script: Python that reads the JSON file it is given and prints one JSON document last.
        given: The data, as JSON can hold it.
        place: Folder that keeps environments from run to run.
        limit: Seconds for each step.

    Raises:
        NotRun: If it cannot be installed, or fails.
    """
    python = python_with(packages, place, limit)
    with tempfile.TemporaryDirectory() as folder:
        data, program = Path(folder) / "given.json", Path(folder) / "rival.py"
        data.write_text(json.dumps(given), encoding="utf-8")
        program.write_text(script, encoding="utf-8")
        return figures([str(python), str(program), str(data)], limit)

"""Rivals of resolution, each in an environment of its own, on the same files in the same run."""

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from headwater.exercise.identities import write_identities

_HERE = Path(__file__).parent
_RECORDS = 10_000

_ENVIRONMENTS = {
    "nomenklatura": (["nomenklatura"], ["nomenklatura_people.py"]),
    "splink": (["splink>=5,<6"], ["splink_people.py"]),
    "splink_icu": (["splink>=5,<6", "PyICU"], ["splink_people.py", "--icu"]),
}
"""Rivals with what is installed for them and the script that runs them."""


def run(options: Any) -> dict[str, Any]:  # noqa: ANN401 - the parsed options of a bench
    """Figures by rival; what could not be installed or ended badly says so."""
    with tempfile.TemporaryDirectory(prefix="headwater-rivals-") as folder:
        world = Path(folder) / "world"
        write_identities(world, options.seed, _RECORDS)
        return {name: _rival(name, Path(folder), world, options.limit) for name in _ENVIRONMENTS}


def _rival(name: str, folder: Path, world: Path, limit: int) -> dict[str, Any]:
    packages, (script, *flags) = _ENVIRONMENTS[name]
    environment = folder / name
    python = environment / "bin" / "python"
    print(f"  rival {name}: installing", file=sys.stderr)
    try:
        venv.create(environment, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *packages]
        subprocess.run(install, check=True, timeout=limit, stdout=sys.stderr)
        print(f"  rival {name}: running", file=sys.stderr)
        command = [str(python), str(_HERE / script), str(world), *flags]
        done = subprocess.run(command, check=True, timeout=limit, stdout=subprocess.PIPE)
    except (subprocess.SubprocessError, OSError) as error:
        return {"not_run": str(error)}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found

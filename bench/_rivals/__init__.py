"""Rivals of resolution, each in an environment of its own, on the same files in the same run."""

import sys
import tempfile
from argparse import Namespace
from pathlib import Path
from typing import Any

from _rivals.environment import PLACE, NotRun, figures, python_with
from headwater.exercise.identities import write_identities

__all__ = ["NotRun", "figures", "python_with", "run"]

_HERE = Path(__file__).parent
_RECORDS = 10_000

_SPLINK = ("splink>=5,<6", "PyICU")
_RIVALS = {
    "nomenklatura": (("nomenklatura",), ("nomenklatura_people.py",)),
    "splink": (_SPLINK, ("splink_people.py",)),
    "splink_icu": (_SPLINK, ("splink_people.py", "--icu")),
}
"""Rivals with what is installed for them, and the script that runs them."""


def run(options: Namespace) -> dict[str, Any]:
    """Figures by rival; what could not be installed or ended badly says so.

    Args:
        options: seed, limit (seconds of a step); rival_records and environments where given.
    """
    records = getattr(options, "rival_records", _RECORDS)
    with tempfile.TemporaryDirectory(prefix="headwater-world-") as folder:
        write_identities(Path(folder), options.seed, records)
        found = {name: _rival(name, Path(folder), options) for name in _RIVALS}
    return {"seed": options.seed, "records": records, **found}


def _rival(name: str, world: Path, options: Namespace) -> dict[str, Any]:
    packages, (script, *flags) = _RIVALS[name]
    print(f"  rival {name}", file=sys.stderr)
    try:
        python = python_with(packages, getattr(options, "environments", PLACE), options.limit)
        return figures([str(python), str(_HERE / script), str(world), *flags], options.limit)
    except NotRun as error:
        return {"not_run": str(error)}

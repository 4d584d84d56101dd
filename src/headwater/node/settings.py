"""Settings and clock: what comes from outside, read in this module alone."""

import getpass
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from headwater.model import WrongUse


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment may set; docs/reference/settings.md lists every field.

    Attributes:
        login: User who acts where `--as` is not given (the operating system's login name).
        shared: Folder with test data and example articles ($HEADWATER_SHARED), or None.
        workers: Processes that read files side by side ($HEADWATER_WORKERS, else the cores).
    """

    login: str
    shared: Path | None
    workers: int


def read_settings() -> Settings:
    """The settings of this process; read once, at the start of a command.

    Raises:
        WrongUse: If a setting is not of its kind.
    """
    workers = os.environ.get("HEADWATER_WORKERS", "")
    if workers and not (workers.isdigit() and int(workers)):
        raise WrongUse(f"HEADWATER_WORKERS is {workers!r}", do="give a whole number from 1")
    shared = Path(os.environ.get("HEADWATER_SHARED") or "../shared")
    return Settings(
        login=_login(),
        shared=shared if shared.is_dir() else None,
        workers=int(workers) if workers else max(1, min(os.cpu_count() or 1, 8)),
    )


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no entry for this user id, as in some containers
        return f"uid-{os.getuid()}"


def clock() -> str:
    """The time as ISO 8601 in UTC, to the second; the only place that asks for it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> date:
    """The day in UTC."""
    return date.fromisoformat(clock()[:10])

"""The identities' own tables: comma-separated, their source in the lines that begin with #."""

from __future__ import annotations

import csv
from importlib.resources import files


def text_of(name: str) -> str:
    """The text of a file below the data folder."""
    return (files("headwater.exercise.identities") / "data" / name).read_text(encoding="utf-8")


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a table below the data folder."""
    lines = [line for line in text_of(name).splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))

"""What every test of the door may ask for: options, a reader that reads one word, a whole run."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from headwater.intake import DoorOptions, Taken, read_paths
from headwater.intake.reading import Claim, Reading


def horgos_reader(text: str, *, language: str = "", report_date: date | None = None) -> Reading:
    """Knows one place and one officer, and that the one was seen in the other."""
    at = text.find("Horgos")
    if at < 0:
        return Reading("", ())
    return Reading(
        "en",
        (
            Claim("=place:hw-horgos", "Place", "name", "Horgos", at, at + 6),
            Claim("m1", "Sighting", "place", "=place:hw-horgos", at, at + 6),
            Claim("m1", "Sighting", "subject", "@m2", -1, -1),
            Claim("m2", "UserAccount", "username", "@handle", -1, -1),
        ),
    )


OPTIONS = DoorOptions(author="officer 7", agency="Hub One", today=date(2026, 11, 21))


@pytest.fixture
def options() -> DoorOptions:
    return OPTIONS


@pytest.fixture
def take(tmp_path: Path) -> Callable[..., Taken]:
    """Read files that are given as name -> content, or a path, and put what came out together."""

    def run(
        files: dict[str, bytes | str] | Path, *, mapping: str | Path = "", **changes: object
    ) -> Taken:
        folder = files if isinstance(files, Path) else tmp_path / "in"
        if isinstance(files, dict):
            for name, content in files.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                raw = content.encode() if isinstance(content, str) else content
                path.write_bytes(raw)
        given = replace(OPTIONS, **changes)
        if isinstance(mapping, Path):
            given = replace(given, mapping=mapping)
        elif mapping:
            path = tmp_path / "given.yml"
            path.write_text(mapping, encoding="utf-8")
            given = replace(given, mapping=path)
        return together(list(read_paths([folder], given, reader=horgos_reader)))

    return run


def together(takens: list[Taken]) -> Taken:
    """One Taken of many."""
    return Taken(
        tuple(report for taken in takens for report in taken.reports),
        tuple(statement for taken in takens for statement in taken.statements),
        tuple(refusal for taken in takens for refusal in taken.refusals),
        {key: value for taken in takens for key, value in taken.originals.items()},
        tuple(trace for taken in takens for trace in taken.traces),
    )

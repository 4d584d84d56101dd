"""Sections of a bench: each is measured by itself, and one that fails does not take the others."""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from _rivals.environment import PLACE


def command_line(description: str | None, sections: Mapping[str, str]) -> argparse.ArgumentParser:
    """The options that every bench with sections has; a bench adds its own."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", nargs="+", choices=sorted(sections), default=list(sections))
    parser.add_argument("--quick", action="store_true", help="less of it, to see that it runs")
    parser.add_argument("--seed", type=int, default=0, help="of draws and made worlds")
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--environments", type=Path, default=PLACE, help="rivals' are kept here")
    parser.add_argument("--limit", type=int, default=1800, help="seconds for a step of a rival")
    return parser


def printed(answer: Mapping[str, object]) -> int:
    """Print the figures as one JSON document; the exit code."""
    print(json.dumps(answer, ensure_ascii=False))
    return 1 if "failed" in answer else 0


def measure(
    sections: Mapping[str, str], chosen: Iterable[str], data: Path, options: argparse.Namespace
) -> dict[str, object]:
    """The figures of the sections; a section that fails is named and the others go on.

    Args:
        sections: Each with the module beside this one that holds its `run(data, options)`.
        chosen: Which of them to run.
        data: Folder of the test data.
        options: What the command line said.
    """
    answer: dict[str, object] = {}
    seconds: dict[str, float] = {}
    failed: dict[str, str] = {}
    for section in chosen:
        print(f"  {section}", file=sys.stderr)
        begin = time.perf_counter()
        try:
            answer |= importlib.import_module(sections[section]).run(data, options)
        except Exception as error:  # noqa: BLE001 - one section must not take the others with it
            failed[section] = f"{type(error).__name__}: {error}"
            print(f"  {section} failed: {failed[section]}", file=sys.stderr)
        seconds[section] = round(time.perf_counter() - begin, 1)
    answer["seconds"] = seconds
    if failed:
        answer["failed"] = failed
    return answer

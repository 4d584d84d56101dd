"""Sections of a bench: each is measured by itself, and one that fails does not take the others."""

import argparse
import importlib
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path


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

"""Journeys run the real commands on a real store, as a user would."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from headwater.cli.program import run


@dataclass(frozen=True)
class Answer:
    """What a command printed and ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def headwater(capsys) -> Callable[..., Answer]:
    """Run one command in this process: headwater("add", path, "--json")."""

    def call(*arguments: object) -> Answer:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def node(tmp_path: Path, headwater) -> tuple[str, ...]:
    """The global options that name a fresh node of an invented agency, its maker and a purpose."""
    folder = tmp_path / "node"
    assert headwater("init", folder, "--agency", "Drava Hub", "--as", "mira").code == 0
    return ("--node", str(folder), "--as", "mira", "--purpose", "case: Drava")

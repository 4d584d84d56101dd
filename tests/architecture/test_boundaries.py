"""The boundaries of the house: who may import whom, and who may speak to what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import boundaries
from tests.architecture.house import House, build, our_house

Rule = Callable[[House], list[str]]
RULES: list[Rule] = [
    boundaries.upward_imports,
    boundaries.forbidden_shortcuts,
    boundaries.analyses_that_know_each_other,
    boundaries.side_doors,
    boundaries.unlicensed_speakers,
    boundaries.impurities,
    boundaries.clocks_and_settings,
    boundaries.contract_differs,
]
ROOMS = {
    "model/__init__.py": '__all__ = ["Statement"]\n',
    "model/statement.py": "",
    "store/__init__.py": '__all__ = ["Store"]\n',
    "analysis/__init__.py": "__all__ = []\n",
    "analysis/routes/__init__.py": '__all__ = ["legs"]\n',
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_boundaries(rule: Rule) -> None:
    found = rule(our_house())
    assert not found, f"{rule.__doc__}\n" + "\n".join(found)


def furnish(root: Path, files: dict[str, str]) -> House:
    """A fake house with a model, a store and an analysis, and these files added."""
    rooms = {**ROOMS, **files}
    return build(root, {f"src/headwater/{name}": text for name, text in rooms.items()})


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (boundaries.upward_imports, "model/place.py", "from headwater.store import Store"),
        (boundaries.upward_imports, "model/place.py", "from headwater import store"),
        (
            boundaries.upward_imports,
            "store/tree.py",
            "import typing\nif typing.TYPE_CHECKING:\n    from headwater.picture import P",
        ),
        (boundaries.upward_imports, "plan/team.py", "def f():\n    import headwater.case"),
        (boundaries.upward_imports, "store/a.py", "import_module('headwater.intake')"),
        (boundaries.upward_imports, "__init__.py", "from headwater.model import Statement"),
        (boundaries.upward_imports, "attic/box.py", "x = 1"),
        (boundaries.forbidden_shortcuts, "analysis/a.py", "from headwater.store import Store"),
        (boundaries.forbidden_shortcuts, "plan/a.py", "import headwater.intake"),
        (boundaries.forbidden_shortcuts, "brief/a.py", "import headwater.resolve"),
        (boundaries.forbidden_shortcuts, "picture/a.py", "import headwater.exercise"),
        (
            boundaries.analyses_that_know_each_other,
            "analysis/organisers/a.py",
            "from headwater.analysis.routes import legs",
        ),
        (
            boundaries.analyses_that_know_each_other,
            "analysis/organisers.py",
            "from headwater.analysis import routes",
        ),
        (boundaries.side_doors, "store/a.py", "import headwater.model.statement"),
        (boundaries.side_doors, "store/a.py", "from headwater.model.statement import Statement"),
        (boundaries.side_doors, "store/a.py", "from headwater.model import statement"),
        (boundaries.side_doors, "brief/a.py", "from headwater.analysis.routes.legs import x"),
        (boundaries.side_doors, "analysis/a.py", "from headwater.graph.problem import Removal"),
        (boundaries.side_doors, "analysis/a.py", "from headwater.graph.removal.exact import prove"),
        (boundaries.unlicensed_speakers, "picture/a.py", "import sqlite3"),
        (boundaries.unlicensed_speakers, "analysis/routes/a.py", "def f():\n    import duckdb"),
        (boundaries.unlicensed_speakers, "case/a.py", "from litestar import get"),
        (boundaries.unlicensed_speakers, "exchange/a.py", "from followthemoney import model"),
        (boundaries.unlicensed_speakers, "desk/a.py", "import argon2"),
        (boundaries.unlicensed_speakers, "node/access/a.py", "from webauthn import helpers"),
        (boundaries.unlicensed_speakers, "intake/a.py", "from urllib import request"),
        (
            boundaries.unlicensed_speakers,
            "intake/a.py",
            "from importlib import import_module\nimport_module('random')",
        ),
        (boundaries.impurities, "model/a.py", "import pyarrow"),
        (boundaries.impurities, "safeguard/a.py", "import numpy as np"),
        (boundaries.impurities, "model/a.py", "import sqlite3"),
        (boundaries.impurities, "model/a.py", "x = open('schema.yaml')"),
        (boundaries.clocks_and_settings, "store/a.py", "import os\nx = os.environ['A']"),
        (boundaries.clocks_and_settings, "store/a.py", "from os import getenv"),
        (boundaries.clocks_and_settings, "cli.py", "import datetime\ndatetime.datetime.now()"),
        (boundaries.clocks_and_settings, "brief/a.py", "from datetime import date\ndate.today()"),
        (boundaries.clocks_and_settings, "brief/a.py", "import time\ntime.time()"),
    ],
)
def test_each_rule_sees_its_breach(tmp_path: Path, rule: Rule, name: str, text: str) -> None:
    assert rule(furnish(tmp_path, {name: text}))


def test_a_changed_order_of_layers_is_seen(tmp_path: Path) -> None:
    house = furnish(tmp_path, {})
    (tmp_path / "pyproject.toml").write_text(
        '[[tool.importlinter.contracts]]\ntype = "layers"\nlayers = ["(model)", "store"]\n',
        encoding="utf-8",
    )
    assert boundaries.contract_differs(house)


def test_a_lawful_house_breaks_no_boundary(tmp_path: Path) -> None:
    house = furnish(
        tmp_path,
        {
            "__init__.py": '__version__ = "1"\n',
            "model/money.py": "import yaml\nfrom headwater.model.place import Place\n",
            "store/embedded.py": "import sqlite3\nfrom headwater.model import Statement\n",
            "exercise/world.py": "from headwater import __version__\n",
            "node.py": "import os\nfrom headwater.exercise import World\nos.environ['A']\n",
            "exercise/__init__.py": '__all__ = ["World"]\n',
            "analysis/ranking.py": "import numpy\nfrom headwater.analysis import routes\n",
            "brief/page.py": "import time\nfrom headwater.analysis.routes import legs\n"
            "from headwater.analysis import routes\ntime.monotonic()\n",
            "desk/pages.py": "import litestar\nimport headwater.cli\nimport headwater.node\n",
        },
    )
    rules = [rule for rule in RULES if rule is not boundaries.contract_differs]
    assert [found for rule in rules for found in rule(house)] == []

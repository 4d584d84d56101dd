"""Rules of the boundaries: who may import whom, who may speak to what, where the clock is read.

They read the source, so they cover lazy imports and packages that are yet to come.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import House, Import, Module

# Imports point down only; names on one line are siblings that may not see each other.
ORDER: tuple[tuple[str, ...], ...] = (
    ("cli", "desk"),
    ("node",),
    ("plan", "case", "exchange", "brief"),
    ("draw",),
    ("analysis",),
    ("picture",),
    ("intake", "resolve", "exercise"),
    ("store",),
    ("safeguard",),
    ("graph", "series"),
    ("model",),
)
LEVEL = {name: level for level, row in enumerate(ORDER) for name in row}
MAY_SEE_EACH_OTHER = {"cli", "desk"}

# Packages of several rooms, each with a front door of its own: so that what needs a heavy library
# is loaded with its room, not with the package.
WINGS = {"analysis", "graph", "node", "safeguard", "series"}

# Each analysis answers its own question and knows no other.
QUESTIONS = {"organisers", "routes", "business", "outlook", "impact", "watch"}

# Layers allow skipping; these skips would carry content past the clearance decided in the picture,
# or let the real work depend on the synthetic world.
_BEHIND_THE_PICTURE = {"store", "intake", "resolve"}
NEVER: dict[str, set[str]] = {
    "analysis": _BEHIND_THE_PICTURE,
    "plan": _BEHIND_THE_PICTURE,
    "draw": _BEHIND_THE_PICTURE,
    "brief": _BEHIND_THE_PICTURE,
    "desk": _BEHIND_THE_PICTURE,
}
ONLY_BY: dict[str, set[str]] = {"exercise": {"node", "cli"}}

# Who may import which outside module.
_NOBODY: set[str] = set()
SPEAKERS: dict[str, set[str]] = {
    "sqlite3": {"store"},
    "psycopg": {"store"},
    "adbc_driver_manager": {"store"},
    "adbc_driver_postgresql": {"store"},
    "adbc_driver_sqlite": {"store"},
    "duckdb": {"store", "picture", "resolve"},
    "splink": {"resolve"},
    "pyspark": {"picture", "resolve"},
    "litestar": {"desk"},
    "granian": {"desk"},
    "jinja2": {"brief", "desk"},
    # What proves who somebody is.
    "argon2": {"node"},
    "pyotp": {"node"},
    "webauthn": {"node"},
    "segno": {"draw"},
    # Nothing is fetched from the network at run time.
    "socket": {"desk", "exchange"},
    "http": {"desk", "exchange", "intake"},
    "urllib.request": {"desk", "exchange"},
    "smtplib": _NOBODY,
    "ftplib": _NOBODY,
    "requests": _NOBODY,
    "httpx": {"exchange"},
    # Compared with in tests and benchmarks only.
    "followthemoney": _NOBODY,
    "nomenklatura": _NOBODY,
    # Seeded numpy generators are handed in instead.
    "random": _NOBODY,
}
# Of these packages, the one module that speaks.
SPEAKING_MODULE = {
    ("http", "intake"): "intake/extractors/endpoint.py",
    ("argon2", "node"): "node/access/passwords.py",
    ("pyotp", "node"): "node/access/one_time_codes.py",
    ("webauthn", "node"): "node/access/passkeys.py",
    ("segno", "draw"): "draw/scan_code.py",
}

PURE = {"model", "safeguard"}
TOUCHES_THE_WORLD = {
    *("os", "shutil", "tempfile", "glob", "subprocess", "multiprocessing", "threading"),
    *("socket", "ssl", "http", "sqlite3", "dbm", "shelve", "ftplib", "smtplib", "ctypes"),
}
MODEL_MAY_USE = (sys.stdlib_module_names - TOUCHES_THE_WORLD) | {"yaml", "headwater"}

CLOCK_AND_SETTINGS = {
    *("os.environ", "os.environb", "os.getenv", "os.putenv"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime"),
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("uuid.uuid1", "uuid.uuid4", "uuid.uuid7"),
}
READS_CLOCK_AND_SETTINGS = {"node.py", "node/settings.py"}


def upward_imports(house: House) -> list[str]:
    """Imports point down only, siblings do not see each other, every room has its place."""
    found = [f"{p}: no place in the house" for p in sorted(house.packages) if p not in LEVEL]
    for module, line, target in _between_packages(house):
        own = "cli" if module.package == "__main__" else module.package
        level, below = LEVEL.get(own, -1), LEVEL.get(target, -1)
        siblings = level == below and {own, target} <= MAY_SEE_EACH_OTHER
        if own == "__init__" or not (level < below or siblings):
            found.append(f"{module.at(line)}: {own} may not import {target}")
    return found


def forbidden_shortcuts(house: House) -> list[str]:
    """No analysis, plan, briefing or page reaches behind the picture or rests on the exercise."""
    return [
        f"{module.at(line)}: {module.package} may not import {target}"
        for module, line, target in _between_packages(house)
        if target in NEVER.get(module.package, ())
        or (target in ONLY_BY and module.package not in ONLY_BY[target])
    ]


def analyses_that_know_each_other(house: House) -> list[str]:
    """Each analysis answers its own question."""
    found = []
    for module in house.modules:
        if module.package != "analysis" or len(module.parts) < 2:
            continue
        own = module.parts[1]
        for imported in module.imports:
            for target in _dotted_targets(imported):
                other = target.split(".")[2:3]
                strange = target.startswith("headwater.analysis.") and other[0] in QUESTIONS
                if own in QUESTIONS and strange and other[0] != own:
                    found.append(f"{module.at(imported.line)}: {own} may not import {other[0]}")
    return found


def side_doors(house: House) -> list[str]:
    """Other packages are entered by the front door, and only for what it lists."""
    found = []
    for module in house.modules:
        for imported in module.imports:
            root, *path = imported.module.split(".")
            if root != "headwater" or not path or path[0] == module.package:
                continue
            found += [
                f"{module.at(imported.line)}: {why}" for why in _side_door(house, path, imported)
            ]
    return found


def _side_door(house: House, path: list[str], imported: Import) -> Iterator[str]:
    room = path[0] in WINGS and (house.src / Path(*path[:2])).is_dir()
    deepest = 2 if room else 1
    if len(path) > deepest:
        yield f"reach {imported.module} through headwater.{'.'.join(path[:deepest])}"
        return
    folder = Path(*path)
    if not (house.src / folder).is_dir():
        return
    exports = house.exports(folder) or []
    for name in imported.names:
        room_of_its_own = path[0] in WINGS and (house.src / folder / name / "__init__.py").is_file()
        if name not in exports and not room_of_its_own:
            yield f"{name} is not in the __all__ of {imported.module}"


def unlicensed_speakers(house: House) -> list[str]:
    """Only the store speaks SQL, only the desk speaks HTTP, and so on."""
    found = []
    for module in house.modules:
        for imported in module.imports:
            for spoken in _spoken(imported):
                where = SPEAKING_MODULE.get((spoken, module.package), module.relative.as_posix())
                elsewhere = module.relative.as_posix() != where
                if elsewhere or module.package not in SPEAKERS[spoken]:
                    found.append(
                        f"{module.at(imported.line)}: {module.package} may not use {spoken}"
                    )
    return found


def _spoken(imported: Import) -> set[str]:
    named = {imported.module, *(f"{imported.module}.{name}" for name in imported.names)}
    return {s for s in SPEAKERS for n in named if n == s or n.startswith(s + ".")}


def impurities(house: House) -> list[str]:
    """The model and the safeguards are rules without input or output: standard library and YAML."""
    found = []
    for module in house.modules:
        if module.package not in PURE:
            continue
        for imported in module.imports:
            root = imported.module.split(".")[0]
            if root not in MODEL_MAY_USE:
                found.append(f"{module.at(imported.line)}: {module.package} is pure, not {root}")
        for line, called in module.contents.calls:
            if called == "open":
                found.append(f"{module.at(line)}: {module.package} opens no files")
    return found


def clocks_and_settings(house: House) -> list[str]:
    """Only the node reads clock and environment and makes ids; others are handed them."""
    found = []
    for module in house.modules:
        if module.relative.as_posix() in READS_CLOCK_AND_SETTINGS:
            continue
        reads = [*module.contents.dotted]
        reads += [(i.line, f"{i.module}.{name}") for i in module.imports for name in i.names]
        found += [
            f"{module.at(line)}: {what} is read in the node's settings only"
            for line, what in reads
            if what in CLOCK_AND_SETTINGS
        ]
    return found


def contract_differs(house: House) -> list[str]:
    """The import-linter layers in pyproject.toml are the order written here."""
    pyproject = tomllib.loads((house.root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    declared = [set(re.findall(r"[a-z]+", layer)) for layer in layers]
    expected = [set(row) for row in ORDER]
    return [] if declared == expected else [f"layers are {declared}, the house is {expected}"]


def _dotted_targets(imported: Import) -> list[str]:
    """`from headwater.model import x` may mean the module headwater.model.x as well."""
    return [imported.module, *(f"{imported.module}.{name}" for name in imported.names)]


def _between_packages(house: House) -> Iterator[tuple[Module, int, str]]:
    """Every import of another room of the house: who, where, which."""
    for module in house.modules:
        for imported in module.imports:
            for target in {t.split(".")[1] for t in _dotted_targets(imported) if _is_ours(t)}:
                known = target in LEVEL or target in house.packages
                if known and target != module.package:
                    yield module, imported.line, target


def _is_ours(dotted: str) -> bool:
    return dotted.startswith("headwater.")

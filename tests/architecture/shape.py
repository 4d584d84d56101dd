"""Rules of shape: names, lengths, folder sizes, front doors, a test beside every module."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import House, Module

SHAPELESS = re.compile(r"utils?|help\w+|misc|commons?|shared|managers?|base|core|services?|tools?")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
LARGEST_FOLDER = 12
WIDEST_DOOR = {
    "model": 50,  # the vocabulary everyone speaks
    "safeguard": 30,  # the rules everyone asks
}
WIDEST_OTHER_DOOR = 25
EXCUSE = re.compile(r"\s*# long: \d{4}-\d{2}-\d{2}: \S+ \S+")
SILENCED = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w, -]+\])?)(?P<why>.*)"
)

# Modules without a test file of their own, each with its reason.
WITHOUT_OWN_TEST: dict[str, str] = {
    "__main__.py": "one line that calls the command line",
}


def shapeless_names(house: House) -> list[str]:
    """Every module and folder is named after a thing."""
    return [
        f"{m.relative}: name it after what it holds, not {part!r}"
        for m in house.modules
        for part in m.parts
        if SHAPELESS.fullmatch(part)
    ]


def long_modules(house: House) -> list[str]:
    """A module fits on a few screens."""
    lengths = ((m, len(m.text.splitlines())) for m in house.modules)
    return [f"{m.relative}: {n} lines" for m, n in lengths if n > LONGEST_MODULE]


def long_functions(house: House) -> list[str]:
    """A function fits on one screen, unless a dated `# long: 2026-11-21: why` stands above it."""
    return [found for module in house.modules for found in _long_functions_of(module)]


def _long_functions_of(module: Module) -> Iterator[str]:
    lines = module.text.splitlines()
    for function in module.contents.functions:
        excused = function.first > 1 and EXCUSE.match(lines[function.first - 2])
        if function.length > LONGEST_FUNCTION and not excused:
            where = module.at(function.line)
            yield f"{where}: {function.name} has {function.length} lines"


def unexplained_silences(house: House) -> list[str]:
    """Every exception to a lint or type rule carries its reason on the same line."""
    return [
        f"{module.at(number)}: say why"
        for module in house.modules
        for number, line in enumerate(module.text.splitlines(), 1)
        if (match := SILENCED.search(line)) and not re.search(r"\w+ \w+", match["why"])
    ]


def crowded_folders(house: House) -> list[str]:
    """A folder holds few enough modules to be read as a table of contents."""
    counts = Counter(m.relative.parent for m in house.modules if m.relative.stem != "__init__")
    return [f"{folder}: {n} modules" for folder, n in counts.items() if n > LARGEST_FOLDER]


def missing_or_wide_doors(house: House) -> list[str]:
    """Every package has a front door that lists what it offers, and the list is short."""
    found = []
    for folder in sorted({m.relative.parent for m in house.modules if not m.contents.is_bare}):
        if folder == Path("."):
            continue
        exports = house.exports(folder)
        limit = WIDEST_DOOR.get(str(folder), WIDEST_OTHER_DOOR)
        if exports is None:
            found.append(f"{folder}: no __init__.py with a written-out __all__")
        elif len(exports) > limit:
            found.append(f"{folder}: {len(exports)} names at the front door, at most {limit}")
        elif len(set(exports)) < len(exports):
            found.append(f"{folder}: a name stands twice in __all__")
    return found


def modules_without_test(house: House) -> list[str]:
    """tests/store/test_blobs.py mirrors src/headwater/store/blobs.py."""
    found = []
    for module in house.modules:
        relative = module.relative
        if relative.stem == "__init__" or str(relative) in WITHOUT_OWN_TEST:
            continue
        mirror = Path("tests") / relative.parent / f"test_{relative.stem.lstrip('_')}.py"
        if not (house.root / mirror).is_file():
            found.append(f"{relative}: no {mirror}")
    return found


def stale_excuses(house: House) -> list[str]:
    """An excuse for a module that is gone is an excuse too many."""
    return [
        f"{name} is excused but not there"
        for name in WITHOUT_OWN_TEST
        if name != "__main__.py" and not (house.src / name).is_file()
    ]

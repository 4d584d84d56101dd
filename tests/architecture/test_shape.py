"""The shape of the code: names, lengths, folders, front doors, a test beside every module."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import shape
from tests.architecture.house import House, build, our_house

Rule = Callable[[House], list[str]]
RULES: list[Rule] = [
    shape.shapeless_names,
    shape.long_modules,
    shape.long_functions,
    shape.unexplained_silences,
    shape.crowded_folders,
    shape.missing_or_wide_doors,
    shape.modules_without_test,
    shape.stale_excuses,
]

LONG = "def f():\n" + "    x = 1\n" * 45


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_shape(rule: Rule) -> None:
    found = rule(our_house())
    assert not found, f"{rule.__doc__}\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (shape.shapeless_names, "store/utils.py", ""),
        (shape.shapeless_names, "helpers/place.py", ""),
        (shape.long_modules, "store/tree.py", "x = 1\n" * 401),
        (shape.long_functions, "store/tree.py", LONG),
        (shape.long_functions, "store/tree.py", "# long: because\n" + LONG),
        (shape.unexplained_silences, "store/tree.py", "x = 1  # no" + "qa: S101"),
        (shape.unexplained_silences, "store/tree.py", "x = 1  # type" + ": ignore[no-any-return]"),
        (shape.missing_or_wide_doors, "store/tree.py", "x = 1\n"),
        (shape.missing_or_wide_doors, "store/__init__.py", "x = 1\n"),
        (shape.missing_or_wide_doors, "store/__init__.py", "__all__ = ['a', 'a']\n"),
        (shape.missing_or_wide_doors, "store/__init__.py", f"__all__ = {[*map(str, range(26))]}\n"),
        (shape.modules_without_test, "store/tree.py", "x = 1\n"),
    ],
)
def test_each_rule_sees_its_breach(tmp_path: Path, rule: Rule, name: str, text: str) -> None:
    house = build(tmp_path, {f"src/headwater/{name}": text})
    assert rule(house)


def test_a_thirteenth_module_crowds_a_folder(tmp_path: Path) -> None:
    rooms = {f"src/headwater/store/m{n}.py": "" for n in range(13)}
    assert shape.crowded_folders(build(tmp_path, rooms))


def test_an_excuse_for_a_module_that_is_gone_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(shape.WITHOUT_OWN_TEST, os.path.join("store", "gone.py"), "was data")
    assert shape.stale_excuses(build(tmp_path, {}))


def test_a_tidy_house_breaks_no_rule_of_shape(tmp_path: Path) -> None:
    house = build(
        tmp_path,
        {
            "src/headwater/__init__.py": "",
            "src/headwater/store/__init__.py": '__all__ = ["Store"]\n',
            "src/headwater/store/tree.py": "# long: 2026-11-21: one table, read as a whole\n"
            + LONG,
            "src/headwater/store/columns/__init__.py": '"""A folder of data."""\n',
            "tests/store/test_tree.py": "",
        },
    )
    assert [found for rule in RULES for found in rule(house)] == []

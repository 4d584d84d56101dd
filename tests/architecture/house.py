"""The source tree as the architecture rules see it: modules, what they import, what they export."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Import:
    """One import, lazy ones and `import_module("...")` included."""

    module: str
    names: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Function:
    """A function as it stands on the page."""

    name: str
    line: int
    first: int  # of its decorators
    length: int


@dataclass(frozen=True)
class Contents:
    """What the rules ask of a module; its tree, many times as large, is let go."""

    imports: tuple[Import, ...]
    functions: tuple[Function, ...]
    dotted: tuple[tuple[int, str], ...]  # the last two words of dotted names, with their lines
    calls: tuple[tuple[int, str], ...]  # the last word of what is called
    exports: tuple[str, ...] | None  # `__all__`, where it is written out
    is_bare: bool  # only a docstring: the marker of a folder of data

    @classmethod
    def of(cls, tree: ast.Module) -> "Contents":
        nodes = list(ast.walk(tree))
        return cls(
            tuple(_imports(nodes)),
            tuple(_functions(nodes)),
            tuple((n.lineno, _tail(n)) for n in nodes if isinstance(n, ast.Attribute)),
            tuple((n.lineno, called(n)) for n in nodes if isinstance(n, ast.Call)),
            _exports(tree),
            all(isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant) for n in tree.body),
        )


@dataclass(frozen=True)
class Module:
    """One Python file of the package."""

    path: Path
    relative: Path  # to src/headwater

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def contents(self) -> Contents:
        return Contents.of(ast.parse(self.text))

    @property
    def parts(self) -> tuple[str, ...]:
        return self.relative.with_suffix("").parts

    @property
    def package(self) -> str:
        """The room it lives in: `store`, or `cli` for cli.py itself."""
        return self.parts[0]

    @property
    def imports(self) -> tuple[Import, ...]:
        return self.contents.imports

    def at(self, line: int) -> str:
        return f"{self.relative}:{line}"


class House:
    """A repository with `src/headwater` and `tests`; the rules run on ours and on small fakes."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.src = root / "src" / "headwater"
        self.modules = [
            Module(path, path.relative_to(self.src)) for path in sorted(self.src.rglob("*.py"))
        ]
        self.packages = {m.package for m in self.modules} - {"__init__", "__main__"}
        self._doors = {m.relative.parent: m for m in self.modules if m.path.name == "__init__.py"}

    def exports(self, folder: Path) -> tuple[str, ...] | None:
        """The `__all__` of a package's front door; None where there is none written out."""
        door = self._doors.get(folder)
        return door.contents.exports if door else None


@cache
def our_house() -> House:
    """This repository, read once: nothing in it changes while tests run."""
    return House()


def build(root: Path, files: dict[str, str]) -> House:
    """A small fake repository, to show that a rule can fail."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return House(root)


def _imports(nodes: list[ast.AST]) -> Iterator[Import]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            names = tuple(alias.name for alias in node.names)
            yield Import("." * node.level + (node.module or ""), names, node.lineno)
        elif isinstance(node, ast.Import):
            yield from (Import(alias.name, (), node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            literals = [a.value for a in node.args[:1] if isinstance(a, ast.Constant)]
            yield from (Import(str(name), (), node.lineno) for name in literals)


def _functions(nodes: list[ast.AST]) -> Iterator[Function]:
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield Function(node.name, node.lineno, first, length)


def _exports(tree: ast.Module) -> tuple[str, ...] | None:
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Name) and t.id == "__all__" for t in targets):
                return tuple(ast.literal_eval(node.value))
    return None


def _tail(node: ast.Attribute) -> str:
    """The last two words of a dotted name: `datetime.datetime.now` -> `datetime.now`."""
    value = node.value
    owner = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
    return f"{owner}.{node.attr}"


def called(node: ast.Call) -> str:
    """The last word of what is called: `open` for open() and path.open()."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""

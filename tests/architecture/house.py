"""The source tree as the architecture rules see it: modules, what they import, what they export."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Import:
    """One import, lazy ones and `import_module("...")` included."""

    module: str
    names: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class Module:
    """One Python file of the package."""

    path: Path
    relative: Path  # to src/headwater

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        return self.relative.with_suffix("").parts

    @property
    def package(self) -> str:
        """The room it lives in: `store`, or `cli` for cli.py itself."""
        return self.parts[0]

    @cached_property
    def imports(self) -> tuple[Import, ...]:
        return tuple(_imports(self.tree))

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

    def exports(self, folder: Path) -> list[str] | None:
        """The `__all__` of a package's front door; None where there is none written out."""
        door = self.src / folder / "__init__.py"
        if not door.is_file():
            return None
        for node in ast.parse(door.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                if any(isinstance(t, ast.Name) and t.id == "__all__" for t in targets):
                    return list(ast.literal_eval(node.value))
        return None


def build(root: Path, files: dict[str, str]) -> House:
    """A small fake repository, to show that a rule can fail."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return House(root)


def _imports(tree: ast.Module) -> Iterator[Import]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = tuple(alias.name for alias in node.names)
            yield Import("." * node.level + (node.module or ""), names, node.lineno)
        elif isinstance(node, ast.Import):
            yield from (Import(alias.name, (), node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and called(node) in ("import_module", "__import__"):
            literals = [a.value for a in node.args[:1] if isinstance(a, ast.Constant)]
            yield from (Import(str(name), (), node.lineno) for name in literals)


def called(node: ast.Call) -> str:
    """The last word of what is called: `open` for open() and path.open()."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""

"""Rules of the documents: what they name is there."""

import re
from collections.abc import Iterator
from pathlib import Path

TREE_LINE = re.compile(r"^(?P<branch>[│ ]*(?:├── |└── )?)(?P<name>[A-Z]\w+)\b")


def documents(root: Path) -> list[Path]:
    """The Markdown files of a repository, outside hidden folders and other people's packages."""
    return [
        path
        for path in sorted(root.rglob("*.md"))
        if not any(_is_foreign(part) for part in path.relative_to(root).parts)
    ]


def _is_foreign(part: str) -> bool:
    return part.startswith(".") or part == "node_modules"


def dead_links(root: Path) -> list[str]:
    """A link inside the repository leads somewhere."""
    return [
        f"{path.relative_to(root)}: {target}"
        for path in documents(root)
        for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]


def unknown_make_targets(root: Path) -> list[str]:
    """A `make` command that a document names is in the Makefile."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    command = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
    return [
        f"{path.relative_to(root)}: make {name}"
        for path in documents(root)
        for name in command.findall(path.read_text(encoding="utf-8"))
        if name not in targets
    ]


def unknown_guards(root: Path) -> list[str]:
    """What ARCHITECTURE.md says holds a rule is a function or a file under tests."""
    text = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rules = text.split("## Rules, and what holds each")[1].split("\n## ")[0]
    sources = sorted((root / "tests" / "architecture").glob("*.py"))
    functions = {
        name
        for source in sources
        for name in re.findall(r"^def (\w+)", source.read_text(encoding="utf-8"), re.MULTILINE)
    }
    guards = [row.split("|")[2] for row in rules.splitlines() if row.count("|") == 3]
    named = [name for guard in guards for name in re.findall(r"`([^`]+)`", guard)]
    return [n for n in named if n not in functions and not (root / n).is_file()]


def drawn_errors(text: str) -> dict[str, str]:
    """The error tree drawn in a document: each name -> the name it hangs from."""
    parents: dict[str, str] = {}
    stack: list[str] = []
    for depth, name in _tree_lines(text):
        stack[depth:] = [name]
        parents[name] = stack[depth - 1] if depth else "Exception"
    return parents


def _tree_lines(text: str) -> Iterator[tuple[int, str]]:
    drawing = next(d for d in re.findall(r"```\n(.*?)```", text, re.DOTALL) if "──" in d)
    for line in drawing.splitlines():
        if match := TREE_LINE.match(line):
            yield len(match["branch"]) // 4, match["name"]

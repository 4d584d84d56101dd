"""Writes docs/reference from the code: commands, methods, schemata, settings, grades.

Run `make docs`. A test fails where the pages and the code differ.
"""

import dataclasses
import inspect
from pathlib import Path

import click

from headwater.analysis import methods
from headwater.cli.program import GLOBAL_HELP, PLANNED, headwater
from headwater.model import Grade4x4, Grade5x5x5, GradeAdmiralty, Grading, Method, schemata
from headwater.node import Settings

FOLDER = Path(__file__).parent / "reference"


def pages() -> dict[str, str]:
    """Every page of the reference by file name."""
    return {
        "commands.md": _commands(),
        "methods.md": _methods(),
        "schemata.md": _schemata(),
        "settings.md": _settings(),
        "grades.md": _grades(),
    }


def _commands() -> str:
    parts = ["# Commands", "", "```text", GLOBAL_HELP.replace("\b\n", "").strip(), "```"]
    context = click.Context(headwater, info_name="headwater")
    for name, command in sorted(headwater.commands.items()):
        parts += _command(command, click.Context(command, parent=context, info_name=name))
    parts += ["", "## Not built yet", ""]
    parts += [f"- `headwater {name}`: {what}" for name, what in sorted(PLANNED.items())]
    return "\n".join(parts) + "\n"


def _command(command: click.Command, context: click.Context) -> list[str]:
    context.terminal_width = context.max_content_width = 96
    parts = ["", f"## {context.command_path}", "", "```text", command.get_help(context), "```"]
    if isinstance(command, click.Group):
        for name, inner in sorted(command.commands.items()):
            parts += _command(inner, click.Context(inner, parent=context, info_name=name))
    return parts


def _methods() -> str:
    parts = ["# Methods", "", "Every method answers one question on one picture."]
    for method in methods():
        parts += _method(method)
    return "\n".join(parts) + "\n"


def _method(method: Method) -> list[str]:
    parts = ["", f"## {method.id} {method.version}", "", method.question, ""]
    parts += [f"- Plain files: {', '.join(f'`--{name}`' for name in method.inputs)}"]
    parts += [f"- Cost: {method.cost}", f"- Not for: {method.not_for}"]
    if method.reference:
        parts += [f"- Reference: {method.reference}"]
    parts += ["", "| parameter | kind | default | meaning |", "|---|---|---|---|"]
    parts += [f"| `{p.name}` | {p.kind} | {p.default} | {p.meaning} |" for p in method.parameters]
    parts += ["", "| column | kind | meaning |", "|---|---|---|"]
    return parts + [f"| `{o.name}` | {o.kind} | {o.meaning} |" for o in method.outputs]


def _schemata() -> str:
    parts = ["# Schemata", "", "FollowTheMoney 4.11.2 as a format; below, what we add to it."]
    for kind in schemata().values():
        if kind.label == kind.name:
            continue  # FollowTheMoney's own are documented by its authors
        parents = ", ".join(sorted(kind.ancestors - {kind.name}))
        parts += ["", f"## {kind.name}", "", f"{kind.label}. A kind of: {parents}.", ""]
        parts += ["| property | type |", "|---|---|"]
        inherited = {
            name
            for parent in kind.ancestors - {kind.name}
            for name in schemata()[parent].properties
        }
        for name, prop in kind.properties.items():
            if name not in inherited:
                parts.append(f"| `{name}` | {' · '.join(prop.words) or prop.range or prop.type} |")
    return "\n".join(parts) + "\n"


def _settings() -> str:
    text = inspect.getdoc(Settings) or ""
    names = [field.name for field in dataclasses.fields(Settings)]
    parts = ["# Settings", "", "Read once, when a command starts.", "", "| setting | meaning |"]
    parts.append("|---|---|")
    lines = text.splitlines()
    for name in names:
        at = next(i for i, line in enumerate(lines) if line.strip().startswith(f"{name}:"))
        parts.append(f"| `{name}` | {lines[at].split(':', 1)[1].strip()} |")
    return "\n".join(parts) + "\n"


def _grades() -> str:
    parts = ["# Grades", "", "Kept in the system they were given in; never turned into numbers."]
    for system in (Grading, Grade5x5x5, Grade4x4, GradeAdmiralty):
        parts += ["", f"## {system.system}", "", "| code | source |", "|---|---|"]
        parts += [f"| {code} | {words} |" for code, words in system.sources.items()]
        parts += ["", "| code | information |", "|---|---|"]
        parts += [f"| {code} | {words} |" for code, words in system.informations.items()]
    return "\n".join(parts) + "\n"


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Call: what every command is told, whichever place on the line it stood in."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from headwater.model import NotPermitted, WrongUse

if TYPE_CHECKING:
    from headwater.node import Node, Settings
    from headwater.node.looking import Sight

GLOBAL_VALUES = {"--node": "folder", "--as": "user", "--purpose": "purpose"}
GLOBAL_FLAGS = {"--json": "json", "--quiet": "quiet"}


@dataclass(slots=True)
class Call:
    """The global options of one call.

    Attributes:
        folder: The node's folder.
        user: Who acts; empty for the login name.
        purpose: What for; empty where none was given.
        json: Whether to print one JSON document and nothing else.
        quiet: Whether to print only the answer.
        exit_code: What the process ends with; a command raises it to 1 where it kept refusals.
    """

    folder: Path = Path("node")
    user: str = ""
    purpose: str = ""
    json: bool = False
    quiet: bool = False
    exit_code: int = field(default=0)

    def print(self, *lines: str) -> None:
        """Print lines on standard output; nothing where that is closed."""
        _write(sys.stdout, lines)

    def complain(self, *lines: str) -> None:
        """Print lines on standard error; nothing where that is closed."""
        _write(sys.stderr, lines)

    def say(self, *lines: str) -> None:
        """Print lines for a person; silent under `--json`."""
        if not self.json:
            self.print(*lines)

    def note(self, *lines: str) -> None:
        """Print lines beside the answer, on standard error; silent under `--json` and `--quiet`."""
        if not self.json and not self.quiet:
            self.complain(*lines)

    def answer(self, document: Mapping[str, Any], lines: Sequence[str]) -> None:
        """Print the answer: the document under `--json`, else the lines."""
        if self.json:
            self.print(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))
        else:
            self.say(*lines)

    def settings(self) -> "Settings":
        """What the environment sets."""
        from headwater.node import read_settings

        return read_settings()

    @contextmanager
    def node(self, *, looks: bool) -> Iterator["Node"]:
        """The node of this call, closed again at the end.

        Args:
            looks: Whether the command looks into the node, and so needs a purpose.

        Raises:
            WrongUse: If a purpose is needed and none was given.
        """
        from headwater.node import open_node

        if looks and not self.purpose.strip():
            raise WrongUse(
                "a purpose is needed to look into a node",
                why="every look is logged with what it was for",
                do="add --purpose, as in --purpose 'case: Drava, who supplies the boats'",
            )
        try:
            node = open_node(self.folder, self.settings(), self.user, self.purpose)
            try:
                yield node
            finally:
                node.close()
        except NotPermitted as error:
            error.where = error.where or str(self.folder)
            raise

    @contextmanager
    def progress(self, what: str) -> Iterator[Callable[[int, int], None]]:
        """A progress bar on standard error; nothing where nobody watches."""
        if self.json or self.quiet or not (sys.stderr and sys.stderr.isatty()):
            yield lambda _done, _whole: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=None)
            yield lambda done, whole: bar.update(task, completed=done, total=whole)


def _write(stream: TextIO | None, lines: Sequence[str]) -> None:
    if stream is not None:  # a closed stream is none at all
        stream.writelines(f"{line}\n" for line in lines)
        stream.flush()  # whoever reads along, reads it now


def look_of(node: "Node") -> "Callable[[], Sight]":
    """What tells who is protected of those whom a command is about."""
    from headwater.node.looking import Around

    found = Around(node)
    return lambda: found


def hoist(arguments: Sequence[str]) -> tuple[Call, list[str]]:
    """Take the global options out of a command line, wherever they stand.

    Everything behind `--` is left alone.

    Raises:
        WrongUse: If a global option lacks its value.
    """
    call, rest, waiting = Call(), [], iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
        elif name in GLOBAL_FLAGS and not equals:
            setattr(call, GLOBAL_FLAGS[name], True)
        elif name in GLOBAL_VALUES:
            given = value if equals else next(waiting, None)
            if given is None or given.startswith("--"):
                raise WrongUse(f"{name} needs a value", do="see headwater --help")
            setattr(call, GLOBAL_VALUES[name], Path(given) if name == "--node" else given)
        else:
            rest.append(argument)
    return call, rest


def counted(number: int, thing: str) -> str:
    """A number of things, as `1 pair`, `3 pairs` or `2 texts blacked out`."""
    noun, *more = thing.split(" ", 1)
    several = f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s"
    return " ".join([str(number), noun if number == 1 else several, *more])

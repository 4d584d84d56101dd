"""Start: the process around one command, from its first import to its exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

_SERVER = "granian"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and end the process with its exit code.

    Everything else is imported in here, so that an interrupt ends quietly from the start.
    """
    try:
        from headwater.cli.program import run

        code = run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        code = 2
    code = _flushed(code)
    if _SERVER in sys.modules:
        # Threads of the server's own live on, and crash an interpreter that is being taken down
        # when they want its lock. Whatever had to be closed is closed.
        os._exit(code)
    sys.exit(code)


def _flushed(code: int) -> int:
    """The exit code, when all that was printed is out; whoever read it may have gone."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        with suppress(OSError):
            sys.stdout.close()
    return code

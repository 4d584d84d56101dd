"""Confined: hostile formats are opened in a process of their own, with a time and memory limit.

PDF, Word and Excel readers are large and run on whatever a stranger sends. One that crashes, hangs
or swells takes its own process with it; the door notes a refusal and goes on.
"""

import base64
import json
import math
import os
import resource
import select
import subprocess
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import IO, Any, Self

from headwater.intake.pages import docx_text, html_text, pdf_text
from headwater.intake.tables.workbook import workbook_sheets
from headwater.model import Refused

SECONDS = 4.0
"""Of the processor for any file, from when the process is ready; a workbook has as many again for
each further megabyte. A busy machine takes nothing from it: a folder is read alike anywhere."""
PATIENCE = 15.0
"""By the clock a file may take that many times as long: that ends a process that only waits."""
_LOOK = 0.1  # seconds between looks at what the process has used
SECONDS_TO_START = 60.0
"""For the process itself, before it has a file; only a machine at its end needs that long."""
MEMORY = 400_000_000
"""Bytes a reader may use beyond what it needs to start."""
LARGEST_ANSWER = 400_000_000

_FORMS: dict[str, Callable[[bytes], Any]] = {
    "pdf": pdf_text,
    "docx": docx_text,
    "html": html_text,
    "xlsx": workbook_sheets,
}


class Confinement:
    """One confined process, started when it is first needed and again after it died."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """Give each file that many seconds."""
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process."""
        self.end()

    def read(self, form: str, content: bytes) -> Any:  # noqa: ANN401 - what the form's reader gives
        """Have a file read: `pdf`, `docx` and `html` to text, `xlsx` to sheets.

        Raises:
            Refused: If the file cannot be read, or not within the limits.
        """
        megabytes = len(content) / 1_000_000 if form == "xlsx" else 1.0
        allowed = self._seconds * max(1.0, megabytes)
        try:
            answer = _ask(self._child or self._start(), form, content, allowed)
        except TimeoutError as late:
            self.end()
            raise Refused(
                "the file takes too long",
                why=str(late),
                do="split it or save it anew; if the machine was busy, add the file once more",
            ) from late
        except (EOFError, BrokenPipeError) as gone:
            self.end()
            raise Refused(
                "the file cannot be read",
                why="it is damaged, cut off, or needs more memory than a file may",
                do="open it where it was made and save it anew",
            ) from gone
        if "refused" in answer:
            raise Refused(**answer["refused"])
        return answer["value"]

    def _start(self) -> subprocess.Popen[bytes]:
        program = "from headwater.intake.confined import serve; serve()"
        self._child = subprocess.Popen(  # noqa: S603 - our own program, no words from outside
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if self._child.stdout is None:
            raise EOFError
        # What the interpreter needs to start is not the file's time.
        _line(self._child, SECONDS_TO_START)
        return self._child

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._child is None:
            return
        child, self._child = self._child, None
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # what it had not read is of no use to anyone


def _ask(
    child: subprocess.Popen[bytes], form: str, content: bytes, allowed: float
) -> dict[str, Any]:
    if child.stdin is None or child.stdout is None:
        raise EOFError
    child.stdin.write(f"{form} {len(content)}\n".encode() + content)
    child.stdin.flush()
    received = _line(child, allowed * PATIENCE, allowed)
    answer: dict[str, Any] = json.loads(base64.b64decode(received))
    return answer


def _line(child: subprocess.Popen[bytes], seconds: float, processor: float = math.inf) -> bytes:
    """What the process says up to the end of a line, within seconds by the clock and of work."""
    if child.stdout is None:
        raise EOFError
    handle, received = child.stdout.fileno(), bytearray()
    began, used = time.monotonic(), _worked(child.pid)
    while not received.endswith(b"\n"):
        ready, _, _ = select.select([handle], [], [], min(_LOOK, seconds))
        if ready:
            chunk = os.read(handle, 1 << 20)
            if not chunk or len(received) > LARGEST_ANSWER:
                raise EOFError
            received += chunk
        elif _worked(child.pid) - used > processor:
            raise TimeoutError(f"reading it takes over {processor:.0f} seconds of work: too large")
        elif time.monotonic() - began > seconds:
            raise TimeoutError(f"it was not read within {seconds:.0f} seconds: too large or busy")
    return bytes(received)


def _worked(process: int) -> float:
    """Seconds of the processor that it has used; nothing where the system does not tell."""
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8", errors="replace") as stat:
            fields = stat.read().rpartition(")")[2].split()
    except OSError:
        return 0.0  # the limit by the clock still holds
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def serve() -> None:
    """The confined process: read files from standard input until it closes, answer on the output.

    Anything but a clear refusal ends the process: a reader that broke is not used again.
    """
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand among the answers
    _limit_memory()
    answers.write(b"\n")  # ready
    answers.flush()
    while line := sys.stdin.buffer.readline():
        form, size = line.split()
        answers.write(_answer(form.decode(), _exactly(sys.stdin.buffer, int(size))) + b"\n")
        answers.flush()


def _answer(form: str, content: bytes) -> bytes:
    try:
        answer: dict[str, Any] = {"value": _FORMS[form](content)}
    except Refused as bad:
        answer = {"refused": {"what": bad.what, "why": bad.why, "do": bad.do}}
    # base64: one line whatever the text holds, lone surrogates included.
    return base64.b64encode(json.dumps(answer).encode("ascii"))


def _exactly(stream: IO[bytes], size: int) -> bytes:
    return stream.read(size)


def _limit_memory() -> None:
    """Cap the address space a little above what the interpreter has now, where the system can."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            now = int(statm.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, now + MEMORY))
    except (OSError, ValueError):
        return  # no such file or limit on this system; the time limit still holds

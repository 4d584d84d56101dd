"""Paths: files and folders that a user names, in order, each through the door.

Folders are walked without following links; large ones can be read by several processes.
"""

import gc
import stat
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from headwater.intake.archive import LARGEST_FILE
from headwater.intake.confined import Confinement
from headwater.intake.door import SIDECAR, Door, names_suspects, suspects_in
from headwater.intake.item_reading import Reader
from headwater.intake.tables import load_mapping
from headwater.intake.taken import DoorOptions, Original, Taken
from headwater.model import Refusal, WrongUse

Progress = Callable[[int, int], None]
"""Called after each file with the number of files done and the number known."""

FEW = 500
"""Up to so many files one process is faster than several."""
CHUNK = 100
CHUNKS_AHEAD = 8
"""Chunks under way for each process, so that none waits while a batch is written."""
_TABLES = (".csv", ".tsv", ".xlsx")


def propose(text: str, *, language: str = "", report_date: date | None = None) -> object:
    """The reader of text, loaded when the first text is read."""
    from headwater.intake.reading import propose as reader

    return reader(text, language=language, report_date=report_date)


@dataclass(frozen=True, slots=True)
class _Find:
    """A file that was found, or the refusal of something that is no plain file."""

    path: Path
    name: str
    sidecar: Path | None = None
    refusal: Refusal | None = None


def read_paths(
    paths: Sequence[Path],
    options: DoorOptions,
    progress: Progress | None = None,
    *,
    reader: Reader = propose,
    workers: int = 1,
) -> Iterator[Taken]:
    """Read files and folders in the order given, folders in the order of their names.

    The same URN with other content a second time in one run is refused; the first one stands.

    Args:
        paths: Files and folders; a file named here is read even where a link leads to it.
        options: Author, defaults, mapping.
        progress: Told after each file how many are done and known.
        reader: Proposes claims for the text of an item; must be importable with `workers` above 1.
        workers: Processes to use on more than `FEW` files; the order stays the same.

    Returns:
        An iterator that reads as it is drawn from: one value a file, archive member or attachment.
        Its cost grows with the bytes read; no more than a few files are held at a time.

    Raises:
        WrongUse: At once, if a path does not exist or the mapping cannot be carried out.
    """
    if options.mapping:
        load_mapping(options.mapping)
    for path in paths:
        if not path.exists():
            raise WrongUse("there is no such file or folder", where=str(path), do="check the path")
    finds = [find for path in paths for find in _find(path, options.mapping)]
    plan = _Plan(options, reader, _suspects(finds))
    # Extractors are loaded once, in this process; they rarely fit in memory twice.
    many = workers > 1 and len(finds) > FEW and not options.extractors
    takens = _spread(finds, plan, workers) if many else _alone(finds, plan)
    return _counted(takens, len(finds), progress)


@dataclass(frozen=True, slots=True)
class _Plan:
    options: DoorOptions
    reader: Reader
    suspects: frozenset[str]

    def door(self, confinement: Confinement) -> Door:
        mapping = load_mapping(self.options.mapping) if self.options.mapping else None
        return Door(self.options, self.reader, confinement, mapping, self.suspects)


def _find(path: Path, mapping: Path | None) -> Iterator[_Find]:
    if not path.is_dir():
        yield _plain_file(path, path.name, follow=True)
        return
    for found in sorted(_walk(path), key=str):
        name = found.relative_to(path).as_posix()
        if (
            found.name.endswith(SIDECAR)
            and found.with_name(found.name.removesuffix(SIDECAR)).is_file()
        ):
            continue
        if mapping is not None and found.name == mapping.name and found.samefile(mapping):
            continue
        yield _plain_file(found, name)


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder that is no folder, and folders that cannot be opened."""
    try:
        children = list(folder.iterdir())
    except OSError:
        yield folder
        return
    for child in children:
        if child.is_dir() and not child.is_symlink():
            yield from _walk(child)
        else:
            yield child


def _plain_file(path: Path, name: str, *, follow: bool = False) -> _Find:
    try:
        status = path.stat(follow_symlinks=follow)
    except OSError as bad:
        return _Find(path, name, refusal=_closed(name, bad))
    if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST_FILE:
        sidecar = path.with_name(path.name + SIDECAR)
        beside = path.suffix.lower() in _TABLES and sidecar.is_file()
        return _Find(path, name, sidecar if beside else None)
    if stat.S_ISLNK(status.st_mode):
        what, why = "a link is not followed", "it may lead out of the folder"
    elif stat.S_ISDIR(status.st_mode):
        what, why = "the folder cannot be opened", "the system refuses"
    elif stat.S_ISREG(status.st_mode):
        what, why = "the file is too large", f"it has more than {LARGEST_FILE:,} bytes"
    else:
        what, why = "this is not a plain file", "it is a device, a pipe or a socket"
    do = "send plain files that this user may read"
    return _Find(path, name, refusal=Refusal(name, "whole file", what, why, do))


def _closed(name: str, bad: OSError) -> Refusal:
    why = bad.strerror or "the system refuses"
    return Refusal(name, "whole file", "the file cannot be opened", why, "check its rights")


def _suspects(finds: Sequence[_Find]) -> frozenset[str]:
    """Everyone whom a table of category decisions among the files calls a suspect."""
    named: frozenset[str] = frozenset()
    for find in finds:
        if find.refusal is None and find.path.suffix.lower() in (".csv", ".tsv"):
            try:
                with find.path.open("rb") as stream:
                    head = stream.readline(4096)
                    rest = stream.read() if names_suspects(head, find.path.suffix.lower()) else b""
            except OSError:
                continue  # the refusal is noted when the file itself is read
            if rest:
                named |= suspects_in(Original(find.name, head + rest))
    return named


def _read(find: _Find, door: Door) -> Iterator[Taken]:
    if find.refusal is not None:
        yield Taken(refusals=(find.refusal,))
        return
    try:
        original = Original(find.name, find.path.read_bytes())
        beside = find.sidecar and Original(find.sidecar.name, find.sidecar.read_bytes())
    except OSError as bad:
        yield Taken(refusals=(_closed(find.name, bad),))
        return
    yield from door.take(original, beside or None)


def _alone(finds: Sequence[_Find], plan: _Plan) -> Iterator[list[Taken]]:
    with Confinement() as confinement:
        door = plan.door(confinement)
        for find in finds:
            yield list(_read(find, door))


class _Worker:
    """What a reading process keeps from chunk to chunk; its confined process ends with it."""

    door: Door
    warm = False

    @classmethod
    def begin(cls, plan: _Plan) -> None:
        cls.door = plan.door(Confinement())

    @classmethod
    def read(cls, finds: Sequence[_Find]) -> list[list[Taken]]:
        taken = [list(_read(find, cls.door)) for find in finds]
        if not cls.warm:  # what was loaded for the first files stays: it is never looked over again
            gc.freeze()
            cls.warm = True
        return taken


def _spread(finds: Sequence[_Find], plan: _Plan, workers: int) -> Iterator[list[Taken]]:
    """Chunks of files over several processes, in order, with only a few chunks under way."""
    chunks = (finds[at : at + CHUNK] for at in range(0, len(finds), CHUNK))
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _Worker.begin, (plan,))
    with pool:
        pending = [pool.submit(_Worker.read, c) for c in islice(chunks, CHUNKS_AHEAD * workers)]
        while pending:
            yield from pending.pop(0).result()
            pending += [pool.submit(_Worker.read, c) for c in islice(chunks, 1)]


def _counted(
    takens: Iterator[list[Taken]], known: int, progress: Progress | None
) -> Iterator[Taken]:
    seen: dict[str, str] = {}
    for done, of_file in enumerate(takens, 1):
        for taken in of_file:
            yield _once(taken, seen)
        if progress:
            progress(done, known)


def _once(taken: Taken, seen: dict[str, str]) -> Taken:
    """Refuse a report whose URN came before with other content."""
    for report in taken.reports:
        if seen.setdefault(report.urn, report.sha256) != report.sha256:
            refusal = Refusal(
                report.file,
                "whole file",
                "its URN came before with other content",
                f"{report.urn} was read already, and nothing is overwritten",
                "give it a URN of its own, or send the correction under a new one",
                report.urn,
            )
            return Taken(refusals=(refusal, *taken.refusals))
    return taken

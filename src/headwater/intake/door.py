"""The door: files, folders, mail and archives in; reports, statements and refusals out."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from headwater.intake.plain import Reader, decode, take_text
from headwater.intake.tables import (
    Mapping,
    Table,
    TableSource,
    guess_mapping,
    load_mapping,
    read_csv,
    take_table,
)
from headwater.intake.taken import DoorOptions, Original, Taken
from headwater.model import Refused, WrongUse

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number known."""

TEXTS = {".txt", ".md", ".markdown", ".text", ""}
TABLES = {".csv", ".tsv"}


def propose(text: str, **known: object) -> object:
    """The reader of text, loaded when the first text is read."""
    from headwater.intake.reading import propose as reader  # noqa: PLC0415

    return reader(text, **known)


def read_paths(
    paths: Sequence[Path],
    options: DoorOptions,
    progress: Progress | None = None,
    *,
    reader: Reader = propose,
) -> Iterator[Taken]:
    """Read files and folders."""
    mapping = load_mapping(options.mapping) if options.mapping else None
    known = [
        (p, p.name)
        for path in paths
        for p in ([path] if path.is_file() else sorted(path.rglob("*")))
        if p.is_file()
    ]
    for done, (path, name) in enumerate(known, 1):
        yield take(Original(name, path.read_bytes()), options, reader, mapping)
        if progress:
            progress(done, len(known))


def take(
    original: Original, options: DoorOptions, reader: Reader, mapping: Mapping | None
) -> Taken:
    """Read one file."""
    try:
        if original.suffix in TEXTS:
            text, notes = decode(original)
            taken = take_text(original, text, options, reader)
        elif original.suffix in TABLES:
            text, notes = decode(original)
            taken = _table(original, read_csv(text, original.suffix), options, mapping)
        else:
            return original.refused("unknown", "unknown type")
    except (Refused, WrongUse) as bad:
        return original.refused(bad.what, bad.why or bad.what, bad.do)
    return Taken(taken.reports, taken.statements, (*notes, *taken.refusals), taken.originals)


def _table(
    original: Original, table: Table, options: DoorOptions, mapping: Mapping | None
) -> Taken:
    if mapping is None:
        guessed = guess_mapping(table.columns)
        if guessed is None:
            raise Refused("no mapping")
        mapping = guessed[1]
    queries = mapping.for_file(original.file, table.columns)
    source = TableSource(original, table, original.urn, mapping.key_prefix)
    return take_table(source, queries, options)

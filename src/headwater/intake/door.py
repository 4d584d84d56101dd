"""The door: what kind of file it is, who reads it, and what comes out of it.

Every file ends as reports and statements, or as refusals; nothing that comes in is passed over in
silence. A member of an archive and an attachment of a mail go through the same door.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from email.message import EmailMessage
from typing import Any

from headwater.intake.archive import members
from headwater.intake.confined import Confinement
from headwater.intake.ftm import take_entities
from headwater.intake.item_reading import Reader
from headwater.intake.mail import attachments, body_of, open_mail, with_envelope
from headwater.intake.pages import declared_charset
from headwater.intake.plain import decode, shown, take_text, visible
from headwater.intake.tables import (
    Mapping as TableMapping,
)
from headwater.intake.tables import (
    Table,
    TableSource,
    as_table,
    decided_suspects,
    guess_mapping,
    nearest_kind,
    read_csv,
    read_mapping,
    take_table,
)
from headwater.intake.taken import DoorOptions, Original, Taken
from headwater.model import Refusal, Refused, WrongUse

DEEPEST_CONTAINER = 2
"""A ZIP in a ZIP is opened; a third one inside is refused."""
SIDECAR = ".mapping.yml"

_FORMS = {
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".json", ".jsonl", ".ijson", ".ndjson"), "ftm"),
    **{".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx", ".eml": "mail", ".zip": "zip"},
}
_SIGNS = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"))


def form_of(original: Original) -> str:
    """What a file is: by its first bytes where they say, else by its ending.

    Returns:
        `text`, `html`, `pdf`, `docx`, `xlsx`, `csv`, `ftm`, `mail`, `zip`, or empty if unknown. A
        file without ending is text unless its first bytes say otherwise.
    """
    by_name = _FORMS.get(original.suffix, "" if original.suffix else "text")
    signed = next((form for sign, form in _SIGNS if original.content.startswith(sign)), "")
    if by_name in ("docx", "xlsx", "pdf", "zip") or not signed:
        return by_name
    return signed


@dataclass
class Door:
    """One run of reading, with what holds for all its files.

    Attributes:
        options: Author, defaults, mapping.
        reader: Proposes claims for the text of an item.
        confinement: Where hostile formats are opened.
        mapping: The mapping for tables that have none beside them.
        suspects: Payers who may be kept by name, in lower case.
    """

    options: DoorOptions
    reader: Reader
    confinement: Confinement
    mapping: TableMapping | None = None
    suspects: frozenset[str] = frozenset()

    def take(
        self, original: Original, sidecar: Original | None = None, depth: int = 0
    ) -> Iterator[Taken]:
        """Read one file, and whatever it holds.

        Args:
            original: The file.
            sidecar: The mapping file that lies beside it, or None.
            depth: How many containers it lies in.
        """
        if not original.content.strip(b"\x00 \t\r\n"):
            yield original.refused("the file is empty", "there is nothing in it", "send it again")
            return
        read = _READERS.get(form_of(original))
        if read is None:
            yield original.refused(
                "this kind of file is not read",
                f"the ending {original.suffix[:12]!r} is not known",
                "save it as text, PDF, DOCX, HTML, EML, CSV, XLSX, JSON lines or ZIP",
            )
            return
        try:
            beside = sidecar and read_mapping(sidecar.content, sidecar.file)
            yield from read(self, original, beside, depth)
        except (Refused, WrongUse) as bad:
            yield original.refused(bad.what, bad.why or bad.what, bad.do)

    def text(self, original: Original, form: str = "text") -> Taken:
        """Read plain text."""
        words, notes = decode(original)
        return _noted(take_text(original, words, self.options, self.reader, form), notes)

    def confined_text(self, original: Original, form: str) -> Taken:
        """Read the text of a PDF or a Word file."""
        words, notes = shown(original, self.confinement.read(form, original.content))
        return _noted(take_text(original, words, self.options, self.reader, form), notes)

    def table(self, original: Original, table: Table, beside: TableMapping | None) -> Taken:
        """Read one table by the mapping beside it, the one given, or a guess."""
        stated = beside or self.mapping
        mapping = stated or _guessed(table)
        queries = mapping.for_file(original.file, table.columns)
        urn = f"{original.urn}-{table.name}" if table.name else original.urn
        source = TableSource(original, table, urn, mapping.key_prefix, self.suspects)
        taken = take_table(source, queries, self.options)
        return taken if stated else _noted(taken, _not_taken(original, table, mapping))


def _not_taken(original: Original, table: Table, guessed: TableMapping) -> list[Refusal]:
    """The note that names the columns with words in them that a guess does not read.

    A table that names people being moved is not asked about: what is left there is left on purpose.
    """
    if any(query.count_only for query in guessed.queries):
        return []
    read = set().union(*(query.columns for query in guessed.queries))
    rest = [
        column[:40]
        for at, column in enumerate(table.columns)
        if column not in read and any(cells[at] for _, cells in table.rows)
    ]
    if not rest:
        return []
    what = f"columns not taken: {', '.join(rest)}"
    why = f"the {guessed.name} has no place for them; they stay in the encrypted original"
    do = "if they matter, name them in a mapping file of your own"
    return [original.refusal("header", what, why, do)]


def _guessed(table: Table) -> TableMapping:
    guessed = guess_mapping(table.columns)
    if guessed is None:
        seen = ", ".join(column[:40] for column in table.columns[:30])
        near = nearest_kind(table.columns)
        raise Refused(
            "the table is not one of the known kinds",
            why=f"its columns are {seen}" + (f"; {near}" if near else ""),
            do="name its columns as a known kind has them (counts over time: date, series, count), "
            f"or hand in a mapping file beside it, named as the table with {SIDECAR} at the end",
        )
    return guessed[1]


def _noted(taken: Taken, notes: Iterable[Refusal]) -> Taken:
    urn = taken.reports[0].urn if taken.reports else ""
    added = tuple(replace(note, urn=urn) for note in notes)
    return replace(taken, refusals=(*added, *taken.refusals))


def _text(door: Door, original: Original, _: TableMapping | None, __: int) -> Iterator[Taken]:
    yield door.text(original)


def _html(door: Door, original: Original, _: TableMapping | None, __: int) -> Iterator[Taken]:
    charset = declared_charset(original.content)
    notes: list[Refusal] = []
    try:
        text = original.content.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text, notes = decode(original)
    page = door.confinement.read("html", text.encode("utf-8", "surrogatepass"))
    words, marked = shown(original, page)
    taken = take_text(original, words, door.options, door.reader, "html")
    yield _noted(taken, [*notes, *marked])


def _pdf(door: Door, original: Original, _: TableMapping | None, __: int) -> Iterator[Taken]:
    yield door.confined_text(original, "pdf")


def _docx(door: Door, original: Original, _: TableMapping | None, __: int) -> Iterator[Taken]:
    yield door.confined_text(original, "docx")


def _csv(door: Door, original: Original, beside: TableMapping | None, _: int) -> Iterator[Taken]:
    text, notes = decode(original)
    yield _noted(door.table(original, read_csv(text, original.suffix), beside), notes)


def _xlsx(door: Door, original: Original, beside: TableMapping | None, _: int) -> Iterator[Taken]:
    sheets: list[dict[str, Any]] = door.confinement.read("xlsx", original.content)
    visible_ones = [s for s in sheets if not s["hidden"] and any(any(line) for line in s["lines"])]
    for sheet in sheets:
        if sheet["hidden"]:
            name = f"{original.name} > {sheet['name']}"
            why, do = "what nobody sees nobody checked", "show the sheet, or take it out"
            yield Taken(refusals=(Refusal(name, "whole sheet", "hidden sheet", why, do),))
    if not visible_ones:
        raise Refused("there are no rows in the workbook", why="no visible sheet has a cell")
    for sheet in visible_ones:
        name = sheet["name"] if len(visible_ones) > 1 else ""
        place = replace(original, name=f"{original.name} > {name}") if name else original
        try:
            table = as_table(map(_seen, sheet["lines"]), serial_dates=True, name=name)
            yield door.table(original, table, beside)
        except (Refused, WrongUse) as bad:
            yield place.refused(bad.what, bad.why or bad.what, bad.do)


def _seen(line: list[str]) -> list[str]:
    return [cell if cell.startswith("\x00") else visible(cell)[0] for cell in line]


def _ftm(door: Door, original: Original, _: TableMapping | None, __: int) -> Iterator[Taken]:
    text, notes = decode(original)
    yield _noted(take_entities(original, text, door.options), notes)


def _mail(door: Door, original: Original, _: TableMapping | None, depth: int) -> Iterator[Taken]:
    message = open_mail(original)
    body = body_of(original, message)
    if body is not None and body.content.strip():
        try:
            yield _mail_body(door, original, body, message)
        except Refused as bad:  # the attachments may still be taken
            refusal = original.refusal("body", bad.what, bad.why or bad.what, bad.do)
            yield Taken(refusals=(refusal,))
    files = list(attachments(original, message))
    for attached in files:
        if depth < DEEPEST_CONTAINER:
            yield from door.take(attached, depth=depth + 1)
        else:
            why = f"files are nested deeper than {DEEPEST_CONTAINER}"
            yield attached.refused("the attachment lies too deep", why, "send it by itself")
    if not files and (body is None or not body.content.strip()):
        raise Refused("there are no words in the mail", why="it has neither text nor attachments")


def _mail_body(door: Door, original: Original, body: Original, message: EmailMessage) -> Taken:
    if body.suffix == ".html":
        words, notes = shown(original, door.confinement.read("html", body.content))
    else:
        words, notes = decode(body)
    taken = take_text(original, with_envelope(words, message), door.options, door.reader, "mail")
    return _noted(taken, notes)


def _zip(door: Door, original: Original, _: TableMapping | None, depth: int) -> Iterator[Taken]:
    if depth >= DEEPEST_CONTAINER:
        raise Refused(
            "archives are nested too deep",
            why=f"deeper than {DEEPEST_CONTAINER}",
            do="unpack the inner ones",
        )
    beside: dict[str, Original] = {}
    suspects = door.suspects
    for member in members(original, (SIDECAR, ".csv", ".tsv")):
        if isinstance(member, Original) and member.name.endswith(SIDECAR):
            beside[member.name] = member
        elif isinstance(member, Original):
            suspects |= suspects_in(member)
    inner = replace(door, suspects=suspects)
    for member in members(original):
        if isinstance(member, Refusal):
            yield Taken(refusals=(member,))
        elif not member.name.endswith(SIDECAR):
            yield from inner.take(member, beside.get(member.name + SIDECAR), depth + 1)


def suspects_in(original: Original) -> frozenset[str]:
    """Names that a file of category decisions calls suspect; empty for every other file."""
    if not names_suspects(original.content[:4096].split(b"\n", 1)[0], original.suffix):
        return frozenset()
    try:
        return decided_suspects(read_csv(decode(original)[0], original.suffix))
    except Refused:
        return frozenset()  # the refusal is noted when the file itself is read


def names_suspects(head: bytes, suffix: str) -> bool:
    """Whether the first line of a file heads a table of category decisions."""
    if suffix not in (".csv", ".tsv"):
        return False
    try:
        guessed = guess_mapping(read_csv(head.decode("utf-8-sig", "ignore"), suffix).columns)
    except Refused:
        return False
    return guessed is not None and guessed[0] == "category_decisions"


_READERS: Mapping[str, Callable[..., Iterator[Taken]]] = {
    "text": _text,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "csv": _csv,
    "xlsx": _xlsx,
    "ftm": _ftm,
    "mail": _mail,
    "zip": _zip,
}

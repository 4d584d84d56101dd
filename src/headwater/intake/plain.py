"""Plain text: bytes to words, words to a report with graded items and its claims."""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.intake.header import FORM_KEYS, Header, split_header
from headwater.intake.item_reading import Reader, read_again, read_items
from headwater.intake.items import Block, read_handling, read_marking, split_items
from headwater.intake.taken import DoorOptions, Original, Taken
from headwater.model import (
    OPEN_SOURCE,
    BadGrading,
    Grade,
    Handling,
    HeadwaterError,
    Item,
    Period,
    Refusal,
    Refused,
    Report,
    parse_grade,
    parse_marking,
    parse_period,
)

LONGEST_URN = 100

Marking = tuple[Grade, Handling]

# C0 and C1 controls, bidirectional overrides and isolates, invisible blanks, lone surrogates.
# Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) belong to Persian and Arabic.
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> tuple[str, int]:
    """Show control characters as marks like `⟦U+202E⟧`, so that no reader is deceived by them.

    Returns:
        The text with LF line ends, and how many characters were marked.
    """
    unix = re.sub("\r\n?|[\x0b\x0c\u2028\u2029]", "\n", text)
    return _CONTROLS.subn(lambda found: f"⟦U+{ord(found[0]):04X}⟧", unix)


def decode(original: Original) -> tuple[str, list[Refusal]]:
    """Turn bytes into words; a guessed encoding and marked controls are declared as notes.

    Raises:
        Refused: If the bytes are not text in any known encoding.
    """
    text, notes = _decoded(original)
    marked, found = shown(original, text.removeprefix("\ufeff"))
    return marked, [*notes, *found]


def shown(original: Original, text: str) -> tuple[str, list[Refusal]]:
    """The text with its control characters visible, and the note that says so."""
    marked, count = visible(text)
    if not count:
        return marked, []
    why = f"{count} control characters could hide or turn what the text says"
    do = "they stand as marks like ⟦U+202E⟧; correct the file if they do not belong there"
    what = "a control character was made visible"
    return marked, [original.refusal("characters", what, why, do)]


def _decoded(original: Original) -> tuple[str, list[Refusal]]:
    content = original.content
    plain = content.count(0) <= len(content) // 5
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8")):
        if content.startswith(mark) and (mark or plain):
            try:
                return content.decode(codec), []
            except UnicodeDecodeError:
                continue
    if not plain:  # every other byte is empty: UTF-16 that lacks its mark
        codec = "utf-16-be" if content[::2].count(0) > content[1::2].count(0) else "utf-16-le"
        return content.decode(codec, errors="replace"), [_guessed(original, codec)]
    from charset_normalizer import from_bytes

    # A sample decides: the guess costs a second for each megabyte.
    guess = from_bytes(content[:65_536]).best()
    if guess is None:
        raise Refused(
            "this is not text", why="its bytes are in no known encoding", do="save it as UTF-8"
        )
    return content.decode(guess.encoding, errors="replace"), [_guessed(original, guess.encoding)]


def _guessed(original: Original, encoding: str) -> Refusal:
    why = f"nothing says what the bytes mean; read as {encoding}"
    return original.refusal("encoding", "the encoding was guessed", why, "save it as UTF-8")


def take_text(
    original: Original, text: str, options: DoorOptions, reader: Reader, form: str = "text"
) -> Taken:
    """Make one report of a text: header, items, gradings, claims.

    Args:
        original: The file it came from.
        text: Its words, controls already visible.
        options: Author, defaults and the day of the reading.
        reader: Proposes claims for the text of an item.
        form: What the file was read as: `text`, `pdf`, `html`, `docx`, `mail`.
    """
    header = split_header(text)
    blocks = split_items(header.body)
    draft = _Draft(original, header, options, _strange_lines(original, header))
    items = [item for block in blocks if (item := draft.item(block))]
    if not items:
        if not blocks:
            draft.faults.append(
                original.refusal("whole file", "there are no words in it", "no item was found")
            )
        return Taken(refusals=tuple(draft.faults))
    report = draft.report(tuple(items), form)
    statements, languages, left_out = read_items(report, reader)
    draft.faults += [
        original.refusal(f"item {number}", what, "no list or model here knows them", "read them")
        for number, what in left_out
    ]
    placed = _with_languages(report, languages)
    more, doubts = read_again(original, placed, statements, options.extractors)
    notes = tuple(
        Refusal(f.file, f.position, f.what, f.why, f.do, report.urn) if not f.urn else f
        for f in (*draft.faults, *doubts)
    )
    kept = {original.sha256: original.content}
    return Taken((placed,), (*statements, *more), notes, kept)


def _strange_lines(original: Original, header: Header) -> list[Refusal]:
    """A refusal for each line of the header that was not understood."""
    return [
        original.refusal(
            f"line {line}",
            "a header line was not understood",
            "its key is unknown or stands twice",
            f"use a key of the form: {', '.join(FORM_KEYS)}; the line is kept in the original",
        )
        for line in header.strange
    ]


class _Draft:
    """A report in the making: reads the header's values and notes what is wrong with them."""

    def __init__(
        self, original: Original, header: Header, options: DoorOptions, faults: list[Refusal]
    ) -> None:
        self.original = original
        self.values = header.values
        self.lines = header.lines
        self.options = options
        self.faults = faults
        self.handling = self._handling()
        self.marking_fault = ""
        self.marking, self.assumed = self._marking()

    def _fault(self, key: str, bad: HeadwaterError) -> None:
        at = f"line {self.lines[key]}"
        self.faults.append(self.original.refusal(at, bad.what, bad.why or bad.what, bad.do))

    def _handling(self) -> Handling | None:
        if not self.values.get("handling"):
            return None
        try:
            return read_handling(self.values["handling"])
        except BadGrading as bad:
            self._fault("handling", bad)
            # Not understood means not free: the strictest codes until the originator says.
            return Handling("C", "A1", "S2", conditions="handling not understood")

    def _marking(self) -> tuple[Marking, bool]:
        if self.values.get("grading"):
            text = self.values["grading"].strip("[] ")
            try:
                return read_marking(text, self.handling), False
            except BadGrading as bad:
                self._fault("grading", bad)
                self.marking_fault = bad.what
        grade, handling = self.options.marking
        return (grade, self.handling or handling), self.options.marking_assumed

    def item(self, block: Block) -> Item | None:
        """The graded item, or None where its grading does not exist."""
        position = f"item {block.number}"
        if block.renumbered:
            what = "an item number stands twice"
            why = f"the later one was taken as item {block.number}"
            self.faults.append(self.original.refusal(position, what, why, "number the items anew"))
        try:
            (grade, handling), assumed = self._marking_of(block)
            provenance_grade = _provenance_grade(block.provenance_marking)
        except BadGrading as bad:
            self.faults.append(
                self.original.refusal(position, bad.what, bad.why or "no such grading", bad.do)
            )
            return None
        return Item(
            block.number,
            block.text,
            grade,
            handling,
            assumed,
            block.provenance,
            provenance_grade,
        )

    def _marking_of(self, block: Block) -> tuple[Marking, bool]:
        if block.marking:
            return read_marking(block.marking, self.handling), False
        if self.marking_fault:
            raise BadGrading(
                "the item has no grading of its own, and the header's does not exist",
                why=self.marking_fault,
                do="correct the header's grading",
            )
        return self.marking, self.assumed

    def _period(self, key: str) -> Period | None:
        if not self.values.get(key):
            return None
        try:
            return parse_period(self.values[key])
        except Refused as bad:
            self._fault(key, bad)
            return None

    def _urn(self) -> str:
        given = self.values.get("urn", "")
        if len(given) <= LONGEST_URN:
            return given or self.original.urn
        why = f"it has more than {LONGEST_URN} characters; the report was given another"
        where = f"line {self.lines['urn']}"
        self.faults.append(self.original.refusal(where, "this is no URN", why, "shorten it"))
        return self.original.urn

    def report(self, items: tuple[Item, ...], form: str) -> Report:
        """The report with what its header says; a date that cannot be read stays unknown."""
        both = self._period("date")
        information, record = self._period("information"), self._period("record")
        if record and record.earliest > self.options.today:
            where = f"line {self.lines['record']}"
            what, why = "the report is dated in the future", f"{record.text} has not come yet"
            self.faults.append(self.original.refusal(where, what, why, "check the date"))
        originator = self.values.get("originator", "")
        return Report(
            urn=self._urn(),
            originator=originator or OPEN_SOURCE,
            items=items,
            title=self.values.get("title", ""),
            information_date=information or both,
            record_date=record or both,
            dates_assumed=information is None or record is None,
            file=self.original.file,
            sha256=self.original.sha256,
            format=form,
            cites=cited(self.values.get("cites", ""), items),
            origin_known=bool(originator) and originator.casefold() != OPEN_SOURCE,
        )


def _provenance_grade(marking: str) -> Grade | None:
    if not marking:
        return None
    try:
        return parse_marking(marking)[0]
    except BadGrading:
        return parse_grade(marking)


_URN = r"[A-Z]{1,12}[-/ ]?(?:[A-Z0-9]{1,12}[-/])*\d[A-Z0-9/-]*"
_SEE = re.compile(
    r"\b(?i:see|cf\.?|refers? to|derived from|further to|according to|vidi|види|виж|shih|voir)\s+"
    rf"(?:also\s+)?(?:report\s+|izveštaj\s+|извештај\s+)?({_URN})"
)


def cited(line: str, items: Sequence[Item]) -> tuple[str, ...]:
    """The URNs that a report names as its origin: in the header, or in the text as `see IR ...`."""
    named = [part.strip() for part in re.split(r"[,;]", line)]
    for item in items:
        named += [found.rstrip("-/") for found in _SEE.findall(item.text)]
    return tuple(dict.fromkeys(urn for urn in named if urn))


def _with_languages(report: Report, languages: dict[int, str]) -> Report:
    items = tuple(
        replace(item, language=languages[item.number]) if languages[item.number] else item
        for item in report.items
    )
    return replace(report, items=items)

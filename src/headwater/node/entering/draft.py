"""Draft: a report that somebody writes at a page, each item graded by itself."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headwater.model import BadGrading, Refused, parse_grade, parse_marking, parse_period

MOST_ITEMS = 60
LONGEST_ITEM = 20_000
"""Characters of one item; a longer text comes in as a file."""

_LONGEST = {"title": 200, "originator": 120, "urn": 100, "conditions": 50, "provenance": 500}
_NUMBERED = re.compile(r"^\s{0,3}\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One item as it is being written; every field is what was typed or chosen.

    Attributes:
        text: The words.
        source: Code of the source, 1 to 3.
        assessment: Code of the assessment, A to E.
        handling: P or C.
        action: Under C, A1 to A3.
        sanitisation: Under C, S1 or S2.
        conditions: Under C, the originator's own words.
        provenance: How the information links to the subject.
        provenance_grade: The grade of that, as `2D`.
    """

    text: str = ""
    source: str = ""
    assessment: str = ""
    handling: str = "P"
    action: str = ""
    sanitisation: str = ""
    conditions: str = ""
    provenance: str = ""
    provenance_grade: str = ""

    @property
    def marking(self) -> str:
        """Grade and handling as they stand in a report, as `1B-C/A1/S2`."""
        codes = (self.action, self.sanitisation) if self.handling == "C" else ()
        handling = "/".join(filter(None, (self.handling, *codes)))
        words = f" {self.conditions}" if self.handling == "C" and self.conditions else ""
        return f"{self.source}{self.assessment}-{handling}{words}"


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as it is being written.

    Attributes:
        title: Its title.
        originator: The agency that owns it.
        urn: Its reference; empty: one is made from its content.
        information: When the thing was known or seen.
        record: When it was written down.
        items: Its items.
    """

    title: str = ""
    originator: str = ""
    urn: str = ""
    information: str = ""
    record: str = ""
    items: tuple[DraftItem, ...] = (DraftItem(),)


@dataclass(frozen=True, slots=True)
class Fault:
    """What must be put right before a draft can be handed in.

    Attributes:
        field: Name of the field on the form.
        what: What is wrong.
        do: What to do.
    """

    field: str
    what: str
    do: str


def read_draft(form: Mapping[str, str]) -> Draft:
    """A draft from the fields of a form; those of an item bear its number, as `text-2`."""
    count = form.get("count", "1")
    number = min(int(count), MOST_ITEMS) if count.isdecimal() and len(count) < len("1000") else 1
    return Draft(
        **{name: _line(form.get(name, "")) for name in ("title", "originator", "urn")},
        **{name: _line(form.get(name, "")) for name in ("information", "record")},
        items=tuple(_item(form, n) for n in range(1, max(1, number) + 1)),
    )


def _item(form: Mapping[str, str], number: int) -> DraftItem:
    given = {
        name: form.get(f"{name}-{number}", "")
        for name in DraftItem.__dataclass_fields__
        if f"{name}-{number}" in form
    }
    text = given.pop("text", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    return DraftItem(text=text, **{name: _line(value) for name, value in given.items()})


def _line(value: str) -> str:
    """What was typed into a field of one line, on one line."""
    return " ".join(value.split())


def faults(draft: Draft) -> list[Fault]:
    """What is wrong with a draft, field by field; nothing where it can be handed in.

    Items without words and provenance are left out, so they have no faults.
    """
    found = [*_header_faults(draft)]
    written = [(n, one) for n, one in enumerate(draft.items, 1) if one.text or one.provenance]
    if not written:
        found.append(Fault("text-1", "the report says nothing", "write what is known as an item"))
    for number, item in written:
        found += [Fault(f"{name}-{number}", what, do) for name, what, do in _item_faults(item)]
    return found


def _header_faults(draft: Draft) -> Iterator[Fault]:
    if not draft.originator:
        yield Fault("originator", "the originator is missing", "name the agency that owns it")
    for name, what in (("information", "date of the information"), ("record", "date of record")):
        given = getattr(draft, name)
        if not given:
            yield Fault(
                name, f"the {what} is missing", "write it as 2026-03-15, or a month or year"
            )
            continue
        try:
            parse_period(given)
        except Refused as bad:
            yield Fault(name, bad.what, bad.do)
    for name in ("title", "originator", "urn"):
        if len(getattr(draft, name)) > _LONGEST[name]:
            yield Fault(name, f"the {name} is too long", f"{_LONGEST[name]} characters at most")


_Told = tuple[str, str, str]


def _item_faults(item: DraftItem) -> Iterator[_Told]:
    if not item.text:
        yield "text", "the item has a provenance and no words", "write what is known"
    elif len(item.text) > LONGEST_ITEM:
        yield (
            "text",
            "the item is too long",
            f"{LONGEST_ITEM:,} characters at most; or hand in a file",
        )
    yield from _grade_faults(item)
    for name in ("conditions", "provenance"):
        value = getattr(item, name)
        if len(value) > _LONGEST[name] or "[" in value or "]" in value:
            yield name, f"the {name} cannot be kept so", f"{_LONGEST[name]} characters, no brackets"


def _grade_faults(item: DraftItem) -> Iterator[_Told]:
    if not item.source:
        yield "source", "the source is not graded", "choose how good the source is"
    if not item.assessment:
        yield "assessment", "the information is not graded", "choose how the source knows it"
    if item.handling == "C" and not (item.action and item.sanitisation):
        yield "handling", "handling C needs an action code and a sanitisation code", "choose both"
    elif item.source and item.assessment:
        try:
            parse_marking(item.marking)
        except BadGrading as bad:
            yield "source", bad.what, bad.do
    if item.provenance_grade:
        try:
            parse_grade(item.provenance_grade)
        except BadGrading as bad:
            yield "provenance_grade", bad.what, bad.do


def as_text(draft: Draft) -> str:
    """The draft as a text report, in the form that every agency may send.

    A line that would begin an item of its own is set in, so that it stays where it was written.
    """
    header = {
        "Originator": draft.originator,
        "URN": draft.urn,
        "Title": draft.title,
        "Date of information": draft.information,
        "Date of record": draft.record,
    }
    lines = [f"{key}: {value}" for key, value in header.items() if value]
    written = (one for one in draft.items if one.text)
    return "\n".join([*lines, "", *(_block(n, one) for n, one in enumerate(written, 1))])


def _block(number: int, item: DraftItem) -> str:
    first, *rest = item.text.split("\n")
    kept = [first, *(f"    {line}" if _NUMBERED.match(line) else line for line in rest)]
    text = f"{number}. " + "\n".join(kept) + f" [{item.marking}]\n"
    if item.provenance:
        grade = f" [{item.provenance_grade}]" if item.provenance_grade else ""
        text += f"Provenance: {item.provenance}{grade}\n"
    return text

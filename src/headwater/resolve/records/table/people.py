"""People of a plain table as records, under the rules for plain files.

Every row that has an id of its own comes through as a record, whatever else is wrong with it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from headwater.model import Refusal, WrongUse, words
from headwater.resolve.names import read_name
from headwater.resolve.records.record import PersonRecord
from headwater.resolve.records.table.layout import DOCUMENTS, PARTS_OF_NAME, Layout, understand
from headwater.resolve.records.table.rows import PlainRows, Row, read_rows
from headwater.resolve.records.table.values import e164, iso_date, said_in_part
from headwater.safeguard import check_assumption

_SEVERAL = re.compile(r"\s*;\s*")
_NAMED = 10
"""Most places that one note names."""
_AS_IT_STANDS = ("sex", "country", "plate", "account", "email", "handle", "place", "postcode")


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A table of people, read.

    Attributes:
        records: One for each row that has an id of its own, in the order of the file.
        refusals: What could not be taken, with line and reason, never with its content.
        notes: How the columns were understood, and which dates were taken in part.
        caveats: What must be said with anything made of these records.
    """

    records: tuple[PersonRecord, ...]
    refusals: tuple[Refusal, ...]
    notes: tuple[str, ...]
    caveats: tuple[str, ...]


def read_people(path: Path, *, assume_category: str = "") -> PeopleTable:
    """Read a CSV or Parquet file of people: `id`, names, and whatever else is known.

    Raises:
        WrongUse: If the file cannot be read, has no ids or names, or gives no category and none is
            to be assumed.
        NotPermitted: If a category may not be assumed for these people.
    """
    rows = read_rows(path)
    layout = understand(rows.file, rows.columns)
    if assume_category:
        _check(assume_category, rows, layout)
    elif not layout.category:
        raise WrongUse(
            f"{rows.file} has no column category",
            why="only people whose category is known are compared with each other",
            do="give one to each, or, where nobody in the file is a victim, a witness or a person "
            "being moved, --assume-category suspect",
        )
    people = _People(rows, layout, assume_category)
    for row in rows.rows:
        people.take(row)
    return PeopleTable(
        tuple(people.records.values()),
        rows.in_order(),
        (*layout.notes(rows.file), *people.notes()),
        tuple(people.caveats()),
    )


def _check(category: str, rows: PlainRows, layout: Layout) -> None:
    cells = {header: {row.cells[header] for row in rows.rows} for header in rows.columns}
    plainly = [meaning for meaning in layout.columns if meaning != "occupation"]
    check_assumption(category, rows.file, cells, not_about_role={layout.id, *layout.of(*plainly)})


@dataclass(slots=True)
class _People:
    rows: PlainRows
    layout: Layout
    assumed: str
    records: dict[str, PersonRecord] = field(default_factory=dict)
    assumes: bool = False
    dated_in_part: list[str] = field(default_factory=list)

    def take(self, row: Row) -> None:
        """Keep the record of one row; what is wrong with it is refused by its place."""
        identity = row.cells[self.layout.id]
        categories = self._categories(row)
        if not identity:
            self.rows.refuse(row.position, "the row is left out", "it has no id", "give it one")
            return
        known = self.records.get(identity)
        if known is not None:
            # One of its rows may be the one that says whom to protect.
            both = tuple(sorted({*known.categories, *categories}))
            self.records[identity] = known._replace(categories=both)
            why = "an earlier row has the same id"
            self.rows.refuse(row.position, "the row is left out", why, "give each row its own id")
            return
        values = {name: held for name, held in self._values(row) if held}
        self.records[identity] = PersonRecord(identity, values, categories)

    def notes(self) -> list[str]:
        """Where a date of birth was taken in part."""
        where, more = self.dated_in_part[:_NAMED], len(self.dated_in_part) - _NAMED
        if not where:
            return []
        named = ", ".join(where) + (f" and {more} more" if more > 0 else "")
        return [
            f"{self.rows.file}: there is no such day or month, so only the rest of the date of "
            f"birth is compared: {named}."
        ]

    def caveats(self) -> list[str]:
        """What must be said with anything that is made of these records."""
        said = [
            "People being moved, victims, witnesses and people about whom nobody decided are not "
            "compared: each comes back alone."
        ]
        if self.assumes:
            said.append(
                f"People without a category are assumed to be {self.assumed}; nobody has decided "
                "that about them."
            )
        return said

    def _categories(self, row: Row) -> tuple[str, ...]:
        given = row.cells[self.layout.category] if self.layout.category else ""
        if not given:
            self.assumes = self.assumes or bool(self.assumed)
            return (self.assumed,) if self.assumed else ()
        found = tuple("_".join(word.casefold().split()) for word in _SEVERAL.split(given) if word)
        if not set(found) <= set(words("category")):
            known = ", ".join(words("category"))
            what = "the category is taken as undecided"
            self.rows.refuse(row.position, what, "it is no category", f"use one of {known}")
            return ("undecided",)
        return found

    def _values(self, row: Row) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield "name", tuple(self._names(row))
        yield "birth_date", tuple(self._dates(row))
        for name in _AS_IT_STANDS:
            yield name, self._cells(row, name)
        yield "occupation", self._cells(row, "occupation")
        yield "phone", tuple(dict.fromkeys(self._phones(row)))
        yield "document", tuple(self._documents(row))
        address = " ".join(row.cells[header] for header in self.layout.of("address"))
        yield "address", tuple(filter(None, [" ".join(address.split())]))

    def _cells(self, row: Row, meaning: str) -> tuple[str, ...]:
        """Values of the columns that say something; several in a cell stand between `;`."""
        cells = (row.cells[header] for header in self.layout.of(meaning))
        return tuple(dict.fromkeys(v for cell in cells for v in _SEVERAL.split(cell) if v))

    def _names(self, row: Row) -> Iterator[str]:
        parts = " ".join(filter(None, (row.cells[h] for h in self.layout.of(*PARTS_OF_NAME))))
        names = self._cells(row, "name") or (parts,)
        for name in names:
            read = read_name(name)
            if read.problem:
                what = "the name is not compared"
                self.rows.refuse(row.position, what, read.problem, "give the name as it is written")
                continue
            if read.numbers:
                what = "digits of the name are left aside"
                self.rows.refuse(row.position, what, "a name has none", "give the name alone")
            yield name

    def _dates(self, row: Row) -> Iterator[str]:
        for given in self._cells(row, "birth_date"):
            date = iso_date(given)
            if date:
                if said_in_part(given, date):
                    self.dated_in_part.append(row.position)
                yield date
            else:
                what = "the date of birth is not compared"
                self.rows.refuse(row.position, what, "it is no date", "write it as 1980-02-03")

    def _phones(self, row: Row) -> Iterator[str]:
        countries = self._cells(row, "country")
        for given in self._cells(row, "phone"):
            number = e164(given, countries)
            if number:
                yield number
            else:
                what = "the phone is not compared"
                self.rows.refuse(row.position, what, "it has no digits", "write it as +38164123456")

    def _documents(self, row: Row) -> Iterator[str]:
        for meaning in DOCUMENTS:
            kind = "" if meaning == "document" else meaning
            for given in self._cells(row, meaning):
                yield given if given.count("|") == 2 else f"{kind}||{given}"

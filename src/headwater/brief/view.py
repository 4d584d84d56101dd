"""View: the picture as a briefing may tell it, with what must be withheld already decided."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from headwater.brief.masking import Mask, apart
from headwater.brief.shapes import NameShapes, is_name_shaped, lower_case_words
from headwater.brief.shelf import Fields, Shelf, filtered
from headwater.model import schemata
from headwater.safeguard import HELD_BY, NOT_NAMED, Category, Purpose, is_withheld

_ANY_PURPOSE = Purpose("briefing", "general")
_NUMBERS = frozenset(
    name
    for known in schemata().values()
    for name, kind in known.properties.items()
    if kind.type in ("name", "phone", "email", "identifier")
)
_NAMES = frozenset(
    name
    for known in schemata().values()
    for name, kind in known.properties.items()
    if kind.type == "name"
)
_TELLING = ["urn", "item", "property", "value", "text", "start", "end"]
_LINKS = ("NetworkRole", "Occupancy")
_PEOPLE = frozenset(
    name for name, known in schemata().items() if known.is_a("Person") or name == "LegalEntity"
)
_THINGS = frozenset(
    name
    for name, known in schemata().items()
    if any(known.is_a(kind) for kind in ("Place", "Organization", "PublicBody", "Vehicle"))
)
_RECEIVED = ("reports", "items")
_MOST_READ = 5_000
_LONGEST = 20_000
_MOST_CITED = 3
_MOST_OF_ONE = 12


class ReadModel(Protocol):
    """What a briefing needs of a picture."""

    @property
    def tables(self) -> Mapping[str, Any]:
        """The tables by name, as Arrow."""

    @property
    def fingerprint(self) -> str:
        """Same fingerprint, same answer."""

    @property
    def viewer(self) -> str:
        """For whom it was built."""

    @property
    def purpose(self) -> str:
        """For what it was built."""

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a reader must know before using it."""


class View:
    """Rows of a picture, names that may be shown, and the evidence behind them."""

    def __init__(self, picture: ReadModel) -> None:
        self.picture = picture
        self._seen: dict[str, Fields | None] = {}
        self._tables: dict[str, Any] = {}
        self._spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self._entities = Shelf(picture.tables.get("entities"), "id")
        self._statements = Shelf(picture.tables.get("statements"), "entity")

    def rows(
        self,
        table: str,
        column: str = "",
        among: Collection[object] | None = None,
        keep: Sequence[str] = (),
    ) -> list[Fields]:
        """Rows of a table as dictionaries.

        Args:
            table: Name of the table.
            column: With `among`: only rows whose value in this column is one of those.
            among: The values wanted.
            keep: The columns wanted; none means all.
        """
        found = self._table(table)
        if found is None or (among is not None and not among):
            return []
        part = found if among is None else filtered(found, column, among)
        rows: list[Fields] = (part.select(list(keep)) if keep else part).to_pylist()
        return rows

    def between(self, table: str, ends: Collection[object]) -> list[Fields]:
        """Rows of a table of ties whose source and target both are among some entities."""
        found = self.picture.tables.get(table)
        if found is None or not ends:
            return []
        rows: list[Fields] = filtered(filtered(found, "source", ends), "target", ends).to_pylist()
        return rows

    def size(self, table: str) -> int:
        """Number of rows of a table."""
        found = self._table(table)
        return 0 if found is None else int(found.num_rows)

    def tally(self, table: str, column: str) -> dict[Any, int]:
        """How often each value stands in a column, most frequent first."""
        found = self._table(table)
        if found is None or not found.num_rows:
            return {}
        counts = [(c["values"], c["counts"]) for c in found[column].value_counts().to_pylist()]
        return dict(sorted(counts, key=lambda pair: (-pair[1], str(pair[0]))))

    def held(self, table: str, urns: Collection[str]) -> list[Fields]:
        """Rows of `reports` or `items` by their URN, those of our own decisions among them."""
        found = self.picture.tables.get(table)
        rows: list[Fields] = [] if found is None else filtered(found, "urn", urns).to_pylist()
        return rows

    @cached_property
    def decisions(self) -> frozenset[str]:
        """URNs of what was decided here: kept like reports, but nobody sent them."""
        reports = self.picture.tables.get("reports")
        if reports is None:
            return frozenset()
        return frozenset(filtered(reports, "format", ["decision"])["urn"].to_pylist())

    @cached_property
    def standing(self) -> dict[str, int]:
        """How many statements of what was received stand how; those of our own decisions aside."""
        told = Counter(self.tally("statements", "status"))
        own = self.rows("statements", "urn", self.decisions, ("status",))
        return dict(told - Counter(row["status"] for row in own))

    @cached_property
    def handlings(self) -> frozenset[str]:
        """The handlings of all items, those of our own decisions among them."""
        items = self.picture.tables.get("items")
        return frozenset() if items is None else frozenset(items["handling"].unique().to_pylist())

    def _table(self, name: str) -> Any:  # noqa: ANN401 - Arrow has no types
        """A table by name; of reports and items only what was received."""
        if name not in self._tables:
            found = self.picture.tables.get(name)
            if found is not None and name in _RECEIVED and self.decisions:
                urns = set(found["urn"].unique().to_pylist())
                found = filtered(found, "urn", urns - self.decisions)
            self._tables[name] = found
        return self._tables[name]

    def entity(self, entity: str) -> Fields | None:
        """The row of one entity, or None."""
        if entity not in self._seen:
            self._seen[entity] = next(iter(self._entities.find(entity, 1)), None)
        return self._seen[entity]

    def may_name(self, entity: str) -> bool:
        """Whether a name may be shown: never of protected people, unless they hold public office.

        Holding office does not lift the protection of somebody whom a person has categorised.
        """
        row = self.entity(entity)
        return row is not None and _open(row)

    def name(self, entity: str) -> str:
        """The name to show for an entity."""
        row = self.entity(entity)
        if row is not None and not _open(row):
            return NOT_NAMED
        return str(row["caption"] or entity) if row else entity

    @cached_property
    def unnamed(self) -> list[Fields]:
        """Everyone who may not be named."""
        return [row for row in self.rows("entities", "protected", [True]) if not _open(row)]

    @cached_property
    def withheld(self) -> frozenset[str]:
        """Ids of everyone who may not be named, and of the documents and accounts they hold."""
        people = {row["id"] for row in self.unnamed}
        held = [
            row["entity"]
            for row in self.rows("statements", "property", HELD_BY, ("entity", "value"))
            if row["value"] in people
        ]
        return frozenset(people.union(held))

    @cached_property
    def mask(self) -> Mask:
        """Blacks out of any text what identifies the people who may not be named."""
        hidden = self.withheld
        names = self.rows("names", keep=("entity", "name"))
        secret = {row["name"] for row in names if row["entity"] in hidden}
        for row in self._telling:
            if row["property"] in _NUMBERS:
                secret |= {_identifying(row, row[told] or "") for told in ("value", "text")}
        shown = {row["name"] for row in names if row["entity"] not in hidden}
        return Mask(filter(None, secret), shown, self._shapes(names))

    def _shapes(self, names: Iterable[Fields]) -> NameShapes:
        """What tells a name that may be shown from one that nobody has decided about."""
        hidden = self.withheld
        people = {row["id"] for row in self.rows("entities", "schema", _PEOPLE, ("id",))} - hidden
        things = {row["id"] for row in self.rows("entities", "schema", _THINGS, ("id",))} - hidden
        things |= {row["id"] for row in self.rows("places", keep=("id",))}
        told = [(row["entity"], row["name"] or "") for row in names]
        captions = self.rows("entities", "id", people | things, ("id", "caption"))
        told += [(row["id"], row["caption"] or "") for row in captions]
        told += [(row["id"], row["name"]) for row in self.rows("places", keep=("id", "name"))]
        return NameShapes(
            {name for entity, name in told if entity in people},
            {name for entity, name in told if entity in things} | self._as_written(things),
            self._vocabulary(),
        )

    def _as_written(self, things: Collection[object]) -> set[str]:
        """How the texts write the places, bodies and groups that statements point at."""
        texts = {row["text"] for row in self.rows("statements", "value", things, ("text",))}
        return {text for text in texts if text and is_name_shaped(text)}

    def _vocabulary(self) -> set[str]:
        """Words that stand in lower case in the first items."""
        items = self.picture.tables.get("items")
        texts = [] if items is None else items["text"][:_MOST_READ].to_pylist()
        return {word for text in filter(None, texts) for word in lower_case_words(text[:_LONGEST])}

    def pointing_at(self, entity: str, schema_name: str, property_name: str) -> list[Fields]:
        """Statements of the links of one schema that name this entity at one end."""
        return [
            row
            for row in self._ends.find(entity)
            if row["schema"] == schema_name and row["property"] == property_name
        ]

    @cached_property
    def _ends(self) -> Shelf:
        statements = self.picture.tables.get("statements")
        links = None if statements is None else filtered(statements, "schema", _LINKS)
        return Shelf(links, "value")

    def hidden_spans(self, urn: str, item: int, text: str) -> list[tuple[int, int]]:
        """Spans of an item's text that must not be read, in order, never overlapping."""
        if (urn, item) not in self._spans:
            known = self.hidden_at.get((urn, item), ())
            self._spans[urn, item] = apart([*self.mask.spans(text), *known])
        return self._spans[urn, item]

    @cached_property
    def _telling(self) -> list[Fields]:
        """Statements that tell who a withheld person is, or lead to them."""
        statements = self.picture.tables.get("statements")
        if statements is None or not self.withheld:
            return []
        telling = {
            name
            for name in self.tally("statements", "property")
            if is_withheld(name, Category.UNDECIDED, _ANY_PURPOSE)
        }
        theirs = filtered(filtered(statements, "property", telling), "entity", self.withheld)
        rows: list[Fields] = theirs.select(_TELLING).to_pylist()
        return rows

    @cached_property
    def hidden_at(self) -> dict[tuple[str, int], list[tuple[int, int]]]:
        """Where statements that tell who a withheld person is were read, by report and item."""
        spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for row in self._telling:
            if 0 <= row["start"] < row["end"]:
                spans.setdefault((row["urn"], row["item"]), []).append((row["start"], row["end"]))
        return spans

    def evidence(
        self, entities: Iterable[str], properties: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Statements about these entities, one an item and three in all at most."""
        chosen: dict[tuple[str, int], str] = {}
        for row in self.about(entities):
            if not properties or row["property"] in properties:
                chosen.setdefault((row["urn"], row["item"]), row["id"])
        return tuple(chosen.values())[:_MOST_CITED]

    def behind(self, rows: Iterable[Fields]) -> tuple[str, ...]:
        """Statements behind rows of a table: all that tell of the row's entity in its report.

        One row a report and three reports at most, so that a line cites sentences, not a page.
        """
        first: dict[str, Fields] = {}
        for row in rows:
            first.setdefault(row["report"], row)
        found: list[str] = []
        for row in list(first.values())[:_MOST_CITED]:
            told = self._statements.find(row["id"]) if row.get("id") else []
            found += [t["id"] for t in told if t["urn"] == row["report"]][:_MOST_OF_ONE]
            found += filter(None, (row["statement"], row.get("fee_statement")))
        return tuple(dict.fromkeys(found))

    def about(self, entities: Iterable[str]) -> list[Fields]:
        """Statements about these entities, at most 200 of each."""
        return [row for entity in entities for row in self._statements.find(entity)]

    @cached_property
    def all_proposed(self) -> bool:
        """Whether no person has accepted any of it yet."""
        return set(self.tally("statements", "status")) == {"proposed"}

    def status_tag(self, statuses: Iterable[str]) -> tuple[str, ...]:
        """`proposed` where no accepted statement stands behind a line, and others are accepted."""
        given = set(statuses)
        lone = bool(given) and "accepted" not in given and not self.all_proposed
        return ("proposed",) if lone else ()


def _open(row: Fields) -> bool:
    """Whether the name of this entity may be shown, in a paper that travels beyond its purpose."""
    if not row["protected"]:
        return True
    category = Category(row["category"] or "undecided")
    in_office = bool(row["public_office"])
    return not is_withheld("name", category, _ANY_PURPOSE, public_office=in_office)


def _identifying(row: Fields, said: str) -> str:
    """What identifies somebody in these words: of `phone 0199` the number, of a name all."""
    if row["property"] in _NAMES or "@" in said:
        return said
    return " ".join(word for word in said.split() if any(sign.isdecimal() for sign in word))

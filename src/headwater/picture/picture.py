"""Picture: what one viewer may see for one purpose, as columns; the one thing analyses read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pyarrow as pa

from headwater.picture.fingerprint import fingerprint_of
from headwater.picture.tables import TABLES


@dataclass(frozen=True, slots=True)
class Picture:
    """Statements and judgements as tables that nobody can change.

    Attributes:
        tables: The tables by name: those of `TABLES`, and for a picture of plain files each file
            as it was given, under `given_links`, `given_people` and so on.
        fingerprint: SHA-256 over what the tables say; the same fingerprint gives the same answer.
        viewer: Name of the user it was built for; empty for plain files.
        purpose: What it was built for, in the user's words.
        caveats: What a reader of anything made from it must know, in full sentences.
    """

    tables: Mapping[str, pa.Table]
    fingerprint: str
    viewer: str = ""
    purpose: str = ""
    caveats: tuple[str, ...] = field(default=())

    @classmethod
    def of(
        cls,
        tables: Mapping[str, pa.Table],
        *,
        viewer: str = "",
        purpose: str = "",
        caveats: tuple[str, ...] = (),
    ) -> "Picture":
        """A picture of these tables; those that are not given are empty."""
        complete = {name: schema.empty_table() for name, schema in TABLES.items()} | dict(tables)
        return cls(MappingProxyType(complete), fingerprint_of(complete), viewer, purpose, caveats)

    @property
    def entities(self) -> pa.Table:
        """Who and what there is."""
        return self.tables["entities"]

    @property
    def names(self) -> pa.Table:
        """Every name of every entity."""
        return self.tables["names"]

    @property
    def links(self) -> pa.Table:
        """Lines between entities, one row for each time an item states one."""
        return self.tables["links"]

    @property
    def legs(self) -> pa.Table:
        """Legs of journeys, one row for each time an item states one, and for each of its fees."""
        return self.tables["legs"]

    @property
    def places(self) -> pa.Table:
        """Places that statements name."""
        return self.tables["places"]

    @property
    def money(self) -> pa.Table:
        """Payments, fees, price adverts, supplies and seizures."""
        return self.tables["money"]

    @property
    def series(self) -> pa.Table:
        """Counts over time."""
        return self.tables["series"]

    @property
    def reports(self) -> pa.Table:
        """The reports, with their independence groups."""
        return self.tables["reports"]

    @property
    def statements(self) -> pa.Table:
        """Every statement that was not rejected."""
        return self.tables["statements"]

    @property
    def items(self) -> pa.Table:
        """The items, with their text and grade."""
        return self.tables["items"]

    @property
    def categories(self) -> pa.Table:
        """Accepted decisions about what a person is in a case."""
        return self.tables["categories"]

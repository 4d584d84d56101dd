"""Index: what a search looks into; made once of a picture, and dropped with it."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import schemata
from headwater.node.searching.by_report import ByReport
from headwater.node.searching.names import NameIndex
from headwater.node.searching.numbers import NumberIndex
from headwater.node.searching.texts import TextIndex

if TYPE_CHECKING:
    from headwater.node.things import Shield
    from headwater.picture import Picture

Flags = npt.NDArray[np.bool_]

_KIND_OF = {
    "people": ("Person", "LegalEntity"),
    "groups": ("Network", "Organization", "PublicBody"),
    "vehicles": ("Vehicle",),
    "numbers": ("UserAccount", "Identification", "BankAccount", "CryptoWallet"),
    "places": ("Place", "Address"),
}


class SearchIndex:
    """A picture, ready to be searched.

    Cost: linear in the picture.

    Args:
        picture: The picture.

    Attributes:
        picture: The picture.
        ids: Entity ids, by row.
        kind: Number of the kind of each entity in `question.KINDS`, or -1.
        groups: Independent groups behind each entity.
        names: Their names.
        numbers: Their numbers.
        texts: The items.
        first: First day told of each item's report.
        last: Last day.
        statements: Its statements.
        items: Its items.
        received: For each item, whether somebody sent it; our own decisions are no reports.
    """

    def __init__(self, picture: "Picture") -> None:
        self.picture = picture
        self.ids = picture.entities["id"].combine_chunks()
        self.kind = _kinds(picture.entities["schema"].combine_chunks())
        self.groups = pc.fill_null(picture.entities["groups"], 0).to_numpy()
        self.names = NameIndex(picture, self.ids)
        self.numbers = NumberIndex(picture)
        self.texts = TextIndex(picture)
        urns = pc.cast(picture.items["urn"], pa.string()).combine_chunks()
        at = pc.index_in(urns, value_set=picture.reports["urn"].combine_chunks())
        first, last = (_days(picture.reports, f"information_{end}") for end in ("from", "to"))
        self.first, self.last = pc.fill_null(first.take(at), ""), pc.fill_null(last.take(at), "")
        decided = picture.reports.filter(pc.equal(picture.reports["format"], "decision"))["urn"]
        ours = pc.is_in(urns, value_set=decided.combine_chunks())
        self.received = pc.invert(ours).to_numpy(zero_copy_only=False)
        self.statements, self.items = ByReport(picture.statements), ByReport(picture.items)
        self._open: dict[int, tuple[Shield, Flags]] = {}
        self._graded: dict[str, Flags] = {}

    def row(self, entity: str) -> int:
        """Row of an entity; -1 where there is none."""
        return int(pc.index(self.ids, pa.scalar(entity)).as_py())

    def open_to(self, shield: "Shield") -> Flags:
        """For each entity, whether it is named to the viewers before whom a shield stands."""
        if id(shield) not in self._open:
            hidden = pa.array(sorted(shield.hidden), pa.string())
            seen = pc.invert(pc.is_in(self.ids, value_set=hidden))
            self._open[id(shield)] = (shield, seen.to_numpy(zero_copy_only=False))
        return self._open[id(shield)][1]

    def of_grade(self, grade: str) -> Flags:
        """For each entity, whether a statement of this grade speaks of it."""
        if grade not in self._graded:
            said = self.picture.statements
            chosen = said.filter(pc.equal(pc.cast(said["grade"], pa.string()), grade))["entity"]
            spoken_of = pc.unique(pc.cast(chosen, pa.string()))
            graded = pc.is_in(self.ids, value_set=spoken_of)
            self._graded[grade] = graded.to_numpy(zero_copy_only=False)
        return self._graded[grade]

    @property
    def grades(self) -> list[str]:
        """The grades that items here have."""
        return sorted(filter(None, pc.unique(self.picture.items["grade"]).to_pylist()))


def _kinds(schema: pa.Array) -> npt.NDArray[np.int8]:
    coded = schema.dictionary_encode()
    numbers = np.array([_kind(name) for name in coded.dictionary.to_pylist()], dtype=np.int8)
    kinds: npt.NDArray[np.int8] = numbers[coded.indices.to_numpy()]
    return kinds


def _kind(name: str) -> int:
    """The number of a schema's kind; bodies are legal entities too, so people come last."""
    known = schemata().get(name)
    for number, families in reversed(list(enumerate(_KIND_OF.values()))):
        if known and any(known.is_a(family) for family in families):
            return number
    return -1


def _days(reports: pa.Table, column: str) -> pa.Array:
    """The day that is told, else the day of the record."""
    told, record = (reports[name].combine_chunks() for name in (column, "record_date"))
    return pc.if_else(pc.equal(told, ""), record, told)

"""Index: what a search looks into; made once of a picture, and dropped with it."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import schemata
from headwater.node.searching.names import NameIndex
from headwater.node.searching.numbers import NumberIndex
from headwater.node.searching.texts import TextIndex
from headwater.node.things import Sentences, place_of, places, whole

if TYPE_CHECKING:
    from headwater.node.looking import Held
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
        report: For each item the row of its report.
        first: First day told of each report.
        last: Last day.
        sentences: Its statements and items by their ids.
        received: For each item, whether somebody sent it; our own decisions are no reports.
        grades: The grades that items here have.
    """

    def __init__(self, picture: "Picture") -> None:
        self.picture = picture
        self.ids = whole(picture.entities["id"])
        self.kind = _kinds(whole(picture.entities["schema"]))
        self.groups = pc.fill_null(picture.entities["groups"], 0).to_numpy()
        self.names = NameIndex(picture, self.ids)
        self.numbers = NumberIndex(picture)
        self.texts = TextIndex(picture)
        reports = picture.reports
        self.report = places(picture.items["urn"], whole(reports["urn"]))
        self.first, self.last = (_days(reports, f"information_{end}") for end in ("from", "to"))
        ours = pc.equal(reports["format"], "decision").to_numpy()
        self.received = ~ours[self.report] if len(ours) else np.zeros(0, dtype=np.bool_)
        self.sentences = Sentences(picture)
        self.grades = sorted(filter(None, pc.unique(picture.items["grade"]).to_pylist()))
        self._graded: dict[str, Flags] = {}

    def row(self, entity: str) -> int:
        """Row of an entity; -1 where there is none."""
        return place_of(entity, self.ids)

    def of_grade(self, grade: str) -> Flags:
        """For each entity, whether a statement of this grade speaks of it."""
        if grade not in self._graded:
            said = self.picture.statements
            grades = whole(said["grade"])
            code = grades.dictionary.index(grade).as_py()
            rows = np.flatnonzero(grades.indices.to_numpy() == code)
            flags = np.zeros(len(self.ids), dtype=np.bool_)
            flags[places(said["entity"].take(pa.array(rows)), self.ids)] = True
            self._graded[grade] = flags
        return self._graded[grade]


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
    told, record = (whole(reports[name]) for name in (column, "record_date"))
    return pc.if_else(pc.equal(told, ""), record, told)


def search_index_of(held: "Held") -> SearchIndex:
    """The index of a picture that is at hand, made by whoever asks for it first."""
    return held.beside.kept("search index", held.picture, SearchIndex)

"""Manner: how two reports are told, apart from what they claim.

Who repeats another keeps its words, its grading and its provenance, and comes later; who saw for
himself has other words and a note of his own. What many offices see for themselves (a seizure, an
arrest, a landing) is told by several without copying.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture.independence.candidates import BLOCK, Pairs
from headwater.picture.independence.copying.rivals import Beside
from headwater.picture.independence.evidence import ordinal
from headwater.picture.independence.holdings import Holdings
from headwater.picture.independence.texts import Codes, Texts, distinct, whole, words_of
from headwater.picture.independence.wording import Wording

Table = npt.NDArray[np.float64]

PUBLIC = ("Seizure", "Arrest", "Launch", "Incident")
"""Schemata of what several offices may see for themselves."""

MANNER = (
    *("one originator", "origin known later", "origin known earlier"),
    *("delay later", "delay earlier", "one language", "phrases shared", "weight of phrases"),
    *("items later", "items word for word", "with one grading", "with one provenance"),
    *("notes later", "notes earlier"),
    *(f"both {schema.lower()}" for schema in PUBLIC),
    *("statements shared", "statements only later", "statements only earlier"),
)
"""Columns of evidence: days from the information to its record (logarithm, -1 where not known),
share and weight of phrases in common, items that say the same word for word and keep grading and
provenance, provenance notes, kinds of statements."""


class _Held:
    """What each report holds, as whole numbers, for comparing pairs.

    Args:
        report: For each thing its report.
        thing: The things, each from 0.
        reports: How many reports there are.
    """

    def __init__(self, report: Codes, thing: Codes, reports: int) -> None:
        self._size = int(thing.max(initial=0)) + 1
        self._held = distinct(report * self._size + thing)
        self._holdings = Holdings(self._held, reports, self._size)
        self.counts = self._holdings.counts

    def shared(self, one: Codes, other: Codes) -> Codes:
        """For each pair how many things both hold."""
        blocks = range(0, max(1, one.size), BLOCK)
        return np.concatenate(
            [self._block(one[i : i + BLOCK], other[i : i + BLOCK]) for i in blocks]
        )

    def _block(self, one: Codes, other: Codes) -> Codes:
        return np.bincount(self._holdings.both(one, other).pair, minlength=one.size)

    def holds(self, report: Codes, thing: Codes) -> npt.NDArray[np.bool_]:
        """Whether each report holds each thing."""
        wanted = report * self._size + thing
        place = np.minimum(np.searchsorted(self._held, wanted), max(0, self._held.size - 1))
        return self._held[place] == wanted if self._held.size else wanted < 0


class _Items(NamedTuple):
    text: _Held
    graded: _Held
    noted: _Held
    notes: Codes


class Manner:
    """How reports are told.

    Args:
        texts: The texts.
        items: Columns urn, text, and grade and provenance where there are such.
        scan: Their statements, as a store's scan gives them.
        wording: Their phrases.
    """

    def __init__(self, texts: Texts, items: pa.Table, scan: pa.Table, wording: Wording) -> None:
        self._wording = wording
        rows = texts.reports
        names = pc.utf8_trim_whitespace(pc.utf8_lower(words_of(rows["originator"])))
        self._originator = whole(names.dictionary_encode().indices)
        self._known = rows["origin_known"].to_numpy().astype(np.bool_)
        self._delay = _delays(rows)
        self._language = np.unique(np.array(texts.languages, dtype=str), return_inverse=True)[1]
        self._items = _items(texts, items)
        self._schemata, self._stated = _stated(texts, scan)
        self.beside = self._beside()

    def _beside(self) -> Beside:
        """Who tells each report, and of what public events."""
        every = np.arange(self._originator.size)
        acts = [self._both(schema, every, every) for schema in PUBLIC]
        kind = sum((act.astype(np.int64) << bit for bit, act in enumerate(acts)), every * 0)
        return Beside(self._originator * (1 << len(PUBLIC)) + kind, kind)

    def table(self, pairs: Pairs) -> Table:
        """The columns `MANNER`, one row a pair."""
        one, other = pairs.later, pairs.earlier
        alike = self._wording.compared(other, one)
        mine = self._originator[one] == self._originator[other]
        items = self._items
        both = self._stated.shared(one, other)
        columns = [
            *(mine & self._known[one], self._known[one], self._known[other]),
            *(self._delay[one], self._delay[other], self._language[one] == self._language[other]),
            *(alike.share, alike.weight, items.text.counts[one]),
            *(held.shared(one, other) for held in items[:3]),
            *(items.notes[one], items.notes[other]),
            *(self._both(schema, one, other) for schema in PUBLIC),
            *(both, self._stated.counts[one] - both, self._stated.counts[other] - both),
        ]
        return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)

    def public(self, one: Codes, other: Codes) -> npt.NDArray[np.bool_]:
        """Whether either tells of an event that several offices may see."""
        public: npt.NDArray[np.bool_] = self.beside.kind > 0
        return public[one] | public[other]

    def _both(self, schema: str, one: Codes, other: Codes) -> npt.NDArray[np.bool_]:
        if schema not in self._schemata:
            return np.zeros(one.size, dtype=np.bool_)
        thing = np.full(one.size, self._schemata.index(schema), dtype=np.int64)
        return self._stated.holds(one, thing) & self._stated.holds(other, thing)


def _delays(reports: pa.Table) -> Table:
    days = [
        [ordinal(day) for day in reports[n].to_pylist()]
        for n in ("record_date", "information_from")
    ]
    apart = np.array(days[0], dtype=np.float64) - np.array(days[1], dtype=np.float64)
    return np.where(np.isnan(apart), -1.0, np.log1p(np.maximum(np.nan_to_num(apart), 0.0)))


def _items(texts: Texts, items: pa.Table) -> _Items:
    """The items of reports: their words, with their grading, with their provenance."""
    report, kept = _reports(texts, items["urn"])
    here = items.filter(pa.array(kept))
    told = pc.utf8_trim_whitespace(words_of(here["text"]))

    def column(name: str) -> pa.StringArray:
        if name not in here.column_names:
            return pa.array([""] * len(here), pa.string())
        return pc.fill_null(words_of(here[name]), "")

    note = column("provenance")
    noted = pc.not_equal(note, "").to_numpy(zero_copy_only=False)
    n = len(texts.urns)
    graded = pc.binary_join_element_wise(told, column("grade"), "\x1f")
    with_note = pc.binary_join_element_wise(told, note, "\x1f")
    return _Items(
        _Held(report, _codes(told), n),
        _Held(report, _codes(graded), n),
        _Held(report[noted], _codes(with_note)[noted], n),
        np.bincount(report[noted], minlength=n),
    )


def _stated(texts: Texts, scan: pa.Table) -> tuple[list[str], _Held]:
    """Of what kinds the statements of reports are."""
    report, kept = _reports(texts, scan["urn"])
    coded = words_of(scan["schema"].filter(pa.array(kept))).dictionary_encode()
    return coded.dictionary.to_pylist(), _Held(report, whole(coded.indices), len(texts.urns))


def _reports(texts: Texts, urns: pa.ChunkedArray) -> tuple[Codes, npt.NDArray[np.bool_]]:
    """The report of each row that belongs to one of these texts, and which rows do."""
    place = pc.index_in(words_of(urns), value_set=texts.urns)
    kept = pc.is_valid(place)
    return whole(place.filter(kept)), kept.to_numpy(zero_copy_only=False)


def _codes(words: pa.StringArray) -> Codes:
    return whole(words.dictionary_encode().indices)

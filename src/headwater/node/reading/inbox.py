"""Inbox: the reports that came in, filtered, a page at a time, each with what waits in it."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Refusal, schemata
from headwater.node.node import Node
from headwater.node.reading.withheld import NAMING, asks, titles_told, without
from headwater.node.things import may_categorise, places, shield_for, whole
from headwater.safeguard import Operation
from headwater.store import Came

if TYPE_CHECKING:
    from headwater.node.looking import Held
    from headwater.picture import Picture

A_LIST = 50
"""Reports on a page of the list."""

_FARTHEST = 2**62
"""A page that is asked for from further on is empty; the store counts no further."""

_WORD = re.compile(r"\w{2,}")
_BEGINNING = 3
"""Letters that every form of a name shares, however grammar bends it."""
_STATES = ("waiting", "read", "nothing")
_ANYTHING = ("urn", "title", "originator", "file")
_SHOWN = ["urn", "title", "originator", "record_date", "items", "statements", "waiting"]


class Filter(NamedTuple):
    """Which reports are wanted; what is empty does not matter.

    Attributes:
        originator: The agency.
        words: Words of the reference, the title, the agency or the file, as far as they are told.
        since: ISO date; recorded from then on.
        until: ISO date; recorded until then.
        state: One of `states`: something in it waits for a decision, all of it is decided,
            nothing was taken from it.
    """

    originator: str = ""
    words: str = ""
    since: str = ""
    until: str = ""
    state: str = ""

    @staticmethod
    def states() -> tuple[str, ...]:
        """What `state` may be, for a page to offer."""
        return _STATES


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of the list.

    Attributes:
        rows: The reports, newest first, with titles as the reports are told; each with `waiting`,
            the statements that wait.
        number: How many reports fit the filter.
        start: How many of them stand before this page.
        originators: Every agency of whom there is a report.
        newer: Reports that came in since the list was made, where no filter is asked for.
    """

    rows: list[dict[str, Any]]
    number: int
    start: int
    originators: tuple[str, ...]
    newer: tuple[Came, ...] = ()


class _Listed(NamedTuple):
    """The list as it is made once of a picture.

    Attributes:
        table: The reports that were sent to us, newest first, with what waits in each.
        words: For each what is looked for words in, in lower case.
        originators: Every agency.
    """

    table: pa.Table
    words: pa.ChunkedArray
    originators: tuple[str, ...]


def inbox(node: Node, held: "Held", wanted: Filter, start: int = 0, most: int = A_LIST) -> Inbox:
    """The reports that fit a filter.

    Args:
        node: Where they lie.
        held: What the viewer sees.
        wanted: Which.
        start: How many to pass over.
        most: How many are wanted.

    Cost: by the reports where there is a filter, else by the page; the list is made once a picture.
    """
    listed = held.beside.kept("inbox", held.picture, _listed)
    table, number, start = listed.table, listed.table.num_rows, max(0, start)
    if any(wanted):
        if wanted.words:
            listed = listed._replace(words=_words_told(node, held, listed))
        fitting = pc.indices_nonzero(_fits(listed, wanted))
        number, start = len(fitting), min(start, max(0, len(fitting) - 1))
        rows = table.take(fitting.slice(start, most))
    else:
        start = min(start, max(0, number - 1))
        rows = table.slice(start, most)
    newer = () if any(wanted) or start or not held.behind else _newer(node, held)
    shown = rows.to_pylist()
    titles = {row["urn"]: row["title"] or "" for row in shown}
    told = titles_told(node, titles | {one.urn: one.title for one in newer}, lambda: held)
    return Inbox(
        [row | {"title": told[row["urn"]]} for row in shown],
        number,
        start,
        listed.originators,
        tuple(one._replace(title=told[one.urn]) for one in newer),
    )


def _newer(node: Node, held: "Held") -> tuple[Came, ...]:
    """The reports that came in since the picture was made."""
    before = datetime.fromisoformat(held.made) - timedelta(seconds=2)
    since = before.isoformat(timespec="seconds")
    came = node.store.recent.reports(node.allowed(), since, A_LIST)
    known = pc.is_in(
        pa.array([one.urn for one in came], pa.string()),
        value_set=pc.cast(held.picture.reports["urn"], pa.string()).combine_chunks(),
    )
    return tuple(one for one, here in zip(came, known.to_pylist(), strict=True) if not here)


def _listed(picture: "Picture") -> _Listed:
    said = picture.statements.select(["urn", "status"])
    open_ = said.filter(pc.equal(said["status"], "proposed")).select(["urn"])
    waiting = open_.group_by("urn").aggregate([([], "count_all")])
    waiting = waiting.set_column(0, "urn", pc.cast(waiting["urn"], pa.string()))
    reports = picture.reports
    reports = reports.filter(pc.not_equal(reports["format"], "decision"))
    joined = reports.join(waiting, "urn", join_type="left outer")
    counted = pc.fill_null(joined["count_all"], 0)
    joined = joined.drop_columns("count_all").append_column("waiting", counted)
    table = joined.sort_by([("record_date", "descending"), ("urn", "ascending")])
    agencies = tuple(sorted(filter(None, pc.unique(table["originator"]).to_pylist())))
    return _Listed(table.select(_SHOWN), _words(table), agencies)


def _words(reports: pa.Table) -> pa.ChunkedArray:
    columns = [pc.fill_null(pc.cast(reports[name], pa.string()), "") for name in _ANYTHING]
    return pc.utf8_lower(pc.binary_join_element_wise(*columns, " "))


def _lower(text: str) -> str:
    """A text in lower case as the list is: Python makes two letters of the Turkish one."""
    lower: str = pc.utf8_lower(pa.scalar(text)).as_py()
    return lower


def _words_told(node: Node, held: "Held", listed: _Listed) -> pa.ChunkedArray:
    """The words of the list as they are told for this purpose, so that no search tells a name."""
    if not asks(node):
        return listed.words
    name = f"words of the inbox {node.purpose.kind} {may_categorise(node)}"
    return held.beside.kept(name, held.picture, partial(_told, node))


def _told(node: Node, picture: "Picture") -> pa.ChunkedArray:
    """The words of every report, without the names that are left out of it, nor then its file's."""
    listed, names = _listed(picture), _names_left_out(node, picture)
    every = listed.words.to_pylist()
    rows = listed.table.select(["urn", "title", "originator"]).to_pylist() if names else ()
    for at, row in enumerate(rows):
        if row["urn"] in names:
            title = _title_told(row["title"] or "", names[row["urn"]])
            every[at] = _lower(f"{row['urn']} {title} {row['originator'] or ''}")
    return pa.chunked_array([pa.array(every, pa.string())])


def _title_told(title: str, names: set[str]) -> str:
    """A title without some names; most titles hold none, which the beginnings of words tell."""
    from headwater.brief import Mask

    words = _WORD.findall(" ".join(names))
    beginnings = {word[:_BEGINNING].casefold() for word in words}
    if beginnings.isdisjoint(word[:_BEGINNING].casefold() for word in _WORD.findall(title)):
        return title
    return without(title, set(words), Mask(names).spans(title))


def _names_left_out(node: Node, picture: "Picture") -> dict[str, set[str]]:
    """By URN what tells who somebody is who is not named."""
    naming = {
        p.name for s in schemata().values() for p in s.properties.values() if p.type in NAMING
    }
    said = picture.statements.select(["urn", "entity", "property", "value", "text"])
    said = said.filter(pc.is_in(said["property"], value_set=pa.array(sorted(naming))))
    shield, rows = shield_for(node, picture), places(said["entity"], whole(picture.entities["id"]))
    hidden = (rows >= 0) & shield.hides_rows(rows)
    found = defaultdict[str, set[str]](set)
    for one in said.filter(pa.array(hidden)).to_pylist():
        found[one["urn"]].update(filter(None, (one["value"], one["text"])))
    return found


def _fits(listed: _Listed, wanted: Filter) -> Any:  # noqa: ANN401 - Arrow has no types
    """For every report whether it fits."""
    reports = listed.table
    tests = [pc.greater_equal(reports["waiting"], 0)]
    if wanted.originator:
        tests.append(pc.equal(reports["originator"], wanted.originator))
    if wanted.since:
        tests.append(pc.greater_equal(reports["record_date"], wanted.since))
    if wanted.until:
        tests.append(pc.less_equal(reports["record_date"], f"{wanted.until}~"))
    lower = _lower(wanted.words).split()
    tests += [pc.match_substring(listed.words, word) for word in lower]
    if wanted.state in _STATES:
        tests.append(_in_state(reports, wanted.state))
    fits = tests[0]
    for test in tests[1:]:
        fits = pc.and_(fits, test)
    return pc.fill_null(fits, fill_value=False)


def _in_state(reports: pa.Table, state: str) -> Any:  # noqa: ANN401 - Arrow has no types
    waits = pc.greater(reports["waiting"], 0)
    if state == "waiting":
        return waits
    taken = pc.greater(reports["statements"], 0)
    return pc.and_not(taken, waits) if state == "read" else pc.invert(taken)


def refused(node: Node, start: int = 0) -> tuple[list[Refusal], bool]:
    """A page of what could not be taken, the latest first, and whether there is more."""
    start = min(max(0, start), _FARTHEST)
    found = node.store.recent.refusals(node.allowed(), start, A_LIST + 1)
    node.log(Operation.CONSULTATION, ["refusals"])
    return found[:A_LIST], len(found) > A_LIST

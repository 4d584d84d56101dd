"""Inbox: the reports that came in, filtered, a page at a time, each with what waits in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Refusal
from headwater.node.node import Node
from headwater.safeguard import Operation

if TYPE_CHECKING:
    from headwater.node.looking import Held
    from headwater.picture import Picture

A_LIST = 50
"""Reports on a page of the list."""

STATES = ("waiting", "read", "nothing")
"""Something in it waits for a decision; all of it is decided; nothing was taken from it."""

_ANYTHING = ("urn", "title", "originator", "file")


class Filter(NamedTuple):
    """Which reports are wanted; what is empty does not matter.

    Attributes:
        originator: The agency.
        words: Words of the reference, the title, the agency or the file.
        since: ISO date; recorded from then on.
        until: ISO date; recorded until then.
        state: One of `STATES`.
    """

    originator: str = ""
    words: str = ""
    since: str = ""
    until: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of the list.

    Attributes:
        rows: The reports, newest first, each with `waiting`, the statements that wait.
        number: How many reports fit the filter.
        start: How many of them stand before this page.
        originators: Every agency of whom there is a report.
    """

    rows: list[dict[str, Any]]
    number: int
    start: int
    originators: tuple[str, ...]


def inbox(held: "Held", wanted: Filter, start: int = 0) -> Inbox:
    """The reports that fit a filter.

    Args:
        held: What the viewer sees.
        wanted: Which.
        start: How many to pass over.

    Cost: by the reports; what waits is counted once a picture.
    """
    reports = held.beside.kept("inbox", held.picture, _listed)
    fitting = reports.filter(_fits(reports, wanted)) if any(wanted) else reports
    start = max(0, min(start, fitting.num_rows - 1))
    page = fitting.slice(start, A_LIST)
    agencies = sorted(filter(None, pc.unique(reports["originator"]).to_pylist()))
    return Inbox(page.to_pylist(), fitting.num_rows, start, tuple(agencies))


def _listed(picture: "Picture") -> pa.Table:
    """The reports that were sent to us, newest first, with what waits in each."""
    said = picture.statements.select(["urn", "status"])
    open_ = said.filter(pc.equal(said["status"], "proposed")).select(["urn"])
    waiting = open_.group_by("urn").aggregate([([], "count_all")])
    waiting = waiting.set_column(0, "urn", pc.cast(waiting["urn"], pa.string()))
    reports = picture.reports
    reports = reports.filter(pc.not_equal(reports["format"], "decision"))
    joined = reports.join(waiting, "urn", join_type="left outer")
    counted = pc.fill_null(joined["count_all"], 0)
    joined = joined.drop_columns("count_all").append_column("waiting", counted)
    return joined.sort_by([("record_date", "descending"), ("urn", "ascending")])


def _fits(reports: pa.Table, wanted: Filter) -> Any:  # noqa: ANN401 - Arrow has no types
    """For every report whether it fits."""
    tests = [pc.greater_equal(reports["waiting"], 0)]
    if wanted.originator:
        tests.append(pc.equal(reports["originator"], wanted.originator))
    if wanted.since:
        tests.append(pc.greater_equal(reports["record_date"], wanted.since))
    if wanted.until:
        tests.append(pc.less_equal(reports["record_date"], f"{wanted.until}~"))
    tests += [_holds(reports, word) for word in wanted.words.split()]
    if wanted.state in STATES:
        tests.append(_in_state(reports, wanted.state))
    fits = tests[0]
    for test in tests[1:]:
        fits = pc.and_(fits, test)
    return pc.fill_null(fits, fill_value=False)


def _holds(reports: pa.Table, word: str) -> Any:  # noqa: ANN401 - Arrow has no types
    columns = [pc.fill_null(pc.cast(reports[name], pa.string()), "") for name in _ANYTHING]
    whole = pc.binary_join_element_wise(*columns, " ")
    return pc.match_substring(whole, word, ignore_case=True)


def _in_state(reports: pa.Table, state: str) -> Any:  # noqa: ANN401 - Arrow has no types
    waits = pc.greater(reports["waiting"], 0)
    if state == "waiting":
        return waits
    taken = pc.greater(reports["statements"], 0)
    return pc.and_not(taken, waits) if state == "read" else pc.invert(taken)


def refused(node: Node, start: int = 0) -> tuple[list[Refusal], int]:
    """A page of what could not be taken, the latest first, and how much there is in all."""
    found = node.store.refusals(node.allowed())[::-1]
    node.log(Operation.CONSULTATION, ["refusals"])
    return found[max(0, start) :][:A_LIST], len(found)

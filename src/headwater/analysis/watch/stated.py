"""Stated: the rows of new statements that any watch could mean, and the watches that mean them."""

import builtins
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
from anyascii import anyascii

from headwater.analysis.watch.answer import Answer, by_item
from headwater.analysis.watch.numbers import number_form, numbered, sort_of
from headwater.model import Modality, Status, schemata, statement_id
from headwater.safeguard.watching import Kind, Watch

_ENDS = ("from", "to")
_NAMES = ("name", "alias", "weakAlias", "previousName")


class Said(NamedTuple):
    """What is needed of a statement."""

    urn: str
    item: int
    n: int
    entity: str
    schema: str
    property: str
    value: str

    @builtins.property
    def place(self) -> tuple[str, int, str]:
        """Report, item and id of the statement."""
        return self.urn, self.item, statement_id(self.urn, self.item, self.n)


def standing(scan: pa.Table) -> pa.Table:
    """The statements that nobody rejected and that do not say that something was not so."""
    rejected = pc.equal(_text(scan, "status"), str(Status.REJECTED))
    denied = pc.equal(_text(scan, "modality"), str(Modality.DENIED))
    return scan.select(list(Said._fields)).filter(pc.invert(pc.or_(rejected, denied)))


def stated(scan: pa.Table, watches: Sequence[Watch]) -> Iterator[Answer]:
    """What new statements answer of watches on places, legs, networks and numbers.

    Args:
        scan: Statements that stand.
        watches: Watches of any kind; others are passed by.
    """
    by_kind: dict[Kind, list[Watch]] = defaultdict(list)
    for watch in watches:
        by_kind[watch.kind].append(watch)
    for kind, ask in _ASKED.items():
        if by_kind[kind]:
            yield from ask(scan, by_kind[kind])


def said(scan: pa.Table, **among: Sequence[str]) -> Iterator[Said]:
    """The rows of which each named column holds one of some texts."""
    for column, wanted in among.items():
        held = pc.is_in(_text(scan, column), value_set=pa.array(wanted, pa.string()))
        scan = scan.filter(held)
    columns = [scan[name].to_pylist() for name in Said._fields]
    return map(Said, *columns)


def _text(scan: pa.Table, column: str) -> pa.ChunkedArray:
    return pc.cast(scan[column], pa.string())


def _places(scan: pa.Table, watches: Sequence[Watch]) -> Iterator[Answer]:
    asking = _asking(watches, "place")
    wanted = sorted(asking)
    met: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for column in ("entity", "value"):
        for one in said(scan, **{column: wanted}):
            met[getattr(one, column)].append(one.place)
    yield from _met(asking, met, "place")


def _met(
    asking: Mapping[str, Sequence[Watch]],
    met: Mapping[str, Sequence[tuple[str, int, str]]],
    why: str,
) -> Iterator[Answer]:
    for wanted, rows in met.items():
        for watch in asking[wanted]:
            yield from by_item(watch, why, rows).values()


def _asking(watches: Sequence[Watch], word: str) -> dict[str, list[Watch]]:
    """Watches by what their question says under a word."""
    found: dict[str, list[Watch]] = defaultdict(list)
    for watch in watches:
        if held := watch.question.get(word, ""):
            found[held].append(watch)
    return found


def _networks(scan: pa.Table, watches: Sequence[Watch]) -> Iterator[Answer]:
    asking: dict[str, list[Watch]] = defaultdict(list)
    for watch in watches:
        asking[folded(watch.question.get("name", ""))].append(watch)
    met: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for one in said(scan, schema=_kinds("Organization"), property=_NAMES):
        if (name := folded(one.value)) in asking:
            met[name].append(one.place)
    yield from _met(asking, met, "network")


def _numbers(scan: pa.Table, watches: Sequence[Watch]) -> Iterator[Answer]:
    asking: dict[tuple[str, str], list[Watch]] = defaultdict(list)
    for watch in watches:
        key = watch.question.get("sort", ""), number_form(watch.question.get("number", ""))
        asking[key].append(watch)
    rows: dict[tuple[str, str], list[tuple[str, int, str]]] = defaultdict(list)
    for one in said(scan, property=numbered()):
        key = sort_of(one.schema, one.property), number_form(one.value)
        if key in asking:
            rows[key].append(one.place)
    for key, places in rows.items():
        for watch in asking[key]:
            yield from by_item(watch, key[0], places).values()


def _legs(scan: pa.Table, watches: Sequence[Watch]) -> Iterator[Answer]:
    by_place = _asking([w for w in watches if w.question.get("place")], "place")
    by_mode = _asking([w for w in watches if not w.question.get("place")], "mode")
    legs: dict[str, list[Said]] = defaultdict(list)
    for one in said(scan, schema=_kinds("Leg"), property=(*_ENDS, "mode")):
        legs[one.entity].append(one)
    for rows in legs.values():
        ends = {one.value for one in rows if one.property in _ENDS}
        modes = {one.value for one in rows if one.property == "mode"}
        met = [*(by_place.get(one, ()) for one in ends), *(by_mode.get(one, ()) for one in modes)]
        for watch in {watch.id: watch for some in met for watch in some}.values():
            if _is_meant(watch, ends, modes):
                yield from by_item(watch, "leg", (one.place for one in rows)).values()


def _is_meant(watch: Watch, ends: set[str], modes: set[str]) -> bool:
    other, mode = watch.question.get("other", ""), watch.question.get("mode", "")
    return (not other or other in ends) and (not mode or mode in modes)


@cache
def _kinds(schema: str) -> tuple[str, ...]:
    return tuple(name for name, one in schemata().items() if one.is_a(schema))


def folded(text: str) -> str:
    """A text in plain Latin letters and lower case, so that Preševa and Прешева are one word."""
    plain = anyascii(text.casefold().replace("ц", "c")).casefold()
    for written, read in (("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "h")):
        plain = plain.replace(written, read)
    return " ".join(plain.split())


_ASKED = {
    Kind.PLACE: _places,
    Kind.LEG: _legs,
    Kind.NETWORK: _networks,
    Kind.IDENTIFIER: _numbers,
}


def bearers(scan: pa.Table, sort: str, number: str) -> set[str]:
    """The entities of which standing statements say that they have a number of that sort."""
    form = number_form(number)
    rows = said(standing(scan), property=numbered())
    return {
        one.entity
        for one in rows
        if sort_of(one.schema, one.property) == sort and number_form(one.value) == form
    }

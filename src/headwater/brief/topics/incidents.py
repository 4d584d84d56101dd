"""Lives at risk: the dead, the missing and the rescued, in aggregate; never who they were."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from headwater.brief.briefing import Line, Row, Table, Topic
from headwater.brief.shelf import Fields
from headwater.brief.topics.sums import week
from headwater.brief.view import View
from headwater.brief.wording import counted, figure, listed, modality_tags, rest, shortened
from headwater.safeguard import SMALLEST_CELL

_COUNTS = {
    "dead": "dead",
    "missing": "missing",
    "deadAndMissing": "dead and missing",
    "survivors": "survivors",
}
_LOST = ("dead", "missing", "deadAndMissing")
_DATES = ("date", "startDate", "endDate")
_MOST_ROWS = 25


class Incident(NamedTuple):
    """One incident as one source tells it; counts are people, null where not said."""

    date: str
    place: str
    cause: str
    counts: tuple[float | None, ...]
    rows: tuple[Fields, ...]

    @property
    def lost(self) -> float:
        """People dead and missing."""
        return sum(n or 0 for name, n in zip(_COUNTS, self.counts, strict=True) if name in _LOST)

    @property
    def evidence(self) -> tuple[str, ...]:
        """What it rests on; a sentence that tells a small count is not shown."""
        small = any(map(_small, self.counts))
        return () if small else tuple(row["id"] for row in self.rows)[:4]

    @property
    def words(self) -> str:
        """When, where, and how many."""
        many = [
            f"{_said(n)} {name}"
            for n, name in zip(self.counts, _COUNTS.values(), strict=True)
            if n is not None
        ]
        place = f"{self.place}, " if self.place else ""
        return f"{place}{week(self.date) or 'no date'}: {listed(many) or 'no number given'}"

    @property
    def tags(self) -> tuple[str, ...]:
        """How it is put, where nobody puts it as done."""
        modalities = {row["modality"] for row in self.rows}
        return () if "done" in modalities else modality_tags(modalities)


def incidents(view: View) -> Topic | None:
    """Deaths, disappearances and rescues in all, the newest and the worst; None without any."""
    found = _incidents(view)
    if not found:
        return None
    done = [one for one in found if not one.tags]
    if len(found) == 1:
        return Topic(
            id="risk", title="Lives at risk", front=(_told(view, "One incident", found[0]),)
        )
    return Topic(
        id="risk",
        title="Lives at risk",
        front=tuple([*_total(done, len(found) - len(done)), *_two(view, found)]),
        tables=(_table(view, found),),
    )


def _incidents(view: View) -> list[Incident]:
    """Every incident that is not denied, told alike only once; newest first."""
    grouped: dict[str, list[Fields]] = {}
    for row in view.rows("statements", "schema", ["Incident"]):
        if row["modality"] != "denied":
            grouped.setdefault(row["entity"], []).append(row)
    alike: dict[tuple[object, ...], Incident] = {}
    for rows in grouped.values():
        one = _incident(view, rows)
        before = alike.get(one[:4])
        alike[one[:4]] = one._replace(rows=before.rows + one.rows) if before else one
    return sorted(alike.values(), key=lambda one: one.date, reverse=True)


def _incident(view: View, rows: Sequence[Fields]) -> Incident:
    told: dict[str, str] = {}
    for row in rows:
        told.setdefault(row["property"], row["value"])
    date = next((told[name] for name in _DATES if told.get(name)), "")
    place = told.get("place", "")
    named = view.name(place) if place and view.entity(place) is not None else ""
    cause = shortened(view.mask.hide(told.get("cause", "")), 80)
    return Incident(date, named, cause, tuple(_number(told.get(n)) for n in _COUNTS), tuple(rows))


def _number(value: str | None) -> float | None:
    try:
        return float(value) if value else None
    except ValueError:
        return None


def _small(count: float | None) -> bool:
    return count is not None and 0 < count < SMALLEST_CELL


def _said(count: float | None) -> str:
    """A count; what is under five says no more than that (safeguard, small cells)."""
    return f"fewer than {SMALLEST_CELL}" if _small(count) else figure(count)


def _total(done: Sequence[Incident], others: int) -> list[Line]:
    """Sums of what is told as done; small counts stand beside them, so that none can be told."""
    parts = [_sum([one.counts[n] for one in done], name) for n, name in enumerate(_COUNTS.values())]
    more = f" {counted(others, 'more incident')} told otherwise than as done." if others else ""
    said = "; ".join(filter(None, parts)) or "no number given"
    note = " Two sources may tell of one." if len(done) > 1 else ""
    evidence = tuple(i for one in done for i in one.evidence[:1])[:3]
    return [Line(f"{counted(len(done), 'incident')} reported: {said}.{note}{more}", evidence)]


def _sum(counts: Iterable[float | None], name: str) -> str:
    told = [n for n in counts if n]
    small = sum(map(_small, told))
    large = sum(n for n in told if not _small(n))
    few = f"fewer than {SMALLEST_CELL} in each of {counted(small, 'incident')}" if small else ""
    if not large:
        return f"{name}: {few}" if few else ""
    return f"{figure(large)} {name}" + (f" (and {few} more)" if few else "")


def _two(view: View, found: Sequence[Incident]) -> list[Line]:
    worst = max(found, key=lambda one: one.lost)
    chosen = [("Newest", found[0])] if found[0].date else []
    chosen += [("Worst", worst)] if worst.lost and worst is not found[0] else []
    return [replace(_told(view, word, one), sub=True) for word, one in chosen]


def _told(view: View, word: str, one: Incident) -> Line:
    tags = (*one.tags, *view.status_tag(row["status"] for row in one.rows))
    return Line(f"{word}: {one.words}.", one.evidence, tags)


def _table(view: View, found: Sequence[Incident]) -> Table:
    rows = [
        Row(
            (
                week(one.date) or "no date",
                one.place or "not stated",
                *(_said(n) if n is not None else "" for n in one.counts),
                one.cause,
                ", ".join((*one.tags, *view.status_tag(r["status"] for r in one.rows))),
            ),
            one.evidence,
        )
        for one in found[:_MOST_ROWS]
    ]
    columns = ("when", "where", *_COUNTS.values(), "cause", "how sure")
    title = "Deaths, disappearances and rescues, newest first"
    return Table(title, columns, tuple(rows), rest(len(found), _MOST_ROWS))

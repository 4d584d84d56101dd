"""How much: fees as they were said and by leg, counts and projections, money moved."""

from collections.abc import Iterable, Sequence

from headwater.brief.briefing import Line, Row, Table, Topic
from headwater.brief.shelf import Fields
from headwater.brief.view import View
from headwater.brief.wording import (
    amount,
    basis_words,
    counted,
    figure,
    listed,
    modality_tags,
    plain,
    rest,
    shortened,
)
from headwater.model import Finding, Refused, parse_period
from headwater.picture import UNNAMED
from headwater.safeguard import SMALLEST_CELL, iso_week

_FEES = ("fee", "price_advert")
_PERSON_WORDS = """people persons person lica lice osoba osobe ljudi migranata migranti migrant
migrants лица лице особа особе људи луѓе хора души мигранти мигранта
persona njerëz vetë migrantë personen menschen kişi insan
passengers passenger putnika putnici putnik путника путници путник патници патника пътници пътника
pasagjerë udhëtarë أشخاص شخص مهاجر نفر"""
_PEOPLE = frozenset(_PERSON_WORDS.split())
_FIRST = 4
_MOST_ROWS = 25
_ONE_INCIDENT = 1_000  # so many people are not those of one boat or one lorry
_A_WEEK = 7


def how_much(view: View, findings: Sequence[Finding] = ()) -> Topic:
    """Fees first, then counts with projections marked, then payments in aggregate.

    Args:
        view: What may be said.
        findings: Those of `business.fees` tell what each leg costs in one unit.
    """
    fees = fee_rows(view)
    front = [*_fee_lines(view, fees), *_count_lines(view), *_payment_lines(view)]
    return Topic(
        id="how_much",
        title="How much",
        front=tuple(front) or (Line("No fee, count or payment is stated."),),
        tables=tuple(
            table
            for table in (_fee_table(view, fees), *_leg_tables(view, findings), _count_table(view))
            if len(table.rows) > 1
        ),
    )


def fee_rows(view: View) -> list[list[Fields]]:
    """Fees and price adverts that say the same, together; most independent groups first."""
    grouped: dict[str, list[Fields]] = {}
    for row in view.rows("money", "kind", _FEES):
        grouped.setdefault(fee_words(view, row), []).append(row)
    return sorted(grouped.values(), key=lambda rows: (-len({r["group"] for r in rows}), -len(rows)))


def fee_words(view: View, row: Fields) -> str:
    """A fee as it was said: amount or words, basis, and the stretch it is for."""
    words = view.mask.hide(_as_said(view, row))
    money, basis = (
        amount(row["low"], row["high"], row["currency"], words),
        basis_words(row["basis"]),
    )
    said = money if basis in money else f"{money} {basis}"
    if row["low"] is None and row["high"] is None:
        said += f" ({row['currency']}, in words only)" if row["currency"] else " (in words only)"
    start, end = (view.name(row[side]) if row[side] else "" for side in ("from", "to"))
    stretch = " ".join(filter(None, (start and f"from {start}", end and f"to {end}")))
    return f"{said}, {stretch}" if stretch else said


def _as_said(view: View, row: Fields) -> str:
    """The words of an amount that is not a figure: “thousands of pounds”, not “thousands”."""
    if row["low"] is not None or row["high"] is not None:
        return str(row["text"])
    told = [r["text"] for r in view.about([row["id"]]) if r["property"] == "magnitude"]
    return str(max([*told, row["text"]], key=len))


def _fee_lines(view: View, fees: list[list[Fields]]) -> list[Line]:
    lines = []
    for rows in fees[:_FIRST]:
        kinds = {r["kind"] for r in rows}
        word = "Price advertised" if kinds == {"price_advert"} else "Fee"
        groups = counted(len({r["group"] for r in rows}), "independent group")
        lines.append(
            Line(
                f"{word}: {fee_words(view, rows[0])} ({groups}).",
                view.behind(rows),
                (*_tags(view, rows), *view.status_tag(r["status"] for r in rows)),
            )
        )
    if len(fees) > _FIRST:
        left = counted(len(fees) - _FIRST, "other fee stands", "other fees stand")
        lines.append(Line(f"{left} in the table."))
    return lines


def _tags(view: View, rows: list[Fields]) -> tuple[str, ...]:
    """How it is put, and by whom, where nobody puts it as done."""
    modalities = {r["modality"] for r in rows}
    if "done" in modalities:
        return ()
    stated = view.rows("statements", "id", {r["statement"] for r in rows[:_MOST_ROWS]})
    return modality_tags(modalities, (view.mask.hide(r["attribution"]) for r in stated))


def _count_lines(view: View) -> list[Line]:
    grouped: dict[tuple[object, ...], list[Fields]] = {}
    for row in _counts_for_page_one(view):
        key = (row["series"], row["unit"], where_counted(view, row), count_words(row))
        grouped.setdefault((*key, row["modality"]), []).append(row)
    lines = []
    for rows in grouped.values():
        row, tags = rows[0], _tags(view, rows)
        lead = "Projection" if row["modality"] == "projected" else "Count"
        what = f"{count_words(row)} {_subject(row)}{where_counted(view, row)}"
        text = f"{lead} for {_when(rows)}: {what}."
        cited = count_evidence(rows)[:_FIRST]
        lines.append(Line(text, cited, (*tags, *view.status_tag(r["status"] for r in rows))))
    lines.sort(key=lambda line: not line.text.startswith("Projection"))
    return [*lines[:_FIRST], *(_series_line(view) if view.size("series") > _MOST_ROWS else [])]


def _counts_for_page_one(view: View) -> list[Fields]:
    """Every count where there are few; the projections alone where there are many.

    How many people one report tells of is a count, but never a projection.
    """
    few = view.size("series") <= _MOST_ROWS
    told = view.rows("series") if few else view.rows("series", "modality", ["projected"])
    return [row for row in told if row["modality"] != "projected" or not _of_one_incident(row)]


def in_series(row: Fields) -> bool:
    """Whether a count is of a named series; others may be of different things."""
    return row["series"] not in ("", UNNAMED)


def _of_one_incident(row: Fields) -> bool:
    """Whether it is people that one report tells of, as those in a boat, and no series."""
    if in_series(row) or not _is_people(row["unit"]) or _size(row) >= _ONE_INCIDENT:
        return False
    try:
        return not row["date"] or parse_period(row["date"]).days <= _A_WEEK
    except Refused:
        return True


def count_words(row: Fields) -> str:
    """A count as it was said: a figure, or its range; what is under five says no more than that.

    Aggregates that leave a node suppress small cells and days (safeguard, small cells).
    """
    if _small(row):
        return f"fewer than {SMALLEST_CELL}"
    if row["value"] is not None:
        return figure(row["value"])
    if row["low"] is not None and row["high"] is not None:
        return f"{figure(row['low'])} to {figure(row['high'])}"
    if row["low"] is None and row["high"] is None:
        return "a number not stated of"
    return f"up to {figure(row['high'])}" if row["high"] is not None else figure(row["low"])


def _small(row: Fields) -> bool:
    return row["value"] is not None and 0 < row["value"] < SMALLEST_CELL


def count_evidence(rows: list[Fields]) -> tuple[str, ...]:
    """What counts rest on, without the sentences that would tell a small one."""
    return tuple(dict.fromkeys(row["statement"] for row in rows if not _small(row)))


def week(said: str) -> str:
    """A date no finer than a week; words that are no date stand as they are."""
    return iso_week(said) or said


def _subject(row: Fields) -> str:
    named = row["series"] if in_series(row) else ""
    return plain(named or unit_words(row["unit"]) or "of something not stated")


def where_counted(view: View, row: Fields) -> str:
    """The place and mode that a count is of, as ` at Horgos by van`; empty where it is of all."""
    mode = plain(row["mode"] or "")
    at = f" at {view.name(row['place'])}" if row["place"] else ""
    return f"{at}{f' by {mode}' if mode else ''}".replace(" by foot", " on foot")


def unit_words(unit: str) -> str:
    """What is counted, as it was said; people are people in every language."""
    return "people" if _is_people(unit) else unit or ""


def _is_people(unit: str) -> bool:
    return (unit or "").casefold() in _PEOPLE


def _when(rows: list[Fields]) -> str:
    dates = sorted({row["date"] for row in rows if row["date"]})
    periods = list(dict.fromkeys(_period_words(d) for d in dates))
    return listed(periods, 3) if periods else "a period not stated"


def _period_words(said: str) -> str:
    """`2026` is the year 2026; what could not be read as a date stands as it was said."""
    if said.isdecimal() and len(said) == 4:
        return f"the year {said}"
    return week(said) if said[:1].isdecimal() else f"“{said}” (as said, no date given)"


def _series_line(view: View) -> list[Line]:
    names = [row["series"] for row in view.rows("series", keep=("series",)) if in_series(row)]
    if not names:
        return []
    text = f"{counted(len(names), 'count')} in {counted(len(set(names)), 'series', 'series')}."
    newest = len(_newest(view))
    if newest <= _MOST_ROWS:
        return [Line(f"{text} The table has the newest of each.")]
    more = f"The table has {_MOST_ROWS} series, each with its newest count: the latest first, then"
    return [Line(f"{text} {more} the largest; {newest - _MOST_ROWS:,} are not shown.")]


def _payment_lines(view: View) -> list[Line]:
    rows = view.rows("money", "kind", ["payment"])
    if not rows:
        return []
    totals: dict[str, float] = {}
    priced = 0
    for row in rows:
        currency = row["currency"] or "currency not stated"
        if row["low"] is None and row["high"] is None:
            continue
        priced += 1
        totals[currency] = totals.get(currency, 0.0) + float(row["low"] or row["high"] or 0)
    said = ", ".join(f"{figure(round(total))} {unit}" for unit, total in sorted(totals.items()))
    text = f"{counted(len(rows), 'payment')} reported"
    text += "" if priced == len(rows) else f", {priced:,} with an amount"
    return [Line(f"{text}, {said} in all." if said else f"{text}.", view.behind(rows))]


def _fee_table(view: View, fees: list[list[Fields]]) -> Table:
    rows = [
        Row(
            (
                fee_words(view, group[0]),
                "advert" if group[0]["kind"] == "price_advert" else "fee",
                max((r["date"] for r in group if r["date"]), default="no date"),
                f"{len({r['report'] for r in group}):,} / {len({r['group'] for r in group}):,}",
                ", ".join((*_tags(view, group), *view.status_tag(r["status"] for r in group))),
            ),
            view.behind(group),
        )
        for group in fees[:_MOST_ROWS]
    ]
    columns = ("fee as said", "kind", "latest", "reports / groups", "how sure")
    return Table("Fees", columns, tuple(rows), rest(len(fees), _MOST_ROWS))


def _leg_tables(view: View, findings: Iterable[Finding]) -> list[Table]:
    """What each leg costs in one unit: its range, half of it, and what contradicts it."""
    tables = []
    for finding in findings:
        told = (
            [row for row in finding.rows if row["median"] is not None] if _is_fees(finding) else []
        )
        rows = [
            Row(
                (
                    view.mask.hide(row["leg"]),
                    ", ".join(filter(None, (basis_words(row["basis"]), plain(row["mode"])))),
                    amount(row["low"], row["high"], row["currency"], ""),
                    figure(round(row["median"])),
                    f"{row['reports']:,} / {row['independent_groups']:,}",
                    "contradicted by other sources" if row["conflict"] else "",
                ),
                finding.evidence[row["id"]][:_FIRST],
            )
            for row in told[:_MOST_ROWS]
        ]
        columns = ("leg", "for", "range", "half pay less than", "reports / groups", "how sure")
        tables.append(Table("Fees by leg", columns, tuple(rows), rest(len(told), _MOST_ROWS)))
    return tables


def _is_fees(finding: Finding) -> bool:
    return finding.method == "business.fees"


def _newest(view: View) -> list[Fields]:
    """The newest count of each series; the newest of all first, then the largest."""
    newest: dict[tuple[str, ...], Fields] = {}
    for row in view.rows("series"):
        if _of_one_incident(row):
            continue
        key = (_subject(row), where_counted(view, row), row["modality"])
        if key not in newest or _age(row) > _age(newest[key]):
            newest[key] = row
    size = sorted(newest.values(), key=_size, reverse=True)
    return sorted(size, key=_day, reverse=True)


def _age(row: Fields) -> tuple[str, str]:
    return (_day(row), row["release"] or "")


def _day(row: Fields) -> str:
    """The date of a count; words that are no date are older than every date."""
    said = row["date"] or ""
    return said if said[:1].isdecimal() else ""


def _size(row: Fields) -> float:
    return max((float(row[n]) for n in ("value", "low", "high") if row[n] is not None), default=0.0)


def _count_table(view: View) -> Table:
    newest = _newest(view)
    rows = [
        Row(
            (
                shortened(_subject(row), 80) + where_counted(view, row),
                count_words(row),
                week(row["date"]) or "not stated",
                row["release"] or "not stated",
                ", ".join(_tags(view, [row])),
            ),
            count_evidence([row]),
        )
        for row in newest[:_MOST_ROWS]
    ]
    columns = ("series", "newest count", "counted in", "released", "how it is put")
    return Table("Counts and projections", columns, tuple(rows), rest(len(newest), _MOST_ROWS))

"""What was received: reports, and every piece that could not be taken."""

from collections import Counter

from headwater.brief.briefing import Line, Occasion, Row, Table, Topic
from headwater.brief.view import View
from headwater.brief.wording import counted, inert, listed, period, rest, shortened

_MOST_REPORTS = 30
_MOST_REFUSALS = 40


def received(view: View, occasion: Occasion) -> Topic:
    """Counts on page one; the reports, and the refusals with their reasons, behind it."""
    return Topic(
        id="received",
        title="What was received",
        front=tuple(_front(view, occasion)),
        tables=tuple(t for t in (_reports(view), _refusals(view, occasion)) if t.rows),
    )


def _front(view: View, occasion: Occasion) -> list[Line]:
    reports = view.size("reports")
    statements = sum(view.standing.values())
    if not reports:
        lines = [Line("Nothing has been received that this viewer may see.")]
    else:
        items = counted(view.size("items"), "item")
        groups = counted(len(view.tally("reports", "group")), "independent group")
        lines = [
            Line(
                f"{counted(reports, 'report')} with {items}, in {groups}, gave "
                f"{counted(statements, 'statement')}."
            )
        ]
    if occasion.already_here:
        lines.append(Line(f"Already here before, not counted twice: {occasion.already_here:,}."))
    count = len({(r.file, r.position, r.what, r.why, r.do) for r in occasion.refusals})
    if count:
        files = listed([view.mask.hide(f) for f in _files(occasion)], 1)
        pieces = counted(count, "piece of input was", "pieces of input were")
        lines.append(Line(f"{pieces} refused, from {files}; each is listed with its reason."))
    else:
        lines[-1] = Line(f"{lines[-1].text} Nothing was refused.")
    return lines


def _files(occasion: Occasion) -> list[str]:
    return list(dict.fromkeys(inert(r.file) for r in occasion.refusals))


def _reports(view: View) -> Table:
    rows = view.rows("reports")
    shown = [
        Row(
            (
                shortened(view.mask.hide(r["title"] or r["file"] or r["urn"]), 80),
                view.mask.hide_known(r["originator"]),
                period(r["information_from"] or "", r["information_to"] or "") or "no date",
                r["record_date"] or "no date",
                f"{r['items']:,} / {r['statements']:,}",
                f"{r['group']}{': ' + r['group_reason'] if r['group_reason'] else ''}",
            )
        )
        for r in rows[:_MOST_REPORTS]
    ]
    return Table(
        "Reports",
        ("report", "originator", "information of", "written", "items / statements", "group"),
        tuple(shown),
        rest(len(rows), _MOST_REPORTS),
    )


def _refusals(view: View, occasion: Occasion) -> Table:
    told = Counter((r.file, r.position, r.what, r.why, r.do) for r in occasion.refusals)
    rows = []
    for words, times in list(told.items())[:_MOST_REFUSALS]:
        file, *others = (shortened(view.mask.hide(x), 160) for x in words)
        rows.append(Row((f"{file} ({times:,} times)" if times > 1 else file, *others)))
    return Table(
        "Refused",
        ("file", "where", "what", "why", "what would let it in"),
        tuple(rows),
        rest(len(told), _MOST_REFUSALS),
    )

"""What is announced or under way: deployments, operations, policies, their aims verbatim."""

from collections.abc import Iterable

from headwater.brief.briefing import Line, Topic
from headwater.brief.shelf import Fields
from headwater.brief.view import View
from headwater.brief.wording import counted, listed, modality_tags, shortened

_MOST = 4
_MOST_AIMS = 8
_DATES = ("date", "startDate", "endDate")
_TITLES = ("name", "title", "summary", "description")


def measures(view: View) -> Topic:
    """Each measure with body and place, and under it every aim its text lists."""
    grouped: dict[str, list[Fields]] = {}
    for row in view.rows("statements", "schema", ["Measure"]):
        grouped.setdefault(row["entity"], []).append(row)
    front: list[Line] = []
    for rows in _newest_first(grouped.values())[:_MOST]:
        front.append(_measure_line(view, rows))
        front += _aims(view, [r for r in rows if r["property"] == "aim"])
    if len(grouped) > _MOST:
        front.append(Line(f"{counted(len(grouped) - _MOST, 'more measure')} in the picture."))
    return Topic(
        id="measures",
        title="What is announced",
        front=tuple(front) or (Line("No measure or operation is announced."),),
    )


def _newest_first(measures: Iterable[list[Fields]]) -> list[list[Fields]]:
    """Those without a date of their own, as press has them, before dated ones; then the newest."""
    dated = [(max((r["value"] for r in rows if r["property"] in _DATES), default=""), rows)
             for rows in measures]  # fmt: skip
    undated = [rows for day, rows in dated if not day]
    known = sorted((pair for pair in dated if pair[0]), key=lambda pair: pair[0], reverse=True)
    return [*undated, *(rows for _, rows in known)]


def _measure_line(view: View, rows: list[Fields]) -> Line:
    said = [r["text"] or r["value"] for r in rows if r["property"] in _TITLES]
    bodies = [view.name(r["value"]) for r in rows if r["property"] == "body"]
    places = [view.name(r["value"]) for r in rows if r["property"] == "place"]
    words = [f"“{shortened(view.mask.hide(said[0]), 160)}”" if said else "A measure"]
    words += [f"by {listed(list(dict.fromkeys(bodies)), 3) or 'a body not stated'}"]
    words += [f"in {listed(list(dict.fromkeys(places)), 4)}"] if places else []
    aims = sum(r["property"] == "aim" for r in rows)
    end = f"; {counted(aims, 'aim')}, as its text lists them:" if aims else "."
    first = next((r for r in rows if r["property"] in _TITLES), rows[0])
    tags = modality_tags({first["modality"]}, (view.mask.hide(r["attribution"]) for r in rows))
    evidence = tuple(r["id"] for r in rows if r["property"] != "aim")[:4] or (rows[0]["id"],)
    return Line(
        f"{' '.join(words)}{end}", evidence, (*tags, *view.status_tag(r["status"] for r in rows))
    )


def _aims(view: View, rows: list[Fields]) -> list[Line]:
    """The aims, verbatim, in one line: page one has room for few."""
    if not rows:
        return []
    shown = rows[:_MOST_AIMS]
    said = "; ".join(f"“{view.mask.hide(row['text'] or row['value'])}”" for row in shown)
    more = f"; and {len(rows) - _MOST_AIMS} more" if len(rows) > _MOST_AIMS else ""
    return [Line(f"{said}{more}.", tuple(row["id"] for row in shown), sub=True)]

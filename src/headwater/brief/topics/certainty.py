"""How sure, and what is new: independence, grades, status; what the last days brought."""

from collections.abc import Sequence
from datetime import date, timedelta

from headwater.brief.briefing import Line, Occasion, Topic
from headwater.brief.topics.journeys import routes_of
from headwater.brief.topics.sums import fee_rows, fee_words
from headwater.brief.view import View
from headwater.brief.wording import MODALITY_WORDS, counted, listed
from headwater.model import BadGrading, Finding, parse_grade

_NEW_DAYS = 7
_FIRST = 2


def sure(view: View, findings: Sequence[Finding]) -> Topic:
    """What the whole rests on; no likelihood word, because no method here earned one."""
    front = [*_independence(view), *_grades(view), *_standing(view)]
    if view.size("statements"):
        front.append(
            Line("No likelihood words are used: no method in this briefing has earned one.")
        )
    caveats = list(dict.fromkeys(c for f in findings for c in f.caveats))
    caveats += [c for c in view.picture.caveats if c not in caveats]
    return Topic(
        id="sure",
        title="How sure",
        front=tuple(front) or (Line("There is nothing to be sure of yet."),),
        lines=(Line("Before using the findings, know:"), *(Line(c, sub=True) for c in caveats))
        if caveats
        else (),
    )


def _independence(view: View) -> list[Line]:
    groups = view.tally("reports", "group")
    if not groups:
        return []
    unknown = view.rows("reports", "origin_known", [False])
    lines = [
        Line(
            f"{counted(view.size('reports'), 'report counts', 'reports count')} as "
            f"{counted(len(groups), 'independent group')}; corroboration counts groups."
        )
    ]
    if unknown:
        reason = next((r["group_reason"] for r in unknown if r["group_reason"]), "")
        names = listed([view.mask.hide(r["title"] or r["file"] or r["urn"]) for r in unknown], 3)
        why = f" ({reason})" if reason and "not yet known" not in reason else ""
        lines.append(Line(f"Not yet known to be independent of each other{why}: {names}."))
    return lines


def _grades(view: View) -> list[Line]:
    grades = view.tally("statements", "grade")
    if not grades:
        return []
    said = [f"{g} {counted(n, 'statement')}" for g, n in grades.items()]
    assumed = view.tally("items", "graded_by_default").get(True, 0)
    note = f" {counted(assumed, 'item')} had no grading and got one at the door." if assumed else ""
    return [Line(f"Grades: {listed(said, 4)}; the key is at the end.{note}")]


def _standing(view: View) -> list[Line]:
    if not view.size("statements"):
        return []
    put = view.tally("statements", "modality")
    other = [f"{n:,} {MODALITY_WORDS[m]}" for m, n in put.items() if m in MODALITY_WORDS]
    said = listed([f"{n:,} {s}" for s, n in view.standing.items()]) or "none"
    own = view.size("statements") - sum(view.standing.values())
    here = f" {counted(own, 'more was', 'more were')} made here, by decisions." if own else ""
    rest = f" Not told as done: {listed(other)}." if other else ""
    return [Line(f"Statements: {said}.{here}{rest}")]


def grade_key(view: View) -> tuple[Line, ...]:
    """The meaning of every grade that occurs, as the form asks."""
    lines = []
    for text in sorted(view.tally("statements", "grade")):
        try:
            grade = parse_grade(text)
        except BadGrading:
            lines.append(Line(f"{text}: kept as given"))
            continue
        lines.append(Line(f"{text} ({grade.system}): source {grade.meaning}"))
    return tuple(lines)


def new(view: View, occasion: Occasion) -> Topic:
    """What reports since a day say for the first time; all of it where nothing is older."""
    since = occasion.since or _since(view)
    dated = {r["urn"]: r["record_date"] or r["information_to"] or "" for r in view.rows("reports")}
    fresh = {urn for urn, day in dated.items() if day >= since or not day}
    if len(fresh) == len(dated):
        text = "Nothing earlier is held to compare with: all of it is new here."
        front = [Line(text)] if dated else [Line("Nothing is new.")]
    else:
        front = _first_told(view, fresh, since)
    return Topic(id="new", title="What is new", front=tuple(front))


def _since(view: View) -> str:
    days = sorted(d for d in view.tally("reports", "record_date") if d)
    if not days:
        return ""
    return (date.fromisoformat(days[-1][:10]) - timedelta(days=_NEW_DAYS - 1)).isoformat()


def _first_told(view: View, fresh: set[str], since: str) -> list[Line]:
    """What only the new reports say: legs, fees and measures."""
    lead = Line(f"Since {since}: {counted(len(fresh), 'report')}.")
    legs = [
        Line(f"Leg not reported before: {route.words}.", view.behind(route.rows))
        for route in routes_of(view)
        if {row["report"] for row in route.rows} <= fresh
    ]
    fees = [
        Line(f"Fee not reported before: {fee_words(view, rows[0])}.", view.behind(rows))
        for rows in fee_rows(view)
        if {row["report"] for row in rows} <= fresh
    ]
    told = [line for found in (legs, fees) for line in found[:_FIRST]]
    left = len(legs) + len(fees) - len(told)
    more = [Line(f"{counted(left, 'more leg or fee', 'more legs and fees')} not reported before.")]
    more = more if left else []
    return (
        [lead, *told, *more] if told else [lead, Line("They bring no leg or fee not held before.")]
    )

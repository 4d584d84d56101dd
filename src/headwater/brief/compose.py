"""Compose: a picture and its findings become a briefing, every line with its evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from headwater.brief.briefing import MAY_BE_LEFT_OUT, Briefing, Figure, Line, Occasion, Topic
from headwater.brief.evidence import exhibits_of
from headwater.brief.topics import (
    conflicts,
    grade_key,
    how,
    how_much,
    lives,
    measures,
    missing,
    new,
    received,
    sure,
    where,
    who,
)
from headwater.brief.topics.methods import method_line
from headwater.brief.view import ReadModel, View
from headwater.brief.wording import inert
from headwater.model import BadGrading, Finding, Handling, parse_marking, strictest

ASSESSMENT = "Findings are assessments, never facts; statements are what a source said."


def compose(picture: ReadModel, findings: Sequence[Finding], occasion: Occasion) -> Briefing:
    """Put a briefing together; the same picture, findings and occasion give the same briefing.

    Names of protected people never enter it: topics ask the view for names, and every quoted
    sentence goes through the view's mask.
    """
    view = View(picture)
    asked = (
        lives(view, occasion),  # before all else, as an alert passes every queue
        who(view, findings),
        where(view),
        how(view, findings),
        how_much(view, findings),
        measures(view),
        new(view, occasion),
        conflicts(view),
        missing(view),
        sure(view, findings),
        received(view, occasion),
    )
    wanted = [topic for topic in asked if topic and not _is_left_out(topic, occasion)]
    topics = _marked(view, wanted)
    exhibits, numbers = exhibits_of(view, (i for topic in topics for i in topic.citations()))
    return Briefing(
        title=inert(occasion.title),
        occasion=occasion,
        viewer=inert(picture.viewer),
        purpose=inert(picture.purpose),
        fingerprint=picture.fingerprint,
        marking=_marking(view.handlings),
        notice=_notice(view, occasion),
        topics=tuple(_inert(topic) for topic in topics),
        exhibits=exhibits,
        key=grade_key(view),
        methods=tuple(method_line(view, finding) for finding in findings),
        numbers=numbers,
    )


def _marked(view: View, topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics, with the mark on every line that rests on statements nobody has accepted."""
    cited = {one for topic in topics for one in topic.citations()}
    rows = view.rows("statements", "id", cited, ("id", "status"))
    status = {row["id"]: row["status"] for row in rows}

    def marked(line: Line) -> Line:
        tag = view.status_tag(status[one] for one in line.evidence if one in status)
        return replace(line, tags=tuple(dict.fromkeys((*line.tags, *tag))))

    return tuple(
        replace(one, front=tuple(map(marked, one.front)), lines=tuple(map(marked, one.lines)))
        for one in topics
    )


def _is_left_out(topic: Topic, occasion: Occasion) -> bool:
    return topic.id in occasion.left_out and topic.id in MAY_BE_LEFT_OUT


def _notice(view: View, occasion: Occasion) -> tuple[Line, ...]:
    """What a reader must know before the first line, said once."""
    proposed, total = view.standing.get("proposed", 0), sum(view.standing.values())
    lines = [Line(ASSESSMENT)]
    if proposed:
        share = "All" if proposed == total else f"{proposed:,} of"
        lines.append(
            Line(
                f"{share} {total:,} statements are machine readings of text that no person has "
                "accepted yet (proposed). Findings about persons use accepted statements only."
            )
        )
    left_out = [title for name, title in MAY_BE_LEFT_OUT.items() if name in occasion.left_out]
    if left_out:
        lines.append(Line(f"Left out by whoever put it together: {', '.join(left_out)}."))
    return tuple(lines)


def _marking(handlings: Iterable[str]) -> str:
    """The strictest handling of what is in it; a marking that cannot be read counts as C."""
    parsed = []
    for text in handlings:
        try:
            parsed.append(parse_marking(f"2D-{text}")[1])
        except BadGrading:
            parsed.append(Handling("C", "A1", "S2", conditions=text))
    whole = strictest(parsed)
    words = "sharing permitted" if whole.code == "P" else "sharing permitted with conditions"
    conditions = f" ({whole.conditions})" if whole.conditions else ""
    return inert(f"HANDLING {whole.text}: {words}{conditions}")


def _inert(topic: Topic) -> Topic:
    """The same topic with every character that could turn or break a line made visible."""
    cleaned: Topic = _deep(topic)
    return cleaned


def _deep(value: Any) -> Any:  # noqa: ANN401 - walks a small tree of known dataclasses
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, tuple):
        return tuple(_deep(part) for part in value)
    if isinstance(value, Figure):
        return replace(value, caption=inert(value.caption))
    if is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: _deep(getattr(value, f.name)) for f in fields(value)}
        return replace(value, **parts)
    return value

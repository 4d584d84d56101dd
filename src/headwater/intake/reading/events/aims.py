"""Measures: a deployment or operation that is announced, with the aims that the text lists."""

import re

from headwater.intake.reading.claim import Draft, Voice
from headwater.intake.reading.passage import Passage, Span

_LEAD = re.compile(
    r"(?:\bto|\baims?|\bobjectives?|\bgoals?|\bpriorities|\bcilj(?:evi)?|\bциљ(?:еви)?|\bцели|"
    r"\bцелите|\bqëllim(?:et|i)?|\bsynojnë\stë|\bsynon\stë|\bda|\bда)(?:\s\w+){0,3}\s?:[ \t]*$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-*•–·‣]|\(?\d{1,2}[.)])[ \t]+(\S[^\n]{0,400})")
_ANNOUNCED = re.compile(
    r"\b(?:announced|unveiled|launched|ordered|objavil\w*|najavil\w*|објавил\w*|"
    r"најавил\w*|njoftoi|njoftua\w*|обяви\w*)\b\s?(?:by\s(?:the\s)?|od\s|од\s|от\s|nga\s)?",
    re.IGNORECASE,
)
_PLANNED = Voice("planned")
_CLOSE = 3


def aims(passage: Passage, draft: Draft) -> None:
    """Propose a Measure for each list of aims; each aim is kept verbatim."""
    for lead, bullets in _lists(passage):
        about = (draft.fresh(), "Measure")
        for bullet in bullets:
            draft.say(about, "aim", passage.text[slice(*bullet)], bullet, _PLANNED)
        body = _announcer(passage, lead)
        if body:
            draft.say(about, "body", body[0], body[1], _PLANNED)
        place = _deployed_to(passage)
        if place:
            draft.say(about, "place", place[0], place[1], _PLANNED)


def _lists(passage: Passage) -> list[tuple[Span, list[Span]]]:
    """Lists that a lead-in ending in a colon announces: the lead-in, and each item's words."""
    found = []
    text, position = passage.text, 0
    while (end := text.find("\n", position)) >= 0:
        line = (position, end)
        position = end + 1
        if text[max(line[0], end - 60) : end].rstrip().endswith(":") and _LEAD.search(
            text, max(line[0], end - 60), end
        ):
            items, position = _items(text, position)
            if len(items) > 1:
                found.append((line, items))
    return found


def _items(text: str, position: int) -> tuple[list[Span], int]:
    items = []
    blank = re.compile(r"\s*\n").match(text, position)
    position = blank.end() if blank else position
    while match := _BULLET.match(text, position):
        start, end = match.span(1)
        items.append((start, start + len(text[start:end].rstrip())))
        position = min(match.end() + 1, len(text))
    return items, position


def _announcer(passage: Passage, lead: Span) -> tuple[str, Span] | None:
    """The public body that announced it, named in the lead-in or with the word "announced"."""
    for body in passage.named("body", lead):
        return f"=body:{body.value}", (body.start, body.end)
    for said in _ANNOUNCED.finditer(passage.text, 0, lead[0]):
        for body in passage.named("body", passage.sentence_at(said.start())):
            if 0 <= body.start - said.end() <= _CLOSE or 0 <= said.start() - body.end <= _CLOSE:
                return f"=body:{body.value}", (body.start, body.end)
    return None


def _deployed_to(passage: Passage) -> tuple[str, Span] | None:
    """Where officers are sent: the first place after the first word for a deployment."""
    for word in passage.hits("deploy"):
        sentence_end = passage.sentence_at(word.start)[1]
        for place in passage.named("place", (word.end, sentence_end)):
            return f"=place:{place.value}", (place.start, place.end)
    return None

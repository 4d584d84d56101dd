"""Signs of coercion: people kept in, robbed of their papers, forced, hurt or threatened.

They are put before a person first of all and are never weighed: a sign is an incident whose cause
it is, and a named person to whom it was done is marked as possibly coerced, which protects that
person until a human decides. Who did it is not marked. The indicators are those that UNODC and the
ILO give for trafficking in persons and forced labour.
"""

import re
from typing import NamedTuple

from headwater.intake.reading.claim import Voice
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.language import FAMILIES
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people import POLICE
from headwater.intake.reading.phrases import find_phrases

SIGN = "sign of coercion"
"""How the cause of such an incident begins."""

_NOT_FREE, _PAPERS = "not free to leave", "papers taken"
_CALLED = {
    "confined": "kept in",
    "not_free": _NOT_FREE,
    "papers": _PAPERS,
    "forced": "forced",
    "hurt": "hurt",
    "threatened": "threatened",
    "debt": "held by debt",
}
_NEAR = 70
_BY = re.compile(r"\b(?:by|od|od strane|од|од стране|од страна на|от|nga|prej|par|von)\s$")


class Sign(NamedTuple):
    """Words that tell of coercion.

    Attributes:
        span: Where they stand.
        kind: What they tell of.
        suffered: Whether the grammatical subject is the one it was done to.
    """

    span: Span
    kind: str
    suffered: bool


def signs(passage: Passage) -> list[Sign]:
    """The signs of coercion in a passage; of several at one place the longest."""
    family = FAMILIES.get(passage.language, passage.language)
    return [
        Sign(one.span, _CALLED[one.row["sign"]], one.row["whose"] == "suffered")
        for one in find_phrases(passage.text, "coercion_words.csv", family)
    ]


def coerced(frame: Frame, found: list[Sign]) -> None:
    """Propose what the signs of a sentence tell.

    What officers take and keep is no sign where it is papers.
    """
    passage = frame.passage
    officers = passage.named("body", frame.span) or POLICE.search(passage.text, *frame.span)
    told = [sign for sign in found if sign.kind != _PAPERS or not officers]
    if not told:
        return
    about = (frame.draft.fresh(), "Incident")
    for sign in told:
        voice = _voice(frame, sign)
        frame.draft.say(about, "cause", f"{SIGN}: {sign.kind}", sign.span, voice)
        _mark(frame, sign, voice)
    voice = _voice(frame, told[0])
    frame.say_place(about, "place", frame.where, voice)
    frame.say_date(about, voice)


def _voice(frame: Frame, sign: Sign) -> Voice:
    """How it is put; the "not" of "may not leave" denies nothing."""
    voice = frame.voice(sign.span[0])
    own = sign.kind == _NOT_FREE and voice.modality == "denied"
    return voice._replace(modality="done") if own else voice


def _mark(frame: Frame, sign: Sign, voice: Voice) -> None:
    """Mark the one named person of the sentence, where it was done to that person."""
    someone = frame.someone
    if not sign.suffered or someone is None:
        return
    person, span = someone
    passage, between = frame.passage, (span[1], sign.span[0])
    if not 0 <= between[1] - between[0] <= _NEAR or _BY.search(passage.text, 0, span[0]):
        return
    others = passage.hits("moved", between) or any(
        between[0] <= one.span[0] < between[1] for one in frame.quantities
    )
    if others or any(between[0] <= start < between[1] for start, _ in frame.withheld):
        return
    about = (frame.draft.fresh(), "NetworkRole")
    frame.draft.say(about, "member", f"@{person.mention}", span, voice)
    frame.draft.say(about, "possiblyCoerced", "true", sign.span, voice)

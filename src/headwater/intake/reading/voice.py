"""Voice: how a text puts what it says, and on whose word.

Read from cue words in the same clause (planned, attempted, denied) or the same sentence (projected,
alleged, on somebody's word).
"""

import re

from headwater.intake.reading.claim import PLAIN, Voice
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span

# What is told as a forecast stays one even where it is also denied or planned, and so on down.
_ORDER = ("projected", "denied", "alleged", "attempted", "planned")
_WHOLE_SENTENCE = {"alleged", "suspected"}
_END_OF_SOURCE = re.compile(r"[,.;:()\"”\n]|\s(?:and|that|who|da|се|е|je|је)\s")
_SOURCE_BEFORE = re.compile(
    r"(?:^|[,.\"”“]\s*)((?:a|an|one|the)?\s?(?:[\w’'-]+\s){0,4}?"
    r"(?:source|sources|spokesman|spokeswoman|spokesperson|official|officials))\s$",
    re.IGNORECASE,
)
_CANNOT = re.compile(r"\b(?:не|ne)\s+(?:може|могат|može)\s+(?:да|da)\Z", re.IGNORECASE)
_BORDER = re.compile(r"\s(?:[^\W\d_-]+(?:-[^\W\d_]+)?\s){0,2}(?:granic|границ)", re.IGNORECASE)
_LONGEST_SOURCE = 80
_SHORT = 2  # so short a word means something else in another language ("do", "će")


def voice_at(passage: Passage, position: int, police: bool = False) -> Voice:
    """How the claim that stands at a position is put.

    Args:
        passage: The passage.
        position: Where the claim stands.
        police: Whether it is what an agency did: who arrests a suspect has arrested.
    """
    sentence = passage.sentence_at(position)
    found = passage.hits("cue", sentence)
    if not found:  # as in most sentences
        said = attribution(passage, sentence)
        return PLAIN._replace(attribution=said) if said else PLAIN
    clause = passage.clause_at(position)
    cues = set()
    for cue in found:
        if _is_no_cue(passage, cue):
            continue
        if not passage.language and cue.end - cue.start <= _SHORT:
            continue
        inside = clause[0] <= cue.start < clause[1]
        if inside or cue.value in _WHOLE_SENTENCE or _leads(cue.end, position, cue.value):
            cues.add(cue.value)
    if "suspected" in cues and not police:
        cues.add("alleged")
    modality = next((name for name in _ORDER if name in cues), "done")
    basis = "assessment" if "assessment" in cues else "fact"
    return Voice(modality, attribution(passage, sentence), basis)


def _is_no_cue(passage: Passage, cue: Hit) -> bool:
    """The month "May"; and who cannot breathe is told as it is, while who may come is forecast."""
    if passage.text[cue.start : cue.end] == "May":
        return True
    return bool(_CANNOT.search(passage.text, max(0, cue.start - 6), cue.end))


def _leads(end: int, position: int, value: str) -> bool:
    """A forecast or denial in the clause before carries over a comma, not over a full stop."""
    return value == "projected" and end <= position and position - end < _LONGEST_SOURCE


def _towards(passage: Passage, cue: Hit) -> bool:
    """ "Prema Subotici", "prema granici": where somebody goes, not who says so."""
    if passage.text[cue.start : cue.end].lower() not in ("prema", "према"):
        return False
    behind = (cue.end, cue.end + 2)
    return bool(passage.named("place", behind)) or bool(_BORDER.match(passage.text, cue.end))


def attribution(passage: Passage, sentence: Span) -> str:
    """Who says so, in the text's words: "some projections", "a Home Office source"; or empty."""
    for cue in passage.hits("source", sentence):
        if _towards(passage, cue):
            continue
        rest = passage.text[cue.end : min(sentence[1], cue.end + _LONGEST_SOURCE)]
        said = _END_OF_SOURCE.split(rest, maxsplit=1)[0].strip()
        if said:
            return said
    for cue in passage.hits("revealed", sentence):
        before = passage.text[max(sentence[0], cue.start - _LONGEST_SOURCE) : cue.start]
        match = _SOURCE_BEFORE.search(before)
        if match and match[1].strip():
            return match[1].strip()
    return ""

"""Denials: "He denied it" takes back nothing; it is told beside what the sentence before says.

What a person denies having to do with, without a group being named, is told as well.
"""

import re

from headwater.intake.reading.claim import Voice
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Span
from headwater.intake.reading.people import Person

_DENIES = (
    r"(?:has |have |had )?(?:denied|denies|deny|rejected|rejects|refuted)|"
    r"(?:je |to |ovo |sve )*(?:negir\w+|poriče|porekao|porekla|poricao|demantova\w*|demantira\w*|"
    r"odbacio|odbacuje|ospor\w+)|"
    r"(?:је |то |ово |све |го |тоа )*(?:негир\w+|пориче|порекао|порекла|демантова\w*|демантир\w+|"
    r"одбацио|одбацује|порекна\w*|отрича|отрече|отхвърл\w+|опроверга\w*)|"
    r"(?:e |i )?(?:ka |kanë )?(?:mohon|mohoi|mohuar|hodhi poshtë|përgënjeshtr\w+)"
)
_HE = (
    r"(?:he|she|they|the man|the suspect|on|ona|oni|osumnjičeni|он|она|они|тој|таа|той|тя|те|"
    r"осумњичени|осомничениот|заподозреният|ai|ajo|ata|i dyshuari)"
)
_IT = (
    r"(?:it|this|that|all|everything|(?:the |these |those |all )?(?:claims?|allegations?|"
    r"accusations?|charges?)|to|ovo|sve|(?:te |ove |sve )?(?:optužb\w+|navod\w+)|то|ово|све|тоа|"
    r"това|всичко|сè|(?:те |ове |све )?(?:оптужб\w+|навод\w+|обвинени\w+)|këtë|gjithçka|akuzat)"
)
_OF_BEFORE = re.compile(
    rf"{_HE}(?:\s+(?:to|ово|то|го))?\s+({_DENIES})(?:\s+{_IT})?\s*[.!;]?$", re.I
)
_BARE = re.compile(rf"({_DENIES})\s+{_IT}\s*[.!;]?$", re.IGNORECASE)
_INVOLVED = re.compile(
    rf"\b({_DENIES})\s+(?:(?:any|all|having|being|every|bilo kakv\w+|svaku|svako|da je|da ima|"
    r"било какв\w+|сваку|секаква|дека|каквото и да е|всякакв\w+|çdo|se ka|se është)\s+)*"
    r"(?:involvement|link\w*|role|part|connection|ties?|involved|umešan\w*|umiješan\w*|vez[ea]|"
    r"ulog[aeu]|učešć\w+|умешан\w*|вез[ае]|улог[ау]|врска|вмешан\w*|вмешаност|участие|съпричастн\w+|"
    r"връзка|lidhje|përfshirje|pjesëmarrje|i përfshirë)(?!\w)",
    re.IGNORECASE,
)
_CHARGES = re.compile(
    rf"\b({_DENIES})\s+(?:(?:the|all|any|these|those|his|her|sve|te|ove|svoje|све|те|ове|сите|"
    r"всички|тези|të gjitha)\s+)*"
    r"(?:claims?|allegations?|accusations?|charges?|optužb\w+|navod\w+|оптужб\w+|навод\w+|"
    r"обвинени\w+|обвинувањ\w+|акузаци\w+|akuz\w+|pretendim\w+)(?!\w)",
    re.IGNORECASE,
)
_BEING = re.compile(
    rf"\b({_DENIES})\s+(?:being|that (?:he|she) (?:is|was|had been)|da je(?: bio| bila)?|"
    r"да је(?: био| била)?|дека (?:е|бил|била)|да е(?: бил| била)?|че (?:е|бил|била)|"
    r"се (?:е|бил)|se (?:është|ishte)|të (?:jetë|ketë qenë))\s+(?:(?:an?|the|i|e)\s)?$",
    re.IGNORECASE,
)
_DENIED = Voice("denied")


def denials(frame: Frame) -> None:
    """Propose what a sentence denies of the sentence before, or in general."""
    if not any(cue.value == "denied" for cue in frame.hits("cue")):
        return
    text = frame.passage.text[slice(*frame.span)]
    match = _OF_BEFORE.match(text) or _BARE.match(text)
    told = frame.before.someone if frame.before else None
    if match and told and not frame.people:
        _of_before(frame, told[0], _span(frame, match))
        return
    if not frame.someone or frame.networks:
        return
    being = next((one for one in frame.hits("role") if _denied_being(frame, one)), None)
    denied = _INVOLVED.search(text) or _CHARGES.search(text)
    if being:
        where = (being.start, being.end)
        _of_someone(frame, "role", being.value, where)
    elif denied:
        span = frame.span[0] + denied.start(), frame.span[0] + denied.end()
        _of_someone(frame, "description", frame.passage.text[slice(*span)], span)


def _denied_being(frame: Frame, role: Hit) -> bool:
    """ "Denied being the organiser"."""
    return _BEING.search(frame.passage.text, frame.span[0], role.start) is not None


def _of_someone(frame: Frame, prop: str, value: str, span: Span) -> None:
    """Propose what the one person of a sentence denies of himself."""
    if frame.someone is None:
        return
    about = (frame.draft.fresh(), "NetworkRole")
    person, where = frame.someone
    frame.draft.say(about, "member", f"@{person.mention}", where, _DENIED)
    frame.draft.say(about, prop, value, span, _DENIED)


def _of_before(frame: Frame, person: Person, span: Span) -> None:
    """The roles that the sentence before gives to its one person, denied by that person."""
    before = frame.before
    if before is None:
        return
    first, last = (end + frame.draft.offset for end in before.span)
    roles = [c for c in frame.draft.claims if c.schema == "NetworkRole" and first <= c.start < last]
    whose = {c.mention for c in roles if c.value == f"@{person.mention}" and c.modality != "denied"}
    denied = _DENIED._replace(attribution=person.name)
    for mention in dict.fromkeys(c.mention for c in roles if c.mention in whose):
        about = (frame.draft.fresh(), "NetworkRole")
        for claim in [c for c in roles if c.mention == mention]:
            frame.draft.say(about, claim.property, claim.value, span, denied)


def _span(frame: Frame, match: re.Match[str]) -> Span:
    return frame.span[0] + match.start(1), frame.span[0] + match.end(1)

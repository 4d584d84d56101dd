"""Denials: "He denied it" takes back nothing; it is told beside what the sentence before says.

What a person denies having to do with, without a group being named, is told as well.
"""

import re

from headwater.intake.reading.claim import Voice
from headwater.intake.reading.events.frame import Frame
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
    involved = _INVOLVED.search(text)
    if involved and frame.someone and not frame.networks:
        about = (frame.draft.fresh(), "NetworkRole")
        person, where = frame.someone
        frame.draft.say(about, "member", f"@{person.mention}", where, _DENIED)
        span = frame.span[0] + involved.start(), frame.span[0] + involved.end()
        words = frame.passage.text[slice(*span)]
        frame.draft.say(about, "description", words, span, _DENIED)


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

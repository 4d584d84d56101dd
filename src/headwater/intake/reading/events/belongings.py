"""Belongings: whose phone, document, vehicle, account or birthday it is that stands in a text."""

import re
from collections.abc import Iterator

from headwater.intake.reading.claim import Claim
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.grammar import Identifier, births
from headwater.intake.reading.passage import Span
from headwater.intake.reading.people import KIN, alone

# Between a name and the number that is said to be that person's: "X, phone", "X (tel.".
_APPOSED = re.compile(
    r"['’]?s?\s?[,(–;:-]?\s?(?:(?:his|her|whose|the|on|at|mobile|phone|telephone|tel|mob|cell|"
    r"number|numbers|no|nr|is|was|uses|used|using|via|born|aged|passport|id|card|document|contact|"
    r"called|dialled|reached|can|be|calls|answers|WhatsApp|Viber|Telegram|Signal|handle|account|"
    r"holder|of|telefon\w*|mobil\w*|broj\w*|br|koristi|koja|koji|je|na|rođen\w*|pasoš\w*|"
    r"putovnic\w*|numri?\w*|celular\w*|pasaport\w*|është|përdor|me|i|e|lindur|"
    r"телефон\w*|мобил\w*|број\w*|бр|тел|моб|номер\w*|је|е|користи|го|ползва|използва|"
    r"роден\w*|рођен\w*|пасош\w*|паспорт\w*)\b[\s.:#,+(]*){0,6}",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\)?\s?,?\s?(?:(?:is|belongs|to|of|used|by|registered|the|phone|number|which|user|in|name|"
    r"je|koji|koristi|ga|pripada|na|ime|vlasništvo|od|strane|користи|га|припада|на|име|го|е|се|"
    r"използва|ползва|от|принадлежи|përdoret|nga|i|përket|është|në|emër|të)\b\s*){1,5}",
    re.IGNORECASE,
)
# "X called Y from the number +381...": it is the caller's.
_CALLED_FROM = re.compile(
    r"\b(?:from|sa|s|са|од|от|nga)\s(?:(?:the|his|her|svog|svojeg|свог|својот|своя|tij)\s)?"
    r"(?:(?:phone|telephone|mobile|number|broja|telefona|mobitela|броја|телефона|бројот|телефонот|"
    r"номер|телефон|numri|telefoni)\s){0,2}$",
    re.IGNORECASE,
)
_DRIVES = re.compile(
    r"driv|drove|vozi|вози|вожд|kara|кара|управл|drejto|ngit|përdor|koristi|користи|use|uses|used|"
    r"upravlja|управља|управува|wheel|volan|волан",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(
    r"\b(?!(?i:passport|born|date|birth|serbian|phone|mobile|driver|male|female|citizen|lives|"
    r"rođen|pasoš|datum|državljan|telefon|vozač|роден|рођен|пасош|датум|телефон|возач|"
    r"lindur|datëlindj|pasaport))[^\W\d_a-zа-џ][a-zčćžšđëçа-џ]{2,}(?!\w|\s?:)"
)
_PROPERTY = {
    "passport": "passportNumber",
    "idcard": "idNumber",
    "permit": "idNumber",
    "licence": "idNumber",
    "personal": "idNumber",
    "email": "email",
}


def belongings(frame: Frame) -> None:
    """Propose phones, documents, vehicles and accounts, with their person where there is one.

    What belongs to somebody being moved, a victim or a payer is left out.
    """
    kinds = [one.kind for one in frame.identifiers]
    for one in frame.identifiers:
        owner, withheld = _owner(frame, one.span)
        if withheld and one.kind not in ("plate", "coordinates", "grid"):
            continue
        someone = frame.someone
        if not owner and someone and kinds.count(one.kind) == 1:
            owner = someone[0].mention
        _belonging(frame, one, owner)
    _births(frame)


def _owner(frame: Frame, span: Span) -> tuple[str, bool]:
    """The person in whose description a number stands; or that it is somebody's not to be named."""
    before = [pair for pair in frame.people if pair[1][1] <= span[0]]
    text = frame.passage.text
    nearest = before[-1][1][1] if before else frame.span[0]
    if _of_the_moved(frame, (nearest, span[0])):
        return "", True
    caller = _caller(frame, span)
    if caller:
        return caller, False
    if before and _APPOSED.fullmatch(text, nearest, span[0]):
        return before[-1][0].mention, False
    for person, where in frame.people:
        if where[0] >= span[1] and _OF.fullmatch(text, span[1], where[0]):
            return person.mention, False
    return "", False


def _caller(frame: Frame, span: Span) -> str:
    words = frame.hits("contact")
    if not words or not _CALLED_FROM.search(frame.passage.text, frame.span[0], span[0]):
        return ""
    before = [pair for pair in frame.people if pair[1][1] <= words[0].start]
    return before[-1][0].mention if before else ""


def _of_the_moved(frame: Frame, between: Span) -> bool:
    """Whether a victim, payer or passenger, or such a one's name, stands nearest before."""
    passage = frame.passage
    if any(between[0] <= start < between[1] for start, _ in frame.withheld):
        return True
    clause = max(between[0], passage.clause_at(between[1])[0] - 2)
    return any(alone(passage, word) for word in passage.hits("moved", (clause, between[1])))


def _belonging(frame: Frame, one: Identifier, owner: str) -> None:
    voice = frame.voice(one.span[0])
    say = frame.draft.say
    if one.kind == "phone" and not owner:
        say((frame.draft.fresh(), "LegalEntity"), "phone", one.value, one.span, voice)
    elif one.kind == "phone":
        say((owner, "Person"), "phone", one.value, one.span, voice)
    elif one.kind in _PROPERTY and owner:
        say((owner, "Person"), _PROPERTY[one.kind], one.value, one.span, voice)
    elif one.kind in _THINGS:
        _thing(frame, one, owner)


_THINGS = {
    "plate": ("Vehicle", "registrationNumber", "operator"),
    "chassis": ("Vehicle", "registrationNumber", "operator"),
    "handle": ("UserAccount", "username", "owner"),
    "iban": ("BankAccount", "iban", ""),
    "wallet": ("CryptoWallet", "publicKey", "holder"),
    "mmsi": ("Vessel", "mmsi", "operator"),
    "imo": ("Vessel", "imoNumber", "operator"),
}
_DETAIL = {"plate": "country", "handle": "service", "wallet": "blockchain"}


def _thing(frame: Frame, one: Identifier, owner: str) -> None:
    voice = frame.voice(one.span[0])
    schema, number, holder = _THINGS[one.kind]
    about = (frame.draft.fresh(), schema)
    say = frame.draft.say
    say(about, number, one.value, one.span, voice)
    if schema == "Vehicle":
        frame.vehicles.append((about[0], one.span))
    if one.detail and one.kind in _DETAIL:
        detail = one.detail.lower() if one.kind == "plate" else one.detail
        say(about, _DETAIL[one.kind], detail, one.span, voice)
    drives = schema != "Vehicle" or _DRIVES.search(frame.passage.text, *frame.span)
    if owner and holder and drives:
        say(about, holder, f"@{owner}", one.span, voice)


def _births(frame: Frame) -> None:
    """Dates of birth, of the person in whose description they stand, and of nobody else."""
    for dated in births(frame.passage):
        if dated.role != "birth" or not frame.span[0] <= dated.span[0] < frame.span[1]:
            continue
        owner, withheld = _owner(frame, dated.span)
        someone = frame.someone
        if not owner and someone and not withheld:
            owner = someone[0].mention
        another = _another_between(frame, owner, dated.span)
        if owner and dated.period and not another:
            frame.draft.say((owner, "Person"), "birthDate", dated.period.text, dated.span)


def _another_between(frame: Frame, owner: str, dated: Span) -> bool:
    """Whether kin, or another name, stands between the person and the date."""
    text = frame.passage.text
    ends = [span[1] for one, span in frame.people if one.mention == owner and span[1] <= dated[0]]
    begin = ends[-1] if ends else frame.span[0]
    if KIN.search(text, begin, dated[0]):
        return True
    places = frame.passage.named("place", frame.span)
    return bool(ends) and any(
        not frame.passage.official(word.start())
        and not any(hit.start <= word.start() < hit.end for hit in places)
        for word in _NAME_WORD.finditer(text, begin, dated[0])
    )


def sure_births(claims: list[Claim]) -> Iterator[Claim]:
    """The claims without the dates of birth of those to whom a text gives more than one."""
    told: dict[str, set[str]] = {}
    for claim in claims:
        if claim.property == "birthDate":
            told.setdefault(claim.mention, set()).add(claim.value)
    for claim in claims:
        if claim.property != "birthDate" or len(told[claim.mention]) == 1:
            yield claim

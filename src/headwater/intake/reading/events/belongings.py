"""Belongings: whose phone, document, vehicle, account or birthday it is that stands in a text."""

import re
from collections.abc import Collection, Iterable, Iterator

from headwater.intake.reading.claim import Claim
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.grammar import Identifier, births, fold
from headwater.intake.reading.names import word_set
from headwater.intake.reading.passage import Span
from headwater.intake.reading.people import KIN, Person, alone, mans_in_a

# What may stand between a name and the number that is that person's, and in "His phone is": these
# words, folded, besides roles, places and other numbers.
_BESIDE = word_set("beside_numbers")
_STEMS = tuple(word[:-1] for word in _BESIDE if word[-1] == "*")
_HE, _SHE = word_set("he"), word_set("she")
_HIS, _HER, _POINTS = word_set("his"), word_set("her"), word_set("points_back")
_CONTACTS = ("contact", "kontakt")
_PART = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_MARKS = frozenset(",.:()'’`–-+#/№")
_MOST_PARTS = 16
_LONGEST_AGE = 4  # figures: 34, or 1987
_SENTENCES_BACK = 3
_LEAST_NAME, _ENDING = 3, 3  # letters of a name that no case changes, and of its longest ending
_MANY = re.compile(
    r"\w*[^\Ws]s|(?:e|i)?(?:migrant|klijent|klient|azilant|pasagjer|refugjat)(?:i|e|ima|ata|ite|et|eve)|"
    r"(?:put|pat)nici(?:ma|te)?|(?:begal|bezan)ci(?:te)?|izb(?:j)?eglic(?:e|i|ama)|d(?:j)?ec(?:a|e|ata)|"
    r"children"
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
# "X called +381...", "zvao je broj +381...": it is the other's.
_DIALLED = re.compile(
    r"\s(?:(?:је|je|the|a|на|na|në|to|e)\s)?(?:(?:phone|telephone|mobile|telefon|mobilni|телефон)\s)?"
    r"(?:(?:numbers?|broj\w*|број\w*|номер\w*|numri\w*)\s)?",
    re.IGNORECASE,
)
_IS_CALLED = re.compile(r"\b(?:is|was|are|be|been)\s$", re.IGNORECASE)
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
        called = one.kind == "phone" and not owner and _dialled(frame, one.span)
        withheld = withheld or (called and (bool(frame.withheld) or _one_moved(frame)))
        if withheld and one.kind not in ("plate", "coordinates", "grid"):
            continue
        someone = frame.someone
        alone_there = kinds.count(one.kind) == 1 and not _dialled(frame, one.span)
        if not owner and someone and alone_there:
            owner = someone[0].mention
        _belonging(frame, one, owner)
    _births(frame)


def _owner(frame: Frame, span: Span) -> tuple[str, bool]:
    """The person in whose description a number stands; or that it is somebody's not to be named."""
    before = [pair for pair in frame.people if pair[1][1] <= span[0]]
    text = frame.passage.text
    nearest = before[-1][1][1] if before else frame.span[0]
    if _of_the_moved(frame, (nearest, span[0])) or _of_the_moved_behind(frame, span[1]):
        return "", True
    caller = _caller(frame, span)
    if caller:
        return caller, False
    if before and not _dialled(frame, span) and _beside(frame, (nearest, span[0])) is not None:
        return before[-1][0].mention, False
    for person, where in frame.people:
        if where[0] >= span[1] and _OF.fullmatch(text, span[1], where[0]):
            return person.mention, False
    return ("", False) if frame.people else _pointed_at(frame, span)


def _beside(frame: Frame, between: Span, names: Collection[str] = ()) -> list[str] | None:
    """The words of a stretch, folded, where they say no more than whose number follows.

    Words that begin as one of the names do ("Miljanov telefon") may be among them.
    """
    passage = frame.passage
    told = [(hit.start, hit.end) for hit in passage.hits("role", between)]
    told += [(hit.start, hit.end) for hit in passage.named("place", between)]
    told += [one.span for one in frame.identifiers]
    parts = [
        part[0]
        for part in _PART.finditer(passage.text, *between)
        if not any(start <= part.start() < end for start, end in told)
    ]
    others = [part for part in parts if not part[0].isalpha()]
    figures = all(part in _MARKS or len(part) <= _LONGEST_AGE for part in others)
    words = [fold(part) for part in parts if part[0].isalpha()]
    known = (w in _BESIDE or w.startswith(_STEMS) or _named(w, names) for w in words)
    return words if len(parts) <= _MOST_PARTS and figures and all(known) else None


def _named(word: str, names: Iterable[str]) -> bool:
    """Whether a folded word is one of the names, in whatever case."""
    stems = [stem for name in names if len(stem := fold(name).rstrip("aeiou")) >= _LEAST_NAME]
    return any(word.startswith(stem) and len(word) - len(stem) <= _ENDING for stem in stems)


def _pointed_at(frame: Frame, span: Span) -> tuple[str, bool]:
    """The one person of the sentences before, in "His phone is" and "Uses the number"."""
    earlier = _with_people(frame)
    if earlier is None:
        return "", False
    last = not frame.passage.text[span[1] : frame.span[1]].strip(" .,;)")
    bare = last and earlier is frame.before
    return _one_of(frame, (frame.span[0], span[0]), earlier, bare)


def _with_people(frame: Frame) -> Frame | None:
    """The last of the three sentences before that speaks of one person, named or not."""
    earlier = frame.before
    for _ in range(_SENTENCES_BACK):
        if earlier is None or earlier.people or earlier.withheld or _one_moved(earlier):
            return earlier
        earlier = earlier.before
    return None


def _spoken_of(earlier: Frame) -> tuple[Person, Span] | None:
    """The one person of a sentence; none where it begins with "he", and so tells of two."""
    someone = earlier.someone
    tie = earlier.passage.hits("association", (earlier.span[0], earlier.span[0] + 1))
    return None if someone is None or tie or _pronoun(earlier) else someone


def _pronoun(frame: Frame) -> Span | None:
    """Where "he" or "she" stands at a sentence's beginning."""
    first = _PART.match(frame.passage.text, frame.span[0])
    word = fold(first[0]) if first else ""
    english = frame.passage.language == "en" and word == "on"
    return first.span() if first and word in _HE | _SHE and not english else None


def meant(frame: Frame) -> tuple[Person, Span] | None:
    """Whom "he" or "she" at a sentence's beginning means, with where the word stands."""
    span = _pronoun(frame)
    return said_before(frame, span) if span else None


def said_before(frame: Frame, span: Span) -> tuple[Person, Span] | None:
    """The one person of the sentences before, for a word that speaks of that person.

    Where it fits the name, and nobody not to be named stands there as well.
    """
    earlier = _with_people(frame)
    someone = _spoken_of(earlier) if earlier else None
    if earlier is None or someone is None or earlier.withheld or _one_moved(earlier):
        return None
    word = fold(frame.passage.text[slice(*span)])
    return (someone[0], span) if _fits(someone[0].name, word in _HE, word in _SHE) else None


def _one_of(frame: Frame, before: Span, earlier: Frame, bare: bool) -> tuple[str, bool]:
    """Whom of an earlier sentence the words before a number mean.

    Where somebody not to be named stands there as well, it may be theirs, and is left out. With
    `bare`, "Phone: ..." alone is enough.
    """
    text, someone = frame.passage.text, _spoken_of(earlier)
    hidden = [name for span in earlier.withheld for name in text[slice(*span)].split()]
    given = [someone[0].name.split()[0]] if someone else []
    words = _beside(frame, before, [*hidden, *given])
    if not words:
        return "", False
    by_name = any(_named(word, given) for word in words)
    if (hidden or _one_moved(earlier)) and not by_name:
        return "", True
    pointing = by_name or not _POINTS.isdisjoint(words)
    if not pointing and (not bare or any(word.startswith(_CONTACTS) for word in words)):
        return "", False  # "Contact: ...", "Phone ... with information" may be the agency's own
    fits = someone and _agree(words, someone[0].name)
    return (someone[0].mention if someone and fits else ""), False


def _one_moved(frame: Frame) -> bool:
    """Whether a sentence speaks of one person being moved, a victim or a payer."""
    passage = frame.passage
    return any(
        alone(passage, word) and not _MANY.fullmatch(fold(passage.text[word.start : word.end]))
        for word in frame.hits("moved")
    )


def _agree(words: list[str], name: str) -> bool:
    """Whether "his" or "her" fits a name."""
    return _fits(name, not _HIS.isdisjoint(words), not _HER.isdisjoint(words))


def _fits(name: str, man: bool, woman: bool) -> bool:
    """Whether a name may be a man's, or a woman's: most of theirs end in -a or -e there."""
    given = name.split()[0]
    if woman:
        return fold(given).endswith(("a", "e"))
    return not man or not fold(given).endswith("a") or mans_in_a(given)


def _caller(frame: Frame, span: Span) -> str:
    words = frame.hits("contact")
    if not words or not _CALLED_FROM.search(frame.passage.text, frame.span[0], span[0]):
        return ""
    before = [pair for pair in frame.people if pair[1][1] <= words[0].start]
    return before[-1][0].mention if before else ""


def _dialled(frame: Frame, span: Span) -> bool:
    """Whether a number is the one that somebody called or wrote to."""
    text = frame.passage.text
    return any(
        word.value != "meeting"
        and _DIALLED.fullmatch(text, word.end, span[0])
        and not _IS_CALLED.search(text, frame.span[0], word.start)
        for word in frame.hits("contact")
    )


def _of_the_moved(frame: Frame, between: Span) -> bool:
    """Whether a victim, payer or passenger, or such a one's name, stands nearest before."""
    passage = frame.passage
    if any(between[0] <= start < between[1] for start, _ in frame.withheld):
        return True
    clause = max(between[0], passage.clause_at(between[1])[0] - 2)
    return any(alone(passage, word) for word in passage.hits("moved", (clause, between[1])))


def _of_the_moved_behind(frame: Frame, end: int) -> bool:
    """Whether a number is said to be that of such a one: "belongs to the victim"."""
    text = frame.passage.text
    return any(
        _OF.fullmatch(text, end, word.start) or _beside(frame, (end, word.start)) is not None
        for word in frame.passage.hits("moved", (end, frame.span[1]))
    )


def _belonging(frame: Frame, one: Identifier, owner: str) -> None:
    voice = frame.voice(one.span[0])
    say = frame.draft.say
    if one.kind == "phone" and not owner:
        holder = frame.draft.fresh()
        say((holder, "LegalEntity"), "phone", one.value, one.span, voice)
        if _dialled(frame, one.span):
            frame.dialled.append((holder, one.span))
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

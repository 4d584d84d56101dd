"""Roles and ties: who does what in which network, who met whom, whose phone and vehicle it is."""

import re
from collections.abc import Iterator
from itertools import pairwise

from headwater.intake.reading.claim import Draft
from headwater.intake.reading.events.belongings import meant, said_before
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import word_set
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people import KIN, Person, name_at

_GROUP = re.compile(
    r"\b(?:group|network|gang|clan|OCG|grup[aeiu]|mrež[aeiu]|band[aeiu]|klan[au]?|груп[аеиу]|"
    r"мреж[аеиу]|банд[аеиу]|групата|мрежата|бандата|grupi[nt]?|rrjeti[nt]?|bandën|banda)"
    r"\b(?:\s(?:known as|called|named|zvan[ae]|pod nazivom|i quajtur|е наречена|наречена|"
    r"is called))?\s?"
    r"(?=[\"“„«'‘]|\s?[^\W\d_])",
    re.IGNORECASE,
)
# Parts of the words of both patterns: where none of them stands there is nothing to look for.
_SIGNS = (
    *("group", "network", "gang", "clan", "ocg", "grup", "mrež", "band", "klan", "груп", "мреж"),
    *("банд", "rrjet"),
)
_QUOTED = re.compile(r"[\"“„«'‘]([^\"“”„«»'’\n]{2,40})[\"”“»'’]")
_NAME_BEFORE = re.compile(
    r"\b[Tt]he\s[\"“]?((?:[A-Z][\w’-]+\s?){1,3})[\"”]?\s(?:network|gang|group|clan|OCG)\b"
)
_WITHIN = re.compile(r"\b(?:[Ww]ithin|for|with|of|in)\s(?:the\s)?[\"“]((?:[^\"“”\n]){2,40})[\"”]")
_COPULA = word_set("copula")
_MOST_BETWEEN = 12
# "X (phone ...) is", "X, born on 12 March 1981, is".
_ASIDE = re.compile(r"\s?\([^()\n]*\)|,[^,;()\n]*\d[^,;()\n]*(?=,)")
_WORD = re.compile(r"\w+")
_GROUP_WORD = re.compile(
    r"\b(?:group|network|gang|clan|ring|OCG|grup[aeiu]|mrež\w+|band\w+|klan\w*|груп\w+|мреж\w+|банд\w+|"
    r"grupi\w*|rrjeti\w*)\b",
    re.IGNORECASE,
)
# "A driver for X", "the driver of X": that is not X's role.
_FOR = re.compile(
    r"\s(?:(?:for|za|за|për)\s(?:[^\W\d_A-ZА-Я]+\s){0,2}|(?:of|to|kod|на)\s)", re.IGNORECASE
)
_ALSO = re.compile(r"\s?(?:,|and|i|и|dhe|e)\s")
_QUOTES = '"“„«'
_OPENING = frozenset('"“')
_TOO_FAR = 110


def networks(passage: Passage, draft: Draft, known: dict[str, str]) -> list[tuple[str, Span]]:
    """Propose the networks that a passage names; gives mention and span of each naming."""
    found: dict[Span, str] = {}
    for span in _namings(passage):
        if not any(span[0] < end and start < span[1] for start, end in found):
            name = passage.text[slice(*span)]
            mention = known.setdefault(name, "") or draft.fresh()
            known[name] = mention
            found[span] = mention
            draft.say((mention, "Network"), "name", name, span)
    return sorted(((mention, span) for span, mention in found.items()), key=lambda pair: pair[1])


def _namings(passage: Passage) -> Iterator[Span]:
    told = any(sign in passage.lowered for sign in _SIGNS)
    if told:
        yield from _after_a_group(passage)
    quoted = not _OPENING.isdisjoint(passage.text)
    for match in _WITHIN.finditer(passage.text) if quoted else ():
        if passage.hits("role", passage.sentence_at(match.start())):
            yield match.span(1)
    if told:
        yield from _before_a_group(passage)


def _after_a_group(passage: Passage) -> Iterator[Span]:
    """ "the group X"."""
    for match in _GROUP.finditer(passage.text):
        quoted = _QUOTED.match(passage.text, match.end())
        if quoted:
            yield quoted.span(1)
            continue
        name = name_at(passage, match.end() - (passage.text[match.end() - 1] == " "), least=1)
        if name and passage.free(*name):
            yield name


def _before_a_group(passage: Passage) -> Iterator[Span]:
    """ "the X group"."""
    for match in _NAME_BEFORE.finditer(passage.text):
        words = match[1].strip()
        start, end = match.start(1), match.start(1) + len(words)
        named = passage.text[start - 1] in _QUOTES
        if passage.free(start, end) and (named or not _ordinary(passage, start, end)):
            yield start, end


def _ordinary(passage: Passage, start: int, end: int) -> bool:
    """Whether the words before "network" are a place, a body or a nation, not a name."""
    if any(hit.start < end and start < hit.end for hit in passage.names):
        return True
    return passage.text[start:end].endswith(("ian", "ish", "ese", "an", "EU", "UK", "Joint"))


def roles(frame: Frame) -> None:
    """Propose the roles, and memberships, that a sentence gives to the people it names."""
    told: set[tuple[str, str]] = set()
    for person, span in frame.people:
        word = person.role if span == person.spans[0] else None
        if word is None or not frame.span[0] <= word.start < frame.span[1]:
            word = _role_of(frame, span)
        if word and word.value != "smuggler" and (person.mention, word.value) not in told:
            told.add((person.mention, word.value))
            _propose(frame, person, word)
        elif word is None or word.value == "smuggler":
            leads = _leads(frame)
            if leads:
                _propose(frame, person, leads)
            else:
                _membership(frame, person, span)

    _of_one_before(frame)


def _of_one_before(frame: Frame) -> None:
    """ "He is the organiser": of the one person of the sentence before."""
    one = meant(frame) if frame.hits("role") and not frame.people else None
    word = _role_of(frame, one[1]) if one else None
    if one and word and word.value != "smuggler":
        _propose(frame, one[0], word)


def _leads(frame: Frame) -> Hit | None:
    """ "X heads the group": a word for leading, and the one person of a sentence about a group.

    Who leads a group of people on their way is not the head of a network.
    """
    words = frame.hits("leads")
    if not words or frame.someone is None:
        return None
    on_the_way = frame.route.ways or frame.of("persons", "migrants")
    spoken = _GROUP_WORD.search(frame.passage.text, *frame.span) and not on_the_way
    return words[0] if frame.networks or spoken else None


def _membership(frame: Frame, person: Person, span: Span) -> None:
    """ "X works for the group G", or denies it: no role, but whose."""
    if len({mention for mention, _ in frame.networks}) != 1:
        return
    network, where = frame.networks[0]
    words = frame.passage.hits("member", (span[1], where[0]))
    if not words or frame.someone is None:
        return
    about = (frame.draft.fresh(), "NetworkRole")
    voice = frame.voice(words[0].start)
    frame.draft.say(about, "member", f"@{person.mention}", span, voice)
    frame.draft.say(about, "network", f"@{network}", where, voice)


def _role_of(frame: Frame, span: Span) -> Hit | None:
    """ "X acts as a driver", "as driver was named X": a role that words for being join to X."""
    roles = frame.hits("role")
    for word in roles:
        if 0 < word.start - span[1] < _TOO_FAR and _joins(frame, span[1], word.start):
            return word
    others = [other[0] for _, other in frame.people if other[1] <= span[0]]
    for word in reversed(roles):
        near = 0 < span[0] - word.end < _TOO_FAR // 2 and not any(o > word.end for o in others)
        if (
            near
            and not _FOR.fullmatch(frame.passage.text, word.end, span[0])
            and _joins(frame, word.end, span[0])
        ):
            return word
    return None


def _joins(frame: Frame, start: int, end: int) -> bool:
    """Whether only words for being, and names of networks, stand between."""
    between = _ASIDE.sub("", frame.passage.text[start:end])
    if ")" in between and "(" not in between:
        return False  # who stands in brackets is not who the sentence is about
    for _, where in frame.networks:
        if start <= where[0] and where[1] <= end:
            between = between.replace(frame.passage.text[slice(*where)], "", 1)
    words = _WORD.findall(between.lower())
    return len(words) <= _MOST_BETWEEN and all(word in _COPULA or word.isdigit() for word in words)


def _propose(frame: Frame, person: Person, word: Hit) -> None:
    about = (frame.draft.fresh(), "NetworkRole")
    voice = frame.voice(word.start)
    if voice.modality == "denied" and not _denied(frame, person, word):
        doubted = any(cue.value in ("alleged", "suspected") for cue in frame.hits("cue"))
        voice = voice._replace(modality="alleged" if doubted else "done")
    where = (word.start, word.end)
    frame.draft.say(about, "member", f"@{person.mention}", where, voice)
    frame.draft.say(about, "role", word.value, where, voice)
    if len({mention for mention, _ in frame.networks}) == 1:
        network, span = frame.networks[0]
        frame.draft.say(about, "network", f"@{network}", span, voice)


def _denied(frame: Frame, person: Person, word: Hit) -> bool:
    """Whether the role itself is denied ("X is not the organiser"), not something else of X."""
    start, end = frame.passage.clause_at(word.start)
    named = [span[0] for span in person.spans if start <= span[0] < end]
    last = max(word.start, *named) if named else word.start
    return any(cue.value == "denied" for cue in frame.passage.hits("cue", (start, last)))


def contacts(frame: Frame) -> None:
    """Propose calls and meetings between two people, or a person and a number, of a sentence.

    After "was called by" it is the second who called the first.
    """
    turned = frame.hits("contacted")
    for word in (*turned, *frame.hits("contact")):
        before = [(one.mention, span) for one, span in frame.people if span[1] <= word.start]
        after = [(one.mention, span) for one, span in frame.people if span[0] >= word.end]
        if not after and word not in turned:
            after = [one for one in frame.dialled if one[1][0] >= word.end]
        if not before or not after or before[-1][0] == after[0][0]:
            continue
        about = (frame.draft.fresh(), "Contact")
        voice = frame.voice(word.start)
        ends = (after[0], before[-1]) if word in turned else (before[-1], after[0])
        for prop, (mention, span) in zip(("source", "target"), ends, strict=True):
            frame.draft.say(about, prop, f"@{mention}", span, voice)
        frame.say_word(about, "kind", word, voice)
        frame.say_place(about, "place", frame.where, voice)
        frame.say_date(about, voice)
        return


def associations(frame: Frame) -> None:
    """Propose a tie between the two people of a sentence that speaks of them together."""
    words = frame.hits("association")
    if not words or frame.hits("contact") or frame.hits("contacted"):
        return
    text, where = frame.passage.text, (words[0].start, words[0].end)
    before = _one_before(frame, words[0])
    people = [before, *frame.people] if before else frame.people
    if words[0].value == "instructions" and people[-1:] and people[-1][1][1] <= where[0]:
        if any(_ALSO.fullmatch(text, one[1][1], two[1][0]) for one, two in pairwise(people)):
            return  # "A and B take orders from him"
        people = people[::-1]  # "A is the organiser and B takes orders from him"
    mentions = list(dict.fromkeys(person.mention for person, _ in people))
    if KIN.match(text, *where) and (frame.withheld or frame.hits("paid")):
        return
    if len(mentions) != 2:
        return
    about = (frame.draft.fresh(), "Association")
    voice = frame.voice(words[0].start)
    spans = {person.mention: span for person, span in reversed(people)}
    for prop, mention in zip(("source", "target"), mentions, strict=True):
        frame.draft.say(about, prop, f"@{mention}", spans[mention], voice)
    frame.say_word(about, "kind", words[0], voice)
    frame.say_date(about, voice)


def _one_before(frame: Frame, word: Hit) -> tuple[Person, Span] | None:
    """ "He takes orders from X", "Prima naređenja od X": of whom the sentence before speaks."""
    if any(span[0] < word.end for _, span in frame.people):
        return None
    one = meant(frame)
    if one:
        return one if _joins(frame, one[1][1], word.start) else None
    opens = word.start == frame.span[0] and word.value == "instructions"
    return said_before(frame, (word.start, word.end)) if opens else None

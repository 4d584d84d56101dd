"""People: named by an office, a title, a role or an alias, and found again by their surname.

People being moved, victims and witnesses are counted, not named: a name that words such as
"migrant" or "victim" introduce is left out, wherever else it stands.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.intake.reading.claim import Draft
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import one_script, word_set
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people.cases import undone
from headwater.intake.reading.people.naming import father_in, name_at, name_ending, runs
from headwater.intake.reading.people.single import single_names
from headwater.intake.reading.people.withheld import withheld_names
from headwater.intake.reading.tagging import Tag, tag
from headwater.intake.reading.voice import voice_at

_QUOTED = re.compile(r"\s?,?\s?[\"“„«'‘]([^\"“”„«»'’\n]{2,30})[\"”“»'’]")
_IN_BRACKETS = re.compile(r"\s\(([\u0600-\u06FF][\u0600-\u06FF\s]{2,40})\)")
_ROLE_AFTER = re.compile(
    r"(?:\s?,\s?|\s\()(?:\d+\s?,?\s?)?(?:the|an|a)?\s?"
    r"(?:(?:alleged|main|suspected|navodni|glavni|наводни|главни|главен|i dyshuar)\s)?"
)
_CYRILLIC_OR_LATIN_ENDINGS = re.compile(r"(?:['’]s|[aауu]|om|em|ом|ем|i|in|it|ut|un|ит|и|а)?(?!\w)")
_ENDINGS = frozenset(
    ("", "a", "u", "e", "o", "i", "om", "em", "in", "it", "un", "ut", "n", "s", "ën", "ës", "ë")
) | {"t", "а", "у", "е", "о", "и", "ом", "ем"}
_SAME_START = 3
_BEFORE = 6  # characters before a name that tell its case
_MOST_ALIKE = 50
# Words for what people of the trade do, or have done to them: names near them are names of people.
_ACTS = (
    *("act", "contact", "contacted", "arrested", "supplied", "paid", "association", "found"),
    *("role", "revealed", "cue", "moving", "charge", "launched", "seized", "member"),
)
# Capitalised words that are not part of a name.
_NOT_NAMES = word_set("not_in_names")


class Person(NamedTuple):
    """A person named in a text.

    Attributes:
        mention: Local id.
        name: Full name as first written.
        spans: Where the person is named.
        role: Role word that introduced the person, or None.
    """

    mention: str
    name: str
    spans: tuple[Span, ...]
    role: Hit | None = None


class Register:
    """The people of one text, kept from passage to passage."""

    def __init__(self) -> None:
        self.mentions: dict[str, str] = {}
        self.withheld: set[str] = set()
        self._by_surname: dict[str, list[str]] = {}
        self._by_start: dict[str, list[str]] = {}

    def add(self, name: str) -> None:
        """Enter a full name; its mention is given when it is first proposed."""
        if name not in self.mentions:
            self.mentions[name] = ""
            self._by_surname.setdefault(name.split()[-1], []).append(name)
            self._by_start.setdefault(name[:_SAME_START], []).append(name)

    def full_name(self, surname: str) -> str:
        """The one full name with that surname, or empty where none or several have it."""
        matching = self._by_surname.get(surname, ())
        return matching[0] if len(matching) == 1 else ""

    def withholds(self, name: str) -> bool:
        """Whether that is a person being moved, a victim or a witness, by full name or surname."""
        alone = " " not in name
        return name in self.withheld or (
            alone and any(other.split()[-1] == name for other in self.withheld)
        )

    def known_as(self, written: str) -> str:
        """The full name for what is written: itself, one in another case, or one by surname."""
        if written in self.mentions:
            return written
        if " " not in written:
            return self.full_name(written) or written
        alike = self._by_start.get(written[:_SAME_START], [])[:_MOST_ALIKE]
        return next((name for name in alike if _same_but_for_case(name, written)), written)


class _Naming(NamedTuple):
    """One place in the text where a person is named."""

    span: Span
    kind: str
    word: Hit | None


def people(passage: Passage, register: Register, draft: Draft, marked: list[int]) -> list[Person]:
    """Find the people of a passage and propose what is said of them.

    Args:
        passage: The passage.
        register: The people of the text so far.
        draft: Where claims are put.
        marked: Where phones, plates and accounts stand; names in those sentences are their people.
    """
    _withhold(passage, register)
    found: dict[str, list[_Naming]] = {}
    for naming in sorted(_namings(passage, marked), key=lambda n: n.span):
        name = register.known_as(_called(passage, naming.span))
        if name and not register.withholds(name) and not _in_capitals(passage, naming.span):
            found.setdefault(name, []).append(naming)
            register.add(name)
    people = []
    for name in sorted(register.mentions, key=lambda n: found[n][0].span if n in found else (0, 0)):
        namings = found.get(name, [])
        spans = sorted({*(n.span for n in namings), *_again(passage, register, name)})
        if spans:
            people.append(_propose(passage, register, draft, name, (namings, spans)))
    return people


def _called(passage: Passage, span: Span) -> str:
    """What the person is called whose name stands there in some case."""
    start, end = span
    before = passage.text[max(0, start - _BEFORE) : start]
    words = passage.text[start:end].split(" ")
    return undone(" ".join(map(one_script, words)), passage.language, before)


def _in_capitals(passage: Passage, span: Span) -> bool:
    """Whether the whole sentence is in capitals, so that nothing shows where a name ends."""
    words = passage.text[slice(*passage.sentence_at(span[0]))]
    return words.isupper() and words.count(" ") > 2


def _withhold(passage: Passage, register: Register) -> None:
    for span in withheld_names(passage):
        register.withheld |= {passage.text[slice(*span)], _called(passage, span)}


def withheld_spans(passage: Passage, register: Register) -> Iterator[Span]:
    """Where people stand who are counted, not named."""
    for name in sorted(register.withheld):
        at = passage.text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = passage.text.find(name, at + len(name))


def _namings(passage: Passage, marked: list[int]) -> Iterator[_Naming]:
    yield from _introduced(passage)
    for alias in passage.hits("alias"):
        span = name_ending(passage, alias.start)
        if span:
            yield _Naming(span, "alias", alias)
    acting = {passage.sentence_at(hit.start) for kind in _ACTS for hit in passage.hits(kind)}
    acting |= {passage.sentence_at(position) for position in marked}
    others = [span for span in passage.sentences if span not in acting and runs(passage, span)]
    told = [tag.start for tag in _people_tagged(passage)] if others else []
    for sentence in passage.sentences:
        for span in runs(passage, sentence):
            if sentence in acting or any(span[0] <= start < span[1] for start in told):
                yield _Naming(span, "run", None)


def _people_tagged(passage: Passage) -> list[Tag]:
    """People whom the tagger finds; what it takes for something else may still be a person.

    It learnt on the news: names from far away, and family names in capitals, are new to it.
    """
    found = tag(passage.text, passage.language, passage.sentences)
    return [one for one in found if one.kind == "person"]


def _introduced(passage: Passage) -> Iterator[_Naming]:
    """Names right after an office, a title or a role."""
    offices = [hit for hit in passage.names if hit.kind == "office"]
    for kind, words, least in (
        ("office", offices, 1),
        ("title", passage.hits("title"), 1),
        ("role", passage.hits("role"), 2),
    ):
        for word in words:
            span = name_at(passage, word.end, least)
            if span and (kind != "title" or _is_title(passage, word)):
                yield _Naming(span, kind, word)
    for single, role in single_names(passage):
        yield _Naming(single, "role" if role else "alias", role)


def _is_title(passage: Passage, word: Hit) -> bool:
    """English titles have a capital; "miss" and "sir" have not."""
    return passage.language not in ("en", "") or passage.text[word.start].isupper()


def _same_but_for_case(name: str, written: str) -> bool:
    """Whether two writings of a name differ by case endings only (Marko Ilić, Marka Ilića)."""
    left, right = name.split(), written.split()
    if len(left) != len(right):
        return False
    pairs = zip(left, right, strict=True)
    return all(one == other or _differ_by_ending(one, other) for one, other in pairs)


def _differ_by_ending(one: str, other: str) -> bool:
    same = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    left, right = sorted((one[same:], other[same:]), key=lambda rest: rest[:1] in ("a", "а"))
    if right[:1] in ("a", "а") and left[:1] and left[:1] == right[1:2]:
        left, right = left[1:], right[2:]  # Petar, Petra: the vowel that comes and goes
    return same >= 3 and left in _ENDINGS and right in _ENDINGS


def _again(passage: Passage, register: Register, name: str) -> Iterator[Span]:
    """Where the full name or the bare surname stands again."""
    surname = name.split()[-1]
    wanted = {name}
    if len(surname) > 3 and register.full_name(surname) == name and surname not in _NOT_NAMES:
        wanted.add(surname)
    for words in sorted(wanted, key=len, reverse=True):
        at = passage.text.find(words)
        while at >= 0:
            end = at + len(words)
            ends = _CYRILLIC_OR_LATIN_ENDINGS.match(passage.text, end)
            if ends and (at == 0 or not passage.text[at - 1].isalnum()):
                yield at, end
            at = passage.text.find(words, end)


def _propose(
    passage: Passage,
    register: Register,
    draft: Draft,
    name: str,
    where: tuple[list[_Naming], list[Span]],
) -> Person:
    namings, spans = where
    mention = register.mentions[name] = register.mentions[name] or draft.fresh()
    about = (mention, "Person")
    kept = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    for span in kept:
        draft.say(about, "name", name, span)
        passage.take(span)
    father = father_in(name)
    if father and kept and passage.text[slice(*kept[0])] == name:
        where_father = (kept[0][0] + father[0], kept[0][0] + father[1])
        draft.say(about, "fatherName", name[slice(*father)], where_father)
    role: Hit | None = None
    for naming in namings:
        if naming.kind == "office" and naming.word:
            where_said = (naming.word.start, naming.word.end)
            draft.say(about, "position", passage.text[slice(*where_said)], where_said)
            draft.say(about, "topics", "role.pep", where_said)
        elif naming.kind == "role":
            role = naming.word
    for span in kept:
        role = role or _role_after(passage, span)
        _aliases(passage, draft, about, span)
    return Person(mention, name, tuple(kept), role)


def _role_after(passage: Passage, span: Span) -> Hit | None:
    """ "X Y, the organiser" or "X Y (driver)"."""
    match = _ROLE_AFTER.match(passage.text, span[1])
    found = passage.hits("role", (match.end(), match.end() + 1)) if match else []
    return found[0] if found else None


def _aliases(passage: Passage, draft: Draft, about: tuple[str, str], span: Span) -> None:
    script = _IN_BRACKETS.match(passage.text, span[1])
    if script:
        draft.say(about, "name", script[1].strip(), script.span(1))
    for word in passage.hits("alias", (span[1], span[1] + 12)):
        if passage.text[span[1] : word.start].strip(' ,("“„'):
            continue
        quoted = _QUOTED.match(passage.text, word.end)
        written = quoted.span(1) if quoted else name_at(passage, word.end, least=1)
        if written:
            voice = voice_at(passage, written[0])
            draft.say(about, "alias", passage.text[slice(*written)], written, voice)
            passage.take(written)

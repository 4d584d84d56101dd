"""People: named by an office, a title, a role or an alias, and found again by their surname.

People being moved, victims and witnesses are counted, not named: a name that words such as
"migrant" or "victim" introduce is left out, wherever else it stands.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.intake.reading.claim import Draft
from headwater.intake.reading.language import small_word
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import also_a_name, well_known, word_set
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.voice import voice_at

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")
_PARTICLES = frozenset(
    ["al", "el", "ul", "bin", "ibn", "abu", "van", "von", "de", "di", "da", "і", "и"]
)
_QUOTED = re.compile(r"\s?,?\s?[\"“„«'‘]([^\"“”„«»'’\n]{2,30})[\"”“»'’]")
_IN_BRACKETS = re.compile(r"\s\(([\u0600-\u06FF][\u0600-\u06FF\s]{2,40})\)")
_ROLE_AFTER = re.compile(r"(?:\s?,\s?|\s\()(?:the|an|a)?\s?(?:alleged\s|main\s|suspected\s)?")
_CYRILLIC_OR_LATIN_ENDINGS = re.compile(r"(?:['’]s|[aауu]|om|em|ом|ем|i|in|it|ut|un|ит|и|а)?(?!\w)")
_GAP = re.compile(r"\s{1,2}(?:[\"“„](?=\w))?|\s?:\s")
_ENDINGS = frozenset(
    ("", "a", "u", "e", "o", "i", "om", "em", "in", "it", "un", "ut", "n", "s", "ën", "ës", "ë")
) | {"а", "у", "е", "о", "и", "ом", "ем"}
_NEVER = {"role", "month"}
_NEVER_FIRST = _NEVER | {"cue", "source", "act", "day", "unit", "number", "article", "moved"}
_MOST_TOKENS = 4
_NAMED_BY = re.compile(
    r"\s?[,(:]?\s?[\"“„]?(?:(?:aged \d+|named|called|po imenu|imenom|по имену|по име|me emrin)\s)?"
)
_NEAR = 40
_SAME_START = 3
_MOST_ALIKE = 50
# Words for what people of the trade do, or have done to them: names near them are names of people.
_ACTS = ("act", "contact", "contacted", "arrested", "supplied")
# Capitalised words that are not part of a name.
_NOT_NAMES = word_set("not_in_names")

_BODY_WORDS = word_set("of_bodies")


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
        name = register.known_as(passage.text[slice(*naming.span)])
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


def _in_capitals(passage: Passage, span: Span) -> bool:
    """Whether the whole sentence is in capitals, so that nothing shows where a name ends."""
    words = passage.text[slice(*passage.sentence_at(span[0]))]
    return words.isupper() and words.count(" ") > 2


def _withhold(passage: Passage, register: Register) -> None:
    """Names that words for people being moved introduce, or follow."""
    for word in passage.hits("moved"):
        gap = _NAMED_BY.match(passage.text, word.end)
        span = name_at(passage, gap.end(), least=1, gap=False) if gap else None
        if span:
            register.withheld.add(passage.text[slice(*span)])
        before = _name_before(passage, word.start)
        if before:
            register.withheld.add(passage.text[slice(*before)])


def _name_before(passage: Passage, position: int) -> Span | None:
    """ "X Y, a 15-year-old migrant": the name that ends at the comma before the word."""
    start = max(passage.sentence_at(position)[0], position - _NEAR)
    comma = passage.text.rfind(",", start, position)
    if comma < 0 or not re.match(
        r",\s(?:an?|the|жртва|dete|mal)?\s?", passage.text[comma:position]
    ):
        return None
    words = list(_WORD.finditer(passage.text, max(0, comma - 50), comma))
    first = comma
    for word in reversed(words):
        if not word[0][0].isupper() or passage.text[word.end() : first].strip(" ,"):
            break
        first = word.start()
    return (first, comma) if first < comma else None


def _namings(passage: Passage, marked: list[int]) -> Iterator[_Naming]:
    yield from _introduced(passage)
    for alias in passage.hits("alias"):
        span = _name_ending(passage, alias.start)
        if span:
            yield _Naming(span, "alias", alias)
    for acting in (hit for kind in _ACTS for hit in passage.hits(kind)):
        for span in _runs(passage, passage.sentence_at(acting.start)):
            yield _Naming(span, "act", acting)
    for position in marked:
        for span in _runs(passage, passage.sentence_at(position)):
            yield _Naming(span, "mark", None)


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


def _is_title(passage: Passage, word: Hit) -> bool:
    """English titles have a capital; "miss" and "sir" have not."""
    return passage.language not in ("en", "") or passage.text[word.start].isupper()


def name_at(passage: Passage, position: int, least: int, gap: bool = True) -> Span | None:
    """The name that begins at, or with a gap right after, a position: `least` words at least."""
    start = _after_gap(passage.text, position) if gap else position
    if start < 0:
        return None
    end, tokens = start, 0
    for word in _WORD.finditer(passage.text, start, start + 80):
        joined = passage.text[end : word.start()]
        if word.start() != start and joined != " ":
            break
        if not _is_name_word(passage, word, first=tokens == 0):
            break
        end, tokens = word.end(), tokens + 1
        if tokens == _MOST_TOKENS:
            break
    end = _without_possessive(passage.text, start, end)
    if tokens < least or end - start < 3 or not passage.text[start].isupper():
        return None
    return start, end


def _after_gap(text: str, position: int) -> int:
    match = _GAP.match(text, position)
    return match.end() if match else -1


def _runs(passage: Passage, sentence: Span) -> list[Span]:
    """Runs of two capitalised words or more, in a sentence that is not a heading."""
    if sentence not in passage.runs:
        passage.runs[sentence] = list(_find_runs(passage, sentence))
    return passage.runs[sentence]


def _find_runs(passage: Passage, sentence: Span) -> Iterator[Span]:
    words = list(_WORD.finditer(passage.text, *sentence))
    large = sum(word[0][0].isupper() for word in words)
    if passage.language == "de" or 2 * large > len(words) + 2:
        return
    end = sentence[0] - 1
    for word in words:
        if word.start() <= end or not word[0][0].isupper():
            continue
        if word.start() and passage.text[word.start() - 1] in "@_\"“„«'‘":
            continue
        span = name_at(passage, word.start(), least=2, gap=False)
        if span and not _of_a_body(passage.text[slice(*span)]) and not _a_place(passage, span):
            yield span
        end = span[1] if span else word.end() - 1


def _a_place(passage: Passage, span: Span) -> bool:
    """Whether the run holds a well-known place, or is a place altogether."""
    return any(
        (well_known(hit.value) and not also_a_name(passage.text[hit.start : hit.end]))
        or (hit.start <= span[0] and span[1] <= hit.end)
        for hit in passage.named("place", span)
    )


def _of_a_body(name: str) -> bool:
    return any(word in _BODY_WORDS for word in name.lower().split())


def _is_name_word(passage: Passage, word: re.Match[str], first: bool) -> bool:
    text, start = word[0], word.start()
    if not text[0].isupper():
        return not first and text.partition("-")[0] in _PARTICLES
    if text.lower() in _NOT_NAMES or passage.official(start) or not passage.free(*word.span()):
        return False
    kinds = passage.kinds_at.get(start)
    if passage.sentence_at(start)[0] != start:
        return not kinds or kinds.isdisjoint(_NEVER)
    return not small_word(text.lower()) and (not kinds or kinds.isdisjoint(_NEVER_FIRST))


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if text[start:end].endswith(("'s", "’s")) else end


def _name_ending(passage: Passage, position: int) -> Span | None:
    """The name of two words or more that ends right before a position."""
    start = max(passage.sentence_at(max(position - 1, 0))[0], position - 60)
    words = list(_WORD.finditer(passage.text, start, position))
    if not words or passage.text[words[-1].end() : position].strip(' ,("“„'):
        return None
    end = first = words[-1].end()
    tokens = 0
    for word in reversed(words[-_MOST_TOKENS:]):
        adjoining = first == end or passage.text[word.end() : first] == " "
        if not adjoining or not word[0][0].isupper() or not _is_name_word(passage, word, True):
            break
        first, tokens = word.start(), tokens + 1
    return (first, end) if tokens >= 2 else None


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

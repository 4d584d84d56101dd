"""Naming: where a name of a person begins and ends, and the runs of words that may be one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from headwater.intake.reading.language import small_word
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import also_a_name, one_script, well_known, word_set
from headwater.intake.reading.passage import Passage, Span, Word
from headwater.intake.reading.people import standing
from headwater.intake.reading.routes import way_words

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")
MOST_WORDS = 4
_PARTICLES = frozenset(
    ["al", "el", "ul", "bin", "ibn", "abu", "van", "von", "de", "di", "da", "der", "den"]
)
# "Petar (Milan) Petrović": the father's name, as the region's police write it.
_FATHER = re.compile(r" \(([^\W\d_]{2,20})\) (?=[^\W\d_a-zčćžšđëçа-џ])")
_FATHERS = re.compile(r" \([^\W\d_]{2,20}\) $")
_PROSE = re.compile(r"\d|[.!?][\"”“»]?$")  # headings have neither figures nor a full stop
_GAP = re.compile(r"\s{1,2}(?:[\"“„](?=\w))?|\s?:\s|,\s(?=[^\W\d_]+\s[^\W\d_]+\s?[,(])")
_VOWEL = re.compile("[aeiouyаеиоуыъюяэáéíóúàèìòùäëïöüâêîôûăěőűıạảặơưėąęāēīōūåæø]|[^\u0000-\u04ff]")
_NEVER = {"role"}
_NEVER_FIRST = _NEVER | {
    *("cue", "source", "act", "article", "moved", "unit", "found", "seized", "arrested"),
    *("moving", "mode", "taken", "charge", "supplied", "stored", "dead"),
}
_NOT_NAMES = word_set("not_in_names")
_OPENERS = word_set("openers")
_BODY_WORDS = word_set("of_bodies")
_FIRST_CYRILLIC = "\u0400"
_FARTHEST = 2  # from one word of a name to the next: " ", " (", ") "
_OPENED = "@_\"“„«'‘/"


def name_at(passage: Passage, position: int, least: int, gap: bool = True) -> Span | None:
    """The name that begins at, or with a gap right after, a position: `least` words at least."""
    start = _after_gap(passage.text, position) if gap else position
    if start < 0:
        return None
    end, words, capital = start, 0, start
    for word in WORD.finditer(passage.text, start, start + 80):
        if word.start() != start and not _joined(passage.text, end, word.start()):
            break
        if not _of_a_name(passage, word, first=words == 0):
            break
        end, words = word.end(), words + 1
        if any(part[:1].isupper() for part in word[0].split("-")):
            capital = end
        if words == MOST_WORDS:
            break
    end = _without_possessive(passage.text, start, _closed(passage.text, start, capital))
    words = len(passage.text[start:end].split())
    if words < least or end - start < 3 or not passage.text[start].isupper():
        return None
    return start, end


def _closed(text: str, start: int, end: int) -> int:
    """Where a name ends, before a bracket that it would leave open."""
    opened = text.rfind(" (", start, end)
    return opened if opened >= 0 and text.find(")", opened, end) < 0 else end


def _joined(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    if between != " " and (text[end - 1] >= _FIRST_CYRILLIC) != (text[start] >= _FIRST_CYRILLIC):
        return False  # "у Вимреу (Wimereux)": the same in other letters, no father's name
    if between == " (":
        return _FATHER.match(text, end) is not None
    return between == " " or (between == ") " and _FATHERS.search(text, 0, start) is not None)


def _after_gap(text: str, position: int) -> int:
    match = _GAP.match(text, position)
    return match.end() if match else -1


def father_in(name: str) -> tuple[int, int] | None:
    """Where the father's name stands in a name that has it in brackets."""
    match = _FATHER.search(name)
    return match.span(1) if match else None


def runs(passage: Passage, sentence: Span) -> list[Span]:
    """Runs of two capitalised words or more, in a sentence that is not a heading."""
    if sentence not in passage.runs:
        passage.runs[sentence] = list(_find_runs(passage, sentence))
    return passage.runs[sentence]


def _find_runs(passage: Passage, sentence: Span) -> Iterator[Span]:
    text = passage.text
    words = passage.words_in(sentence)
    begins = [one for one, next_ in pairwise(words) if one[2][0].isupper() and _goes_on(one, next_)]
    if not begins or passage.language == "de" or _heading(text, sentence, words):
        return
    end = sentence[0] - 1
    for start, stop, _ in begins:
        if start <= end or (start and text[start - 1] in _OPENED):
            continue
        span = name_at(passage, start, least=2, gap=False)
        if span and not of_a_body(text[slice(*span)]) and not a_place(passage, span):
            yield span
        end = span[1] if span else stop - 1


def _goes_on(word: Word, following: Word) -> bool:
    """Whether a name that begins with a word can go on with the next."""
    if following[0] - word[1] > _FARTHEST:
        return False
    written = following[2]
    return written[0].isupper() or written.partition("-")[0] in _PARTICLES


def _heading(text: str, sentence: Span, words: list[Word]) -> bool:
    large = sum(word[2][0].isupper() for word in words)
    return 2 * large >= len(words) > 2 and not _PROSE.search(text, *sentence)


def a_place(passage: Passage, span: Span) -> bool:
    """Whether the run is a place, or begins with one, or a word for a place stands before one.

    People are called after towns too: a place behind a given name ("Mentor Korça"), or in capitals
    before one ("AYDIN Ferhat"), is none.
    """
    known = way_words(passage.language)
    first = passage.text[slice(*span)].split()[0]
    for hit in passage.named("place", span):
        if hit.start <= span[0]:
            shouted = first.isupper() and not passage.text[slice(*span)].isupper()
            if span[1] <= hit.end or (_sure(passage, hit) and not shouted):
                return True
        elif "place" in known.kinds(first.lower()) and _sure(passage, hit):
            return True
    return False


def _sure(passage: Passage, hit: Hit) -> bool:
    return well_known(hit.value) and not also_a_name(passage.text[hit.start : hit.end])


def of_a_body(name: str) -> bool:
    """Whether a word of the name is one of offices and firms."""
    return any(word in _BODY_WORDS for word in name.lower().split())


def _of_a_name(passage: Passage, word: re.Match[str], first: bool) -> bool:
    text, start = word[0], word.start()
    if not text[0].isupper():
        return not first and text.partition("-")[0] in _PARTICLES
    sort = _sort(text)
    if sort == "never" or passage.official(start) or not passage.free(start, word.end()):
        return False
    kinds = passage.kinds_at.get(start)
    if passage.sentence_at(start)[0] != start:
        return not kinds or kinds.isdisjoint(_NEVER)
    return sort != "opener" and (not kinds or kinds.isdisjoint(_NEVER_FIRST))


@lru_cache(16_384)
def _sort(word: str) -> Literal["never", "opener", "any"]:
    """Whether a word is never part of a name, or not where it opens a sentence."""
    small = word.lower()
    voiceless = word.isupper() and not _VOWEL.search(small)
    if small in _NOT_NAMES or standing.says(word) or voiceless or not one_script(word):
        return "never"
    return "opener" if small_word(small) or small in _OPENERS else "any"


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if text[start:end].endswith(("'s", "’s")) else end


def name_ending(passage: Passage, position: int) -> Span | None:
    """The name of two words or more that ends right before a position."""
    start = max(passage.sentence_at(max(position - 1, 0))[0], position - 60)
    words = list(WORD.finditer(passage.text, start, position))
    if not words or passage.text[words[-1].end() : position].strip(' ,("“„'):
        return None
    end = first = words[-1].end()
    count = 0
    for word in reversed(words[-MOST_WORDS:]):
        adjoining = first == end or _joined(passage.text, word.end(), first)
        if not adjoining or not word[0][0].isupper() or not _of_a_name(passage, word, True):
            break
        first, count = word.start(), count + 1
    opened, closed = passage.text.find(" (", first, end), passage.text.find(") ", first, end)
    if opened < 0 <= closed:
        first = closed + 2
        count = len(passage.text[first:end].split())
    return (first, end) if count >= 2 else None

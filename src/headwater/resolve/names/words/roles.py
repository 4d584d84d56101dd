"""Roles: which words of a name are titles, small words, by-names, patronymics, or no name."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from headwater.resolve.names.letters import normal, plainer
from headwater.resolve.names.scripts import ARABIC, script_of

_FOLDER = Path(__file__).parent
_ENOUGH_NAMES = 2  # words beside an honorific that make it one, and not a name
_PATRONYMIC_NAMES = 3  # words of a name in which an ending makes a patronymic
_SHORTEST_STEM = 2


class Word(NamedTuple):
    """One word as it was read, before its role is known.

    Attributes:
        text: Normalised letters.
        script: `latn`, `cyrl`, `arab` or `other`.
        original: As it was written.
        tied: Whether a hyphen or an apostrophe ties it to the next word.
    """

    text: str
    script: str
    original: str
    tied: bool = False


class Part(NamedTuple):
    """One or several words with the role they play together."""

    text: str
    script: str
    role: str
    original: str


@lru_cache(maxsize=100_000)
def key_of(text: str, script: str) -> str:
    """How the lists of words spell a normalised word: Arabic script without its variants."""
    return plainer(text, ARABIC) if script == ARABIC else text


def read_list(name: str) -> list[list[str]]:
    """Rows of one list of words, without its notes and its header line."""
    lines = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@cache
def kinds(name: str) -> Mapping[str, str]:
    """The words of one list with their kind."""
    found = {}
    for text, kind, *_ in read_list(name):
        script = script_of(text)
        found[key_of(normal(text, script), script)] = kind
    return MappingProxyType(found)


@cache
def placeholders() -> frozenset[str]:
    """What people write where no name is known."""
    return frozenset(spelled(row[0].split()) for row in read_list("placeholders"))


def spelled(words: Sequence[str]) -> str:
    """Words as the list of placeholders spells them."""
    return " ".join(map(_spelled, words))


@lru_cache(maxsize=100_000)
def _spelled(word: str) -> str:
    script = script_of(word)
    return key_of(normal(word, script), script)


@cache
def _patronymic_endings() -> tuple[str, ...]:
    return tuple(sorted({row[0] for row in read_list("patronymics")}))


def honorific(text: str, script: str) -> bool:
    """Whether a title is also borne as a name, as Khan is."""
    return kinds("titles").get(key_of(text, script)) == "honorific"


def parts_of(words: Sequence[Word]) -> list[Part]:
    """Words joined where they are one name, each part with its role, in the order of writing."""
    parts: list[Part] = []
    position = 0
    while position < len(words):
        taken, role = _taken(words, position)
        span = words[position : position + taken]
        original = " ".join(word.original for word in span)
        parts.append(Part("".join(w.text for w in span), span[0].script, role, original))
        position += taken
    return _settled(parts)


def _taken(words: Sequence[Word], position: int) -> tuple[int, str]:
    """How many words from a position are one part, and its role as far as it is known there."""
    word = words[position]
    kind = _particle(word, words, position)
    if kind in ("prefix", "kunya"):
        joined = _joined_with_next(words, position)
        return joined, ("kunya" if kind == "kunya" and joined > 1 else "name")
    if kind == "particle":
        return 1, "particle"
    following = words[position + 1] if position + 1 < len(words) else None
    if following and kinds("particles").get(key_of(*following[:2])) == "son":
        return 2, "patronymic"
    return 1, _single_role(word)


def _single_role(word: Word) -> str:
    key = key_of(word.text, word.script)
    title = kinds("titles").get(key)
    if title:
        return title
    if key in kinds("suffixes"):
        return "suffix"
    return "initial" if len(word.text) == 1 and word.script != "other" else "name"


def _particle(word: Word, words: Sequence[Word], position: int) -> str:
    """Kind of a small word where it stands; empty for any other word."""
    kind = kinds("particles").get(key_of(word.text, word.script), "")
    if kind == "follower":
        initial = len(word.text) == 1 and word.original.isupper()
        return "particle" if position > 0 and not initial else ""
    if kind == "assimilated":
        following = words[position + 1].text if position + 1 < len(words) else ""
        return "particle" if following[:1] == word.text[1:2] else ""
    return kind


def _joined_with_next(words: Sequence[Word], position: int) -> int:
    """Words of Abd, or Abu, with what it governs: an article, if there is one, and a name."""
    end = position + 1
    while end < len(words) and _particle(words[end], words, end) == "particle":
        end += 1
    if end < len(words) and words[end].script == words[position].script:
        return end + 1 - position
    return 1


def _settled(parts: Sequence[Part]) -> list[Part]:
    """The roles that depend on what else stands in the name."""
    names = sum(part.role in ("name", "kunya", "patronymic", "honorific") for part in parts)
    last = len(parts) - 1
    return [_settle(part, names, at_end=i == last, at_start=i == 0) for i, part in enumerate(parts)]


def _settle(part: Part, names: int, *, at_end: bool, at_start: bool) -> Part:
    if part.role == "honorific":
        return part._replace(role="title" if names > _ENOUGH_NAMES else "name")
    if part.role == "suffix" and (at_start or not (at_end or len(part.text) > _SHORTEST_STEM)):
        return part._replace(role="name")
    if part.role == "name" and names >= _PATRONYMIC_NAMES and _ends_as_patronymic(part.text):
        return part._replace(role="patronymic")
    return part


def _ends_as_patronymic(text: str) -> bool:
    endings = _patronymic_endings()
    return text.endswith(endings) and any(
        text.endswith(ending) and len(text) - len(ending) >= _SHORTEST_STEM for ending in endings
    )

"""Question: what a person asks a node to watch for, read into the words of its kind."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from headwater.model import WrongUse, words
from headwater.safeguard.watching import NUMBERS, Kind

LEAST_CHANCE = 0.5
"""From this chance that two texts are one name somebody is told, unless the asker sets another."""

_SHORTEST_NUMBER = 5
_MAY = {
    Kind.LEG: ("place", "other", "mode"),
    Kind.IDENTIFIER: ("sort", "number"),
    Kind.PERSON: ("name", "chance"),
    Kind.PLACE: ("place",),
    Kind.NETWORK: ("name",),
    Kind.DANGER: ("place",),
    Kind.WORDS: ("words",),
}
"""What each kind of question says; docs/how-to/watch-for-something.md explains each."""


def read_kind(kind: str) -> Kind:
    """The kind of that name.

    Raises:
        WrongUse: If there is none.
    """
    if kind not in set(Kind):
        raise WrongUse(f"there is no watch of the kind {kind!r}", do=f"use {', '.join(Kind)}")
    return Kind(kind)


def read_question(kind: Kind, given: Mapping[str, str]) -> dict[str, str]:
    """A question in the words of its kind, places by their ids and numbers in one form.

    Raises:
        WrongUse: If it says something that its kind does not ask, lacks what it does, or names a
            place or a mode that is not known.
    """
    said = {word: value.strip() for word, value in given.items() if value.strip()}
    strange = sorted(set(said) - set(_MAY[kind]))
    if strange:
        raise WrongUse(
            f"a watch on {kind} has no {strange[0]}", do=f"it has {', '.join(_MAY[kind])}"
        )
    return {word: value for word, value in _READ[kind](said).items() if value}


def place_name(entity: str) -> str:
    """The name of a place that everybody knows, by its id; empty where there is none."""
    from headwater.intake import place

    found = place(entity)
    return found.name if found else ""


def _place(name: str) -> str:
    from headwater.intake import lookup, place

    found = place(name) if name.startswith("place:") else lookup(name)
    if found is None:
        raise WrongUse(
            f"no place is known as {name!r}",
            why="a watch knows a place by its entry in the gazetteer, in whatever spelling",
            do="give another spelling, or watch for it as words",
        )
    return f"place:{found.id}"


def _needed(said: Mapping[str, str], word: str, kind: Kind) -> str:
    if word not in said:
        raise WrongUse(f"a watch on {kind} needs a {word}", do=f"give the {word}")
    return said[word]


def _leg(said: Mapping[str, str]) -> dict[str, str]:
    mode = said.get("mode", "").replace(" ", "_")
    if mode and mode not in words("mode"):
        near = get_close_matches(mode, words("mode"), n=1)
        raise WrongUse(f"{mode!r} is no mode", do=f"use {near[0] if near else words('mode')}")
    places = [_place(said[word]) for word in ("place", "other") if word in said]
    if not places and not mode:
        raise WrongUse("a watch on any leg at all is none", do="give a place, two, or a mode")
    return dict(zip(("place", "other"), places, strict=False)) | {"mode": mode}


def _identifier(said: Mapping[str, str]) -> dict[str, str]:
    sort, number = _needed(said, "sort", Kind.IDENTIFIER), _needed(said, "number", Kind.IDENTIFIER)
    if sort not in NUMBERS:
        raise WrongUse(f"{sort!r} is no sort of number", do=f"use {', '.join(NUMBERS)}")
    plain = "".join(letter for letter in number if letter.isalnum())
    if len(plain) < _SHORTEST_NUMBER:
        raise WrongUse(f"{number!r} is too short to be one thing's number", do="give all of it")
    plain = _phone(number, plain) if sort == "phone" else plain
    return {"sort": sort, "number": plain}


def _phone(number: str, plain: str) -> str:
    if not plain.isdigit():
        raise WrongUse(f"{number!r} is no phone number", do="give its digits, without words")
    if not number.startswith(("+", "00")):
        raise WrongUse(
            f"{number!r} is no whole phone number",
            why="without its country it may be anybody's anywhere",
            do=f"put the country in place of the first 0: +381 {plain.lstrip('0')} for Serbia",
        )
    return f"+{plain.removeprefix('00')}"


def _person(said: Mapping[str, str]) -> dict[str, str]:
    chance = said.get("chance", str(LEAST_CHANCE))
    try:
        fits = 0 < float(chance) <= 1
    except ValueError:
        fits = False
    if not fits:
        raise WrongUse(f"{chance!r} is no chance", do="give a number from 0 to 1")
    return {"name": _needed(said, "name", Kind.PERSON), "chance": chance}


_READ: Mapping[Kind, Callable[[Mapping[str, str]], dict[str, str]]] = {
    Kind.LEG: _leg,
    Kind.IDENTIFIER: _identifier,
    Kind.PERSON: _person,
    Kind.PLACE: lambda said: {"place": _place(_needed(said, "place", Kind.PLACE))},
    Kind.NETWORK: lambda said: {"name": _needed(said, "name", Kind.NETWORK)},
    Kind.DANGER: lambda said: {"place": _place(said["place"])} if "place" in said else {},
    Kind.WORDS: lambda said: {"words": _needed(said, "words", Kind.WORDS)},
}

"""Traits: what the tagger sees in a word, as short texts that the model holds weights for.

`word` sees everything, for languages with annotated texts. `sketch` sees what holds in every
language: a model learned from Serbian and Croatian texts through sketches alone (shape, frequency,
lists of names, and what kind of word stands beside it) reads Macedonian, Bulgarian, Albanian and
English; transfer of a tagger without its words, as Zeman and Resnik did for parsers (2008).

A trait has a reach: 2 if the words two away feel it too, 1 if its neighbours do, else 0.
Word, affixes, shape and lists of names in a window are the usual traits of a sequence tagger
(Ratinov & Roth 2009, "Design challenges and misconceptions in named entity recognition").
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from headwater.intake.reading.tagging.known import Known, Lists, Sign, roles
from headwater.intake.reading.tagging.letters import folded, latin, shape, stem

LANGUAGE = "sh"  # of the lists of words; Serbian, Croatian, Bosnian and Montenegrin are one
_LONGEST_CLASS = 4
_CAPPED = 8
_BACK = ("", "a", "o", "e", "ija")  # endings that bring a stem back to the form in the lists
_LISTS = (Sign.GIVEN, Sign.FAMILY, Sign.TOWN, Sign.COUNTRY)
_PARTS = (Sign.TOWN_PART, Sign.COUNTRY_PART, Sign.DERIVED)

SLAVIC = frozenset({"sh", "mk", "bg"})
_SURNAME = re.compile(r"(?:ov|ev|sk|ic|ovic)(?:a|i|o|u|om|im|em|og|at|ata)?$")
_LONG = 4  # letters of a word, beyond which a sketch does not count


class Word(NamedTuple):
    """One word as the tagger sees it.

    Attributes:
        traits: Each with its reach.
        group: Coarse class, of which two and three in a row are traits too.
        name_like: Whether it looks like (a part of) a name by itself.
    """

    traits: tuple[tuple[int, str], ...]
    group: str
    name_like: bool


See = Callable[[str, bool], Word]
"""Gives the traits of a word: as written, and whether it is the first of its sentence."""


def word(written: str, first: bool, cased: bool, lists: Lists) -> Word:
    """The traits of a word.

    Args:
        written: As it stands in the text.
        first: Whether it is the first of its sentence.
        cased: Whether capitals say anything in this text.
        lists: Names, lexicon and frequencies.
    """
    roman = latin(written)
    plain = folded(roman)
    bare = stem(plain)
    form = shape(roman if cased else plain) + ("^" if first else "")
    capital = cased and roman[:1].isupper()
    own = lists.names.signs_of(plain)
    lexical = _lexical(plain, bare, own, lists.names)
    names = listed_names(plain, bare, own, lists.names.signs_of)
    seen: list[tuple[int, str]] = [(2, f"w={plain}"), (2, f"s={bare}"), (2, f"h={form}")]
    seen.append((2, lexical + (form if cased else "")))
    role, rank = roles(LANGUAGE).of(plain), lists.rank(plain, LANGUAGE)
    seen += [(2, f"r={role}"), (2, f"r={role}{form}"), (2, rank + form)]
    for sign in names:
        seen.append((1, sign))
        if capital:
            seen.append((1, sign + "^"))
    if capital:
        seen.append((1, f"{'+'.join([lexical, *names])}{rank}"))
    seen += _affixes(plain, form)
    group = (form if len(form) <= _LONGEST_CLASS else "?") + lexical + role
    return Word(tuple(seen), group, capital if cased else lexical in ("n", "u", "b"))


def sketch(written: str, first: bool, language: str, lists: Lists) -> Word:
    """The traits of a word in any language.

    Args:
        written: As it stands in the text.
        first: Whether it is the first of its sentence.
        language: `sh`, `mk`, `bg`, `sq` or `en`.
        lists: Names and frequencies.
    """
    plain = folded(latin(written))
    form = shape(written) + ("^" if first else "")
    capital = written[:1].isupper()
    role = roles(language).of(plain)
    how_often = lists.rank(plain, language)
    seen = [(2, f"h={form}"), (2, f"{how_often}{form}"), (2, f"r={role}"), (2, f"r={role}{form}")]
    if not written[:1].isalnum():
        seen.append((2, f"w={written}"))
    bare = stem(plain) if language == "sh" else plain
    names = listed_names(plain, bare, lists.signs_of(plain), lists.signs_of)
    for sign in names:
        seen.append((1, sign))
        if capital:
            seen.append((1, sign + "^"))
    if capital:
        seen.append((1, "+".join(names) + how_often))
        if language in SLAVIC and _SURNAME.search(plain):
            seen.append((1, "surname"))
    seen.append((0, f"l{min(len(plain), _LONG)}"))
    return Word(tuple(seen), form + role + how_often, capital)


def _affixes(plain: str, form: str) -> list[tuple[int, str]]:
    size = len(plain)
    seen = [(1, f"p{plain[:length]}") for length in (3, 4) if size > length]
    seen += [(1, f"x{plain[-length:]}") for length in (2, 3, 4) if size > length]
    seen += [
        (0, f"p{plain[:2]}"),
        (0, f"p{plain[:5]}"),
        (0, f"x{plain[-1:]}"),
        (0, f"x{plain[-5:]}"),
        (0, f"y{plain[-3:]}{form}"),
        (0, f"l{min(size, _CAPPED)}"),
    ]
    if plain.isalpha():
        return seen
    if "-" in plain[1:]:
        seen.append((0, "-"))
    if any(map(str.isdigit, plain)):
        seen.append((1, "#"))
    return seen


def _lexical(plain: str, bare: str, own: int, known: Known) -> str:
    """In the lexicon as a name (n), an ordinary word (c), both (b), not (u); no word (x)."""
    signs = own | (known.signs_of(bare) if "-" in plain else Sign.NONE)
    ordinary = known.ordinary(bare)
    if signs & Sign.PROPER:
        return "b" if ordinary else "n"
    return "c" if ordinary else "u" if plain.isalpha() else "x"


def listed_names(plain: str, bare: str, own: int, signs_of: Callable[[str], int]) -> list[str]:
    """What the lists of names say: = of the word itself, ~ of its stem in some form.

    Args:
        plain: The folded word.
        bare: Its stem.
        own: What the lists say of the word.
        signs_of: What they say of any word.
    """
    forms = [signs_of(form) for ending in _BACK if (form := bare + ending) != plain]
    any_form = 0
    for signs in forms:
        any_form |= signs
    found: list[str] = []
    if not own | any_form:
        return found
    if often := _how_often(own):
        found.append(f"=p{often}")
    elif often := max(map(_how_often, forms), default=0):
        found.append(f"~p{often}")
    for sign in _LISTS:
        if own & sign:
            found.append(f"={sign}")
        elif any_form & sign:
            found.append(f"~{sign}")
    found += [f"={sign}" for sign in _PARTS if own & sign]
    return found


def _how_often(signs: int) -> int:
    if not signs & Sign.PERSON:
        return 0
    return 3 if signs & Sign.PERSON_VERY_OFTEN else 2 if signs & Sign.PERSON_OFTEN else 1

"""Sketches: traits of a word that hold in every language, for those nobody annotated.

A model learned from Serbian and Croatian texts through sketches alone (shape, frequency, lists of
names, and what kind of word stands beside it) reads Macedonian, Bulgarian, Albanian and English:
transfer of a tagger without its words, as Zeman and Resnik did for parsers (2008).
"""

import re

from headwater.intake.reading.tagging.known import Lists
from headwater.intake.reading.tagging.letters import folded, latin, shape, stem
from headwater.intake.reading.tagging.roles import roles
from headwater.intake.reading.tagging.traits import Word, listed_names

SLAVIC = frozenset({"sh", "mk", "bg"})
_SURNAME = re.compile(r"(?:ov|ev|sk|ic|ovic)(?:a|i|o|u|om|im|em|og|at|ata)?$")
_LONG = 4


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
    names = list(listed_names(plain, stem(plain) if language == "sh" else plain, lists.signs_of))
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

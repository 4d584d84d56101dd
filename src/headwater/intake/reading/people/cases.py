"""Cases: a person's name as it is called, from the form it takes in a sentence.

Only where the endings leave one answer: a South Slavic surname in -ić or -ač that is declined is a
man's, one that is not beside a declined given name is a woman's, and the two endings together tell
the declension. In Albanian the word before the name tells. What is not certain stays as it is
written.
"""

import re

from headwater.intake.reading.names import to_cyrillic, to_latin

_SLAVIC = frozenset(["sr", "hr", "bs", "cnr"])
_FAMILY = re.compile(r"(?P<name>\w*(?:i[ćc]|\w[aoe]č))(?P<ending>|a|u|em)")
_GIVEN = re.compile(r"(?P<stem>\w{2,}?)(?P<ending>om|em|a|e|i|u)")
# Endings of given name and surname together: a man's, of the nouns in a consonant or -o, or in -a.
_CONSONANT = {("a", "a"), ("u", "u"), ("om", "em"), ("em", "em")}
_IN_A = {("e", "a"), ("u", "a"), ("i", "u"), ("om", "em")}
_WOMAN = {("u", ""), ("om", "")}
_MEN_IN_A = re.compile(
    r"(?:nikol|luk|sav|ilij|aleks|siniš|nemanj|saš|miš|vanj|novic|ljubiš|neboјš|neboj[sš]|mustaf|"
    r"mus|is|jos|đuric|batic|krst|kost|vas|andrij|matij|jeremij|jov(?=ic)|mehmedalij)$",
    re.IGNORECASE,
)
_LOST_O = re.compile(r"[^aeiou]k$")
_UNSURE = re.compile(r"ij$")
_LOST_A = re.compile(r"[td]r$")
_CYRILLIC, _LATIN = re.compile("[Ѐ-ӿ]"), re.compile("[A-Za-zÀ-ɏ]")
_ALBANIAN_FAMILY = re.compile(r"iq(?:it|in)$")
_GENITIVE = re.compile(r"(?:^|\W)(?:i|e|të|së)\W$")
_WITH_ACCUSATIVE = re.compile(r"(?:^|\W)(?:me|për|ndaj|mbi|pa)\W$", re.IGNORECASE)


def undone(name: str, language: str, before: str = "") -> str:
    """The name as it is called; as it is written where its form leaves a doubt.

    Args:
        name: Given name and surname as they stand in a text.
        language: ISO 639-1 code of the text.
        before: The few characters before the name.
    """
    words = name.split(" ")
    if len(words) < 2:
        return name
    if language == "sq":
        return " ".join([*words[:-1], _albanian(words[-1], before)])
    cyrillic = _CYRILLIC.search(name)
    if language not in _SLAVIC or len(words) != 2 or (cyrillic and _LATIN.search(name)):
        return name
    if cyrillic:
        return to_cyrillic(_slavic(*to_latin(name).split(" ")))
    return _slavic(*words)


def _slavic(given: str, family: str) -> str:
    surname, first = _FAMILY.fullmatch(family), _GIVEN.fullmatch(given)
    if not surname or not first:
        return f"{given} {family}"
    stem = first["stem"]
    endings = first["ending"], surname["ending"]
    if endings in _WOMAN or (endings in _IN_A and _in_a(stem, endings)):
        return f"{stem}a {surname['name']}"
    if endings in _CONSONANT and not _UNSURE.search(stem):
        return f"{_called(stem)} {surname['name']}"
    return f"{given} {family}"


def _in_a(stem: str, endings: tuple[str, str]) -> bool:
    """Whether a man's name ends in -a: only such a one has these endings, but for one pair."""
    return endings not in _CONSONANT or _MEN_IN_A.search(stem) is not None


def mans_in_a(given: str) -> bool:
    """Whether a given name in -a is a man's: Nikola, Luka, Mustafa."""
    return _MEN_IN_A.search(to_latin(given)[:-1]) is not None


def _called(stem: str) -> str:
    """A man's given name from its stem: Mark-, Marko; Petr-, Petar; Dragan-, Dragan."""
    if _LOST_A.search(stem):
        return f"{stem[:-1]}a{stem[-1]}"
    return f"{stem}o" if _LOST_O.search(stem) else stem


def _albanian(family: str, before: str) -> str:
    """The surname without the ending of its case: Krasniqit, Krasniqi."""
    if _ALBANIAN_FAMILY.search(family):
        return family[:-1]
    if family.endswith(("it", "ut")) and _GENITIVE.search(before):
        return family[:-1]
    if family.endswith(("in", "un")) and _WITH_ACCUSATIVE.search(before):
        return family[:-1]
    return family

"""How neighbours write the name of a place that is not theirs: by its sound, in their own letters.

Newspapers and police of the region spell foreign towns as they are spoken. The letters are those of
the languages' own rules of spelling.
"""

import re

_BY_SOUND = {
    **dict.fromkeys(
        ("RS", "BA", "ME", "HR", "SI", "MK"),
        (("dž", "xh"), ("č", "ç"), ("ć", "q"), ("š", "sh"), ("ž", "zh"), ("đ", "gj")),
    ),
    "RO": (("ș", "sh"), ("ş", "sh"), ("ț", "c"), ("ţ", "c"), ("ă", "a"), ("â", "ë"), ("î", "i")),
    "HU": (("cs", "ç"), ("zs", "zh"), ("sz", "\0"), ("s", "sh"), ("\0", "s"), ("gy", "gj")),
}
_ALSO = {"ć": "ç"}  # Foča and Ribić alike end in ç where the two sounds are one
_HARD = re.compile(r"(?<!l)l(?=[aouyëbcdfgkmnprstvz]|$)")
_LAST_C = re.compile("c$")
_SERBIAN = str.maketrans("ћђЋЂ", "ќѓЌЃ")
_BULGARIAN = (
    *(("ља", "ля"), ("љу", "лю"), ("ња", "ня"), ("њу", "ню"), ("ја", "я"), ("ју", "ю")),
    *(("љо", "льо"), ("њо", "ньо"), ("јо", "йо"), ("љ", "л"), ("њ", "н"), ("је", "е")),
    *(("ј", "й"), ("ћ", "ч"), ("ђ", "дж"), ("џ", "дж")),
)


def albanian(name: str, country: str) -> tuple[str, ...]:
    """A town of a neighbouring country in Albanian letters; nothing where they are the same.

    The hard l of Albanian, `ll`, is written by some and not by others: both are given.

    Args:
        name: The town in the Latin letters of its own language.
        country: ISO 3166 code, which tells how those letters sound.
    """
    if country not in _BY_SOUND:
        return ()
    heard = name.lower()
    several = {heard}
    for letter, other in _ALSO.items():
        several |= {heard.replace(letter, other)}
    found: dict[str, None] = {}
    for one in sorted(several, key=lambda each: each != heard):
        for letters, others in _BY_SOUND[country]:
            one = one.replace(letters, others)
        soft = _LAST_C.sub("k", one) if country == "RO" else one
        found |= dict.fromkeys((soft, _HARD.sub("ll", soft)))
    return tuple(_titled(one) for one in found if one != name.lower())


def macedonian(cyrillic: str) -> str:
    """A Serbian name in Macedonian letters: Бихаћ, Бихаќ."""
    return cyrillic.translate(_SERBIAN)


def bulgarian(cyrillic: str) -> str:
    """A Serbian name in Bulgarian letters: Пљевља, Плевля."""
    small = cyrillic.lower()
    for letters, others in _BULGARIAN:
        small = small.replace(letters, others)
    return _titled(small)


def _titled(name: str) -> str:
    return re.sub(r"(?<!\w)\w", lambda first: first[0].upper(), name)

"""Invented names, and how officials of different countries write them down.

A clerk's spelling is not random: it follows the habits of the clerk's own language (a persona), so
the errors of one agency agree with each other. Names are combined at random from the parts in
data/name_parts.csv and mean nobody.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from headwater.exercise.streams import Stream
from headwater.exercise.tables import name_parts

CULTURES = ("ku", "iq", "ir", "af", "sy", "al", "xk", "rs", "ba", "mk", "bg", "tr", "vn")
ARABIC_SCRIPT = frozenset({"ku", "iq", "ir", "af", "sy"})

# Longest first: each persona reads the plain Latin form left to right.
_EAST = {
    "serbian": "sh=š ch=č zh=ž kh=h gh=g th=t dh=d ou=u oo=u ee=i aa=a y=j j=dž w=v q=k x=ks '=",
    "albanian": "sh=sh ch=ç zh=zh kh=h gh=g dh=dh ou=u oo=u ee=i j=xh y=j w=v q=k '=",
    "german": "sh=sch ch=tsch zh=sh kh=ch gh=gh ou=u oo=u ee=i j=dsch y=j w=w q=q '=",
    "french": "sh=ch ch=tch kh=kh gh=gh ou=ou u=ou j=dj w=ou ee=i oo=ou '=",
    "turkish": "sh=ş ch=ç kh=h gh=g j=c w=v q=k ou=u oo=u ee=i '=",
    "british": "kh=k gh=g q=k ou=oo aa=a '=",
}
_HOME = {
    "al": "xh=dž gj=đ sh=š zh=ž nj=nj ll=l rr=r th=t dh=d q=ć ç=č x=dz y=i ë=e",
    "tr": "ş=š ç=č c=dž ğ=g ı=i ö=o ü=u y=j w=v",
    "vn": "ngh=ng nh=nj ng=ng ph=f th=t tr=tr x=s d=z y=i kh=k",
    "bg": "zh=ž sh=š ch=č ts=c y=j",
}
_HOME["xk"] = _HOME["al"]
_BY_EAR = {
    "Mohammad": "Mohamed",
    "Ahmad": "Ahmed",
    "Hussein": "Hussain",
    "Yousafzai": "Yusufzai",
    "Hosseini": "Husseini",
    "Khaled": "Khalid",
    "Mahmoud": "Mahmood",
    "Omar": "Umar",
    "Saeid": "Sayeed",
}


@dataclass(frozen=True, slots=True)
class FullName:
    """A person's name: parts in the plain Latin form and in the culture's own script."""

    culture: str
    gender: str
    given: str
    family: str
    native: str
    father: str
    byname: str
    title: str

    @property
    def plain(self) -> str:
        """Given name and family name in the plain Latin form."""
        return f"{self.given} {self.family}"


def invent_name(stream: Stream, culture: str, gender: str = "m") -> FullName:
    """Put a name together for a culture; about a third carry a nisba where it has them."""
    parts = name_parts()
    given = stream.pick(parts[culture, f"given_{gender}"])
    nisba = parts.get((culture, "nisba"), ())
    family = stream.pick(nisba if nisba and stream.happens(0.3) else parts[culture, "family"])
    surname, native_surname = family.latin, family.native
    if gender == "f" and culture in {"bg", "mk"}:
        surname, native_surname = _feminine(surname), _feminine(native_surname)
    byname, title = "", ""
    if culture in ARABIC_SCRIPT:
        if stream.happens(0.12):
            byname = "Abu " + stream.pick(parts[culture, "given_m"]).latin
        if stream.happens(0.08):
            title = stream.pick(("Haji", "Sheikh", "Mullah", "Ustad"))
    elif stream.happens(0.12):
        byname = stream.pick(("Beli", "Gazda", "Doktor", "Kapo", "Tigri", "Majstor", "Ujku"))
    native = f"{given.native} {native_surname}".strip()
    father = stream.pick(parts[culture, "given_m"]).latin
    return FullName(culture, gender, given.latin, surname, native, father, byname, title)


def _feminine(surname: str) -> str:
    for end, feminine in (("ski", "ska"), ("ски", "ска"), ("v", "va"), ("в", "ва")):
        if surname.endswith(end):
            return surname[: -len(end)] + feminine
    return surname


def bare(text: str) -> str:
    """Drop diacritics (Šid: Sid), as forms and keyboards do."""
    plain = text.replace("đ", "dj").replace("Đ", "Dj").replace("ı", "i")
    split = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def _respell(word: str, rules: str) -> str:
    table = [tuple(rule.split("=")) for rule in rules.split()]
    low, written, position = word.lower(), "", 0
    while position < len(low):
        for source, target in table:
            if low.startswith(source, position):
                written += target
                position += len(source)
                break
        else:
            written += low[position]
            position += 1
    return "-".join(piece[:1].upper() + piece[1:] for piece in written.split("-"))


def spell_word(word: str, culture: str, persona: str) -> str:
    """Write one Latin name word as a clerk of this persona writes it.

    Names of cultures that use Latin (or Serbian) spelling at home stay as they are, except in the
    Serbian persona, which spells by sound, and the British one, which drops diacritics.
    """
    if persona == "british" and culture in ARABIC_SCRIPT:
        word = _BY_EAR.get(word, word)
    if culture == "vn":
        word = word.replace("đ", "d").replace("Đ", "D")
    if culture in ARABIC_SCRIPT:
        respelled = _respell(word, _EAST[persona])
        return _single(respelled) if persona in {"serbian", "albanian"} else respelled
    if persona == "serbian" and culture in _HOME:
        return _without_tones(_respell(word, _HOME[culture]))
    if persona in {"british", "german", "french"}:
        return bare(word)
    return word


def _without_tones(text: str) -> str:
    """Drop the tone marks of Vietnamese but keep the carons of Serbian spelling."""
    kept = {"š", "č", "ž", "ć", "Š", "Č", "Ž", "Ć", "đ", "Đ"}
    return "".join(letter if letter in kept else bare(letter) for letter in text)


def _single(word: str) -> str:
    return "".join(
        letter
        for place, letter in enumerate(word)
        if place == 0 or letter != word[place - 1].lower() or letter in "aeiou"
    )


def spell(name: FullName, persona: str, manner: int) -> str:
    """Write the whole name. `manner` 0-99 is the clerk's habit with this name.

    Most write given name then family name; some put the FAMILY name first in capitals, add the
    title or the father's name, drop the article, or know the person by the byname alone.
    """
    words = [spell_word(word, name.culture, persona) for word in name.given.split()]
    given = " ".join(words)
    family = " ".join(spell_word(word, name.culture, persona) for word in name.family.split())
    if name.culture == "vn":
        return f"{family} {given}"
    if manner < 6:
        return f"{family.upper()} {given}"
    if 14 <= manner < 17 and name.byname.startswith("Abu "):
        return "Abu " + spell_word(name.byname[4:], name.culture, persona)
    title = name.title if manner < 10 else ""
    if 10 <= manner < 14:
        family = family.removeprefix("Al-")
    father = _fathers_name(name, persona) if 17 <= manner < 22 else ""
    return " ".join(part for part in (title, given, father, family) if part)


def _fathers_name(name: FullName, persona: str) -> str:
    """The father's name as it stands in the middle: bare in Iraq, in brackets in Serbia."""
    written = spell_word(name.father, name.culture, persona)
    if name.culture in {"rs", "ba"}:
        return f"({written})"
    return written if name.culture in {"iq", "sy", "ku"} else ""


def passport_spelling(name: FullName) -> str:
    """Write the name as a machine-readable passport does: FAMILY, GIVEN, plain capitals."""
    return bare(f"{name.family}, {name.given}").replace("'", "").upper()

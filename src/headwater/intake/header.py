"""The header block of a text report: who owns it, its reference, its dates, its grading.

`Key: value` lines before the first blank line, in any order and case, in English and in the
languages of the region. Form: design of this project after the NCA form IH03.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

_KEYS: dict[str, tuple[str, ...]] = {
    "originator": (
        *("originator", "originating agency", "posiljalac", "pošiljatelj", "izvorni organ"),
        *("пошиљалац", "изворни орган", "испраќач", "подносител", "подател", "издател"),
        *("dërguesi", "burimi", "origjinuesi", "émetteur", "service d'origine"),
        *("izvor", "služba", "pošiljaoc", "izdavatelj", "извор", "служба", "орган", "изпращач"),
        *("източник", "agjencia", "agjencia dërguese", "expéditeur", "source"),
    ),
    "urn": (
        *("urn", "reference", "report number", "broj izveštaja", "broj izvještaja", "oznaka"),
        *("број извештаја", "ознака", "број на извештај", "номер на доклад", "номер"),
        *("numri i raportit", "referenca", "référence"),
        *("number", "report no", "broj", "broj dokumenta", "referenca izvješća", "broj izvješća"),
        *("urbroj", "poziv na broj", "број", "број документа", "број на документ", "референца"),
        *("референтен број", "референтен номер", "рег. номер", "numri", "nr", "numri i referencës"),
        *("numéro", "numéro de rapport", "numéro du rapport"),
    ),
    "title": (
        *("title", "subject", "naslov", "predmet", "наслов", "предмет", "заглавие", "тема"),
        *("titulli", "titre", "objet"),
        *("tema", "naziv", "назив", "наименование", "относно", "lënda", "subjekti", "sujet"),
    ),
    "information": (
        *("date of information", "date of intelligence", "information date"),
        *("datum informacije", "datum saznanja", "датум информације", "датум сазнања"),
        *("датум на информацијата", "датум на информација", "дата на информацията"),
        *("data e informacionit", "date de l'information", "date du renseignement"),
        *("datum obavijesti", "datum obaveštenja", "датум обавештења", "датум на сознание"),
        *("дата на сведението", "data e njoftimit", "date des faits"),
    ),
    "record": (
        *("date of record", "date created", "record date", "date of report"),
        *("datum zapisa", "datum izveštaja", "datum izvještaja", "датум записа"),
        *("датум извештаја", "датум на запис", "датум на записот", "датум на извештајот"),
        *("дата на записа", "дата на запис"),
        *("дата на доклада", "data e regjistrimit", "data e raportit", "date de rédaction"),
        *("datum izvješća", "datum sastavljanja", "датум састављања", "датум на составување"),
        *("дата на съставяне", "дата на доклад", "data e hartimit", "date d'enregistrement"),
        *("date du rapport", "date de création"),
    ),
    "date": ("date", "datum", "датум", "дата", "data", "nadnevak", "dana", "дана", "më datë"),
    "grading": (
        *("grading", "grade", "ocena", "ocjena", "stepen", "оцена", "оценка", "степен"),
        *("vlerësimi", "evaluimi", "évaluation", "cotation"),
        *("procjena", "procena", "stupanj", "процена", "проценка", "евалуација"),
        *("степен на оценка", "shkalla", "nota", "note", "cote"),
    ),
    "handling": (
        *("handling", "handling code", "postupanje", "rukovanje", "поступање", "руковање"),
        *("постапување", "ракување", "начин на работа", "третиране", "trajtimi", "përdorimi"),
        *("kod postupanja", "kod rukovanja", "код поступања", "код за постапување"),
        *("код за работа", "обработка", "kodi i trajtimit", "traitement", "diffusion"),
        "code de traitement",
    ),
    "cites": (
        *("derived from", "cites", "based on", "izvedeno iz", "na osnovu", "изведено из"),
        *("на основу", "врз основа на", "въз основа на", "произтича от", "bazuar në"),
        *("rrjedh nga", "d'après", "fondé sur"),
        *("temelji se na", "na temelju", "poziva se na", "позива се на", "се повикува на"),
        *("позовава се на", "основано на", "i referohet", "rrjedh prej", "dérivé de", "cite"),
    ),
}


def fold(words: str) -> str:
    """Words without case, diacritics on Latin letters and doubled spaces, for comparison."""
    bare = unicodedata.normalize("NFD", words.casefold().replace("đ", "dj").replace("’", "'"))
    kept = "".join(c for c in bare if not "\u0300" <= c <= "\u036f" or c == "\u0306")
    return " ".join(unicodedata.normalize("NFC", kept).split())


FORM_KEYS = tuple(words[0].capitalize().replace("Urn", "URN") for words in _KEYS.values())
"""The keys of the form in English, as they are named to somebody who used another."""

_FOLDED = {fold(word): key for key, words in _KEYS.items() for word in words}
_LINE = re.compile(r"^([^\W\d_][^:\n]{1,39}?)\s*:(?:\s+(.*)|)$")
_ITEM = re.compile(r"^\s{0,3}\d{1,3}[.)]\s")


@dataclass(slots=True)
class Header:
    """What stands above the items.

    Attributes:
        values: Text by key: originator, urn, title, information, record, date, grading,
            handling, cites.
        lines: Line number by key, from 1.
        strange: Line numbers of header lines whose key is not known, or stands twice.
        body: The lines below the header.
        given: False where the text begins without a header.
    """

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    strange: list[int] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    @property
    def given(self) -> bool:
        """Whether the text began with a header."""
        return bool(self.values)


def split_header(text: str) -> Header:
    """Take the header off a text; a text that does not begin with one is all body."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not _known(lines[first]):
        return Header(body=lines)
    header = Header()
    at = first
    while at < len(lines) and _LINE.match(lines[at].strip()) and not _ITEM.match(lines[at]):
        _take_line(header, lines[at].strip(), at + 1)
        at += 1
    header.body = lines[at:]
    return header


def _known(line: str) -> str:
    match = _LINE.match(line.strip())
    return _key(match[1]) if match else ""


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    return _FOLDED.get(fold(words), "")


def _take_line(header: Header, line: str, number: int) -> None:
    key = _known(line)
    if key == "cites" and key in header.values:
        header.values[key] += f", {line.split(':', 1)[1].strip()}"
    elif key and key not in header.values:
        header.values[key] = line.split(":", 1)[1].strip()
        header.lines[key] = number
    else:
        header.strange.append(number)

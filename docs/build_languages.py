"""Writes the catalogues of the desk's texts anew: `make languages`.

What is translated stays, with its mark; a new text is added without a translation, one that no page
has any more goes. A translation that no speaker has looked over is marked `fuzzy`: any editor of
.po files leads from one to the next, and takes the mark away with the speaker's word.
"""

import json
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from headwater.analysis import METHODS
from headwater.desk import menu, phrases, trouble, words
from headwater.desk.rooms.find import things
from headwater.desk.rooms.work import reading
from headwater.model import Grading, Modality, Status, Verdict
from headwater.model import words as offered
from headwater.node.reading import CODES
from headwater.node.showing import wording
from headwater.node.things import in_words, kind_word
from headwater.safeguard import Category

ROOT = Path(__file__).parents[1] / "src/headwater/desk"
_NOTE = """\
Texts of the desk's pages in {name}.
BEGUN, NOT REVIEWED: a speaker who knows police work must look every text marked `fuzzy` over
before it is relied on. A text without a translation is shown in English.
Written anew by `make languages`; translations that stand here are kept."""

_LIVE = ROOT.parents[2] / "web" / "src" / "core" / "words.ts"
_OF_LIVE = re.compile(r'^  "?([\w.-]+)"?:\s*("(?:[^"\\]|\\.)*"),$', re.MULTILINE)

_NOT_SAID = tuple(
    f'"{name}'.encode()
    for name in ("Project", "Report-", "POT-", "PO-", "Last-", "Language-Team", "Generated")
)
"""Headers that say nothing here."""

_PLURALS = {"mk": "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1)"}
"""Forms of a number (Unicode CLDR) where Babel's table for catalogues differs from them."""

_KINDS = (
    "Arrest", "Association", "BankAccount", "CategoryDecision", "Contact", "EquipmentSupply",
    "Family", "Fee", "Identification", "Incident", "Launch", "Leg", "LegalEntity", "Measure",
    "Network", "NetworkRole", "Observation", "Organization", "Payment", "Person", "Place",
    "PriceAdvert", "PublicBody", "Seizure", "Sighting", "UserAccount", "Vehicle",
)  # fmt: skip
_PROPERTIES = (
    "accountNumber", "address", "agency", "aim", "alias", "amount", "amountHigh", "amountLow",
    "article", "authority", "basis", "beneficiary", "beneficiaryAccount", "birthDate", "boats",
    "body", "case", "category", "cause", "count", "country", "createdAt", "currency", "date",
    "dead", "decidedBy", "description", "duration", "fatherName", "from", "handle", "holder",
    "idNumber", "kind", "leg", "magnitude", "member", "missing", "mode", "model", "name",
    "network", "notes", "number", "operator", "owner", "passportNumber", "payer", "paymentMode",
    "period", "person", "persons", "personsAboard", "phone", "place", "platform", "position",
    "purpose", "quantity", "reason", "registrationNumber", "relationship", "relative", "role",
    "series", "service", "source", "subject", "supplier", "target", "to", "topics", "unit",
    "username", "vehicle", "wording",
)  # fmt: skip
"""What reports and tables are read into; rarer kinds and properties are said in English."""

_DRAWN = ("person", "report", "association", "kinship", "membership", "money", "ownership")
"""Kinds and ties that stand in a drawing, beside categories, modalities and means of transport."""

Text = str | tuple[str, str]


def texts() -> Iterator[Text]:
    """Every text of the pages, where it may be several times.

    Behind those of the templates stand those of the live parts, and what pages say by a word: of
    the menu, of the refusals, of a status, a verdict, a category, a grade, a handling, a kind of
    thing, a property, what a decision did, of sentences that are put together, and of methods.
    """
    for found in extract_from_dir(ROOT / "templates", [("**.j2", "jinja2")]):
        text = found[2]
        yield (text[0], text[1]) if isinstance(text, tuple) else text
    yield from (entry.label for entry in menu.menu(menu.Role))
    yield from trouble.WORDS.values()
    yield from live().values()
    yield from (*Status, *Verdict, *(each.replace("_", " ") for each in Category))
    yield from (*Grading.sources.values(), *Grading.informations.values(), *CODES.values())
    yield from (*map(kind_word, _KINDS), *map(in_words, _PROPERTIES))
    yield from (each.replace("_", " ") for each in offered("role"))
    yield from (*things._SAID.values(), *reading._SAID.values(), "entities", "legs")
    yield from (*phrases.PHRASES, *_declared())


def _declared() -> Iterator[str]:
    """What pages say of the methods: questions, what they are not for, labels and heads."""
    for each in METHODS.values():
        method = each.method
        yield from (wording.in_words(method.id.partition(".")[2]), method.question, method.not_for)
        yield wording.why_this(method.id)
        for parameter in method.parameters:
            yield wording.setting_words(parameter.name)
            yield from (choice.replace("_", " ") for choice in parameter.choices)
        yield from (wording.column_words(one.name, method.id) for one in method.outputs)


def live() -> Mapping[str, str]:
    """The English texts of chart, map, timeline, alerts and keys, by the name they have there."""
    told = _LIVE.read_text(encoding="utf-8").partition("const ENGLISH = {")[2].partition("} as")[0]
    found = {name: json.loads(text) for name, text in _OF_LIVE.findall(told)}
    data = (*Category, *Modality, *offered("mode"), *offered("contact"), *_DRAWN)
    return found | {f"word.{each}": each.replace("_", " ") for each in data}


def renewed(language: str, was: Catalog | None) -> bytes:
    """A catalogue with every text, and the translations that there were."""
    made = Catalog(
        locale=language,
        header_comment="\n".join(
            f"# {line}" for line in _NOTE.format(name=words.LANGUAGES[language]).splitlines()
        ),
        fuzzy=False,
    )
    if language in _PLURALS:
        made.mime_headers = [("Plural-Forms", _PLURALS[language])]
    for text in sorted(set(texts()), key=str):
        key = text if isinstance(text, str) else text[0]
        kept = was.get(key) if was else None
        if kept and kept.id == text:
            made.add(text, kept.string, flags=kept.flags)
        else:
            made.add(text)
    out = BytesIO()
    write_po(out, made, width=100)
    lines = out.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_NOT_SAID))


def main() -> None:
    """Write all catalogues, and the texts of the live parts beside them."""
    names = json.dumps(live(), indent=1, sort_keys=True, ensure_ascii=False)
    (ROOT / "languages" / "live.json").write_text(f"{names}\n", encoding="utf-8")
    for language in words.LANGUAGES:
        if language == "en":
            continue
        path = ROOT / "languages" / f"{language}.po"
        was = None
        if path.is_file():
            with path.open("rb") as lines:
                was = read_po(lines, locale=language)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(renewed(language, was))


if __name__ == "__main__":
    main()

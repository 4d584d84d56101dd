"""Wording: statements in a person's words, with names in place of ids."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import Modality, schemata
from headwater.resolve.columns import codes, standing, statement_ids

if TYPE_CHECKING:
    import pyarrow as pa

_NAMING = ("name", "registrationNumber", "number", "iban", "accountNumber", "username", "phone")
_AMOUNT = ("currency", "amount", "amountLow", "amountHigh", "basis")

# Cyrillic of the region as the Latin letters that it is mostly written with, without diacritics.
_LETTERS = str.maketrans(
    dict(
        zip(
            "абвгдежзийјклмнопрстуфхцчшъыэђћѕёіґ",
            "abvgdezzijjklmnoprstufhccsaiedczeig",
            strict=True,
        )
    )
    | {"љ": "lj", "њ": "nj", "џ": "dz", "ѓ": "gj", "ќ": "kj", "щ": "st", "ь": "", "ю": "ju"}
    | {"я": "ja", "ї": "ji", "є": "je", "đ": "d", "ł": "l", "ø": "o", "ı": "i", "y": "j"}
)
# Two Latin letters that other spellings write as one.
_DIGRAPHS = (("dj", "d"), ("sh", "s"), ("ch", "c"), ("zh", "z"), ("kh", "h"), ("ts", "c"))


def fold(text: str) -> str:
    """A text without case, diacritics and script (Latin, Cyrillic), for comparison only."""
    latin = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    bare = unicodedata.normalize("NFD", latin)
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    for digraph, letter in _DIGRAPHS:
        kept = kept.replace(digraph, letter)
    return " ".join(kept.split())


def number_of(count: int, thing: str) -> str:
    """How many of a thing, as `1 report` or `3,000 reports`."""
    return f"{count} {thing}" if count == 1 else f"{count:,} {thing}s"


class Said(NamedTuple):
    """What one statement says of an entity, how the text puts it, and who is named as saying so."""

    schema: str
    property: str
    value: str
    modality: str = Modality.DONE
    attribution: str = ""


def mark_of(said: Said) -> str:
    """What must stand before it, as `[denied] `; empty for what is plainly told as done."""
    put = "" if said.modality == Modality.DONE else said.modality
    put += ", not a fact" if said.modality == Modality.PROJECTED else ""
    by = f"according to “{said.attribution}”" if said.attribution else ""
    words = ", ".join(filter(None, (put, by)))
    return f"[{words}] " if words else ""


def said_in(scan: "pa.Table", row: int) -> Said:
    """What the statement in a row of the scan says."""
    here = [name for name in Said._fields if name in scan.column_names]
    return Said(**{name: str(scan.column(name)[row].as_py() or "") for name in here})


class Names:
    """What to call an entity: the first name that the scan gives it, else another sign of it.

    Args:
        scan: The store's scan of statements for the viewer.
        place_name: Name of a place that everybody knows, by its id; empty where it is none.
    """

    def __init__(self, scan: "pa.Table", place_name: Callable[[str], str]) -> None:
        import numpy as np

        self._scan = scan
        self._values = scan.column("value")
        self._place_name = place_name
        numbers, entities = codes(scan, "entity")
        kinds, properties = codes(scan, "property")
        self._rows = np.full(len(entities), -1, dtype=np.int64)
        holds = standing(scan)
        for wanted in reversed(_NAMING):  # the last to be written is the one that stays
            if wanted in properties:
                found = np.flatnonzero(holds & (kinds == properties.index(wanted)))[::-1]
                self._rows[numbers[found]] = found
        self._codes = {entity: code for code, entity in enumerate(entities)}

    def of(self, entity: str) -> str:
        """A name for it; the id itself where there is none."""
        row = self._row(entity)
        return (str(self._values[row]) if row >= 0 else self._place_name(entity)) or entity

    def called(self, entity: str) -> str:
        """A name for it with its id."""
        name = self.of(entity)
        return name if name == entity else f"{name} ({entity})"

    def statement(self, entity: str) -> str:
        """Id of the statement that gives the name; empty where there is none."""
        row = self._row(entity)
        return statement_ids(self._scan, [row])[row] if row >= 0 else ""

    def _row(self, entity: str) -> int:
        code = self._codes.get(entity)
        return -1 if code is None else int(self._rows[code])


def told(said: Iterable[Said], names: Names) -> str:
    """What statements say of one entity, as `a fee: EUR 3,500 to 5,000 per person`.

    What is put otherwise than as done stands apart under its mark, as `[denied] a fee: EUR 900`.
    """
    put: dict[str, list[Said]] = {}
    for one in dict.fromkeys(said):
        put.setdefault(mark_of(one), []).append(one)
    return "; ".join(f"{mark}{_together(held, names)}" for mark, held in put.items())


def _together(statements: Sequence[Said], names: Names) -> str:
    values: dict[str, list[str]] = {}
    for one in statements:
        values.setdefault(one.property, []).append(_shown(one, names))
    parts = [", ".join(values.pop("name"))] if "name" in values else []
    amount = _amount(values)
    parts += [amount] if amount else []
    parts += [f"{_split(name)} {' and '.join(held)}" for name, held in values.items()]
    kind = _split(statements[0].schema)
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}: {', '.join(parts)}"


def _amount(values: dict[str, list[str]]) -> str:
    """What the amount properties say together; they are taken out of the values."""
    if not any(name.startswith("amount") for name in values):
        return ""
    held = {name: values.pop(name)[0] for name in _AMOUNT if name in values}
    figures = [_figure(held[name]) for name in held if name.startswith("amount")]
    basis = held.get("basis", "unknown")
    per = "" if basis == "unknown" else f" per {basis}"
    return f"{held.get('currency', '')} {' to '.join(dict.fromkeys(figures))}{per}".strip()


def _figure(text: str) -> str:
    try:
        return f"{float(text):,.10g}"
    except ValueError:
        return text


def _shown(one: Said, names: Names) -> str:
    schema = schemata().get(one.schema)
    known = schema.properties.get(one.property) if schema else None
    return names.of(one.value) if known and known.type == "entity" else one.value


def _split(name: str) -> str:
    """`amountLow` as `amount low`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()

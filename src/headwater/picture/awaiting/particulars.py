"""Particulars: what statements tell of who a person is, by the person or by a thing that is held.

A document says whose it is (`holder`), a payment whose account it is, a call whose number; what is
denied tells nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Modality
from headwater.picture.coded import Coded, Codes
from headwater.safeguard import traces

_NAMES = ("name", "alias", "weakAlias", "previousName")
_ACCOUNTS = ("iban", "accountNumber", "cryptoAddress", "publicKey", "accountId")
_PART_OF = {
    **dict.fromkeys(_NAMES, "names"),
    "birthDate": "births",
    "phone": "phones",
    "passportNumber": "documents",
    "idNumber": "documents",
    **dict.fromkeys(_ACCOUNTS, "accounts"),
}
_KIND_OF = {"passportNumber": "passport", "idNumber": "identity card"}
_ENDS = {
    ("holder", "number"): "documents",
    ("holder", "passportNumber"): "documents",
    ("owner", "phone"): "phones",
    ("caller", "callerNumber"): "phones",
    ("receiver", "receiverNumber"): "phones",
    **{("holder", one): "accounts" for one in _ACCOUNTS},
}
"""Of a thing: whom it names and what it says of them, with the part that this is."""
_LEADS = {("payer", "payerAccount"), ("beneficiary", "beneficiaryAccount"), ("owner", "asset")}
"""Of a thing: whom it names, and the account that is then theirs."""
_READ = frozenset({*_PART_OF, "type", *(end for pair in (*_ENDS, *_LEADS) for end in pair)})
_NAMING = frozenset(end for end, _ in (*_ENDS, *_LEADS))
_KINDS = {
    "documents": ("document",),
    "accounts": ("account",),
    "phones": ("phone",),
    "births": ("name and birth date",),
}

Row = tuple[str, int, str]
"""Value, its place among the ids (-1: it names no entity), and the statement's id."""
Said = dict[str, list[Row]]


@dataclass(slots=True)
class Told:
    """What is told of who one person is.

    Attributes:
        name: What the person is called.
        mention: The smallest id under which the person is named.
        evidence: By kind of identifier the statements that tell it.
        parts: Values by part, as `Particulars` has them.
        documents: Kind, or empty, and number.
    """

    name: str = ""
    mention: str = ""
    evidence: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    parts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    documents: list[tuple[str, str]] = field(default_factory=list)

    def note(self, part: str, value: str, statement: str, kind: str = "") -> None:
        """Take one value in."""
        if part == "documents":
            self.documents.append((kind, value))
        else:
            self.parts[part].append(value)
        for identifier in _KINDS.get(part, ()):
            self.evidence[identifier].append(statement)

    @property
    def particulars(self) -> traces.Particulars:
        """What is told, to be put into normal forms."""
        parts = {part: self.parts[part] for part in ("names", "births", "phones", "accounts")}
        return traces.Particulars(documents=self.documents, **parts)


def telling(scan: pa.Table) -> pa.Table:
    """The rows of a scan that tell who somebody is, or what was decided of whom."""
    properties = pa.array(sorted(_READ | {"subject", "category"}), pa.string())
    return scan.filter(pc.is_in(pc.cast(scan["property"], pa.string()), value_set=properties))


def particulars_told(coded: Coded, people: Collection[str]) -> dict[str, Told]:
    """What is told of these people, by their ids; a few passes over columns of numbers."""
    if not people:
        return {}
    places = pc.index_in(pa.array(sorted(people), pa.string()), value_set=coded.ids).to_pylist()
    ids = {one: at for one, at in zip(sorted(people), places, strict=True) if at is not None}
    them = np.array(sorted(ids.values()), dtype=np.int64)
    pointing = coded.entity[_among(coded, coded.value, them) & _has(coded, _NAMING)]
    said = _said(coded, np.union1d(them, pointing))
    accounts = {row[1] for thing in said.values() for row in _accounts(thing) if row[1] >= 0}
    said |= _said(coded, np.array(sorted(accounts - said.keys()), dtype=np.int64))
    told = {one: _told_of(said.get(place, {})) for one, place in ids.items()}
    by_place = {place: told[one] for one, place in ids.items()}
    for place in np.unique(pointing).tolist():
        _note_held(said.get(place, {}), said, by_place)
    for one, mention in _mentions(coded, them).items():
        told[one].mention = mention
    return told


def _among(coded: Coded, codes: Codes, wanted: Codes) -> npt.NDArray[np.bool_]:
    """For every row whether it has one of the wanted codes; -1 is none."""
    flags = np.zeros(len(coded.ids) + 1, dtype=np.bool_)
    flags[wanted] = True
    found: npt.NDArray[np.bool_] = flags[codes]
    return found


def _has(coded: Coded, properties: frozenset[str]) -> npt.NDArray[np.bool_]:
    """For every row whether it has one of these properties."""
    column = coded.statements["property"].unify_dictionaries().combine_chunks()
    wanted = np.array(
        [word in properties for word in column.dictionary.to_pylist()], dtype=np.bool_
    )
    found: npt.NDArray[np.bool_] = wanted[column.indices.to_numpy()]
    return found


def _said(coded: Coded, subjects: Codes) -> dict[int, Said]:
    """What is said of some entities and not denied, by their places and by property."""
    if not len(subjects):
        return {}
    chosen = np.flatnonzero(_among(coded, coded.entity, subjects) & _has(coded, _READ))
    rows = coded.rows_at(chosen)
    names = ("e", "property", "value", "v", "id", "modality")
    found: dict[int, Said] = defaultdict(lambda: defaultdict(list))
    for subject, prop, value, code, statement, modality in zip(
        *(rows[name].to_pylist() for name in names), strict=True
    ):
        if modality != Modality.DENIED:
            found[subject][prop].append((value, code, statement))
    return dict(found)


def _told_of(said: Said) -> Told:
    told = Told(name=next((row[0] for prop in _NAMES for row in said.get(prop, ())), ""))
    for prop, part in _PART_OF.items():
        for value, _, statement in said.get(prop, ()):
            told.note(part, value, statement, _KIND_OF.get(prop, ""))
    return told


def _note_held(thing: Said, said: dict[int, Said], people: dict[int, Told]) -> None:
    """What a thing says of the people whom it names."""
    kind = next((row[0] for row in thing.get("type", ())), "")
    for (end, prop), part in _ENDS.items():
        for told in _named(thing, end, people):
            for value, _, statement in thing.get(prop, ()):
                told.note(part, value, statement, _KIND_OF.get(prop, kind))
    for end, prop in _LEADS:
        for told in _named(thing, end, people):
            for _, account, _ in thing.get(prop, ()):
                _note_account(told, said.get(account, {}))


def _note_account(told: Told, account: Said) -> None:
    for name in _ACCOUNTS:
        for value, _, statement in account.get(name, ()):
            told.note("accounts", value, statement)


def _named(thing: Said, end: str, people: dict[int, Told]) -> Iterator[Told]:
    """Whom it names at this end; with several it is not known whose number it is."""
    named = {row[1] for row in thing.get(end, ())}
    if len(named) == 1 and (told := people.get(named.pop())):
        yield told


def _accounts(thing: Said) -> Iterator[Row]:
    return (row for _, prop in _LEADS for row in thing.get(prop, ()))


def _mentions(coded: Coded, them: Codes) -> dict[str, str]:
    """For each person the smallest id under which anything is said."""
    rows = coded.rows_at(np.flatnonzero(_among(coded, coded.entity, them)), ["mention"])
    pairs = rows.select(["entity", "mention"])
    plain = pa.table({name: pairs[name].cast(pa.string()) for name in pairs.column_names})
    least = plain.group_by("entity").aggregate([("mention", "min")])
    return dict(zip(least["entity"].to_pylist(), least["mention_min"].to_pylist(), strict=True))

"""Contradictions: what keeps two records apart whatever the score, unless a person says otherwise.

They hold between whole clusters: a record joins only where it contradicts no member.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.linkage.linked import Pair
from headwater.resolve.names import assign, doubtful, read_name
from headwater.resolve.records import FIELDS, Kind, PersonRecord, Tie

BORN = "the years of birth lie more than one apart"
FAR = "the years of birth, rough as they are, lie more than ten years apart"
DOCUMENTS = "the document numbers of one kind and issuer differ"
SEX = "the recorded sex differs"
TWO_PLACES = "seen in two countries on one day"
JUDGED = "a person judged them different"
NEAR = "their names may be two of like letters"

_FULL_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR = re.compile(r"[0-9]{4}")
_ROUGHLY = 10
_PLACEHOLDER_DAY = ("01", "01")
_SHORTEST_NUMBER = 5
_SEXES = {"m": "m", "f": "f", "w": "f", "ž": "f", "м": "m", "ж": "f"}
_IDENTIFIERS = tuple(field for field, kind in FIELDS.items() if kind is Kind.IDENTIFIER)
_COUNTRY = re.compile(r"(?:^|[,|:/ ])([A-Z]{2})$|^([A-Z]{2})[|:/-]")


class Facts(NamedTuple):
    """What a record says that another may contradict.

    Attributes:
        years: Years of its full birth dates; 1 January stands for an unknown day, so such a date
            is no full one.
        sex: `m` or `f`.
        documents: Numbers by kind and issuer.
        countries: Countries it was seen in, by day.
        about: Years of all its birth dates, of those that are only a year too.
    """

    years: frozenset[int] = frozenset()
    sex: frozenset[str] = frozenset()
    documents: Mapping[str, frozenset[str]] = {}
    countries: Mapping[str, frozenset[str]] = {}
    about: frozenset[int] = frozenset()


def facts(record: PersonRecord, ties: Iterable[Tie] = ()) -> Facts:
    """Read what can be contradicted from a record and where it was seen."""
    values = record.values
    return Facts(
        frozenset(filter(None, map(_year, values.get("birth_date", ())))),
        frozenset(_SEXES[v[:1].casefold()] for v in values.get("sex", ()) if _is_sex(v)),
        _documents(values.get("document", ())),
        _countries(ties),
        frozenset(int(v[:4]) for v in values.get("birth_date", ()) if _YEAR.match(v)),
    )


def contradictions(left: Facts, right: Facts) -> tuple[str, ...]:
    """Every reason why the two cannot be one person; none where nothing is known."""
    found = []
    if left.years and right.years and not _near(left.years, right.years):
        found.append(BORN)
    elif left.about and right.about and not _near(left.about, right.about, _ROUGHLY):
        found.append(FAR)
    if left.sex and right.sex and left.sex.isdisjoint(right.sex):
        found.append(SEX)
    if left.documents and right.documents and _apart(left.documents, right.documents):
        found.append(DOCUMENTS)
    if left.countries and right.countries and _apart(left.countries, right.countries):
        found.append(TWO_PLACES)
    return tuple(found)


def only_near(left: PersonRecord, right: PersonRecord) -> bool:
    """Whether a word of the names that go together best may be another name of like letters."""
    return _only_near(left.values.get("name", ()), right.values.get("name", ()))


@lru_cache(maxsize=20_000)  # many mentions bear the same names
def _only_near(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    met = [assign(read_name(one), read_name(other)) for one in ours for other in theirs]
    pairs = max(met, key=lambda found: found.bits).pairs if met else ()
    return any(doubtful(pair.left.token, pair.right.token, pair.bits) for pair in pairs)


def share_identifier(left: PersonRecord, right: PersonRecord) -> bool:
    """Whether both bear one phone, document, plate or account."""
    return any(
        not set(left.values.get(field, ())).isdisjoint(right.values.get(field, ()))
        for field in _IDENTIFIERS
    )


class Contradictions:
    """Contradictions between clusters of records, given as places in one sequence.

    Args:
        records: The records.
        ties: Where they were seen.
        judged: What people decided, by ids; see `Options`.
    """

    def __init__(
        self, records: Sequence[PersonRecord], ties: Iterable[Tie], judged: Mapping[Pair, bool]
    ) -> None:
        seen: dict[str, list[Tie]] = defaultdict(list)
        for tie in ties:
            if tie.kind == "seen" and tie.when:
                seen[tie.record].append(tie)
        nothing = Facts()
        read = (facts(record, seen.get(record.id, ())) for record in records)
        self._facts = [one if any(one) else nothing for one in read]
        place = {record.id: number for number, record in enumerate(records)}
        self._judged = {
            (min(place[a], place[b]), max(place[a], place[b])): same
            for (a, b), same in judged.items()
            if a in place and b in place
        }
        self._among_judged = {number for pair in self._judged for number in pair}

    def same(self) -> list[tuple[int, int]]:
        """Pairs that a person judged to be one, in order."""
        return sorted(pair for pair, same in self._judged.items() if same)

    def between(self, left: Iterable[int], right: Sequence[int]) -> tuple[str, ...]:
        """Why two clusters cannot be joined; none where nothing speaks against it."""
        found: dict[str, None] = {}
        for one in left:
            if self._facts[one] != _NOTHING or one in self._among_judged:
                for other in right:
                    found.update(dict.fromkeys(self._of_pair(one, other)))
        return tuple(found)

    def _of_pair(self, one: int, other: int) -> tuple[str, ...]:
        if self._among_judged:
            same = self._judged.get((one, other) if one < other else (other, one))
            if same is not None:
                return () if same else (JUDGED,)
        return contradictions(self._facts[one], self._facts[other])


_NOTHING = Facts()


def _year(date: str) -> int:
    full = _FULL_DATE.match(date)
    return int(full[1]) if full and (full[2], full[3]) != _PLACEHOLDER_DAY else 0


def _near(left: frozenset[int], right: frozenset[int], within: int = 1) -> bool:
    return any(abs(one - other) <= within for one in left for other in right)


def _is_sex(value: str) -> bool:
    return value[:1].casefold() in _SEXES


def _documents(values: Iterable[str]) -> dict[str, frozenset[str]]:
    """Numbers by kind and issuer; without both nothing is known about a second number."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for value in values:
        kind, issuer, number = ([part.strip() for part in value.split("|")] + ["", "", ""])[:3]
        plain = "".join(filter(str.isalnum, number)).upper()
        if kind and issuer and len(plain) >= _SHORTEST_NUMBER and any(map(str.isdigit, plain)):
            numbers[f"{kind.casefold()}|{issuer.casefold()}"].add(plain)
    return {series: frozenset(held) for series, held in numbers.items()}


def _countries(ties: Iterable[Tie]) -> dict[str, frozenset[str]]:
    """Countries by day, of the sightings whose place tells its country."""
    days: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        country = _COUNTRY.search(tie.to)
        if country and _FULL_DATE.match(tie.when):
            days[tie.when[:10]].add(country[1] or country[2])
    return {day: frozenset(countries) for day, countries in days.items()}


def _apart(left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> bool:
    return any(left[key].isdisjoint(right[key]) for key in left.keys() & right.keys())

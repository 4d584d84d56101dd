"""Groups: reports that count as one source, from what was found, stated and decided.

Two steps. Reports that copy, rewrite, claim the same or cite one another tell one story, and the
story belongs to the originator of its first report. All stories of one originator form one group:
an agency does not confirm itself. Press and other texts whose own origin nobody has established
form one group together: they are not yet known to be independent.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa

from headwater.model import OPEN_SOURCE, Regrouping
from headwater.picture.independence.decided import Decided, Mark, apart
from headwater.picture.independence.found import NEAR_COPY, REWRITE, SAME_CLAIMS, Findings, Found

UNKNOWN = "not yet known to be independent"

_REASONS = {
    "unknown origin": UNKNOWN,
    "joined": "put together by an officer",
    "citation": "one cites the other, or both the same origin",
    NEAR_COPY: "the same words",
    REWRITE: "rare phrases in common",
    SAME_CLAIMS: "the same claims without an origin of their own",
    "originator": "the same originator",
}

Rows = Mapping[str, Mapping[str, Any]]
"""The reports by URN, each with the columns that decide."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two reports are not independent.

    Attributes:
        a: URN of the one, the smaller in text order.
        b: URN of the other.
        tier: `near copy`, `rewrite`, `same claims`, `citation`, `joined` (by an officer),
            `originator` or `unknown origin`.
        phrases: The words that show it, as they stand in the reports; empty until asked for.
        source: URN of the one that the other has it from, by citation or the dates of their
            records; empty where that is not known.
    """

    a: str
    b: str
    tier: str
    phrases: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Reports that count as one source.

    Attributes:
        id: The smallest of their URNs.
        reports: Their URNs, in text order.
        links: What ties them together; a chain, not every pair.
        reason: The same in words; empty for a report that stands alone.
    """

    id: str
    reports: tuple[str, ...]
    links: tuple[Link, ...]
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """The group as JSON, in the shape of `headwater groups --json`, with its reason."""
        return asdict(self)


class _Forest:
    """Sets of reports that are put together link by link; what is decided apart stays apart."""

    def __init__(self, urns: Iterable[str], decided: Decided) -> None:
        self._parent = {urn: urn for urn in sorted(urns)}
        self._marks: dict[str, set[Mark]] = {urn: set(m) for urn, m in decided.marks.items()}
        self.links: list[Link] = []

    def root(self, urn: str) -> str:
        parent = self._parent
        while parent[urn] != urn:
            parent[urn] = parent[parent[urn]]
            urn = parent[urn]
        return urn

    def put(self, links: Iterable[Link]) -> None:
        """Take each link that ties two sets that were apart and may come together."""
        for link in links:
            low, high = sorted((self.root(link.a), self.root(link.b)))
            one, other = self._marks.get(low, set()), self._marks.get(high, set())
            if low == high or apart(one, other):
                continue
            self._parent[high] = low
            if other:
                self._marks[low] = one | other
            self.links.append(link)

    def sets(self) -> list[list[str]]:
        members: dict[str, list[str]] = {}
        for urn in self._parent:
            members.setdefault(self.root(urn), []).append(urn)
        return list(members.values())

    def groups(self) -> list[Group]:
        held: dict[str, list[Link]] = {}
        for link in self.links:
            held.setdefault(self.root(link.a), []).append(link)
        made = [
            Group(urns[0], tuple(urns), tuple(links), _reason(links))
            for urns in self.sets()
            for links in [held.get(self.root(urns[0]), [])]
        ]
        return sorted(made, key=lambda group: group.id)


def independence(
    reports: pa.Table,
    items: pa.Table,
    scan: pa.Table,
    regroupings: Sequence[Regrouping] = (),
) -> list[Group]:
    """The groups that corroboration counts, in the order of their ids.

    Every report is in exactly one. Nothing but these tables decides, so a report that is not among
    them leaves no trace. Cost: near-linear in the words.

    Args:
        reports: Columns urn, originator, cites (list), origin_known, record_date,
            information_from, information_to, dates_assumed, format.
        items: Columns urn, item, text, language.
        scan: Their statements, as a store's scan gives them.
        regroupings: What officers decided, in the order in which they did.
    """
    return Stories(reports, items, scan, regroupings).sources()


class Stories:
    """Reports by the story that they tell; see `independence` for the arguments."""

    def __init__(
        self,
        reports: pa.Table,
        items: pa.Table,
        scan: pa.Table,
        regroupings: Sequence[Regrouping] = (),
    ) -> None:
        columns = ["urn", "originator", "cites", "origin_known", "record_date"]
        self._rows = {row["urn"]: row for row in reports.select(columns).to_pylist()}
        self._findings = Findings(reports, items, scan)
        self._decided = Decided(regroupings, self._rows)
        self._forest = _Forest(self._rows, self._decided)
        self._forest.put(_link(a, b, "joined") for a, b in self._decided.joined)
        self._forest.put(_by_citation(self._rows))
        self._forest.put(self._of(found) for found in self._findings.links())
        self._told = self._forest.groups()

    def groups(self) -> list[Group]:
        """One group for each story, in the order of their ids."""
        return self._told

    def sources(self) -> list[Group]:
        """Stories of one originator together, and those of unknown origin: what counts once."""
        forest = _Forest(self._rows, self._decided)
        forest.put(self._forest.links)
        firsts = sorted(min(group.reports, key=_order(self._rows)) for group in self._told)
        forest.put(_by_origin(self._rows, firsts))
        return forest.groups()

    def shown(self, link: Link) -> tuple[str, ...]:
        """The words that show a link, as they stand in the reports."""
        return self._findings.phrases(link.a, link.b, link.tier)

    def _of(self, found: Found) -> Link:
        days = [self._rows[urn]["record_date"] or "" for urn in (found.earlier, found.later)]
        known = days[0] and days[1] and days[0] < days[1]
        return _link(found.earlier, found.later, found.tier, found.earlier if known else "")


def own_reasons(groups: Sequence[Group]) -> dict[str, str]:
    """For each report what ties itself to the others of its group; empty where it stands alone."""
    held: dict[str, list[Link]] = {urn: [] for group in groups for urn in group.reports}
    for group in groups:
        for link in group.links:
            held[link.a].append(link)
            held[link.b].append(link)
    return {urn: _reason(links) for urn, links in held.items()}


def _order(rows: Rows) -> Callable[[str], tuple[bool, str, str]]:
    """Who told it first: whoever cites no other report here, then the earliest record."""

    def key(urn: str) -> tuple[bool, str, str]:
        row = rows[urn]
        derived = any(cited in rows for cited in row["cites"] or ())
        return derived, row["record_date"] or "9999", urn

    return key


def _reason(links: Iterable[Link]) -> str:
    tiers = {link.tier for link in links}
    return "; ".join(words for tier, words in _REASONS.items() if tier in tiers)


def _by_citation(rows: Rows) -> list[Link]:
    """A cited report that is not here still ties those that cite it."""
    first: dict[str, str] = {}
    links = []
    for urn in sorted(rows):
        for origin in rows[urn]["cites"] or ():
            other = origin if origin in rows else first.setdefault(origin, urn)
            if other != urn:
                links.append(_link(other, urn, "citation", other if other == origin else ""))
    return links


def _by_origin(rows: Rows, firsts: Iterable[str]) -> list[Link]:
    """Ties between the first reports of stories that have one originator."""
    first: dict[tuple[str, str], str] = {}
    links = []
    for urn in firsts:
        originator = " ".join(rows[urn]["originator"].casefold().split())
        if not rows[urn]["origin_known"] or originator in ("", OPEN_SOURCE):
            key = ("unknown origin", "")
        else:
            key = ("originator", originator)
        other = first.setdefault(key, urn)
        if other != urn:
            links.append(_link(other, urn, key[0]))
    return links


def _link(a: str, b: str, tier: str, source: str = "") -> Link:
    return Link(min(a, b), max(a, b), tier, (), source)

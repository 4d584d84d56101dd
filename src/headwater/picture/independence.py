"""Independence: which reports may go back to one origin. Corroboration counts groups.

First version. Reports that cite one another, or hold the same words, tell one story; it belongs to
the originator of its first report. All stories of one originator form one group: an agency does
not confirm itself. Press and other texts whose own origin nobody has established form one group
together: they are not yet known to be independent. A rewrite in other words is not found yet.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import pyarrow as pa

from headwater.model import OPEN_SOURCE

UNKNOWN = "not yet known to be independent"
_FEWEST_WORDS = 12  # shorter items agree by chance ("nothing to report")
_NOT_A_WORD = re.compile(r"\W+")

Rows = Mapping[str, Mapping[str, Any]]
"""The reports by URN, each with the columns that decide."""


@dataclass(frozen=True, slots=True)
class Link:
    """Why two reports are not independent.

    Attributes:
        a: URN of the one, the smaller in text order.
        b: URN of the other.
        tier: `citation`, `verbatim`, `originator` or `unknown origin`.
        phrases: The words they share, where that is the reason.
    """

    a: str
    b: str
    tier: str
    phrases: tuple[str, ...] = ()


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


def independence(reports: pa.Table, items: pa.Table) -> list[Group]:
    """The groups of these reports, in the order of their ids; every report is in exactly one.

    Args:
        reports: Columns urn, originator, cites (list), origin_known, record_date.
        items: Columns urn, text.
    """
    columns = ["urn", "originator", "cites", "origin_known", "record_date"]
    rows = {row["urn"]: row for row in reports.select(columns).to_pylist()}
    parent = {urn: urn for urn in sorted(rows)}
    told = [*_by_citation(rows), *_by_words(items)]
    links = [link for link in told if _join(parent, link.a, link.b)]
    firsts = sorted(min(story, key=_order(rows)) for story in _sets(parent))
    links += [link for link in _by_origin(rows, firsts) if _join(parent, link.a, link.b)]
    held: dict[str, list[Link]] = {}
    for link in links:
        held.setdefault(_root(parent, link.a), []).append(link)
    groups = [_group(urns, held.get(_root(parent, urns[0]), [])) for urns in _sets(parent)]
    return sorted(groups, key=lambda group: group.id)


def own_reasons(groups: Sequence[Group]) -> dict[str, str]:
    """For each report what ties itself to the others of its group; empty where it stands alone."""
    held: dict[str, list[Link]] = {urn: [] for group in groups for urn in group.reports}
    for group in groups:
        for link in group.links:
            held[link.a].append(link)
            held[link.b].append(link)
    return {urn: _reason(links) for urn, links in held.items()}


def _sets(parent: dict[str, str]) -> list[list[str]]:
    members: dict[str, list[str]] = {}
    for urn in parent:
        members.setdefault(_root(parent, urn), []).append(urn)
    return list(members.values())


def _order(rows: Rows) -> Callable[[str], tuple[bool, str, str]]:
    """Who told it first: whoever cites no other report here, then the earliest record."""

    def key(urn: str) -> tuple[bool, str, str]:
        row = rows[urn]
        derived = any(cited in rows for cited in row["cites"] or ())
        return derived, row["record_date"] or "9999", urn

    return key


def _group(urns: Sequence[str], links: Sequence[Link]) -> Group:
    return Group(urns[0], tuple(urns), tuple(links), _reason(links))


def _reason(links: Iterable[Link]) -> str:
    tiers = {link.tier for link in links}
    return "; ".join(words for tier, words in _REASONS.items() if tier in tiers)


_REASONS = {
    "unknown origin": UNKNOWN,
    "citation": "one cites the other, or both the same origin",
    "verbatim": "the same words",
    "originator": "the same originator",
}


def _by_citation(rows: Rows) -> list[Link]:
    """A cited report that is not here still ties those that cite it."""
    first: dict[str, str] = {}
    links = []
    for urn in sorted(rows):
        for origin in rows[urn]["cites"] or ():
            other = origin if origin in rows else first.setdefault(origin, urn)
            if other != urn:
                links.append(_link(other, urn, "citation"))
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


def _by_words(items: pa.Table) -> list[Link]:
    """Items of two reports with the same words, but for case, spaces and punctuation."""
    first: dict[str, str] = {}
    links = []
    urns, texts = (items[name].to_pylist() for name in ("urn", "text"))
    for urn, text in sorted(zip(urns, texts, strict=True)):
        words = _NOT_A_WORD.sub(" ", text.casefold()).strip()
        if words.count(" ") + 1 < _FEWEST_WORDS:
            continue
        other = first.setdefault(words, urn)
        if other != urn:
            links.append(_link(other, urn, "verbatim", (text.strip(),)))
    return links


def _link(a: str, b: str, tier: str, phrases: tuple[str, ...] = ()) -> Link:
    return Link(min(a, b), max(a, b), tier, phrases)


def _root(parent: dict[str, str], urn: str) -> str:
    while parent[urn] != urn:
        parent[urn] = parent[parent[urn]]
        urn = parent[urn]
    return urn


def _join(parent: dict[str, str], a: str, b: str) -> bool:
    """Whether this link ties two groups that were apart until now."""
    low, high = sorted((_root(parent, a), _root(parent, b)))
    parent[high] = low
    return low != high

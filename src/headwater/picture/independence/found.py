"""Found: the links between reports that their words and claims show, each with its tier.

In a long text words tell. A short report is made of set phrases, and there claims tell, which work
across languages too; of a story told many times each report is tied to the one it most likely has
its claims from.
"""

from typing import NamedTuple

import numpy as np
import pyarrow as pa

from headwater.picture.independence.candidates import Numbers, Pairs, in_time
from headwater.picture.independence.copying import Manner, copying
from headwater.picture.independence.evidence import Ledger
from headwater.picture.independence.facts import read_facts
from headwater.picture.independence.texts import Codes, read_texts
from headwater.picture.independence.wording import Alike, Wording

NEAR_COPY, REWRITE, SAME_CLAIMS = "near copy", "rewrite", "same claims"

_LONG = 80  # words
_REWRITTEN = 90.0  # weight of shared runs of words in long texts
_COPIED = 0.5  # share of phrases in common
_VERBATIM = 0.8
_FEWEST_KINDS = 2  # of names, places, dates, numbers and identifiers
_SET_PHRASES = 40  # words; nobody says more than that in the words of another by chance
_FEWEST_WORDS = 12  # shorter reports agree by chance ("nothing to report")


class Found(NamedTuple):
    """A link as it was found.

    Attributes:
        earlier: URN of the report that stands earlier in time, as far as is known.
        later: URN of the other.
        tier: `near copy`, `rewrite` or `same claims`.
        strength: Links of more strength are taken first.
    """

    earlier: str
    later: str
    tier: str
    strength: float


class Findings:
    """What ties reports together by their words and claims.

    Args:
        reports: Columns urn, originator, origin_known, record_date, information_from,
            information_to, dates_assumed, format.
        items: Columns urn, item, text, language, and grade and provenance where there are such.
        scan: Their statements, as a store's scan gives them.
    """

    def __init__(self, reports: pa.Table, items: pa.Table, scan: pa.Table) -> None:
        self._texts = read_texts(reports, items)
        self._facts = read_facts(self._texts, scan)
        self._ledger = Ledger(self._texts, self._facts)
        self._wording = Wording(self._texts)
        self._manner = Manner(self._texts, items, scan, self._wording)
        self._assumed = self._texts.reports["dates_assumed"].to_numpy()

    def links(self) -> list[Found]:
        """The links, strongest first."""
        if len(self._texts.urns) < 2:
            return []
        alike = self._wording.alike(in_time(self._facts))
        pairs, odds = copying(self._texts, self._facts, self._ledger, self._manner)
        found = self._retold(alike)
        found += self._repeated(alike, pairs.at(np.flatnonzero(odds > 0)))
        found += self._claimed(alike, pairs, odds)
        return sorted(found, key=lambda one: (-one.strength, one.earlier, one.later))

    def _retold(self, alike: Alike) -> list[Found]:
        """Long texts that share much."""
        found = []
        long = self._words(alike) >= _LONG
        for at in np.flatnonzero(long & (alike.weight >= _REWRITTEN)).tolist():
            one, other = int(alike.earlier[at]), int(alike.later[at])
            if self._of_other_days(one, other):
                continue
            if sum(weight for *_, weight in self._wording.runs(one, other)) >= _REWRITTEN:
                tier = NEAR_COPY if alike.share[at] >= _COPIED else REWRITE
                found.append(self._found(one, other, tier, 100.0 + float(alike.share[at])))
        return found

    def _repeated(self, alike: Alike, likely: Pairs) -> list[Found]:
        """Short texts that say the same in the same words.

        Offices that saw one public event may tell it in one set phrase: a sentence or two in the
        same words is no copy there unless the rest of the evidence speaks for it.
        """
        n, words = len(self._texts.urns), self._words(alike)
        told = np.isin(alike.earlier * n + alike.later, likely.earlier * n + likely.later)
        told |= (words >= _SET_PHRASES) | ~self._manner.public(alike.earlier, alike.later)
        short = (words < _LONG) & (words >= _FEWEST_WORDS) & (alike.share >= _VERBATIM)
        found = []
        for at in np.flatnonzero(short & told).tolist():
            one, other = int(alike.earlier[at]), int(alike.later[at])
            if not self._contradict(one, other):
                found.append(self._found(one, other, NEAR_COPY, 50.0 + float(alike.share[at])))
        return found

    def _words(self, alike: Alike) -> Codes:
        """The words of the shorter of each pair."""
        words = self._wording.words
        return np.minimum(words[alike.earlier], words[alike.later])

    def _claimed(self, alike: Alike, pairs: Pairs, odds: Numbers) -> list[Found]:
        """Of each report the one that it most likely has its claims from."""
        order = np.lexsort((pairs.earlier, -odds, pairs.later))
        _, first = np.unique(pairs.later[order], return_index=True)
        best = order[first]
        best = best[odds[best] > 0]
        earlier, later = pairs.earlier[best], pairs.later[best]
        share = self._wording.compared(earlier, later).share
        # Everybody speaks of known people, or of one place: one kind of fact alone ties nothing.
        kinds = self._ledger.kinds(later, earlier).sum(axis=1)
        told = (kinds >= _FEWEST_KINDS) | (share >= _COPIED)
        best, earlier, later, share = best[told], earlier[told], later[told], share[told]
        n = len(self._texts.urns)
        worded = np.isin(earlier * n + later, alike.earlier * n + alike.later)
        tier = np.where(share >= _COPIED, NEAR_COPY, np.where(worded, REWRITE, SAME_CLAIMS))
        return [
            self._found(int(one), int(other), str(name), float(how))
            for one, other, name, how in zip(earlier, later, tier, odds[best], strict=True)
        ]

    def _of_other_days(self, one: int, other: int) -> bool:
        """Whether both say themselves of which day their information is, and it is another."""
        days = self._facts.known[[one, other]]
        assumed = self._assumed[[one, other]].any()
        return bool(days.min() >= 0 and days[0] != days[1] and not assumed)

    def _contradict(self, one: int, other: int) -> bool:
        """Whether one of them has a number, date, place or identifier that the other has not."""
        return self._of_other_days(one, other) or self._ledger.differ(one, other)

    def _found(self, one: int, other: int, tier: str, strength: float) -> Found:
        urns = self._texts.urns
        return Found(urns[one].as_py(), urns[other].as_py(), tier, strength)

    def phrases(self, a: str, b: str, tier: str) -> tuple[str, ...]:
        """The words that show a link: shared runs, or the two sentences that claim the same."""
        place = {urn: at for at, urn in enumerate(self._texts.urns.to_pylist()) if urn in (a, b)}
        if len(place) < 2:
            return ()
        if tier != SAME_CLAIMS:
            return self._wording.phrases(place[a], place[b])
        return self._claims(place[a], place[b])

    def _claims(self, a: int, b: int) -> tuple[str, ...]:
        """The two sentences that share the rarest facts, each in its own words."""
        shared = self._ledger.shared(a, b)
        return tuple(
            self._texts.sentences[int(self._fullest(one, shared))].as_py().strip() for one in (a, b)
        )

    def _fullest(self, report: int, shared: Codes) -> int:
        """The sentence of a report that holds the most of some facts, by their rarity."""
        own = np.flatnonzero(self._texts.report == report)
        rows = np.isin(self._facts.sentence, own) & np.isin(self._facts.fact, shared)
        weight = self._ledger.rarity[self._facts.fact[rows]]
        told = np.bincount(self._facts.sentence[rows] - own[0], weight, own.size)
        return int(own[int(told.argmax())])

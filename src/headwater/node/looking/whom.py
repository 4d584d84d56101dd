"""Whom: under which ids somebody stands in the log, whom an auditor asks for by name or number.

A complaint brings a name. What the log names are ids: of mentions, of the sentences about them, of
the reports in which they stand; and an id changes its owner when two are joined or parted.
Looked through is only what the log tells that somebody looked at, changed or handed out: so the
answer says nothing of a person whom nobody looked at, not even whether one is here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from headwater.model import Statement, Verdict, WrongUse
from headwater.node.node import Node

if TYPE_CHECKING:
    from headwater.store import Store

PERSON, SENTENCE, REPORT = "person", "sentence", "report"
"""What an id is of: whoever is asked for, a sentence about them, a report in which they stand."""

_MOST = 15_000
_SHORTEST = 5
_TAIL = 8  # digits by which a phone is known, whatever stands before them
_NAMES = frozenset(("name", "alias", "weakAlias", "previousName", "abbreviation"))


def whom(node: Node, asked: str) -> dict[str, str]:
    """The ids of whoever bears a name or a number, in any spelling and script, each with its sort.

    The protected are found as everybody is: it is their right that is looked after, and the ids are
    for looking into the log, never to be shown. Ids that were once held for the same person count,
    since whoever looked at the one then was shown the other.

    Args:
        node: The node of an auditor.
        asked: A name, phone, plate, document or account.

    Cost: by what was ever looked at, changed or handed out by itself.

    Raises:
        WrongUse: If so many bear it that nothing could be read from the answer.
    """
    store = node.store
    bearing = _bearing(list(_said(store, store.recent.touched())), asked)
    people = once_joined(store, bearing)
    everything = frozenset(store.labels())
    said = [one for entity in people for one in store.statements_of(entity, everything)]
    reports = dict.fromkeys((one.urn for one in said), REPORT)
    sentences = dict.fromkeys((one.id for one in said), SENTENCE)
    found = reports | sentences | dict.fromkeys(people, PERSON)
    if len(found) > _MOST:
        raise WrongUse(f"too many are called {asked!r}", do="give more of the name, or a number")
    return found


def once_joined(store: "Store", entities: Iterable[str]) -> set[str]:
    """Some entities and all that were ever joined with them, even where that was taken back."""
    seen: set[str] = set()
    ahead = set(entities)
    while ahead:
        seen |= ahead
        judged = store.judgements_on(ahead)
        same = (one for one in judged if one.verdict is Verdict.SAME and not one.undoes)
        ahead = {end for one in same for end in (one.left, one.right)} - seen
    return seen


def _said(store: "Store", touched: Collection[str]) -> Iterator[Statement]:
    """What is said in reports and of people that the log names, and of all joined with these."""
    everything, parts = frozenset(store.labels()), store.parts
    for urn in touched:
        if items := parts.items(urn, everything):
            yield from parts.said_in(urn, everything, items)
    of_sentences = {one.entity for one in parts.statements(touched, everything).values()}
    for entity in once_joined(store, of_sentences.union(touched)):
        yield from store.statements_of(entity, everything)


def _bearing(said: Sequence[Statement], asked: str) -> set[str]:
    """Whoever bears all the words of a name, or the number."""
    named = defaultdict[str, set[str]](set)
    for one in said:
        if one.property in _NAMES:
            named[one.value].add(one.entity)
    bearers = set(chain.from_iterable(named[name] for name in _spelling(named, asked)))
    return bearers | _numbered(said, asked)


def _spelling(names: Iterable[str], asked: str) -> set[str]:
    """Those of some names in which every word that is asked for stands, however it is spelled."""
    from headwater.resolve import Spellings

    wanted = Spellings.words_of(asked)
    holding = defaultdict[str, set[str]](set)
    for name in names:
        for word in Spellings.words_of(name):
            holding[word].add(name)
    words = sorted(holding)
    spellings = Spellings(words)
    found = [
        set(chain.from_iterable(holding[words[one.word]] for one in spellings.alike(word)))
        for word in wanted
    ]
    return set.intersection(*found) if found else set()


def _numbered(said: Sequence[Statement], asked: str) -> set[str]:
    """Whoever bears the number, however it is written; of phones the last digits tell."""
    number = _plain(asked)
    if len(number) < _SHORTEST or not any(map(str.isdigit, number)):
        return set()
    values = {one.value for one in said if any(map(str.isdigit, one.value))}
    bearing = {value for value in values if _one_number(_plain(value), number)}
    return {one.entity for one in said if one.value in bearing}


def _one_number(left: str, right: str) -> bool:
    short, long = sorted((left.lstrip("0"), right.lstrip("0")), key=len)
    return short == long or (len(short) >= _TAIL and short.isdigit() and long.endswith(short))


def _plain(text: str) -> str:
    from headwater.resolve import Spellings

    return Spellings.plain("".join(filter(str.isalnum, text)))

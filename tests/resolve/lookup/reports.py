"""Reports of one person each, for nodes that tests fill in any order."""

from datetime import date

from headwater.model import Item, Report, Statement
from headwater.resolve import category_report
from headwater.resolve.scoring import shipped_model
from headwater.store import Batch

NOW = "2026-11-21T12:00:00Z"


class Frank:
    """The shipped model, which is sure from a fixed number of bits on."""

    def __init__(self, sure_from=6.0):
        self._model = shipped_model().sized(10_000)
        self._sure_from = sure_from
        self.digest = self._model.digest
        self.prior = self._model.prior
        self.weigh_each = self._model.weigh_each
        self.weigh_likely = self._model.weigh_likely
        self.probability = self._model.probability

    def sure(self, bits, _strata):
        return bits >= self._sure_from


def person(urn):
    return f"{urn}#1@m1"


def told(urn, *, status="accepted", **values):
    """A report that gives values of a person's properties, each value or tuple of values."""
    pairs = [
        (name, one)
        for name, some in values.items()
        for one in (some if isinstance(some, tuple) else (some,))
    ]
    text = "; ".join(value for _, value in pairs)
    statements = [
        Statement(urn, 1, n, person(urn), "Person", name, value, value, "en", text.index(value),
                  text.index(value) + len(value), "text/1", status=status)
        for n, (name, value) in enumerate(pairs, 1)
    ]  # fmt: skip
    return Batch([Report(urn, "Coast Guard", (Item(1, text),), file=f"{urn}.txt")], statements)


def decided(urn, category="suspect", name=""):
    """A decision on what the person of a report is."""
    day = date(2026, 11, 21)
    given = category_report(
        person(urn), category, "Drava", "known", "amy", "Hub", day, name or f"C {urn} {category}"
    )
    return Batch([given[0]], given[1])


def suspect(urn, **values):
    return [told(urn, **values), decided(urn)]


def add(store, *batches):
    for batch in batches:
        store.add(batch, recorded=NOW)

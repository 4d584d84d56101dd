"""The look-up index of a store in memory."""

from headwater.store import News


class FakeIndex:
    """Entries by number, and their numbers by key; counts what was taken in."""

    def __init__(self):
        self._empty("")

    def _empty(self, rules):
        self._rules = rules
        self._entries = {}
        self._under = {}
        self._taken = (0, 0)

    def index_rules(self):
        return self._rules

    def reset_index(self, rules):
        self._empty(rules)

    def news(self, allowed, most):
        items, judged = self._taken
        new = list(self.items_held)[items : items + most]
        entities = {end for j in self.judgements_held[judged:] for end in (j.left, j.right)}
        last = items + len(new)
        left = len(self.items_held) - last
        return News(self.scan(allowed, set(new)), frozenset(entities), left, str(last))

    def put_in_index(self, entries, judgements=(), upto=""):
        for entry in entries:
            numbers = {entity: number for number, (entity, _) in self._entries.items()}
            number = numbers.get(entry.entity, len(self._entries) + 1)
            self._entries[number] = entry.entity, entry.record
            for key in entry.keys:
                self._under.setdefault(key, set()).add(number)
        known = {judgement.id for judgement in self.judgements_held}
        self.judgements_held += [one for one in judgements if one.id not in known]
        if upto:
            self._taken = int(upto), len(self.judgements_held)

    def found_under(self, keys, most):
        return [sorted(self._under.get(key, ()))[:most] for key in keys]

    def indexed(self, numbers):
        return [(n, *self._entries[n]) for n in numbers if n in self._entries]

    def indexed_as(self, entities):
        wanted = set(entities)
        return [(n, *held) for n, held in sorted(self._entries.items()) if held[0] in wanted]

"""Fees: the amounts that somebody charges or pays for being taken somewhere.

What a trade is worth, cash, budgets and profits are not fees. A fee whose basis is not said is
proposed without one.
"""

from typing import NamedTuple

from headwater.intake.reading.grammar.money import Amount
from headwater.intake.reading.grammar.vocabulary import Terms, terms
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span

_BASIS_WITHIN = 70
_ADJACENT = 4


class Fee(NamedTuple):
    """An amount charged, with the words that say for what and how it is paid."""

    amount: Amount
    basis: Hit | None
    payment: Hit | None
    service: Hit | None


def fees(passage: Passage, found: list[Amount]) -> list[Fee]:
    """The amounts that are fees."""
    words = terms(passage)
    kept = []
    for position, amount in enumerate(found):
        sentence = passage.sentence_at(amount.span[0])
        bounds = _own_stretch(sentence, found, position)
        previous = found[position - 1].span[1] if position else -_BASIS_WITHIN
        bases = [b for b in _bases(words, bounds, amount) if b.start - previous >= _ADJACENT]
        basis = _nearest(bases, amount.span)
        charged = passage.hits("charge", sentence) or words.hits("fee", sentence)
        if _not_a_fee(passage, amount, basis) or not (basis or charged):
            continue
        payment = _nearest(passage.hits("payment", sentence), amount.span, len(passage.text))
        service = _nearest(passage.hits("service", sentence), amount.span, len(passage.text))
        kept.append(Fee(amount, basis, payment, service))
    return kept


def _bases(words: Terms, bounds: Span, amount: Amount) -> list[Hit]:
    """Words for what is paid for; "a boat" is one only right behind the amount."""
    return [
        hit
        for hit in words.hits("basis", bounds)
        if words.text[hit.start : hit.start + 2] != "a "
        or 0 <= hit.start - amount.span[1] < _ADJACENT
    ]


def _own_stretch(sentence: Span, found: list[Amount], position: int) -> Span:
    """The part of the sentence between the amount before and the amount after."""
    start, end = sentence
    if position and found[position - 1].span[1] > start:
        start = found[position - 1].span[1]
    if position + 1 < len(found) and found[position + 1].span[0] < end:
        end = found[position + 1].span[0]
    return start, end


def _nearest(words: list[Hit], span: Span, within: int = _BASIS_WITHIN) -> Hit | None:
    """The closest word; one that follows comes before one that precedes."""
    after = [w for w in words if 0 <= w.start - span[1] <= within]
    before = [w for w in words if 0 <= span[0] - w.end <= within]
    return after[0] if after else (before[-1] if before else None)


def _not_a_fee(passage: Passage, amount: Amount, basis: Hit | None) -> bool:
    if basis is not None and 0 <= basis.start - amount.span[1] < _ADJACENT:
        return False
    near = passage.clause_at(amount.span[0])
    around = (max(near[0], amount.span[0] - 60), min(near[1], amount.span[1] + 30))
    return bool(passage.hits("notfee", around) or passage.hits("seized", around))

"""Money: amounts and ranges in a currency, and the fees among them.

A fee is an amount that somebody charges or pays for being taken somewhere; what a trade is worth,
cash, budgets and profits are not fees. A fee whose basis is not said is proposed without one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from headwater.intake.reading.grammar.numbers import Number, plain
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span
from headwater.model import Money

_SYMBOLS = {"€": "EUR", "£": "GBP", "$": "USD"}
_BEFORE = re.compile(r"([€£$]|\b(?:EUR|GBP|USD|CHF|RSD|BAM|BGN|TRY|HUF))\s?$")
_AFTER = re.compile(r"\s?([€£$])")
_RANGE = re.compile(
    r"\s?(?:-|–|—|to|and|do|i|до|и|deri(?:\snë)?|dhe|e)\s?(?:[€£$]|EUR\s?|GBP\s?|USD\s?)?$"
)
_UP_TO = re.compile(
    r"(?:up to|as much as|no more than|najviše|do|највише|до|најмногу|deri në|deri|më së shumti)\s"
    r"(?:[€£$]|EUR\s|GBP\s|USD\s)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:at least|more than|over|from|starting at|najmanje|više od|preko|најмање|више од|най-малко|"
    r"над|повеќе од|најмалку|të paktën|mbi|më shumë se)\s(?:[€£$]|EUR\s|GBP\s|USD\s)?$",
    re.IGNORECASE,
)
_LOOK = 24
_BASIS_WITHIN = 70


class Amount(NamedTuple):
    """An amount of money in a text, with where it stands.

    Attributes:
        span: The whole of it, currency included.
        money: Its ends and currency.
        low: Where the lower end stands, or None.
        high: Where the upper end stands, or None.
        currency: Where the currency stands.
        magnitude: "thousands" where no number is given, else empty.
    """

    span: Span
    money: Money
    low: Span | None
    high: Span | None
    currency: Span
    magnitude: str = ""


class Fee(NamedTuple):
    """An amount charged, with the words that say for what and how it is paid."""

    amount: Amount
    basis: Hit | None
    payment: Hit | None
    service: Hit | None


def amounts(passage: Passage, numbers: list[Number]) -> list[Amount]:
    """All amounts of money in a passage, ranges joined."""
    found = list(_magnitudes(passage))
    index = 0
    while index < len(numbers):
        amount, used = _amount(passage, numbers, index)
        if amount is not None:
            found.append(amount)
        index += used
    for amount in found:
        passage.take(amount.span)
    return sorted(found, key=lambda amount: amount.span)


def _magnitudes(passage: Passage) -> Iterator[Amount]:
    """Words for a size without a number: "thousands of pounds"."""
    for word in passage.hits("magnitude"):
        for currency in passage.hits("currency", (word.end, word.end + 3)):
            money = Money(None, None, currency.value, passage.text[word.start : currency.end])
            span = (word.start, currency.end)
            where = (currency.start, currency.end)
            yield Amount(span, money, None, None, where, word.value)


def _amount(passage: Passage, numbers: list[Number], index: int) -> tuple[Amount | None, int]:
    first, second, used = numbers[index], None, 1
    if index + 1 < len(numbers):
        following = numbers[index + 1]
        between = passage.text[first.end : min(following.start, first.end + _LOOK)]
        if following.start - first.end < _LOOK and _joined(passage, first, between):
            second, used = following, 2
    last = second or first
    times, end = _times(passage, last.end)
    before = _BEFORE.search(passage.text, max(0, first.start - 5), first.start)
    currency = _currency_after(passage, end) or _between(passage, first.end, last.start)
    if before:
        found = _SYMBOLS.get(before[1], before[1]), (before.start(1), before.end(1))
    elif currency:
        found = currency
    else:
        return None, 1
    end = max(end, found[1][1])
    return _build(passage, (first, second), times, found, end), used


def _joined(passage: Passage, first: Number, between: str) -> bool:
    """Whether what stands between two numbers makes a range of them."""
    for currency in passage.hits("currency", (first.end, first.end + len(between))):
        between = between.replace(passage.text[currency.start : currency.end], "", 1)
    return _RANGE.fullmatch(between.strip(" ") if between.strip() else between) is not None


def _times(passage: Passage, end: int) -> tuple[float, int]:
    for word in passage.hits("times", (end, end + 2)):
        return float(word.value), word.end
    match = re.compile(r"(k|m|mn)\b").match(passage.text, end)
    if match:
        return (1000.0 if match[1] == "k" else 1_000_000.0), match.end()
    return 1.0, end


def _currency_after(passage: Passage, end: int) -> tuple[str, Span] | None:
    match = _AFTER.match(passage.text, end)
    if match:
        return _SYMBOLS[match[1]], (match.start(1), match.end(1))
    for word in passage.hits("currency", (end, end + 2)):
        return word.value, (word.start, word.end)
    return None


def _between(passage: Passage, start: int, end: int) -> tuple[str, Span] | None:
    for word in passage.hits("currency", (start, end)):
        return word.value, (word.start, word.end)
    return None


def _build(
    passage: Passage,
    ends: tuple[Number, Number | None],
    times: float,
    currency: tuple[str, Span],
    end: int,
) -> Amount | None:
    first, second = ends
    text = passage.text
    start = min(first.start, currency[1][0])
    before = text[max(0, start - _LOOK) : start]
    # "2-3 thousand": the multiplier belongs to both; "2,500-3 thousand" does not occur.
    low_value = first.value * (times if second is None or first.value < second.value * 10 else 1)
    low: Decimal | None = Decimal(plain(low_value))
    high = Decimal(plain(second.value * times)) if second else low
    low_span: Span | None = (first.start, first.end)
    high_span = (second.start, second.end) if second else low_span
    if second is None and _UP_TO.search(before):
        low, low_span = None, None
    elif second is None and _FROM.search(before):
        high, high_span = None, None
    if low is not None and high is not None and high < low:
        return None
    money = Money(low, high, currency[0], text[start:end])
    return Amount((start, end), money, low_span, high_span, currency[1])


def fees(passage: Passage, found: list[Amount]) -> list[Fee]:
    """The amounts that are fees."""
    kept = []
    for position, amount in enumerate(found):
        sentence = passage.sentence_at(amount.span[0])
        bounds = _own_stretch(sentence, found, position)
        basis = _nearest(passage.hits("basis", bounds), amount.span)
        charged = passage.hits("charge", sentence)
        if _not_a_fee(passage, amount, basis) or not (basis or charged):
            continue
        payment = _nearest(passage.hits("payment", sentence), amount.span, len(passage.text))
        service = _nearest(passage.hits("service", sentence), amount.span, len(passage.text))
        kept.append(Fee(amount, basis, payment, service))
    return kept


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
    if basis is not None and basis.start >= amount.span[1] and basis.start - amount.span[1] < 4:
        return False
    near = passage.clause_at(amount.span[0])
    around = (max(near[0], amount.span[0] - 60), min(near[1], amount.span[1] + 30))
    return bool(passage.hits("notfee", around) or passage.hits("seized", around))

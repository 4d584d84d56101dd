"""Money: amounts and ranges in a currency.

A currency that several states call by one name ("lira", "dinar") stays unknown where the text says
no more.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from headwater.intake.reading.grammar.numbers import Number, bound, plain
from headwater.intake.reading.grammar.vocabulary import Terms, terms
from headwater.intake.reading.passage import Passage, Span
from headwater.model import Money

_GAP = 24
_WIDEST = 20  # times the lower end that the upper end of a range may be
_CODE = re.compile(r"[A-Z]{2,4}\$?|\W|US\$")
_MILLION = re.compile(r"(?:m|mn)\b")
_PLUS = re.compile(r"\+?\s{0,2}")


class Amount(NamedTuple):
    """An amount of money in a text, with where it stands.

    Attributes:
        span: The whole of it, currency included.
        money: Its ends and currency.
        low: Where the lower end stands, or None.
        high: Where the upper end stands, or None.
        currency: Where the currency stands; empty where none is said.
        magnitude: "thousands" where no number is given, else empty.
        about: Whether the text says "about" or "nearly".
    """

    span: Span
    money: Money
    low: Span | None
    high: Span | None
    currency: Span
    magnitude: str = ""
    about: bool = False


class _Currency(NamedTuple):
    code: str
    span: Span


def amounts(passage: Passage, numbers: list[Number]) -> list[Amount]:
    """All amounts of money in a passage, ranges joined; each uses its span up."""
    found = terms(passage)
    kept: list[Amount] = []
    spent: set[int] = set()
    index = 0
    while index < len(numbers):
        amount, used = _amount(passage, found, numbers[index : index + 2], spent)
        if amount is not None:
            passage.take(amount.span)
            kept.append(amount)
        index += used
    for amount in _magnitudes(found):
        if passage.free(*amount.span):
            passage.take(amount.span)
            kept.append(amount)
    return sorted(kept, key=lambda amount: amount.span)


def _magnitudes(found: Terms) -> Iterator[Amount]:
    """Words for a size without a number: "thousands of pounds"."""
    for word in found.hits("magnitude"):
        for currency in found.hits("currency", (word.end, word.end + 5)):
            money = Money(None, None, currency.value, found.text[word.start : currency.end])
            span, where = (word.start, currency.end), (currency.start, currency.end)
            yield Amount(span, money, None, None, where, word.value)


def _amount(
    passage: Passage, found: Terms, pair: list[Number], spent: set[int]
) -> tuple[Amount | None, int]:
    first, last = pair[0], pair[0]
    if len(pair) == 2 and joined(found, first, pair[1]) and _alike(first, pair[1]):
        last = pair[1]
    used = 1 if first is last else 2
    currency = (
        _after(found, _end(found, last))
        or _before(found, first.start, spent)
        or _inside(found, first, last)
    )
    if currency is None:
        currency = _unsaid(passage, found, first, last)
    if currency is None:
        return None, 1
    spent.add(currency.span[0])
    return _build(found, first, last, currency), used


def _alike(first: Number, second: Number) -> bool:
    """ "4 – €14,000" is no range: its ends would lie too far apart."""
    return second.value <= _WIDEST * first.value * (second.times if first.times == 1 else 1)


def joined(found: Terms, first: Number, second: Number) -> bool:
    """Whether what stands between two numbers makes a range of them: a dash, "to", "and"."""
    if second.start - first.end > _GAP:
        return False
    join = ""
    for index in found.between(first.end, second.start):
        kinds = {kind for kind, _ in found.senses[index]}
        if "currency" in kinds:
            continue
        mark = _mark(found, index, kinds)
        if join or not mark:
            return False
        join = mark
    if join == "and":
        return bool(found.hits("between", (max(0, first.start - 16), first.start)))
    return bool(join)


def _mark(found: Terms, index: int, kinds: set[str]) -> str:
    if found.code[index] == "-" or "to" in kinds:
        return "to"
    return "and" if "and" in kinds else ""


def _end(found: Terms, number: Number) -> int:
    match = _MILLION.match(found.text, number.end)
    return match.end() if match else number.end


def _after(found: Terms, end: int) -> _Currency | None:
    gap = _PLUS.match(found.text, end)
    start = gap.end() if gap else end
    for hit in found.hits("currency", (end, start + 1)):
        letter = hit.end - hit.start == 1 and found.text[hit.start].isalpha()
        if not letter or hit.start == end:  # "200e"
            return _Currency(hit.value, (hit.start, hit.end))
    return None


def _before(found: Terms, start: int, spent: set[int]) -> _Currency | None:
    """A sign or code in front; a word there belongs to the number before it."""
    for hit in found.hits("currency", (max(0, start - 6), start)):
        written = found.text[hit.start : hit.end]
        near = start - hit.end < 2 and hit.start not in spent
        if near and _CODE.fullmatch(written):
            return _Currency(hit.value, (hit.start, hit.end))
    return None


def _inside(found: Terms, first: Number, last: Number) -> _Currency | None:
    """ "2,000 euros to 3,000"."""
    for hit in found.hits("currency", (first.end, last.start)):
        return _Currency(hit.value, (hit.start, hit.end))
    return None


def _unsaid(passage: Passage, found: Terms, first: Number, last: Number) -> _Currency | None:
    """ "The price is 3,500 per person": an amount all the same, its currency unknown."""
    if first.value < 100 or not found.hits("basis", (last.end, last.end + 2)):
        return None
    sentence = passage.sentence_at(first.start)
    priced = passage.hits("charge", sentence) or found.hits("fee", sentence)
    return _Currency("", (last.end, last.end)) if priced else None


def _build(found: Terms, first: Number, last: Number, currency: _Currency) -> Amount | None:
    start = min(first.start, currency.span[0]) if currency.code else first.start
    start = min(start, currency.span[0])
    million = 1_000_000 if _end(found, last) > last.end else 1
    end = max(_end(found, last), currency.span[1])
    # "2-3 thousand": the multiplier belongs to both; "2,500-3 thousand" does not.
    shared = last.times if first.times == 1 and first.value * last.times <= last.value else 1.0
    low: Decimal | None = Decimal(plain(first.value * shared * million))
    high: Decimal | None = Decimal(plain(last.value * million))
    low_span: Span | None = (first.start, first.end)
    high_span: Span | None = (last.start, last.end)
    more = found.text.startswith("+", last.end)
    limit = "least" if more else bound(found, first.start, end)
    if first is last and limit == "most":
        low, low_span = None, None
    elif first is last and limit == "least":
        high, high_span = None, None
    if low is not None and high is not None and high < low:
        return None
    money = Money(low, high, currency.code, found.text[start:end])
    return Amount((start, end), money, low_span, high_span, currency.span, "", limit == "about")

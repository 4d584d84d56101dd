"""Payments: money that one named person gave to another, and what was bought for it."""

import re
from itertools import pairwise

from headwater.intake.reading.claim import Voice
from headwater.intake.reading.events.frame import EQUIPMENT, Frame
from headwater.intake.reading.grammar import Amount, Fee, Quantity, plain
from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Span
from headwater.intake.reading.people import Person
from headwater.intake.reading.routes import part, way_words

_About = tuple[str, str]
_Ends = dict[str, tuple[Person, Span]]

_LOOK = 24
_SUPPLY = (("supplier", "beneficiary"), ("recipient", "payer"))
# "..., who paid": the one who paid need not be the one whose sentence it is.
_WHO = re.compile(
    r"\b(?:who|whom|which|that|koj\w{1,3}|кој\w{0,3}|који|што|който|която|които|i cili|e cila|"
    r"të cilët|që)\s(?:[^\W\d_]+\s){0,2}$",
    re.IGNORECASE,
)
_ONE = (
    r"(?:(?:an?|the|one|new|një|nov\w{0,2}|jedan|jednu|нов\w{0,3}|један|једну|еден|една|един|"
    r"une?)\s){0,2}$"
)
# "For a boat", "za čamac", and not "for a seat in a boat", "per boat", "for each boat".
_FOR = re.compile(r"\b(?:for|za|за|për|pour)\s" + _ONE)
_AS_WELL = re.compile(r"\s?(?:,|and|i|и|dhe|et)\s" + _ONE)
_AND = re.compile(r"\s?(?:,|and|i|и|dhe|e)\s")
_BY = frozenset(["by", "od", "nga", "от", "од", "од_страна", "strane", "стране", "страна"])
_TO = frozenset(["to", "na", "na_ime", "për", "te", "tek", "на", "у_корист", "u_korist"])


def is_payment(frame: Frame, fee: Fee) -> bool:
    """Whether an amount is what somebody was paid, rather than a price."""
    words = frame.hits("paid")
    named = len({person.mention for person, _ in frame.people})
    bought = fee.basis and fee.basis.value == "boat" and named > 1 and _bought(frame)
    if (fee.basis and not bought) or fee.service or frame.hits("advert"):
        return False
    return bool(words) and (named > 1 or (named == 1 and not frame.route.ways))


def propose_payment(frame: Frame, amount: Amount) -> None:
    """Propose a payment with payer, beneficiary and day, as far as the sentence says them."""
    words = frame.hits("paid")
    if not words or not frame.people:
        return
    word = words[0]
    ends = {} if _unsure(frame, word) else _ends(frame, word)
    if not ends:
        return
    about = (frame.draft.fresh(), "Payment")
    voice = frame.voice(word.start)
    money = amount.money
    for prop, (person, span) in sorted(ends.items(), reverse=True):
        frame.draft.say(about, prop, f"@{person.mention}", span, voice)
    value = money.high if money.high is not None else money.low
    where = amount.high or amount.low
    if value is not None and where and money.low == money.high:
        frame.draft.say(about, "amount", plain(float(value)), where, voice)
    frame.draft.say(about, "currency", money.currency, amount.currency, voice)
    frame.say_date(about, voice)
    goods = _bought(frame) if word.value == "gives" else []
    if goods:
        _purchase(frame, about, goods, ends, voice)


def _bought(frame: Frame) -> list[Hit]:
    """The boats, engines and pumps in "for a boat and an engine"; a boat to somewhere is a fare."""
    text, route = frame.passage.text, frame.route
    found: list[Hit] = []
    if route.ways or route.origin or route.destination:
        return found
    for one in frame.hits("article"):
        begin, lead = (found[-1].end, _AS_WELL) if found else (frame.span[0], _FOR)
        count = _count(frame, one)
        first = count.span[0] if count else one.start
        if one.value in EQUIPMENT and lead.search(text, begin, max(begin, first)):
            found.append(one)
    return found


def _count(frame: Frame, article: Hit) -> Quantity | None:
    """How many of an article: the number right before it."""
    counted = frame.of(article.value)
    return next((one for one in counted if article.start - one.span[1] == 1), None)


def _purchase(frame: Frame, payment: _About, goods: list[Hit], ends: _Ends, voice: Voice) -> None:
    """What was paid for; where both are named, who was paid supplies it to who paid."""
    text, say = frame.passage.text, frame.draft.say
    count = _count(frame, goods[0])
    lead = _FOR.search(text, frame.span[0], count.span[0] if count else goods[0].start)
    purpose = (lead.start() if lead else goods[0].start, goods[-1].end)
    say(payment, "purpose", text[slice(*purpose)], purpose, voice)
    for one in goods if len(ends) == len(_SUPPLY) else ():
        about, where = (frame.draft.fresh(), "EquipmentSupply"), (one.start, one.end)
        say(about, "article", one.value, where, voice)
        say(about, "unit", text[slice(*where)], where, voice)
        count = _count(frame, one)
        if count:
            frame.say_number(about, "quantity", count, voice)
        for prop, end in _SUPPLY:
            person, span = ends[end]
            say(about, prop, f"@{person.mention}", span, voice)
        frame.say_date(about, voice)


def _unsure(frame: Frame, word: Hit) -> bool:
    """Whether it is not clear who paid: "..., who paid", "A and B paid", or one not to be named."""
    text = frame.passage.text
    if _WHO.search(text, max(frame.span[0], word.start - _LOOK), word.start):
        return True
    before = [span for _, span in frame.people if span[1] <= word.start]
    if before and any(before[-1][1] <= start < word.start for start, _ in frame.withheld):
        return True
    pairs = pairwise(before)
    return any(_AND.fullmatch(text, first[1], second[0]) for first, second in pairs)


def _ends(frame: Frame, word: Hit) -> _Ends:
    """Who paid and who was paid: by the word before a name, else by its place at the verb."""
    ends: _Ends = {}
    rest = []
    for pair in frame.people:
        said = _before(frame, pair[1])
        if said and said not in ends:
            ends[said] = pair
        elif not said:
            rest.append(pair)
    subject, other = "payer", "beneficiary"
    if word.value == "takes":
        subject, other = other, subject
    for person, span in rest:
        at = subject if span[1] <= word.start and subject not in ends else other
        if at not in ends and person.mention not in {p.mention for p, _ in ends.values()}:
            ends[at] = (person, span)
    return ends


def _before(frame: Frame, span: Span) -> str:
    """What the word before a name says: "from X", "by X" paid, "to X" was paid."""
    text = frame.passage.text
    words = text[max(frame.span[0], span[0] - _LOOK) : span[0]].lower().split()[-2:]
    if not words or text[span[0] - 1 : span[0]] != " ":
        return ""
    if words[-1] in _BY or part(words, way_words(frame.passage.language)) == "from":
        return "payer"
    return "beneficiary" if words[-1] in _TO else ""

"""Fees and counts, as entities of their own."""

from headwater.intake.reading.claim import Draft
from headwater.intake.reading.events.routes import Route
from headwater.intake.reading.grammar import Dated, Fee, Quantity, plain
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.voice import voice_at

_PEOPLE = {"persons", "migrants", "arrivals"}


def propose_fee(passage: Passage, draft: Draft, fee: Fee, route: Route) -> str:
    """Propose a fee; gives its mention."""
    mention = draft.fresh()
    about = (mention, "Fee")
    amount = fee.amount
    voice = voice_at(passage, amount.span[0])
    money = amount.money
    if money.low is not None and amount.low:
        draft.say(about, "amountLow", plain(float(money.low)), amount.low, voice)
    if money.high is not None and amount.high:
        draft.say(about, "amountHigh", plain(float(money.high)), amount.high, voice)
    draft.say(about, "currency", money.currency, amount.currency, voice)
    if amount.magnitude:
        draft.say(about, "magnitude", amount.magnitude, amount.span, voice)
    for prop, word in (
        ("basis", fee.basis),
        ("paymentMode", fee.payment),
        ("serviceModel", fee.service),
    ):
        if word:
            draft.say(about, prop, word.value, (word.start, word.end), voice)
    for prop, place in (("from", route.origin), ("to", route.destination)):
        if place:
            draft.say(about, prop, f"=place:{place.value}", (place.start, place.end), voice)
    return mention


def propose_count(
    passage: Passage, draft: Draft, quantity: Quantity, dated: list[Dated], place: str = ""
) -> None:
    """Propose an observation: so many of these, then and there."""
    if quantity.counts not in _PEOPLE:
        return
    about = (draft.fresh(), "Observation")
    voice = voice_at(passage, quantity.span[0])
    for prop, value in ends(quantity, "count", "countLow", "countHigh"):
        draft.say(about, prop, value, quantity.span, voice)
    draft.say(about, "unit", passage.text[slice(*quantity.words)], quantity.words, voice)
    sentence = passage.sentence_at(quantity.span[0])
    for one in dated:
        if sentence[0] <= one.span[0] < sentence[1]:
            draft.say(about, "period", date_value(passage, one), one.span, voice)
            break
    del place


def ends(quantity: Quantity, exact: str, low: str, high: str) -> list[tuple[str, str]]:
    """A count as properties: one number, or the ends of a range."""
    if quantity.exact and quantity.low is not None:
        return [(exact, plain(quantity.low))]
    found = [(low, quantity.low), (high, quantity.high)]
    return [(prop, plain(value)) for prop, value in found if value is not None]


def date_value(passage: Passage, dated: Dated) -> str:
    """ISO 8601, or the words themselves where the day cannot be known."""
    return dated.period.text if dated.period else passage.text[slice(*dated.span)]


def first_date(sentence: Span, dated: list[Dated]) -> Dated | None:
    """The first date of a sentence."""
    return next((one for one in dated if sentence[0] <= one.span[0] < sentence[1]), None)

"""Fees: what the journey, or a part of it, costs."""

from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.grammar import Fee, plain
from headwater.intake.reading.lexicon import Hit


def propose_fee(frame: Frame, fee: Fee, leg: str) -> None:
    """Propose a fee with its basis, way of payment and stretch, as far as the text says them.

    Args:
        frame: The sentence.
        fee: The fee found in it.
        leg: Mention of the one leg of the sentence, or empty.
    """
    advert = bool(frame.hits("advert"))
    about = (frame.draft.fresh(), "PriceAdvert" if advert else "Fee")
    amount, money = fee.amount, fee.amount.money
    voice = frame.voice(amount.span[0])
    if advert and voice.modality == "done":
        voice = voice._replace(modality="alleged")  # what is offered is not what is paid
    say = frame.draft.say
    if money.low is not None and amount.low:
        say(about, "amountLow", plain(float(money.low)), amount.low, voice)
    if money.high is not None and amount.high:
        say(about, "amountHigh", plain(float(money.high)), amount.high, voice)
    say(about, "currency", money.currency, amount.currency, voice)
    if amount.magnitude:
        say(about, "magnitude", amount.magnitude, amount.span, voice)
    frame.say_word(about, "basis", fee.basis, voice)
    frame.say_word(about, "paymentMode", fee.payment, voice)
    frame.say_word(about, "serviceModel", fee.service, voice)
    origin, destination = _stretch(frame)
    frame.say_place(about, "from", origin, voice)
    frame.say_place(about, "to", destination, voice)
    if leg:
        say(about, "leg", f"@{leg}", amount.span, voice)
    if len(frame.networks) == 1:
        say(about, "network", f"@{frame.networks[0][0]}", frame.networks[0][1], voice)


def _stretch(frame: Frame) -> tuple[Hit | None, Hit | None]:
    """From where to where; who is met at A and pays for the way to B pays from A."""
    origin, destination = frame.route.origin, frame.route.destination
    at = [hit for hit in frame.route.at if hit is not destination]
    if origin is None and destination and len(at) == 1 and at[0].start < destination.start:
        origin = at[0]
    if origin and destination and origin.value == destination.value:
        return None, None
    return origin, destination

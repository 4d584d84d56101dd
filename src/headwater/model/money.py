"""Money: an amount or a range, in a currency, on a basis; never converted without a date."""

from dataclasses import dataclass
from decimal import Decimal

from headwater.model.errors import Refused

FEE_BASES = ("person", "family", "vehicle_trip", "boat", "leg", "whole_journey")
"""What a fee is paid for; a fee without a basis cannot be compared with any other."""

SERVICE_MODELS = ("full_package", "per_leg")
"""Whole journey bought at once, or leg by leg."""

PAYMENT_MODES = ("upfront", "escrow", "on_arrival", "in_kind", "debt")
"""When and how the fee is paid; escrow is held by a third party until arrival."""

_CODES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR IRT ISK JMD JOD JPY KES KGS KHR KMF KPW
KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK
SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW BTC USDT
"""
CURRENCIES = frozenset(_CODES.split())
"""Codes of currencies: ISO 4217, the kuna, the toman (IRT) and the two coins that reports name."""

CURRENCY_WORDS: dict[str, str] = {
    word: code
    for code, words in {
        "EUR": "€ euro euros eura evro evra evri евро",
        "GBP": "£ pound pounds sterling pound_sterling pounds_sterling quid stg",
        "USD": "$ us$ dollar dollars us_dollar us_dollars",
        "RSD": "din serbian_dinar serbian_dinars дин",
        "BAM": "km convertible_mark convertible_marks км",
        "MKD": "den denar denars denari ден",
        "ALL": "lek leke lekë",
        "BGN": "lv lev leva лв лева",
        "TRY": "₺ tl turkish_lira",
        "HUF": "ft forint forints",
        "RON": "lei leu",
        "PLN": "zł zloty zlotys złoty",
        "HRK": "kn kuna kunas",
        "IRT": "toman tomans",
        "CHF": "sfr swiss_franc swiss_francs",
    }.items()
    for word in words.split()
}
"""Signs and words that mean one currency alone; `dinar`, `lira` and `franc` mean several."""


def currency_code(text: str) -> str:
    """The code of a currency as somebody wrote it (`€`, `euros`, `GBP `, `KM`); empty if unclear.

    A word that several states use for their money, such as `dinar`, is unclear.
    """
    word = "_".join(text.casefold().replace(".", " ").split())
    return word.upper() if word.upper() in CURRENCIES else CURRENCY_WORDS.get(word, "")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as it was said.

    Attributes:
        low: Lower end; None where the text gives none ("up to 7,000", "thousands of pounds").
        high: Upper end; None where the text gives none. Equal to `low` for a single amount.
        currency: ISO 4217 code, or empty where it is unknown.
        text: The words it was read from.
    """

    low: Decimal | None
    high: Decimal | None
    currency: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse a range that is upside down, and amounts below zero."""
        for amount in (self.low, self.high):
            if amount is not None and (not amount.is_finite() or amount < 0):
                raise Refused(f"{amount} is not an amount of money", do="check the sign")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise Refused(f"the range {self.low} to {self.high} is upside down", do="swap the ends")

    @property
    def exact(self) -> bool:
        """Whether one amount was given, not a range or words alone."""
        return self.low is not None and self.low == self.high

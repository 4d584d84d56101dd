"""Words: how numbers, money, dates and degrees of being so are said in a briefing."""

import re
from collections.abc import Iterable, Sequence

MODALITY_WORDS = {
    "attempted": "attempted",
    "planned": "planned",
    "projected": "projected, not a fact",
    "alleged": "alleged",
    "denied": "denied",
}
"""What must stand beside a statement that is not plainly told as done."""

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\u061c\ufeff]"
)

_TURNED = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RIGHT_TO_LEFT = re.compile(f"[{_TURNED}][{_TURNED}\u200c\u200d .'-]*")


def inert(text: str) -> str:
    """The text with every control and direction-turning character shown by its number instead."""
    return _UNPRINTABLE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def steady(text: str) -> str:
    """The text with a direction mark after every run of right-to-left letters.

    Without it a number after an Arabic name would be drawn before the name.
    Source: Unicode Standard Annex 9, left-to-right mark.
    """
    return _RIGHT_TO_LEFT.sub(lambda found: f"{found[0]}\u200e", text)


def steady_numbers(text: str) -> str:
    """Right-to-left text with a direction mark on both sides of every number of several parts.

    Without them `+381 60 1234567` behind an Arabic word is drawn as `1234567 60 381+`.
    Source: Unicode Standard Annex 9, rules W2 and W7.
    """
    return _NUMBER.sub("\u200e\\g<0>\u200e", text)


_NUMBER = re.compile(r"\(?\+?\d[\d()]*(?:[ ./:-]{1,2}\(?\d[\d()]*)+|\+\d+")


def plain(word: str) -> str:
    """A word of the vocabulary as people write it: `being_moved` becomes `being moved`."""
    return word.replace("_", " ")


def counted(number: int, one: str, many: str = "") -> str:
    """`1 report`, `2 reports`, `12,400 statements`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def few(number: int) -> str:
    """A count of protected people: under five it says no more than that."""
    return "fewer than 5" if 0 < number < 5 else f"{number:,}"


def listed(words: Sequence[str], most: int = 12) -> str:
    """`a, b and c`; beyond `most`, `a, b and 10 more`."""
    shown = list(words[:most])
    if len(words) > most:
        return f"{', '.join(shown)} and {len(words) - most:,} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def figure(number: float | None) -> str:
    """A number with thousands apart and no empty decimals."""
    if number is None:
        return ""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"


def amount(low: float | None, high: float | None, currency: str, text: str) -> str:
    """Money as it was said: a range stays a range, words stay words."""
    unit = f"{currency} " if currency else ""
    if low is None and high is None:
        return text.strip() or "an amount that is not stated"
    if low is None:
        return f"up to {unit}{figure(high)}"
    if high is None:
        return f"from {unit}{figure(low)}"
    span = figure(low) if low == high else f"{figure(low)} to {figure(high)}"
    return f"{unit}{span}"


def basis_words(basis: str) -> str:
    """What a fee is paid for; says so when nobody said it."""
    return f"per {plain(basis)}" if basis else "with no basis stated"


def period(first: str, last: str) -> str:
    """One date, or from the first to the last."""
    if not first or not last or first == last:
        return first or last
    return f"{first} to {last}"


def modality_tags(modalities: Iterable[str], attributions: Iterable[str] = ()) -> tuple[str, ...]:
    """The words that must stand beside a line whose statements are put like that."""
    tags = [MODALITY_WORDS[m] for m in sorted(set(modalities)) if m in MODALITY_WORDS]
    said_by = sorted({a.strip() for a in attributions if a.strip()})
    if said_by:
        tags.append(f"according to “{'”, “'.join(said_by[:3])}”")
    return tuple(tags)


def shortened(text: str, most: int = 400) -> str:
    """At most that many characters, cut at a word, with a mark where something is left out."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return f"{flat[:most].rsplit(' ', 1)[0]} […]"


def rest(count: int, most: int) -> str:
    """What stands under a list that was cut: how many are left out, and who has them."""
    left = f"and {count - most:,} more, which whoever made this can hand out"
    return left if count > most else ""

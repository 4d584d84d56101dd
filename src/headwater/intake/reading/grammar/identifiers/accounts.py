"""Accounts: handles and links of social media, e-mail addresses, bank accounts and wallets."""

import re
from collections.abc import Iterator

from headwater.intake.reading.grammar.identifiers import checks
from headwater.intake.reading.grammar.identifiers.identifier import Identifier
from headwater.intake.reading.grammar.vocabulary import Terms
from headwater.intake.reading.passage import Passage, Span

_HANDLE = re.compile(r"(?<![\w@./])@([A-Za-z0-9_][A-Za-z0-9_.]{2,30})(?<!\.)(?![\w@])")
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}(?![\w@])"
)
_SITES = {
    "t.me": "Telegram", "telegram.me": "Telegram", "instagram.com": "Instagram",
    "facebook.com": "Facebook", "fb.com": "Facebook", "tiktok.com": "TikTok", "x.com": "X",
    "twitter.com": "X", "snapchat.com/add": "Snapchat", "m.me": "Messenger",
}  # fmt: skip
_LINK = re.compile(
    rf"(?<![\w.])(?:https?://)?(?:www\.)?({'|'.join(map(re.escape, _SITES))})/"
    r"(?:s/)?@?([A-Za-z0-9_][A-Za-z0-9_.-]{2,40})(?<![.-])"
)
_WHATSAPP = re.compile(r"(?<![\w.])(?:https?://)?wa\.me/\+?([1-9]\d{7,14})(?!\w)")
_NOT_NAMES = {"groups", "joinchat", "pages", "watch", "reel", "share", "profile", "story", "video"}
_NAME = re.compile(
    r"\s?(?:[:=]|je|is|е|është)?\s?[„“\"'«]?((?=[a-z0-9_.]*[_\d])[A-Za-z][A-Za-z0-9_.]{3,30})(?<!\.)"
    r"(?![\w@-])"
)
_IBAN = re.compile(r"(?<!\w)([A-Z]{2}\d{2})((?: ?[A-Z0-9]){11,34})")
_LONG = re.compile(r"[A-Z]{2}\d\d ?[A-Z0-9]{4}|[A-Za-z0-9]{26}")
_WALLET = re.compile(
    r"(?<!\w)(?:(?P<hex>0x[0-9a-fA-F]{40})|(?P<bech>bc1[a-z0-9]{11,71})"
    r"|(?P<base>[13T][1-9A-HJ-NP-Za-km-z]{25,34}))(?!\w)"
)


def accounts(passage: Passage, items: Terms) -> Iterator[Identifier]:
    """The accounts of a passage."""
    text = passage.text
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Identifier("email", match[0].lower(), match.span())
        for match in _HANDLE.finditer(text):
            yield Identifier("handle", match[1], match.span(), _platform(passage, items, match))
    if "/" in text:
        yield from _linked(text)
    yield from _named(passage, items)
    if _LONG.search(text):
        yield from _bank(text)
        yield from _wallets(text)


def _linked(text: str) -> Iterator[Identifier]:
    """Accounts and chats by their links."""
    for match in _WHATSAPP.finditer(text):
        yield Identifier("phone", f"+{match[1]}", match.span(), "WhatsApp")
    for match in _LINK.finditer(text):
        if match[2].lower() not in _NOT_NAMES:
            yield Identifier("handle", match[2], match.span(), _SITES[match[1]])


def _named(passage: Passage, items: Terms) -> Iterator[Identifier]:
    """ "the Telegram account balkan_trips": a name with a figure or low line behind its word."""
    if not items.hits("platform"):
        return
    for word in (*items.hits("account"), *items.hits("platform")):
        match = _NAME.match(items.text, word.end)
        if match:
            beside = items.hits("platform", (max(0, word.start - 16), word.start + 1))
            near = word if word.kind == "platform" else beside[-1] if beside else None
            platform = near.value if near else _platform(passage, items, match)
            if platform:
                yield Identifier("handle", match[1], match.span(1), platform)


def _platform(passage: Passage, items: Terms, match: re.Match[str]) -> str:
    """The one platform that the sentence names."""
    named = items.hits("platform", passage.sentence_at(match.start()))
    return named[0].value if len({hit.value for hit in named}) == 1 else ""


def _bank(text: str) -> Iterator[Identifier]:
    for match in _IBAN.finditer(text):
        length = checks.IBAN_LENGTH.get(match[1][:2], 0)
        number, end = "", match.start()
        for position in range(*match.span()):
            if text[position] != " ":
                number, end = number + text[position], position + 1
            if len(number) == length:
                break
        if checks.iban(number) and not text[end : end + 1].isalnum():
            yield Identifier("iban", number, (match.start(), end), number[:2])


def _wallets(text: str) -> Iterator[Identifier]:
    for match in _WALLET.finditer(text):
        network = _network(match)
        if network:
            yield Identifier("wallet", match[0], match.span(), network)


def _network(match: re.Match[str]) -> str:
    if match["hex"]:
        return "ethereum"
    if match["bech"]:
        return "bitcoin" if checks.bech32(match[0]) else ""
    return checks.base58(match[0])


def platform_before(items: Terms, span: Span) -> str:
    """The messenger named right before a phone: "WhatsApp: +44 ..."."""
    for hit in reversed(items.hits("platform", (max(0, span[0] - 24), span[0]))):
        between = items.text[hit.end : span[0]]
        return hit.value if len(between) < 14 and not set(".;,\n") & set(between) else ""
    return ""

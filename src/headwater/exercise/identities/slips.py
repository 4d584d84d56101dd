"""Slips of hand and eye, per script: neighbouring keys, letters that look alike, lost letters."""

from __future__ import annotations

from headwater.exercise.streams import Stream

_KEYS = {
    "latn": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "cyrl": ("љњертзуиопшђ", "асдфгхјклчћ", "зџцвбнм"),
    "arab": ("ضصثقفغعهخحج", "شسيبلاتنمك", "ئءؤرىةوزظ"),
}
# Pairs that scanners and tired readers take for each other.
_ALIKE = {
    "latn": "rn=m m=rn l=i i=l o=a a=o u=v v=u c=e e=c h=b n=h",
    "cyrl": "и=н н=и ш=щ п=л л=п ц=ч з=э т=г г=т б=в о=с",
    "arab": "ب=ت ت=ث ن=ت ي=ب ج=ح ح=خ خ=ح د=ذ ذ=د ر=ز ز=ر س=ش ش=س ص=ض ط=ظ ع=غ ف=ق ق=ف",
}


def slip(stream: Stream, text: str, script: str) -> str:
    """Make one slip in a word of four or more letters; shorter texts stay as they are."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > 3]
    if not long:
        return text
    place = stream.pick(long)
    words[place] = _slip_word(stream, words[place], script)
    return " ".join(words)


def _slip_word(stream: Stream, word: str, script: str) -> str:
    at = stream.whole(1, len(word) - 2)
    kind = stream.share()
    if kind < 0.25:
        return word[:at] + word[at + 1 :]
    if kind < 0.45:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind < 0.6:
        return word[:at] + word[at] + word[at:]
    if kind < 0.8:
        return word[:at] + _neighbour(stream, word[at], script) + word[at + 1 :]
    return word[:at] + _look_alike(word[at], script) + word[at + 1 :]


def _neighbour(stream: Stream, letter: str, script: str) -> str:
    for row in _KEYS[script]:
        place = row.find(letter.lower())
        if place >= 0:
            beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            found = stream.pick(beside)
            return found.upper() if letter.isupper() else found
    return letter


def _look_alike(letter: str, script: str) -> str:
    table = dict(pair.split("=") for pair in _ALIKE[script].split(" "))
    found = table.get(letter.lower(), letter)
    return found.upper() if letter.isupper() else found

"""Same script: evidence in bits that two words of one script are spellings of one name.

An agreement is worth what the word is worth (long words are rarer than short ones), less the price
of every letter by which the spellings differ. Slips of the hand and of the ear are cheap, other
letters dear; the prices are those of a noisy channel (Kernighan, Church & Gale 1990) in bits,
rounded, the same for every language.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp

from rapidfuzz.distance import OSA, JaroWinkler, Levenshtein

from headwater.resolve.names.words import read_list, spelled

WORTH = 18.0
"""Bits that the agreement of a very long word is worth."""

APART = -10.0
"""Bits where two words have nothing to do with each other: the most a word speaks against."""

OTHER_NAME = -6.0
"""Bits of two words that are known to be two names, however alike they look."""

SPELLING = 2.0
"""Bits by which another known spelling is worth less than the same."""

NICKNAME = 5.0
"""Bits by which a pet form is worth less than the name itself."""

_SHORT = 4.0  # letters after which 63 % of the worth is reached
_ALIKE = 0.66  # Jaro-Winkler similarity below which two words are not compared letter by letter
_TIGHT = 2.0  # a letter makes another name of a short word sooner than of a long one
_CHEAPEST = 1.5  # price of the smallest difference between two letters
_TINY = 1e-6  # so that rounding takes no price back below a bound
_OTHER = 8.0  # price of one letter for another that is not taken for it
_FIRST_OTHER = 10.0  # the same where both begin a word
_OTHER_VOWEL = 4.0  # price of one vowel for another that is not near it
_MUCH = 5.0  # price from which a difference makes another name sooner than a slip does
_STEEP = 1.5  # by how much more that costs what is beyond
_LEAST_SHARE = 0.1  # share of the bits that is left for a slip that happened to be a dear one
_SWAPPED = 4.0  # price of two letters that changed places
_BY_EAR = 2.0  # price of writing by ear, whatever the number of letters
_UNMARKED = 1.5  # price of leaving marks on letters out, and what stands for them

_VOWELS = frozenset("aeiouyаеёиоуыэюяіїєъاويىهةأإآؤئەۆێ")
_SILENT = frozenset("hьъ'")
_GENDERS = {("a", "o"), ("o", "a"), ("а", "о"), ("о", "а")}
_FEMININE = frozenset("aа")
_MASCULINE = ("ov", "ev", "in", "ов", "ев", "ин")
_SHORTEST_STEM = 4  # letters of a name from which an ending makes another: Milana, but not Irma
_NO_LINES: frozenset[int] = frozenset()
_CHEAP = {
    frozenset(pair)
    for pair in (
        *("ck", "kq", "cq", "gk", "vw", "fv", "bv", "bp", "dt", "sz", "cs", "gj", "jy", "ij", "gq"),
        *(
            "cj",
            "zj",
            "nm",
            "xs",
            "xk",
            "hk",
            "ji",
            "uw",
            "uv",
            "gh",
            "yu",
            "кг",
            "дт",
            "бп",
            "вф",
            "сз",
        ),
        *("كق", "تط", "سص", "ذز", "دض", "ظز", "جچ", "كگ", "بپ", "ثس", "هح", "شس", "یي"),
        *("йи", "йј", "йі", "иј", "гґ", "гх", "шщ", "чц", "чћ", "џђ", "قغ", "ذد", "ثت", "ضز", "ظض"),
    )
}
_EAR = (
    *(("georg", "jorj"), ("aldin", "adin"), ("eldin", "adin"), ("uldin", "adin")),
    *(("uddin", "adin"), ("eddin", "adin"), ("udin", "adin"), ("edin", "adin")),
    *(
        ("dsch", "j"),
        ("tsch", "c"),
        ("dzh", "j"),
        ("sch", "s"),
        ("tch", "c"),
        ("shch", "s"),
        ("cz", "c"),
        ("xi", "si"),
    ),
    *(("ch", "c"), ("sh", "s"), ("sz", "s"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("th", "t")),
    *(("ph", "f"), ("dj", "j"), ("dz", "j"), ("gj", "j"), ("xh", "j"), ("ck", "k"), ("qu", "k")),
    *(("ks", "x"), ("ts", "z"), ("tz", "z"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i")),
    *(("ei", "e"), ("ey", "e"), ("ay", "e"), ("ai", "e"), ("q", "k"), ("w", "v"), ("y", "i")),
)

_MARKED = (
    *(("dj", "d"), ("dzh", "dz"), ("ch", "c"), ("sh", "s"), ("zh", "z")),
    *(("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a")),
)
_NEAR_VOWELS = {frozenset(pair) for pair in ("ei", "ou", "ae", "iy", "ея", "оу", "еэ", "иы", "иі")}


def worth(letters: float) -> float:
    """Bits that the agreement of a word of so many letters is worth."""
    return WORTH * (1 - exp(-letters / _SHORT))


def spelling_bits(left: str, right: str) -> float:
    """Evidence in bits that two words of one script are spellings of one name; symmetric."""
    return _spelling_bits(left, right) if left <= right else _spelling_bits(right, left)


@lru_cache(maxsize=500_000)
def _spelling_bits(left: str, right: str) -> float:
    if left == right:
        return worth(len(left))
    shorter = min(len(left), len(right))
    value = worth(shorter)
    tight = 1 + _TIGHT / shorter
    most = (value - APART) / tight + _TINY  # a greater difference comes to no more
    bits = max(APART, _worn(value, _difference(left, right, most), tight))
    if one_given_name(left, right):
        return max(bits, value - SPELLING)
    if related(left, right):
        return max(bits, value - NICKNAME)
    return min(bits, OTHER_NAME) if different_names(left, right) else bits


def _worn(value: float, difference: float, tight: float) -> float:
    """Bits left of a value by a difference; beyond `_MUCH` they fall fast, to hardly any."""
    bits = value - difference * tight
    if difference <= _MUCH or bits <= 0:
        return bits
    return max(bits - _STEEP * (difference - _MUCH) * tight, _LEAST_SHARE * bits)


def _difference(left: str, right: str, most: float) -> float:
    """Price of the cheapest way from one spelling to the other: by hand, by ear, without marks.

    Prices from `most` on are not told apart.
    """
    heard = _by_ear(left), _by_ear(right)
    if not (_alike(left, right) or _alike(*heard)):
        return most
    bare = _without_marks(left), _without_marks(right)
    forms = {heard: _BY_EAR, bare: _UNMARKED, (left, right): 0.0}
    least = most
    for (one, other), price in forms.items():
        if price + _CHEAPEST * OSA.distance(one, other) < least:
            least = min(least, price + _price(one, other))
    return least


def pieces(left: str, right: str) -> list[tuple[str, str, float]]:
    """Which letters answer to which, each with its share of the bits of `spelling_bits`.

    Equal letters share what the word is worth, the others what their difference costs.
    """
    cuts = [
        (left[o.src_start : o.src_end], right[o.dest_start : o.dest_end])
        for o in Levenshtein.opcodes(left, right)
    ]
    bits, value = spelling_bits(left, right), worth(min(len(left), len(right)))
    equal = sum(len(a) for a, b in cuts if a == b)
    different = sum(_longer(a, b) for a, b in cuts if a != b)
    if not equal or not different:
        return [(left, right, bits)]
    return [
        (a, b, value * len(a) / equal if a == b else (bits - value) * _longer(a, b) / different)
        for a, b in cuts
    ]


def _longer(left: str, right: str) -> int:
    return max(len(left), len(right))


def _alike(left: str, right: str) -> bool:
    """Whether two spellings are near enough to be compared letter by letter."""
    return JaroWinkler.similarity(left, right) >= _ALIKE or OSA.distance(left, right) == 1


def related(left: str, right: str) -> bool:
    """Whether one word is an everyday form of the other, or both are of a third."""
    return _share(_lines("nicknames"), left, right)


def one_given_name(left: str, right: str) -> bool:
    """Whether two words, of any script, are known spellings of one given name."""
    return _share(_lines("given_names"), left, right)


def different_names(left: str, right: str) -> bool:
    """Whether two words, of any script, are known to be two names, however alike they look."""
    known = _lines("given_names")
    if left in known and right in known:
        return not _share(known, left, right)
    short, long = sorted((left, right), key=len)
    if len(short) < _SHORTEST_STEM:
        return False
    if (long[-1:], short[-1:]) in _GENDERS and long[:-1] == short[:-1]:
        return True
    return long.startswith(short) and _makes_another(short, long[len(short) :])


def _makes_another(stem: str, ending: str) -> bool:
    """Whether an ending makes another name of a word."""
    if stem[-1] in _VOWELS:
        return False
    if ending in _FEMININE:  # of a word that nobody knows, the last letter may just be left out
        return known_given_name(stem) or stem.endswith(_MASCULINE)
    return ending in _endings()


def given_name_lines(word: str) -> frozenset[int]:
    """Lines of the list of given names in which a word, of any script, stands."""
    return _lines("given_names").get(word, _NO_LINES)


def nickname_lines(word: str) -> frozenset[int]:
    """Lines of the list of everyday forms in which a word, of any script, stands."""
    return _lines("nicknames").get(word, _NO_LINES)


def known_given_name(word: str) -> bool:
    """Whether a word, of any script, stands in the list of given names."""
    return word in _lines("given_names")


def _share(lines: Mapping[str, frozenset[int]], left: str, right: str) -> bool:
    return not lines.get(left, _NO_LINES).isdisjoint(lines.get(right, _NO_LINES))


@cache
def _lines(name: str) -> Mapping[str, frozenset[int]]:
    """Every word of a list with the lines that it stands in."""
    lines: dict[str, set[int]] = {}
    for number, row in enumerate(read_list(name)):
        for word in row[0].split():
            lines.setdefault(spelled([word]), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


@cache
def _endings() -> frozenset[str]:
    return frozenset(spelled(row[:1]) for row in read_list("endings"))


@lru_cache(maxsize=100_000)
def _without_marks(word: str) -> str:
    for written, bare in _MARKED:
        word = word.replace(written, bare)
    return word


@lru_cache(maxsize=100_000)
def _by_ear(word: str) -> str:
    for written, heard in _EAR:
        word = word.replace(written, heard)
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def _price(left: str, right: str) -> float:
    """Price in bits of the cheapest way from one spelling to the other."""
    added = [_loss(right, j) for j in range(len(right))]
    before: list[float] = []
    row = [0.0]
    for price in added:
        row.append(row[-1] + price)
    letter_before = ""
    for i, letter in enumerate(left):
        lost = _loss(left, i)
        changed = _FIRST_OTHER if i == 0 else _OTHER
        following = [value := row[0] + lost]
        other_before = ""
        for j, other in enumerate(right):
            change = 0.0 if letter == other else _changes(letter, other) or changed
            value = min(row[j + 1] + lost, value + added[j], row[j] + change)
            if letter == other_before and letter_before == other:
                value = min(value, before[j - 1] + _SWAPPED)
            following.append(value)
            other_before, changed = other, _OTHER
        before, row, letter_before = row, following, letter
    return row[-1]


def _loss(word: str, i: int) -> float:
    """Price of a letter that the other spelling lacks."""
    letter = word[i]
    if (i and word[i - 1] == letter) or word[i + 1 : i + 2] == letter:
        return 1.5
    if letter in _SILENT:
        return 2.0
    price = 2.5 if letter in _VOWELS else 5.0
    return price + 1.5 if i == 0 else price


@lru_cache(maxsize=100_000)
def _changes(one: str, other: str) -> float:
    """Price of one letter for another that it is often taken for; 0 where it is not."""
    pair = frozenset((one, other))
    if one in _VOWELS and other in _VOWELS:
        return 1.5 if pair in _NEAR_VOWELS else _OTHER_VOWEL
    return 3.0 if pair in _CHEAP else 0.0

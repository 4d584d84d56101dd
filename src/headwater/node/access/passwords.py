"""Passwords: which are taken, and how they are kept.

Source: NIST SP 800-63B, 3.1.1 (length, a list of common ones, no rules of composition); RFC 9106
(argon2id). With 64 MiB, three passes and four lanes a hash took 0.39 s on two cores, so no more
than two are computed at a time: a crowd at the door waits, and the node keeps its memory.
"""

import base64
import re
import unicodedata
from threading import BoundedSemaphore

from headwater.model import WrongUse
from headwater.safeguard import login_form

SHORTEST = 12  # characters
LONGEST = 256
_READ = 4 * LONGEST  # characters that are looked at: composed, they may be fewer
AT_ONCE = 2

_COMMON = frozenset(
    """
    password passwort lozinka sifra fjalekalim parola pass word qwerty qwertz azerty asdfgh
    asdfghjkl zxcvbnm qwertyuiop qwertzuiop yxcvbnm qazwsx qazwsxedc abc abcd abcdef abcdefgh
    welcome letmein iloveyou admin administrator root login user test guest master secret
    changeme default monkey dragon football baseball sunshine princess superman batman trustno
    starwars shadow michael jordan liverpool chelsea arsenal headwater police summer winter
    spring autumn january february march april may june july august september october november
    december
    """.split()  # noqa: SIM905 - one word a quote would fill a page
)
"""Words that a guesser tries first; a password that is made of them alone is refused."""

_DIGITS = "1234567890" * (LONGEST // 10 + 2)
_RUNS = (_DIGITS, _DIGITS[::-1], "abcdefghijklmnopqrstuvwxyz")
_FEWEST = 5  # different characters


def check_password(password: str, name: str) -> None:
    """Refuse a password that somebody would guess.

    Raises:
        WrongUse: If it is too short or too long, the name, or among the commonest.
    """
    form = unicodedata.normalize("NFKC", password[:_READ])
    if not SHORTEST <= len(form) <= LONGEST:
        raise WrongUse(
            f"a password has {SHORTEST} to {LONGEST} characters",
            why="length is what makes it hard to guess",
            do="take four or five words that nobody would put together",
        )
    if _is_guessed(login_form(form), login_form(name)):
        raise WrongUse(
            "this password would be guessed",
            why="it is the name, one of the commonest passwords, or a row of keys",
            do="take four or five words that nobody would put together",
        )


def _is_guessed(form: str, name: str) -> bool:
    plain = form.replace(name, " ")
    undisguised = re.sub(r"[\W\d_]+$", "", form).translate(str.maketrans("@0134$5!", "aoieassi"))
    return (
        len(set(form)) < _FEWEST
        or any(form in run for run in _RUNS)
        or (name in form and not _words(plain))
        or any(words and all(map(_is_common, words)) for words in map(_words, (plain, undisguised)))
    )


def _words(form: str) -> list[str]:
    """What a password has between its digits, marks and spaces."""
    return [word for word in re.split(r"[\W\d_]+", form) if word]


def _is_common(word: str) -> bool:
    """Whether a word is a common one, or several of them in a row."""
    ends = {0}
    for start in range(len(word)):
        if start in ends:
            ends |= {start + len(one) for one in _COMMON if word.startswith(one, start)}
    return len(word) in ends


def _bytes(password: str) -> bytes:
    """What is hashed: the same for however a keyboard composes the letters."""
    return unicodedata.normalize("NFKC", password[:_READ]).encode("utf-8", "surrogatepass")


class Passwords:
    """Hashes passwords with argon2id, no more than two at a time.

    Args:
        memory: KiB for one hash.
        passes: Passes over the memory.
        lanes: Threads of one hash.
    """

    def __init__(self, memory: int = 65_536, passes: int = 3, lanes: int = 4) -> None:
        self._cost = (memory, passes, lanes)
        self._room = BoundedSemaphore(AT_ONCE)

    def hashed(self, password: str) -> str:
        """What is kept of a password (PHC string format)."""
        from argon2 import PasswordHasher

        memory, passes, lanes = self._cost
        hasher = PasswordHasher(passes, memory, lanes)
        with self._room:
            return hasher.hash(_bytes(password))

    def fits(self, password: str, kept: str) -> bool:
        """Whether a password is the one that was kept; as slow where nothing was kept."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        with self._room:
            try:
                return PasswordHasher().verify(kept or self._nobodys, _bytes(password))
            except (VerificationError, InvalidHashError):
                return False

    @property
    def _nobodys(self) -> str:
        """A hash that no password fits, at the same cost."""
        memory, passes, lanes = self._cost
        salt, content = (base64.b64encode(b"\0" * n).decode().rstrip("=") for n in (16, 32))
        return f"$argon2id$v=19$m={memory},t={passes},p={lanes}${salt}${content}"

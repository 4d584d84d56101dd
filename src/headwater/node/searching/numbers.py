"""Numbers: phones, plates, documents and accounts, found however they are written."""

from bisect import bisect_left
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import schemata

if TYPE_CHECKING:
    from headwater.picture import Picture

_TYPES = ("phone", "identifier", "email", "iban")
_ALSO = ("registrationNumber", "number", "username", "accountNumber")
_SHORTEST = 4
_TAIL = 8  # digits by which two ways of writing one phone are alike, whatever stands before them
_MOST = 2_000


class Numbered(NamedTuple):
    """Something that bears a number.

    Attributes:
        entity: Its id.
        value: The number as it is kept.
        statement: Id of a statement that gives it.
        whole: Whether it is the number, and not one that begins or ends like it.
    """

    entity: str
    value: str
    statement: str
    whole: bool


class NumberIndex:
    """The numbers of a picture.

    Cost: linear in the statements that give a number; a question costs two binary searches.

    Args:
        picture: The picture.
    """

    def __init__(self, picture: "Picture") -> None:
        said = picture.statements.select(["property", "entity", "value", "id"])
        named = pc.is_in(said["property"], value_set=pa.array(sorted(_properties()), pa.string()))
        rows = said.filter(named)
        once = rows.group_by(["entity", "value"], use_threads=False).aggregate([("id", "first")])
        self._rows: list[tuple[str, str, str]] = list(
            zip(*(once[name].to_pylist() for name in ("entity", "value", "id_first")), strict=True)
        )
        written = [(plain_number(value), n) for n, (_, value, _) in enumerate(self._rows)]
        self._forward = sorted(written)
        self._backward = sorted((_digits(text)[::-1], n) for text, n in written)

    def bearing(self, asked: str) -> list[Numbered]:
        """What bears a number, or one that begins like it; phones by their last digits."""
        number = plain_number(asked)
        if len(number) < _SHORTEST or not any(c.isdigit() for c in number):
            return []
        found = dict.fromkeys(_under(self._forward, number))
        digits = _digits(number).lstrip("0")
        if digits == number.lstrip("0") and len(digits) > _SHORTEST + 1:
            found |= dict.fromkeys(_under(self._backward, digits[::-1][:_TAIL]))
        return [self._row(n, number) for n in found if self._agrees(n, number)]

    def _agrees(self, n: int, number: str) -> bool:
        """Whether one of the two is the end, or the beginning, of the other."""
        held = plain_number(self._rows[n][1])
        if held.startswith(number):
            return True
        ours, theirs = number.lstrip("0"), held.lstrip("0")
        return ours.endswith(theirs) or theirs.endswith(ours)

    def _row(self, n: int, number: str) -> Numbered:
        entity, value, statement = self._rows[n]
        ours, theirs = number.lstrip("0"), plain_number(value).lstrip("0")
        alike = ours.endswith(theirs) or theirs.endswith(ours)
        return Numbered(entity, value, statement, ours == theirs or (alike and len(ours) >= _TAIL))


def plain_number(text: str) -> str:
    """A number without what parts its signs, in the letters and case in which all are compared."""
    return _plain()("".join(c for c in text if c.isalnum()))


@cache
def _plain() -> Callable[[str], str]:
    from headwater.resolve import Spellings  # takes long to import

    return Spellings.plain


def _properties() -> set[str]:
    typed = {
        name
        for schema in schemata().values()
        for name, one in schema.properties.items()
        if one.type in _TYPES
    }
    return typed | set(_ALSO)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _under(ordered: list[tuple[str, int]], begin: str) -> list[int]:
    first = bisect_left(ordered, (begin, -1))
    found = []
    for text, n in ordered[first : first + _MOST]:
        if not text.startswith(begin):
            break
        found.append(n)
    return found

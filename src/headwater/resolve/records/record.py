"""Record: what one source says of one person, as resolution compares it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from headwater.safeguard import PROTECTED, Category, governing


class Kind(StrEnum):
    """How the values of a field are compared."""

    NAME = "name"
    DATE = "date"
    IDENTIFIER = "identifier"
    PLACE = "place"
    TEXT = "text"
    CODE = "code"


FIELDS: Mapping[str, Kind] = {
    "name": Kind.NAME,
    "birth_date": Kind.DATE,
    "sex": Kind.CODE,
    "country": Kind.CODE,
    "phone": Kind.IDENTIFIER,
    "document": Kind.IDENTIFIER,
    "plate": Kind.IDENTIFIER,
    "account": Kind.IDENTIFIER,
    "email": Kind.IDENTIFIER,
    "handle": Kind.IDENTIFIER,
    "place": Kind.PLACE,
    "address": Kind.TEXT,
    "postcode": Kind.CODE,
    "occupation": Kind.TEXT,
}
"""The fields that are compared, and how. What stands in other columns is carried, not compared."""


NEVER_MATCHED = frozenset({Category.BEING_MOVED, Category.VICTIM, Category.WITNESS})
"""Of people of these categories no score and no rule says who they are, and nobody is asked."""


class PersonRecord(NamedTuple):
    """What one source says of one person.

    Attributes:
        id: Id of the entity, or of the row of a table; unique among the records compared.
        values: Values by field of `FIELDS`, as the source gave them; dates as ISO text that may
            stop at the year or the month; a document as `kind|issuer|number` with empty parts
            where they are not known. Fields without a value are left out.
        categories: Categories of the person as given, one for each case; none means undecided.
    """

    id: str
    values: Mapping[str, tuple[str, ...]]
    categories: tuple[str, ...] = ()

    @property
    def protected(self) -> bool:
        """Whether it is never compared with anybody on a score.

        People being moved, victims, witnesses, and people about whom nobody decided.
        """
        return governing(self.categories) in PROTECTED

    @property
    def never_matched(self) -> bool:
        """Whether any case has the person among those who are never matched."""
        return not NEVER_MATCHED.isdisjoint(self.categories)


class Tie(NamedTuple):
    """One thing that a record is tied to: evidence of company, not of identity by itself.

    Attributes:
        record: Id of the record.
        kind: `contact` (a phone or another record that it was in touch with), `associate`
            (another record seen or named with it), `seen` (a place), `payment` (another party).
        to: Id of another record, a phone number, an account, or a place.
        when: ISO date, or empty.
    """

    record: str
    kind: str
    to: str
    when: str = ""

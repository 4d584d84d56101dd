"""Layout: which column of a table of people says what, whatever it is called."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from headwater.model import WrongUse

_IDS = ("id", "unique_id", "record_id", "rec_id", "row_id")

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "name": (
        *("name", "full_name", "names", "person", "person_name", "complete_name"),
        *("alias", "aliases", "also_known_as", "aka", "name_original", "original_name"),
    ),
    "given": ("given_name", "given_names", "first_name", "first_names", "forename", "forenames"),
    "middle": ("middle_name", "middle_names", "patronymic", "father_name"),
    "family": ("surname", "family_name", "last_name", "second_name"),
    "birth_date": ("birth_date", "date_of_birth", "dob", "birthdate", "birthday", "born"),
    "sex": ("sex", "gender"),
    "country": ("country", "nationality", "citizenship", "country_code"),
    "phone": (
        *("phone", "phones", "phone_number", "telephone", "tel", "mobile", "msisdn", "cell"),
        "phone_numbers",
    ),
    "document": ("document", "documents", "document_number", "document_no", "id_document"),
    "passport": ("passport", "passport_number", "passport_no"),
    "identity card": ("id_number", "national_id", "id_card", "personal_number", "jmbg", "egn"),
    "social security": ("soc_sec_id", "ssn", "social_security_number", "social_security"),
    "plate": ("plate", "plates", "licence_plate", "license_plate", "vehicle", "registration"),
    "account": ("account", "accounts", "iban", "account_number", "bank_account"),
    "email": ("email", "emails", "e_mail", "mail", "email_address"),
    "handle": ("handle", "handles", "username", "user_name", "screen_name", "account_name"),
    "place": (
        *("place", "birth_place", "place_of_birth", "city", "town", "suburb", "location"),
        *("residence", "municipality", "place_name"),
    ),
    "address": ("address", "street", "street_address", "address_1", "address_2", "street_number"),
    "postcode": ("postcode", "postal_code", "zip", "zip_code", "post_code", "postcode_fake"),
    "occupation": ("occupation", "profession", "job"),
}
"""Headers by what they say. Parts of a name are put together; kinds of documents stay apart."""

PARTS_OF_NAME = ("given", "middle", "family")
DOCUMENTS = ("document", "passport", "identity card", "social security")

_MEANING = {header: meaning for meaning, headers in _SYNONYMS.items() for header in headers}


class Layout(NamedTuple):
    """What the columns of one table say.

    Attributes:
        id: Header of the column of ids.
        category: Header of the column of categories; empty where there is none.
        columns: Headers by what they say, in the order of the table.
        unused: Headers that nothing is compared on.
    """

    id: str
    category: str
    columns: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...]

    def of(self, *meanings: str) -> tuple[str, ...]:
        """Headers of the columns that say one of these things."""
        return tuple(header for meaning in meanings for header in self.columns.get(meaning, ()))

    def notes(self, file: str) -> list[str]:
        """How the columns were understood, and which were not, in words."""
        said = [f"{meaning} from {' and '.join(held)}" for meaning, held in self.columns.items()]
        notes = [f"{file}: read {', '.join(said)}."]
        if self.unused:
            notes.append(f"{file}: columns that are not compared: {', '.join(self.unused)}.")
        return notes


def understand(file: str, headers: Sequence[str]) -> Layout:
    """Find out what the columns of a table of people say.

    Raises:
        WrongUse: If there is no column of ids, or none of names.
    """
    plain = {_plain(header): header for header in reversed(headers) if header}
    identity = next((plain[name] for name in _IDS if name in plain), "")
    found: dict[str, list[str]] = {}
    for header in headers:
        meaning = _MEANING.get(_plain(header))
        if meaning and header != identity:
            found.setdefault(meaning, []).append(header)
    names = [meaning for meaning in ("name", *PARTS_OF_NAME) if meaning in found]
    if not identity or not names:
        raise WrongUse(
            f"{file} has no column of {'names' if identity else 'ids'}",
            where="line 1",
            why=f"its columns are {', '.join(headers)}",
            do="name one column id and one name, or given_name and surname",
        )
    if "name" in found:  # the parts repeat the whole
        for part in PARTS_OF_NAME:
            found.pop(part, None)
    category = plain.get("category", "")
    used = {identity, category, *(header for held in found.values() for header in held)}
    columns = {meaning: tuple(held) for meaning, held in found.items()}
    return Layout(identity, category, columns, tuple(h for h in headers if h not in used))


def _plain(header: str) -> str:
    return re.sub(r"[\W_]+", "_", header.strip().casefold()).strip("_")

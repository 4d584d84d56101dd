"""Numbers: phones, documents, accounts and plates, written so that equal ones are equal text."""

from functools import cache

from headwater.model import schemata

_ACCOUNTS = frozenset({"iban", "accountNumber", "cryptoAddress", "accountId"})
_DOCUMENTS = frozenset({"passportNumber", "idNumber", "number"})


def number_form(text: str) -> str:
    """Letters and digits of a number in lower case, as two spellings of one number share them."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@cache
def sort_of(schema: str, property: str) -> str:
    """What number a property holds; empty where it holds none that is watched."""
    known = schemata().get(schema)
    found = known.properties.get(property) if known else None
    if known is None or found is None:
        return ""
    if found.type == "phone":
        return "phone"
    if property == "registrationNumber" and known.is_a("Vehicle"):
        return "vehicle"
    if property in _ACCOUNTS:
        return "account"
    return "document" if property in _DOCUMENTS and found.type == "identifier" else ""


@cache
def numbered() -> tuple[str, ...]:
    """Names of all properties that hold a number that may be watched."""
    pairs = ((name, one) for name, one in schemata().items())
    return tuple(sorted({p for name, one in pairs for p in one.properties if sort_of(name, p)}))

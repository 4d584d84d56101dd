"""Wording: names of schemata and properties as an officer says them."""

import re

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SAID = {
    "LegalEntity": "person or organisation",
    "UserAccount": "account online",
    "Identification": "identity document",
    "Network": "group",
    "PublicBody": "public body",
}


def in_words(name: str) -> str:
    """A property's name as words: `birthDate` is `birth date`."""
    return _HUMP.sub(" ", name).lower()


def kind_word(schema: str) -> str:
    """What a thing of a schema is called: `BankAccount` is `bank account`."""
    return _SAID.get(schema, in_words(schema))

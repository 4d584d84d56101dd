"""Finding: all identifiers of a passage, what says most before what says less."""

import re

from headwater.intake.reading.grammar.identifiers.accounts import accounts
from headwater.intake.reading.grammar.identifiers.coordinates import coordinates
from headwater.intake.reading.grammar.identifiers.documents import documents
from headwater.intake.reading.grammar.identifiers.identifier import Identifier
from headwater.intake.reading.grammar.identifiers.phones import phones
from headwater.intake.reading.grammar.identifiers.plates import plates
from headwater.intake.reading.grammar.vocabulary import terms
from headwater.intake.reading.passage import Passage

_SIGN = re.compile(r"[@\d]|t\.me|\.com/|m\.me")


def identifiers(passage: Passage, region: str = "") -> list[Identifier]:
    """All identifiers of a passage, in order; each uses its span up.

    Args:
        passage: The passage.
        region: ISO 3166 code of the country whose national phone numbers are read; without it
            those of the country that the language hints at.
    """
    if not _SIGN.search(passage.text):
        return []
    items = terms(passage)
    found: list[Identifier] = []
    for one in (
        *accounts(passage, items),
        *coordinates(passage.text),
        *documents(items),
        *phones(passage, items, region),
        *plates(passage, items),
    ):
        if passage.free(*one.span):
            passage.take(one.span)
            found.append(one)
    return sorted(found, key=lambda one: one.span)

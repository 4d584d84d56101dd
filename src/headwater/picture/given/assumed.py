"""When a missing category may be assumed for the people of plain files, and when never."""

import re
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import NotPermitted, WrongUse, words

_NOT_ABOUT_ROLE = {
    *("id", "name", "source", "target", "weight", "date", "birth_date", "phone", "document"),
}
_SHORT = 60  # a longer cell is prose, not a word for what somebody is

_PROTECTED_WORDS = re.compile(
    r"\b(?:victim\w*|witness\w*|small hands?|(?:being|people|persons?) moved|migrants?"
    r"|smuggled|trafficked|exploited|asylum\w*|refugees?|passengers?|minors?|child|children"
    r"|žrtv\w*|žrtav\w*|sv(?:j)?edo[kc]\w*|жртв\w*|сведо[кц]\w*|свидетел\w*|viktim\w*|dëshmitar\w*"
    r"|victimes?|témoins?|opfer|zeuge\w*)\b"
)


def check_assumption(category: str, tables: Mapping[str, pa.Table]) -> None:
    """Refuse to assume a category where a file says itself that it holds people to protect.

    Headers and cells are searched, whatever their column is called, for words for victims,
    witnesses, small hands and people being moved.

    Raises:
        WrongUse: If the word is no category.
        NotPermitted: If any column names such a person.
    """
    if category not in words("category"):
        raise WrongUse(
            f"{category!r} is not a category", do=f"use one of {', '.join(words('category'))}"
        )
    for file, table in tables.items():
        for column in table.column_names:
            if _PROTECTED_WORDS.search(_plain(column)) or _names_protected(table, column):
                raise NotPermitted(
                    f"a category cannot be assumed for the people of {file}",
                    where=f"column {column}",
                    why="it names victims, witnesses, small hands or people being moved",
                    do="give every person a category of its own in the column category",
                )


def _names_protected(table: pa.Table, column: str) -> bool:
    if column in _NOT_ABOUT_ROLE:
        return False
    found = pc.unique(table[column])
    short = pc.filter(found, pc.less_equal(pc.utf8_length(found), _SHORT))
    return any(_PROTECTED_WORDS.search(_plain(word)) for word in short.to_pylist())


def _plain(text: str) -> str:
    return re.sub(r"[_\-\s]+", " ", text.lower())

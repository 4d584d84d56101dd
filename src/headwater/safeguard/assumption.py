"""When a missing category may be assumed for the people of plain files, and when never."""

import re
from collections.abc import Collection, Iterable, Mapping

from headwater.model import NotPermitted, WrongUse, words

NOT_ABOUT_ROLE = frozenset(
    {"id", "name", "source", "target", "weight", "date", "birth_date", "phone", "document"}
)
"""Columns whose cells say nothing of what somebody is; their headers are searched all the same."""

_PARTS_OF_NAMES = frozenset(
    {"and", "birth", "family", "first", "forename", "full", "given", "last", "maiden"}
    | {"middle", "name", "names", "nickname", "second", "surname"}
)
"""Words of headers of columns that hold nothing but people's names: Child is a family name."""

_SHORT = 60  # a longer cell is prose, not a word for what somebody is

_PROTECTED_WORDS = re.compile(
    r"\b(?:victim\w*|witness\w*|small hands?|(?:being|people|persons?) moved|migrants?"
    r"|smuggled|trafficked|exploited|asylum\w*|refugees?|passengers?|minors?|child(?!.s)|children(?!.s)"
    r"|žrtv\w*|žrtav\w*|sv(?:j)?edo[kc]\w*|жртв\w*|сведо[кц]\w*|свидетел\w*|viktim\w*|dëshmitar\w*"
    r"|victimes?|témoins?|opfer|zeuge\w*"
    r"|migrant\w*|dete|deti|deca|djeca|dijete|izbjeglic\w*|izbeglic\w*"
    r"|fëmij\w*|emigrant\w*|refugjat\w*"
    r"|mağdur\w*|göçmen\w*|çocuk\w*|mülteci\w*"
    r"|жертв\w*|мигрант\w*|пострадал\w*|потерпевш\w*|беженц\w*|бежанц\w*|избеглиц\w*"
    r"|дете|деца|дети|ребенок|ребёнок|детей)\b"
    # Articles and endings are written together with an Arabic or Persian word.
    r"|ضحي[ةه]|ضحايا|مهاجر|لاجئ|طفل|أطفال|اطفال|شاهد|شهود|قاصر"
    r"|قربان[یي]|پناهجو|پناهنده|کودک|بزه‌?دیده"
)


def check_assumption(
    category: str,
    file: str,
    columns: Mapping[str, Iterable[str]],
    *,
    not_about_role: Collection[str] = NOT_ABOUT_ROLE,
) -> None:
    """Refuse to assume a category where a file says itself that it holds people to protect.

    Headers and cells are searched, whatever their column is called, for words for victims,
    witnesses, small hands and people being moved; in columns of names only the header.

    Args:
        category: The category to assume.
        file: Name of the file, for the message.
        columns: Cells by header; each cell need be given only once.
        not_about_role: Headers whose cells are not searched.

    Raises:
        WrongUse: If the word is no category.
        NotPermitted: If any column names such a person.
    """
    if category not in words("category"):
        raise WrongUse(
            f"{category!r} is not a category", do=f"use one of {', '.join(words('category'))}"
        )
    for header, cells in columns.items():
        searched = () if header in not_about_role or _holds_names(header) else cells
        short = (cell for cell in searched if len(cell) <= _SHORT)
        if _names_protected(header) or any(map(_names_protected, short)):
            raise NotPermitted(
                f"a category cannot be assumed for the people of {file}",
                where=f"column {header}",
                why="it names victims, witnesses, small hands or people being moved",
                do="give every person a category of its own in the column category",
            )


def _holds_names(header: str) -> bool:
    words_of_header = re.findall(r"[a-z]+", header.lower())
    return any("name" in word for word in words_of_header) and _PARTS_OF_NAMES.issuperset(
        words_of_header
    )


def _names_protected(text: str) -> bool:
    return bool(_PROTECTED_WORDS.search(re.sub(r"[_\-\s]+", " ", text.lower())))

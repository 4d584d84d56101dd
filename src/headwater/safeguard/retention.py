"""Retention: when a record is to be looked at again.

Nothing is erased by itself: a review is asked for, and a named person decides (DPA 2018 s.39;
Directive (EU) 2016/680 art. 5: time limits for erasure or periodic review). A legal hold, which the
store enforces, outlasts any review. The periods are defaults that an agency sets anew with its
counsel.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from headwater.model import Handling
from headwater.safeguard.category import Category, governing


@dataclass(frozen=True, slots=True)
class RetentionGroup:
    """How long a kind of record may lie before somebody must look at it.

    Attributes:
        name: Name of the group.
        categories: Governing categories of the people in the record.
        first_months: Months from recording to the first review.
        again_months: Months from one review to the next.
        source: Where the period comes from.
    """

    name: str
    categories: frozenset[Category]
    first_months: int
    again_months: int
    source: str


_APP = "College of Policing APP, review, retention and disposal"

GROUPS = (
    RetentionGroup(
        "serious offences",
        frozenset({Category.CONVICTED}),
        120,
        120,
        f"{_APP}: group 2, other sexual, violent or serious offences, ten years",
    ),
    RetentionGroup(
        "other offences",
        frozenset({Category.SUSPECT}),
        72,
        60,
        f"{_APP}: group 3, all other offences, six years, then every five",
    ),
    RetentionGroup(
        "others with information",
        frozenset({Category.OTHER}),
        72,
        60,
        f"{_APP}: group 4, miscellaneous, six years",
    ),
    RetentionGroup(
        "protected people",
        frozenset({Category.VICTIM, Category.WITNESS, Category.BEING_MOVED}),
        12,
        12,
        "this project: strict necessity for people who are not suspected (DPA 2018 ss.37, 39)",
    ),
    RetentionGroup(
        "undecided people",
        frozenset({Category.UNDECIDED}),
        6,
        6,
        "this project: a person without a category is to be decided on, not kept",
    ),
)
"""Review periods by governing category."""

NO_PEOPLE = RetentionGroup(
    "no people", frozenset(), 72, 60, f"{_APP}: group 3 as the default for records of no person"
)
CONDITIONS_MONTHS = 36
"""Material under handling C is reviewed at least this often: its owner's conditions change
(this project)."""


@dataclass(frozen=True, slots=True)
class ReviewDate:
    """When a record is to be reviewed.

    Attributes:
        on: The day.
        due: True where that day has come.
        group: Name of the retention group that set it.
        source: Where the period comes from.
        again_months: Months from one review to the next.
    """

    on: date
    due: bool
    group: str
    source: str
    again_months: int


def review_due(
    recorded: date,
    categories: Iterable[Iterable[str]],
    handling: Handling,
    today: date,
    *,
    reviewed: date | None = None,
) -> ReviewDate:
    """When a record is to be reviewed: the earliest date that any person in it asks for.

    Args:
        recorded: Day on which it was recorded.
        categories: For each person in the record, that person's categories (none: undecided).
        handling: Its handling.
        today: The day on which is asked.
        reviewed: Day of the last review, or None where there was none.
    """
    held = {governing(person) for person in categories}
    groups = [g for g in GROUPS if not g.categories.isdisjoint(held)] or [NO_PEOPLE]
    group = min(groups, key=lambda g: g.again_months if reviewed else g.first_months)
    limit = [CONDITIONS_MONTHS] if handling.code == "C" else []
    again = min([*limit, *(g.again_months for g in groups)])
    months = again if reviewed else min([*limit, group.first_months])
    on = reviewed_again(reviewed or recorded, months)
    return ReviewDate(on, on <= today, group.name, group.source, again)


def reviewed_again(reviewed: date, months: int) -> date:
    """The day of a review that comes so many months after a day."""
    year, month = divmod(reviewed.year * 12 + reviewed.month - 1 + months, 12)
    # The 28th is in every month; a review some days early does no harm.
    return date(year, month + 1, min(reviewed.day, 28))

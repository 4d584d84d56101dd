"""Humanitarian stops: rescue and free aid end targeting; they are never weights.

One sign of a stop takes its subject out of ranking, targeting, supply graphs and "element met".
Only a named person can lift it, with a reason; the lift is logged as an alteration.
"""

import re

from headwater.model import Status

GROUNDS = {
    "rescue": "Border Security, Asylum and Immigration Act 2025 ss.13, 14(6)(a): rescue from "
    "danger or serious harm",
    "free_aid": "the same, s.14(6)(b), and Immigration Act 1971 s.25A(3): for a body that aids "
    "asylum seekers and does not charge",
    "safety_of_life_at_sea": "Immigration Act 1971 s.25BA: coastguard, and help at sea until a "
    "place of safety",
    "smuggled_person": "UN Protocol against the Smuggling of Migrants art. 5: nobody is liable for "
    "having been smuggled",
    "refugee": "Refugee Convention art. 31; Immigration and Asylum Act 1999 s.31",
    "victim_of_trafficking": "Modern Slavery Act 2015 s.45",
}
"""Grounds of a stop with the law behind each; the words are the model's `words("stop")`."""

_NEVER_EQUIPMENT = re.compile(
    r"\b(?:food|water|drinks?|medic\w+|bandages?|soap|hygien\w+|cloth(?:es|ing)|jackets?|shoes|"
    r"blankets?|bedding|sleeping bags?|tents?|shelters?|life[ -]?(?:jackets?|vests?|buoys?)|"
    r"buoyancy aids?|flares?|whistles?|first[ -]aid)\b",
    re.IGNORECASE,
)


def never_equipment(article: str) -> bool:
    """Whether an article may never count as smuggling equipment, whatever a report calls it.

    Food, medicine, hygiene, clothing, bedding, shelter, and what saves life or signals distress at
    sea (Border Security, Asylum and Immigration Act 2025 s.15). English words of the article.
    """
    return _NEVER_EQUIPMENT.search(article) is not None


def stands(*, lifted_by: str = "", author: str = "", reason: str = "", status: str = "") -> bool:
    """Whether a stop still stands.

    It is lifted only by a named person, on a statement that a person stands behind, with a reason;
    a machine's reading that somebody lifted it changes nothing.

    Args:
        lifted_by: Value of `liftedBy`; empty where nobody lifted it.
        author: Author of that statement; empty for a machine's reading.
        reason: Why it was lifted.
        status: Status of that statement.
    """
    named = bool(lifted_by.strip() and author.strip() and reason.strip())
    return not (named and status == Status.ACCEPTED)

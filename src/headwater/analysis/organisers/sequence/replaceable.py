"""How easily the place of somebody is filled again, by role: a declared reading."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from headwater.analysis.organisers.evidence import Codes, Evidence
from headwater.graph import Numbers
from headwater.model import Parameter

REPLACEABLE: dict[str, str] = {
    **dict.fromkeys(("organiser", "coordinator", "hawaladar", "financier"), "hard"),
    **dict.fromkeys(("equipment_supplier", "corrupt_official"), "hard"),
    **dict.fromkeys(("broker", "forger", "professional_enabler", "recruiter"), "medium"),
    **dict.fromkeys(("transporter", "safe_house_keeper", "enforcer", "advertiser"), "medium"),
    **dict.fromkeys(("driver", "guide", "pilot", "lookout", "small_hand", "customer"), "easy"),
}
"""How easily each role is filled again: control of money, equipment or several legs is hard to
replace, papers, places and recruiting less so, whoever is on the road easily."""

_ORDER = ("hard", "medium", "easy")

EASE: tuple[Parameter, ...] = (
    Parameter("easy", "float", 0.9, "Chance that an easy place is filled again.", low=0, high=1),
    Parameter("medium", "float", 0.5, "The same of a medium one, or an unknown.", low=0, high=1),
    Parameter("hard", "float", 0.2, "The same of a hard one.", low=0, high=1),
)
"""The parameters; `places_of` reads them."""


class Places(NamedTuple):
    """What each person does and how easily the place is filled.

    Attributes:
        role: Number of the role in `Evidence.role_words`, -1 where none is stated; of several the
            one hardest to replace.
        word: `hard`, `medium`, `easy` or `unknown`.
        chance: Chance that the place is filled again.
    """

    role: Codes
    word: list[str]
    chance: Numbers


def places_of(evidence: Evidence, parameters: Mapping[str, Any]) -> Places:
    """Read roles and the parameters `EASE`."""
    people = len(evidence.ids)
    role = np.full(people, -1, dtype=np.int64)
    worst = np.full(people, len(_ORDER), dtype=np.int64)
    for person, word in zip(
        evidence.roles.person.tolist(), evidence.roles.other.tolist(), strict=True
    ):
        level = _ORDER.index(REPLACEABLE.get(evidence.role_words[word], "medium"))
        if (level, word) < (int(worst[person]), int(role[person])) or role[person] < 0:
            role[person], worst[person] = word, level
    words = [_ORDER[level] if level < len(_ORDER) else "unknown" for level in worst.tolist()]
    chance = [parameters["medium" if word == "unknown" else word] for word in words]
    return Places(role, words, np.array(chance, dtype=np.float64))

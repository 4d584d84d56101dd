"""Causes of death in a few words: what a source writes is put under one of them, never repeated.

Free text may name people; the word it is put under cannot.
"""

import re
from functools import cache

_STEMS = {
    "drowning": "drown|capsiz|shipwreck|utop|udav|utapa|удав|утоп|потон|mbyt|noy",
    "vehicle": "vehicle|hazardous transport|traffic|road acc|train|truck|lorry|crash|saobra|"
    "sudar|сообра|судар|катастроф|влак|воз|aksident",
    "cold, heat, hunger or thirst": "harsh|environment|hypotherm|cold|heat|dehydrat|starv|expos|"
    "smrz|hladno|замръз|смрз|хипотерм|ngri",
    "suffocation": "suffocat|asphyx|ugušen|gušenj|задуш|угуш|asfiks",
    "violence": "violen|shot|shoot|stab|murder|kill|ubij|ubis|pucnj|убий|убис|стрел|vra[rs]",
    "sickness": "sick|ill|disease|medical|healthcare|bolest|болест|sëmund",
    "other accident": "accident|fall|fell|nesre|незгод|несре|злопол",
}
_KNOWN = {word: re.compile(rf"(?:^|\W)(?:{stems})") for word, stems in _STEMS.items()}

UNKNOWN = "mixed or unknown"
"""What is said where no cause is given, or several are."""


@cache
def cause_of(text: str) -> str:
    """The word that a cause, as a source writes it, is put under."""
    told = text.casefold()
    found = [word for word, stems in _KNOWN.items() if stems.search(told)]
    if len(found) > 1 and "other accident" in found:
        found.remove("other accident")
    return found[0] if len(found) == 1 else UNKNOWN

"""Grades: every code of a grading in words, for whoever reads or gives one.

Source: College of Policing 3x5x2; FIRST TLP 2.0; Europol handling codes.
"""

from collections.abc import Mapping

from headwater.model import Grade, Grading, Handling

CODES: Mapping[str, str] = {
    "P": "lawful sharing permitted",
    "C": "lawful sharing permitted with conditions",
    "A1": "take no action on it without asking the originator",
    "A2": "act covertly, protecting source and technique; not alone as evidence",
    "A3": "act overtly, as the owner says",
    "S1": "the recipient may sanitise it for a wider audience",
    "S2": "not to be sanitised for wider use without asking",
    "H0": "ordinary use",
    "H1": "not in judicial proceedings without the provider's leave",
    "H2": "not handed on without the provider's leave",
    "H3": "other restrictions, in words",
}
"""What each code of a handling asks for."""


def grade_means(grade: Grade) -> str:
    """A grade in words: what the source is, and how it knows."""
    system = "" if grade.system == Grading.system else f"{grade.system}, "
    source, information = grade.sources[grade.source], grade.informations[grade.information]
    return f"{system}source: {source}; information: {information}"


def handling_means(handling: Handling) -> str:
    """What a handling asks for, code by code, with the originator's own words."""
    codes = (handling.code, handling.action_code, handling.sanitisation_code)
    said = [CODES[code] for code in (*codes, *handling.europol.split()) if code in CODES]
    said += [f"TLP:{handling.tlp}"] if handling.tlp else []
    said += [f"“{handling.conditions}”"] if handling.conditions else []
    said += [handling.marking] if handling.marking else []
    return "; ".join(said)

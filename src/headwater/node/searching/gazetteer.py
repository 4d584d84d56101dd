"""Gazetteer: places that everybody knows, offered to whoever begins to write the name of one."""

from headwater.model import Place

OFFERED = 8
"""Places that are offered at once."""


def places_offered(beginning: str) -> tuple[Place, ...]:
    """The likeliest places whose name begins so, in any spelling and either script.

    The gazetteer is the same for everybody: what a report says changes nothing in it.
    """
    from headwater.intake import places_beginning

    return places_beginning(beginning, OFFERED)

"""Legs far from the United Kingdom: their costs are never those of ways to it unsaid."""

from collections.abc import Iterator, Mapping

from headwater.analysis.business.economics.own import Told
from headwater.analysis.business.economics.parameters import Figure, Name, published

_OF_THE_WAY = {
    "launch": ("package", "drivers", "hands"),
    "lorry": ("driver_person", "vehicle", "vehicle_lost"),
    "group": ("houses", "staff"),
}
"""The costs that decide the profit of a unit; a table of ways to the UK says nothing of others."""


def missing_costs(told: Told, figures: Mapping[Name, list[Figure]]) -> dict[str, list[str]]:
    """The costs that must be given before a unit of a far leg can be reckoned; none elsewhere.

    A group is reckoned only where each of its units is.
    """
    if not told.far:
        return {}
    wanted = {
        unit: [f"{unit}.{name}" for name in _OF_THE_WAY[unit] if _is_ours(figures[unit, name])]
        for unit in told.units
    }
    wanted["group"] = [name for names in wanted.values() for name in names]
    return {unit: names for unit, names in wanted.items() if names}


def far_warnings(told: Told, figures: Mapping[Name, list[Figure]]) -> Iterator[str]:
    """What a reader of books of a far leg must know first."""
    if not told.far or not told.units:
        return
    for unit, names in missing_costs(told, figures).items():
        yield (
            f"No {unit} is reckoned: no cost of such a way is published, and those of ways to the "
            "United Kingdom do not hold on a leg that is not known to lead there. Give what you "
            f"know with --set values=..., or a file of figures: {'=...; '.join(names)}=..."
        )
    rest = sorted(
        f"{unit}.{name}"
        for (unit, name), claims in figures.items()
        if unit in told.units.keys() - missing_costs(told, figures).keys() and _is_ours(claims)
    )
    if rest:
        yield (
            "CAUTION: this leg is not known to lead to the United Kingdom, and these figures are "
            f"still those of ways that do; profit is only as good as they are: {', '.join(rest)}."
        )


def _is_ours(claims: list[Figure]) -> bool:
    """Whether it is of the table of the package, and nobody has given another."""
    return not set(claims).isdisjoint(published())

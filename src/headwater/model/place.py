"""Place: a named point or stretch, with what kind of place it is in the trade."""

from dataclasses import dataclass

from headwater.model.errors import Refused

PLACE_KINDS = (
    "country",
    "region",
    "town",
    "sea",
    "river",
    "crossing_point",
    "border_segment",
    "staging_area",
    "launch_site",
    "safe_house",
)
"""What a place is; the last five are kinds of the trade, given by a report, not by a map."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteer knows it.

    Attributes:
        id: Stable id in the gazetteer.
        name: Name to show.
        kind: One of `PLACE_KINDS`.
        country: ISO 3166 code of two letters, or empty.
        latitude: Degrees north (WGS 84), or None.
        longitude: Degrees east (WGS 84), or None.
        spellings: Other spellings, in all scripts.
    """

    id: str
    name: str
    kind: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    spellings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse unknown kinds and coordinates off the globe."""
        if self.kind not in PLACE_KINDS:
            raise Refused(f"{self.kind!r} is not a kind of place", do=f"one of {PLACE_KINDS}")
        for value, limit in ((self.latitude, 90.0), (self.longitude, 180.0)):
            if value is not None and not -limit <= value <= limit:
                raise Refused(f"{value} is not a coordinate", do=f"give degrees within {limit:g}")

"""Counted: the series of a picture, for forms that ask for one."""

import pyarrow.compute as pc

from headwater.picture import Picture


def series_of(picture: Picture) -> list[str]:
    """Names of the series that are counted, in text order."""
    names = pc.unique(picture.series["series"]).to_pylist()
    return sorted(str(name) for name in names if name)

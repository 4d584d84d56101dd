"""Counted: the series of a picture, for forms that ask for one."""

import pyarrow.compute as pc

from headwater.picture import UNNAMED, Picture


def series_of(picture: Picture) -> list[str]:
    """Names of the series that are counted over time, in text order, named ones only."""
    dated = picture.series.filter(pc.not_equal(picture.series["date"], ""))
    names = {str(name) for name in pc.unique(dated["series"]).to_pylist()}
    return sorted(names - {UNNAMED})

"""Plain files to forecast."""

from datetime import date, timedelta

from headwater.analysis.outlook.arrivals import COUNTED
from headwater.picture import from_plain_files

SETTLED = {one.name: one.default for one in COUNTED}


def dated(values, first=date(2024, 1, 1), every=1, name="people"):
    """Lines of a series."""
    return [f"{first + timedelta(every * at)},{name},{value}" for at, value in enumerate(values)]


def picture_of(tmp_path, lines, header="date,series,value"):
    path = tmp_path / "series.csv"
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8")
    return from_plain_files(series=path)

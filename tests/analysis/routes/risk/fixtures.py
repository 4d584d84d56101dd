"""Incidents beside legs whose ends have positions."""

from headwater.picture import from_plain_files

LEGS = (
    "from,to,mode,from_lat,from_lon,to_lat,to_lon\n"
    "Calais,Dover,boat,50.95,1.85,51.13,1.31\n"
    "Horgos,Szeged,foot,46.16,19.97,46.25,20.15\n"
)
HEAD = "date,lat,lon,dead_and_missing,cause"


def picture_of(folder, rows, *, head=HEAD, legs=LEGS, series=""):
    """A picture of plain files with these rows of incidents."""
    texts = {"incidents": "\n".join([head, *rows]) + "\n", "legs": legs, "series": series}
    files = {}
    for kind, text in texts.items():
        if text:
            files[kind] = folder / f"{kind}.csv"
            files[kind].write_text(text, encoding="utf-8")
    return from_plain_files(**files)

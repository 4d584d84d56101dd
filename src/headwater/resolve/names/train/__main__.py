"""Learn the edit tables: `python -m headwater.resolve.names.train --data DIR --geonames FILE`."""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

from headwater.resolve.names.edits import table_text
from headwater.resolve.names.train.em import Settings, twice
from headwater.resolve.names.train.sources import Material, Sources
from headwater.resolve.names.train.standards import STANDARDS, standards

_TABLES = Path(__file__).parents[1] / "edits" / "tables"
_log = logging.getLogger("headwater.resolve.names.train")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the data, learn the tables that are asked for, and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with names and gazetteer")
    parser.add_argument("--geonames", type=Path, required=True, help="cities500.json")
    parser.add_argument("--out", type=Path, default=_TABLES)
    parser.add_argument("tables", nargs="*", help="such as arab_latn; all if none is named")
    asked = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for scripts, read in Sources(asked.data, asked.geonames).materials():
        name = "_".join(scripts)
        if not asked.tables or name in asked.tables:
            text = _table(scripts, read())
            (asked.out / f"{name}.tsv").write_text(text, encoding="utf-8")


def _table(scripts: tuple[str, str], material: Material) -> str:
    name = "_".join(scripts)
    settings = Settings(known=standards(name))
    units, used = twice(scripts, material.sure, material.likely, settings)
    _log.info("%s: %d pairs, %d units", name, used, len(units))
    header = {
        "table": f"{name}, P(left piece, right piece); ^ and $ bound a word",
        "scripts": " ".join(scripts),
        "data": "; ".join((*material.origin, STANDARDS)),
        "pairs": str(used),
        "units": str(len(units)),
        "command": f"python -m headwater.resolve.names.train --data DIR --geonames FILE {name}",
        "seed": "none: nothing is drawn at random",
    }
    return table_text(header, units)


if __name__ == "__main__":
    main()

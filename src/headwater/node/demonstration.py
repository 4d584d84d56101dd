"""The demonstration: a node on the exercise world, briefed."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from headwater.model import WrongUse
from headwater.node.opening import make_node
from headwater.node.river import Receipt, add_reports, write_briefing
from headwater.node.settings import Settings

if TYPE_CHECKING:
    from headwater.exercise import Scale

_MARK = "made-by-headwater-demo"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was built.

    Attributes:
        node: The node's folder.
        briefings: The files written, the PDF first.
        receipt: What became of the reports.
        summary: The briefing's summary, as lines.
        articles: Whether the two example articles were there and went in too.
    """

    node: Path
    briefings: tuple[Path, ...]
    receipt: Receipt
    summary: list[str]
    articles: bool


def demonstrate(
    folder: Path,
    settings: Settings,
    *,
    user: str = "",
    seed: int = 1,
    scale: "Scale" = "small",
    progress: Callable[[int, int], None] | None = None,
) -> Demonstration:
    """Write the exercise world, take it in with the example articles, and brief on it.

    Raises:
        WrongUse: If the folder holds something that no demonstration put there.
    """
    from headwater.exercise import write_world

    _make_room(folder)
    world = folder / "world"
    write_world(world / "reports", world / "truth", seed, scale, progress)
    articles = settings.shared / "inputs" / "articles" if settings.shared else None
    there = articles is not None and articles.is_dir()
    paths = [world / "reports", *([articles] if articles is not None and there else [])]
    node = make_node(folder / "node", "Exercise Hub", settings, user, "the demonstration")
    try:
        receipt = add_reports(node, paths, progress=progress)
        briefings = tuple(folder / f"briefing.{kind}" for kind in ("pdf", "html", "md"))
        summary = write_briefing(node, briefings, receipt)
    finally:
        node.close()
    return Demonstration(folder / "node", briefings, receipt, summary, there)


def _make_room(folder: Path) -> None:
    mark = folder / _MARK
    if folder.exists() and any(folder.iterdir()):
        if not mark.exists():
            raise WrongUse(
                f"{folder} is in use",
                why="it was not made by headwater demo",
                do="name another with --into",
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()

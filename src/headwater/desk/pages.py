"""Pages: templates filled in; every word is escaped, only drawings of ours go in as images."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Template
from litestar.template import TemplateConfig

from headwater.desk.menu import menu
from headwater.desk.visit import Visit

TEMPLATES = Path(str(files("headwater.desk").joinpath("templates")))
STATIC = Path(str(files("headwater.desk").joinpath("static")))


def templates() -> TemplateConfig[JinjaTemplateEngine]:
    """The template engine: strict about what is missing, and escaping everything."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    room = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(room))


def page(
    name: str, visit: Visit | None, told: Mapping[str, Any] | None = None, *, status: int = 200
) -> Template:
    """A page of the desk.

    Args:
        name: Name of the template, without its ending.
        visit: Whose page it is; None for whoever is not signed in.
        told: What the template needs.
        status: Status of the answer.
    """
    bearings = {
        "visit": visit,
        "menu": menu(visit.node.viewer.roles) if visit else [],
        "room": name.partition("/")[0],
    }
    return Template(f"{name}.html.j2", context={**bearings, **(told or {})}, status_code=status)

"""App: the rooms of the desk under one roof."""

from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.static_files import create_static_files_router

from headwater import __version__
from headwater.desk.api import API
from headwater.desk.headers import guarded
from headwater.desk.pages import STATIC, templates
from headwater.desk.reception import Reception, from_here, guest_of, visit_of
from headwater.desk.rooms import ROUTES
from headwater.desk.trouble import HANDLERS
from headwater.node.queue import Queues
from headwater.node.watching import Feed

LARGEST_UPLOAD = 64 * 1024 * 1024
"""Bytes of one request; a larger file is read in with `headwater add`."""

_DOCUMENT = OpenAPIConfig(
    title="Headwater desk",
    version=__version__,
    description="The desk for scripts: the same rules as for its pages.",
    path="/schema",
    render_plugins=[JsonRenderPlugin(path=["/", "/openapi.json"])],
    components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
    security=[{"token": []}],
)
"""The document that describes the interface; no viewer of it, for each asks a foreign server."""


def make_app(reception: Reception) -> Litestar:
    """The desk as an ASGI application.

    Args:
        reception: The node, and who may come in.
    """
    feed, queues = Feed(reception.house), Queues(reception.house.shelf.hands)
    return Litestar(
        route_handlers=[
            # The document at /schema is for scripts. A router of their own also lets two pages
            # share a path: the framework breaks the first of two that are registered one by one.
            Router("/", route_handlers=ROUTES, include_in_schema=False),
            API,
            create_static_files_router(path="/static", directories=[STATIC], name="static"),
        ],
        state=State({"reception": reception, "feed": feed, "queues": queues}),
        dependencies={
            "guest": Provide(guest_of, sync_to_thread=True),
            "visit": Provide(visit_of, sync_to_thread=False),
        },
        template_config=templates(),
        before_request=from_here,
        on_shutdown=[feed.end, queues.close],
        before_send=[guarded],
        exception_handlers=HANDLERS,
        compression_config=CompressionConfig(
            backend="gzip", minimum_size=600, exclude_opt_key="as_it_comes"
        ),
        request_max_body_size=LARGEST_UPLOAD,
        openapi_config=_DOCUMENT,
    )

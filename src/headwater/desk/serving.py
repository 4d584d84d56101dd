"""Serving: the desk on an address of this machine, until it is told to stop."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import NamedTuple

from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, Receive, ReceiveMessage, Scope, Send

from headwater.desk.app import make_app
from headwater.desk.live import feed_of
from headwater.desk.reception import Reception
from headwater.model import WrongUse
from headwater.node import Node, entering, queue, reading, searching, showing, things
from headwater.node.looking import Held

_BETWEEN_TRIES = 0.05
_HEADERS_WITHIN = 10_000
"""Milliseconds in which a request has told its headers; connections left half-open go then."""
_NEXT_PART_WITHIN = 30.0
"""Seconds in which something more of a request has come; on a bad link little does at a time."""
_MOST_CONNECTIONS = 800
"""Connections held at once, each a file of the thousand that most machines let a process open.

A browser holds some, a page that waits for alerts one, and so does one that broke off.
"""

LEAVES_WITHIN = 5.0
"""Seconds in which a process that serves pages has ended, once it is told to."""


class Address(NamedTuple):
    """Where the desk is reached.

    Attributes:
        host: Address of this machine.
        port: Port.
        certificate: TLS certificate (PEM), or None.
        key: Its private key (PEM), or None.
    """

    host: str = "127.0.0.1"
    port: int = 8400
    certificate: Path | None = None
    key: Path | None = None

    @property
    def sealed(self) -> bool:
        """Whether what goes over it is sealed with TLS."""
        return bool(self.certificate and self.key)

    @property
    def url(self) -> str:
        """The address as a browser is given it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.sealed else 'http'}://{host}:{self.port}"

    def check(self) -> None:
        """Refuse an address that others reach without TLS.

        Raises:
            WrongUse: If it is one.
        """
        if not self.sealed and not _is_loopback(self.host):
            raise WrongUse(
                f"{self.host} is reached from other machines, and there is no certificate",
                why="what goes over the network must be sealed",
                do="give --certificate and --key, or leave --host out",
            )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def serve(
    reception: Reception,
    address: Address,
    ready: Callable[[], None],
    ending: Callable[[], None] = lambda: None,
) -> None:
    """Serve until SIGINT or SIGTERM; one process, and beside it the workroom of a larger node.

    Args:
        reception: What is served.
        address: Where.
        ready: Called when pages can be asked for.
        ending: Called when it is told to stop; pages that are being answered are still to come.

    Raises:
        WrongUse: If others could reach it without TLS.
    """
    address.check()
    reception.house.prepare(_at_hand)
    threading.Thread(target=entering.make_ready, daemon=True).start()
    asyncio.run(_serve(reception, address, ready, ending))


def _at_hand(node: Node, held: Held) -> None:
    """Make what the first page that needs it would wait for."""
    things.index_of(node, held)
    searching.search_index_of(held)
    things.shield_of(node, held)
    queue.reviews_beside(node, held)
    reading.inbox(node, held, reading.Filter())
    showing.network_beside(held)


def leave_soon(within: float = LEAVES_WITHIN) -> None:
    """End this process in so many seconds, if it does not end by itself before.

    Work that is cut short is as after a power cut: what was acknowledged is kept.
    """
    late = threading.Timer(within, os._exit, [0])
    late.daemon = True
    late.start()


async def _serve(
    reception: Reception,
    address: Address,
    ready: Callable[[], None],
    ending: Callable[[], None],
) -> None:
    from granian.constants import Interfaces
    from granian.http import HTTP1Settings
    from granian.server.embed import Server

    app = make_app(reception)
    server = Server(
        not_for_ever(app),
        address=address.host,
        port=address.port,
        interface=Interfaces.ASGI,
        backpressure=_MOST_CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_WITHIN),
        log_enabled=False,
        ssl_cert=address.certificate,
        ssl_key=address.key,
    )

    def stop() -> None:
        feed_of(app.state).end()  # else the server waits for the pages that wait for alerts
        server.stop()  # type: ignore[no-untyped-call]  # the library has no types
        ending()
        reception.house.wind_down()  # else it waits for the pages that wait for long work

    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop)
    told = asyncio.create_task(_tell(address, ready))
    try:
        await server.serve()
    finally:
        told.cancel()


def not_for_ever(app: ASGIApp, within: float = _NEXT_PART_WITHIN) -> ASGIApp:
    """An application that gives up on a request of which nothing more comes.

    Args:
        app: The application.
        within: Seconds in which the next part of a request has to come.
    """

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        whole = False

        async def received() -> ReceiveMessage:
            nonlocal whole
            if whole:  # waits for the other end to go, which takes as long as it takes
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), within)
            except TimeoutError:
                raise HTTPException(status_code=408) from None
            whole = not message.get("more_body", False)
            return message

        await app(scope, received, send)

    return answered


async def _tell(address: Address, ready: Callable[[], None]) -> None:
    """Say that the desk is open, once its address takes connections."""
    while True:
        try:
            _, writer = await asyncio.open_connection(address.host, address.port)
        except OSError:
            await asyncio.sleep(_BETWEEN_TRIES)
        else:
            writer.close()
            ready()
            return

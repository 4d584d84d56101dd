"""A program on the loopback that answers as a language model would, as told beforehand."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


@contextmanager
def listening(answer: bytes, status: int = 200) -> Iterator[tuple[str, list[Any]]]:
    """The address below which it answers, and what it was asked."""
    asked: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked.append((self.path, json.loads(self.rfile.read(length))))
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def said(content: str) -> bytes:
    """An answer in the shape of the interface."""
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def names(*listed: tuple[str, str]) -> bytes:
    """An answer that lists names with their kinds."""
    return said(json.dumps({"names": [{"quote": quote, "kind": kind} for quote, kind in listed]}))

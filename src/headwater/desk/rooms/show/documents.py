"""Documents: what live parts of pages ask for, sent as it was packed."""

import gzip
from typing import Any

from litestar import Request, Response


def sent(request: Request[Any, Any, Any], packed: bytes) -> Response[bytes]:
    """A packed document; unpacked for whoever does not take it so.

    Its route says `as_it_comes`, so that nobody packs it again.
    """
    kind, headers = "application/json", {"Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(gzip.decompress(packed), media_type=kind, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(packed, media_type=kind, headers=headers)

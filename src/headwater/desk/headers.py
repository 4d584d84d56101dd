"""Headers that every answer bears: nothing runs, frames or fetches that is not ours.

Source: OWASP Secure Headers Project; Content Security Policy Level 3 (W3C).
"""

import re

from litestar.datastructures import MutableScopeHeaders
from litestar.status_codes import HTTP_200_OK
from litestar.types import Message, Scope

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_FOREVER = "public, max-age=31536000, immutable"
_NAMED_BY_CONTENT = re.compile(r"-([0-9A-Z]{8}\.js|[0-9a-f]{8}\.json)$")
"""What a bundle asks for by itself: another content is another name (`web/build.mjs`)."""


async def guarded(message: Message, scope: Scope) -> None:
    """Give an answer our headers; what somebody saw is kept by no browser and no proxy.

    What every page loads is kept for as long as its address is the same: on a bad link nothing is
    fetched twice.
    """
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if scope["scheme"] == "https":
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if not scope["path"].startswith("/static/"):
        headers.setdefault("Cache-Control", "no-store")
    elif message["status"] == HTTP_200_OK and _says_its_content(scope):
        headers.setdefault("Cache-Control", _FOREVER)


def _says_its_content(scope: Scope) -> bool:
    """Whether the address of a file is another whenever its content is, as `asset` makes it."""
    return bool(scope["query_string"] or _NAMED_BY_CONTENT.search(scope["path"]))

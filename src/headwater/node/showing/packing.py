"""Packing: what a live part of a page asks for, as JSON that was compressed once."""

import gzip
import json
from collections.abc import Mapping
from typing import Any


def packed(told: Mapping[str, Any]) -> bytes:
    """A document as JSON (RFC 8259), compressed (gzip, RFC 1952); the same gives the same bytes."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=6, mtime=0)

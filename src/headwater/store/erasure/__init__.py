"""Real erasure: what is destroyed, and what only repeated it is blacked out."""

from headwater.store.erasure.eraser import Eraser

__all__ = ["Eraser"]

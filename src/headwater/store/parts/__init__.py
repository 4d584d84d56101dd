"""Parts of what rests in a store: some items of a report, some statements, at their own cost."""

from headwater.store.parts.embedded import EmbeddedParts
from headwater.store.parts.protocol import Parts

__all__ = ["EmbeddedParts", "Parts"]

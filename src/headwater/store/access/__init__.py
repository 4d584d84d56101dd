"""What opens the door of a node: accounts, sessions, tokens, grants; sealed, in their own file."""

from headwater.store.access.embedded import EmbeddedAccess
from headwater.store.access.protocol import AccessRecord, AccessRecords

__all__ = ["AccessRecord", "AccessRecords", "EmbeddedAccess"]

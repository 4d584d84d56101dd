"""What came in or was decided last: what a page needs of it, at the cost of that page alone."""

from headwater.store.recent.embedded import EmbeddedRecent
from headwater.store.recent.protocol import Came, Recent

__all__ = ["Came", "EmbeddedRecent", "Recent"]

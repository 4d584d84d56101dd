"""Independence: which reports may go back to one origin, and why. Corroboration counts groups.

Where links live: nowhere. A picture finds them anew from the reports that its viewer may see, and
from nothing else, on columns of whole numbers, near-linear in the words.
- So a report that a viewer may not see leaves no trace, not even in how rare a phrase is.
- So an erasure has nothing to reach: no table of links, no hash of an erased phrase.
- So reading in pays nothing, and links are the same in whatever order reports came.
- So a later report joins a group without rewriting an earlier picture: a picture never changes.
- Phrases are put together when a link is shown, and kept nowhere.
What is kept is what officers decide: `Regrouping` in the store, split, join and undo, appended.
The price is grouping at every picture: seconds at 100,000 reports (bench/groups.py says how many).
"""

from headwater.picture.independence.fusion import fuse, lineage
from headwater.picture.independence.groups import Group, Link, Stories, independence, own_reasons

__all__ = ["Group", "Link", "Stories", "fuse", "independence", "lineage", "own_reasons"]

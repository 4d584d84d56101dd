"""The questions a briefing answers, one function each, from a view to a topic."""

from headwater.brief.topics.certainty import grade_key, new, sure
from headwater.brief.topics.doubts import conflicts, missing
from headwater.brief.topics.journeys import how, where
from headwater.brief.topics.lives import lives
from headwater.brief.topics.measures import measures
from headwater.brief.topics.people import who
from headwater.brief.topics.received import received
from headwater.brief.topics.sums import how_much

__all__ = [
    "conflicts",
    "grade_key",
    "how",
    "how_much",
    "lives",
    "measures",
    "missing",
    "new",
    "received",
    "sure",
    "where",
    "who",
]

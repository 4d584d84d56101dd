"""Showing: what findings say, in the words, tables and files that a page hands on."""

from headwater.node.showing.behind import A_PAGE, statements_behind
from headwater.node.showing.briefing import (
    Wanted,
    compose_briefing,
    gathered,
    log_handed_out,
    written,
)
from headwater.node.showing.counted import series_of
from headwater.node.showing.handing import FORMS, hand_out
from headwater.node.showing.journeys import legs_of, map_of, packed_timeline, timeline_of
from headwater.node.showing.network import (
    Network,
    chart_of,
    most_tied,
    network_of,
    pairs_without,
)
from headwater.node.showing.packing import packed
from headwater.node.showing.saying import sentences
from headwater.node.showing.telling import (
    ROWS_A_PAGE,
    Naming,
    Table,
    Told,
    in_words,
    key_of,
    table_of,
    told,
)

__all__ = [
    "A_PAGE",
    "FORMS",
    "ROWS_A_PAGE",
    "Naming",
    "Network",
    "Table",
    "Told",
    "Wanted",
    "chart_of",
    "compose_briefing",
    "gathered",
    "hand_out",
    "in_words",
    "key_of",
    "legs_of",
    "log_handed_out",
    "map_of",
    "most_tied",
    "network_of",
    "packed",
    "packed_timeline",
    "pairs_without",
    "sentences",
    "series_of",
    "statements_behind",
    "table_of",
    "timeline_of",
    "told",
    "written",
]

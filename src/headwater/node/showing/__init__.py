"""Showing: what findings say, in the words, tables and files that a page hands on."""

from headwater.node.showing import saying, wording
from headwater.node.showing.behind import A_PAGE, statements_behind
from headwater.node.showing.briefing import (
    Wanted,
    compose_briefing,
    gathered,
    log_handed_out,
    written,
)
from headwater.node.showing.counted import series_of
from headwater.node.showing.handing import hand_out
from headwater.node.showing.journeys import legs_of, map_of, packed_timeline
from headwater.node.showing.network import Network, chart_of, network_beside, network_of
from headwater.node.showing.packing import packed
from headwater.node.showing.telling import (
    ROWS_A_PAGE,
    Naming,
    Table,
    key_of,
    table_of,
    told,
)

__all__ = [
    "A_PAGE",
    "ROWS_A_PAGE",
    "Naming",
    "Network",
    "Table",
    "Wanted",
    "chart_of",
    "compose_briefing",
    "gathered",
    "hand_out",
    "key_of",
    "legs_of",
    "log_handed_out",
    "map_of",
    "network_beside",
    "network_of",
    "packed",
    "packed_timeline",
    "saying",
    "series_of",
    "statements_behind",
    "table_of",
    "told",
    "wording",
    "written",
]

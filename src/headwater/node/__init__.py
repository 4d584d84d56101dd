"""Node: the wiring. Settings, clock, store and viewer meet here and nowhere else.

A node is one folder that belongs to one agency. Every look into it has a viewer and a purpose, and
leaves a record in the audit tree; nothing below this package knows the time, the user or the
environment.
"""

from headwater.node import review
from headwater.node.decisions import add_user, categorise, decide
from headwater.node.demonstration import demonstrate
from headwater.node.independence import Grouping
from headwater.node.node import EVERY_ROLE, Node
from headwater.node.opening import make_node, open_node, throw_away_node
from headwater.node.oversight import erase, log_entries, review_due, verify_log
from headwater.node.resolution import Resolved, resolve_entities
from headwater.node.river import (
    add_reports,
    analyse,
    door_options,
    export_picture,
    see_picture,
    write_briefing,
)
from headwater.node.settings import Settings, read_settings

__all__ = [
    "EVERY_ROLE",
    "Grouping",
    "Node",
    "Resolved",
    "Settings",
    "add_reports",
    "add_user",
    "analyse",
    "categorise",
    "decide",
    "demonstrate",
    "door_options",
    "erase",
    "export_picture",
    "log_entries",
    "make_node",
    "open_node",
    "read_settings",
    "resolve_entities",
    "review",
    "review_due",
    "see_picture",
    "throw_away_node",
    "verify_log",
    "write_briefing",
]

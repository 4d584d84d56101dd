"""Forgetting: what an erasure does to the look-up index, within the erasure's transaction."""

import sqlite3
from collections.abc import Callable, Collection

from headwater.store.index.entries import drop, numbers_of
from headwater.store.index.news import forget_items


def forget(
    connection: sqlite3.Connection,
    entities: Collection[str],
    gone: Collection[str],
    mentions: Callable[[str], bool],
) -> None:
    """Destroy the entries of entities, and every other that repeats an erased word.

    Those that are still spoken of are made anew when the index is next brought up to date.

    Args:
        connection: The writer.
        entities: Entities of which a statement was destroyed or blacked out.
        gone: Those of which nothing is said any more.
        mentions: Whether a text repeats an erased word.
    """
    doomed = {number: entity for entity, number in numbers_of(connection, [*entities]).items()}
    for number, entity, record in connection.execute("SELECT number, entity, record FROM entry"):
        if number not in doomed and mentions(record):
            doomed[number] = entity
    if doomed:
        drop(connection, doomed.keys())
    forget_items(connection, {*entities, *doomed.values()} - set(gone))

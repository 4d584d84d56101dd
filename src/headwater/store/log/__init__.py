"""The log of what was done: sealed entries in a tree of hashes."""

from headwater.store.log.asked import AuditCheck, LogAsked
from headwater.store.log.audit import AuditLog
from headwater.store.log.book import Book
from headwater.store.log.layout import TABLES, UPDATE

__all__ = ["TABLES", "UPDATE", "AuditCheck", "AuditLog", "Book", "LogAsked"]

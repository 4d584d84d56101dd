"""The log of what was done: sealed entries in a tree of hashes."""

from headwater.store.log.audit import AuditLog

__all__ = ["AuditLog"]

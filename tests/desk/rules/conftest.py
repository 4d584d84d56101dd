"""The rules of the whole desk are tested with people who have accounts."""

from tests.desk.staff import hired, staff

__all__ = ["hired", "staff"]

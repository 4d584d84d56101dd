"""Tagging: people, organisations and places named in a text, as spans."""

from headwater.intake.reading.tagging.tags import Kind, Tag, label, tag

__all__ = ["Kind", "Tag", "label", "tag"]

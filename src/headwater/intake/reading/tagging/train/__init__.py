"""Training of the tagger; a command, never imported by what reads reports."""

from headwater.intake.reading.tagging.train.corpus import Document, documents

__all__ = ["Document", "documents"]

"""Strong identifiers: joins on a shared phone, document, plate or account, and nothing else."""

from headwater.resolve.strong.rule import strong_judgements

__all__ = ["strong_judgements"]

"""Strong identifiers: joins on a shared phone, document, plate or account, and nothing else."""

from headwater.resolve.strong.rule import holdings_in, strong_judgements

__all__ = ["holdings_in", "strong_judgements"]

"""Learning the edit tables: `python -m headwater.resolve.names.train`."""

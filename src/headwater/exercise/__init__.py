"""A synthetic world with known truth."""

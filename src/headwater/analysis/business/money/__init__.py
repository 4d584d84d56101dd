"""Who pays and who is paid, and what belongs together."""

"""Training of the tagger; a command, never imported by what reads reports."""

"""Proving the suites: every right answer passes, every wrong one fails, and every check is needed for that."""

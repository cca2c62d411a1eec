"""Stands in for the textbook's package, which is not installed where submissions run."""

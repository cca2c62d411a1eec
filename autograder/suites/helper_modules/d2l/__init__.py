"""A replacement for the textbook's package `d2l`, which is not installed where submissions run."""

"""The hidden suites of `basics`."""

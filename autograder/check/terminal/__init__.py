"""The verdicts on a terminal, once or on every save."""

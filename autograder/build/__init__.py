"""Building the stubs and notebooks of the course from its solutions and lessons."""

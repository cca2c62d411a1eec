"""Writing results into other systems: one writer for each, all with one shape."""

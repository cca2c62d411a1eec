"""Running the checks of a suite against one submission."""

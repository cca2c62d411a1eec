"""The trusted side of grading: it starts workers, runs the suites and writes the results."""

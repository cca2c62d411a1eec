"""Running a suite on one answer for its author: in one process, with prints, breakpoints and whole tracebacks."""

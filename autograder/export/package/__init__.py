"""The grader packed for systems that run it themselves: one file for each system."""

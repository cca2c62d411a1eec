"""Running a student's file in a process of its own, which can be ended."""

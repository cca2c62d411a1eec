"""Writing what a new course, assignment or exercise begins with."""

"""Bringing notebooks of other graders into a course: solution, manifest entries, lesson, public cases and suites."""

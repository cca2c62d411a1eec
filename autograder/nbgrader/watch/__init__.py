"""Feedback on hand-ins as they appear in nbgrader's exchange: find, collect, grade, release."""

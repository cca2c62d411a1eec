"""Submissions: finding them in a folder or a zip, and reading them into one shape."""

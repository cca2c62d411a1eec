"""The second course is a folder of its own; its suites and public tests are not tests of this repository."""

collect_ignore = ["words"]

"""The grading engine: it runs submissions in workers, checks them with hidden suites and writes results."""

__version__ = "0.1.0"

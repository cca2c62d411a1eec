"""The hidden suites: one pytest file per exercise, in a folder per assignment."""

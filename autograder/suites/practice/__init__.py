"""The hidden suites of `practice`, the exercises at the end of the lesson."""

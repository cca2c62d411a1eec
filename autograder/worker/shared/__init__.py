"""What the grader and the sandbox both use: the wire between them, and the end of processes."""

"""A submission in this process, without a sandbox: in nbgrader's kernel, and for an author who debugs a suite."""

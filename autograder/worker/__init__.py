"""Everything that may run inside a worker; it imports nothing of ours from outside this folder."""

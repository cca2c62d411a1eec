"""Everything that runs in the sandbox; it imports nothing of ours from outside this folder."""

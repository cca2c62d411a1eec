"""All that runs in the sandbox, beside or before student code; it imports nothing of ours from outside this folder."""

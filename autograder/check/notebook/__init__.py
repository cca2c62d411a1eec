"""The verdict under a cell of a notebook."""

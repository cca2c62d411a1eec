"""Pages of HTML: the shell that every page has, and what students read of their results."""

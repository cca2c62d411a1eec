"""Which known mistake explains the replies of a wrong answer."""

"""What there is to say and to draw about an answer, as the terminal and the notebook show it."""

"""The report on a class, on one page and in figures for the terminal: what is hard, which mistakes are common."""

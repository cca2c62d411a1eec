"""How platforms name what students handed in: one file for each, which says whose work an entry of a class is."""

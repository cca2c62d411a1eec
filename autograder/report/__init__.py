"""The report on a class: what is hard, which mistakes are common, who is alike."""

"""Ways to descend a summed squared error and to report the losses: the right one, and known mistakes."""

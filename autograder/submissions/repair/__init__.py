"""Repairing notebooks whose cells were moved, split, copied or deleted."""

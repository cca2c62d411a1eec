"""Results into other systems: one file for each system."""

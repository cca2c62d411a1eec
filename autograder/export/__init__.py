"""Results into other systems: one file for each system or kind of file."""

"""The trusted end of the wire: it starts workers, loads a submission into them and asks it."""

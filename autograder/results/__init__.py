"""Results: what they say, how they are stored, and what they depend on."""
